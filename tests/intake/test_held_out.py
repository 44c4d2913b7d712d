"""What files written from knowledge of the apps, with no eye on the other tests, showed: each class of fault once."""

from __future__ import annotations

import io
import json

import pytest
from babel import Locale

from daybook.intake.downloads.written_dates import written
from daybook.intake.format import CannotReadError, Found, recognise
from daybook.intake.half_words import half_beside
from daybook.intake.message import Message, Skipped
from tests.intake import test_meta_pages
from tests.intake.downloads_files import zipped

AT, DAY, NOON, MARK = "14/03/2024, 21:05 - ", "2024-03-14T21:05", "2024-03-14T21:05:09+00:00", "\u200e"
ON_A_PHONE = "[14/03/2024, 21:05:09] Alex: "


def read(raw: bytes | str, name: str = "file.txt") -> tuple[list[Message], list[Skipped]]:
    """Everything in a file of any format, as the command reads it."""
    file = io.BytesIO(raw.encode() if isinstance(raw, str) else raw)
    found = recognise(file, name)
    assert found is not None
    told = list(found.read(file, name, {}))
    return [one for one in told if isinstance(one, Message)], [one for one in told if isinstance(one, Skipped)]


def looked(raw: bytes, name: str = "file.txt") -> Found:
    file = io.BytesIO(raw)
    found = recognise(file, name)
    assert found is not None
    return found.look(file, name)


def only(raw: bytes | str, name: str = "file.txt") -> Message:
    found, skipped = read(raw, name)
    assert not skipped
    return found[0]


@pytest.mark.parametrize("words", [
    "<Hiányzó médiafájl>", "<忽略多媒體檔>", "<Medij izpuščen>", "<Εξαίρεση πολυμέσων>", "<Praleistas medijos turinys>",
    "<ਮੀਡੀਆ ਛੱਡਿਆ ਗਿਆ>", "<Без файл>", "<Media imerukwa>",
])  # fmt: skip
def test_a_file_left_out_is_told_in_the_languages_of_the_app(words: str) -> None:
    assert only(f"{AT}Alex: {words}\n").flags == ("not-in-export",)


@pytest.mark.parametrize("words", [
    "यह मैसेज डिलीट कर दिया गया है", "Det här meddelandet raderades", "Túto správu ste odstránili", "此消息已删除。",
    "यह मैसेज डिलीट कर दिया गया है।", "یہ میسج حذف کر دیا گیا ہے۔", "Ši žinutė buvo ištrinta.", "Ujumbe huu ulifutwa",
])  # fmt: skip
def test_a_message_taken_back_is_told_with_the_full_stop_of_its_letters(words: str) -> None:
    assert only(f"{AT}Alex: {words}\n").kind == "deleted"


def test_a_missed_call_is_told_in_the_languages_of_the_app() -> None:
    for words in ("音声通話不在着信", "Zmeškaný hovor", "Cuộc gọi nhỡ", "Missat samtal", "ਮਿਸ ਹੋਈ ਆਵਾਜ਼ ਕਾਲ"):
        assert only(f"{AT}Alex: {words}\n").kind == "call"


def test_words_a_person_could_type_count_only_behind_the_mark_of_the_app() -> None:
    marked, typed = (only(f"{ON_A_PHONE}{mark}ei kuvaa\n") for mark in (MARK, ""))
    assert (marked.flags, typed.flags) == (("not-in-export",), ())
    after = only(f"{ON_A_PHONE}kesä {MARK}videota ei sisällytetä\n")
    assert after.flags == ("not-in-export",)


def test_an_edit_is_seen_by_its_marks_in_a_language_nobody_listed() -> None:
    assert only(f"{ON_A_PHONE}jag kommer {MARK}<ord som ingen känner>\n").flags == ("edited",)
    assert only(f"{ON_A_PHONE}I love you {MARK}<3\n").flags == ()
    assert only(f"{ON_A_PHONE}look {MARK}<attached: 00000012-PHOTO-2024-03-14-21-05-09.jpg>\n").flags == (
        "not-in-export",
    )


def test_a_message_an_admin_took_back_names_the_admin_and_is_taken_back() -> None:
    assert only(f"{ON_A_PHONE}{MARK}This message was deleted by admin Dan.\n").kind == "deleted"
    assert only(f"{ON_A_PHONE}This message was deleted by mistake?\n").kind == "message"


def test_a_place_is_known_by_its_link_in_any_language_and_below_its_name() -> None:
    link = "https://maps.google.com/?q=51.501234,-0.123456"
    for words in (f"Costa\nHigh Street\nlocation: {link}", f"Kinnisvara: {link}", link):
        assert read(f"{AT}Alex: hi\n{AT}Alex: {words}\n")[0][1].flags == ("place",)
    assert only(f"{AT}Alex: {link} is where I was\n").flags == ()


def test_a_call_told_in_a_line_of_the_program_is_a_call() -> None:
    found, _ = read(
        f"{AT}Missed voice call from Alex\n{AT}Messages and calls are end-to-end encrypted.\n{AT}Alex: hi\n"
    )
    assert [(one.kind, one.sender) for one in found] == [("call", ""), ("system", ""), ("message", "Alex")]


WESTERN = "14.03.24, 21:05 - Jürgen: für dich – “ja”\r\n14.03.24, 21:06 - Zoë: £50\r\nnö\r\n"


def test_a_chat_an_editor_saved_in_windows_letters_is_read_and_told() -> None:
    raw = WESTERN.encode("cp1252")
    found, _ = read(raw)
    assert [(one.sender, one.text, one.flags) for one in found] == [
        ("Jürgen", "für dich – “ja”", ()),
        ("Zoë", "£50\nnö", ()),
    ]
    assert raw[found[1].place.start : found[1].place.end].decode("cp1252").startswith("14.03.24, 21:06 - Zoë")
    assert any("older way of writing letters" in note for note in looked(raw).notes)
    assert not any("older way" in note for note in looked(WESTERN.encode()).notes)


def test_hard_spaces_of_windows_letters_belong_to_the_head() -> None:
    raw = "3/4/24, 9:05\u00a0p.\u00a0m. - Raúl: ¿Dónde?\n13/4/24, 9:06\u00a0p.\u00a0m. - Lucía: aquí\n".encode("cp1252")
    assert [(one.sent, one.sender) for one in read(raw)[0]] == [
        ("2024-04-03T21:05", "Raúl"),
        ("2024-04-13T21:06", "Lucía"),
    ]


def test_letters_of_another_code_page_are_shown_as_lost_and_never_guessed() -> None:
    found, _ = read(f"{AT}Дима: ты где\n{AT}Оля: дома я\n".encode("cp1251"))
    assert all("\ufffd" in one.sender and "mended" in one.flags for one in found)


def test_one_broken_byte_does_not_make_a_file_windows_letters() -> None:
    assert read(f"{AT}Alex: caf".encode() + b"\xe9\n" + f"{AT}Zoë: ok\n".encode())[0][0].text == "caf\ufffd"
    assert read(f"{AT}Alex: caf".encode() + b"\xe9\n" + f"{AT}Mia: ok\n".encode())[0][0].text == "caf\ufffd"


def test_a_table_a_spreadsheet_saved_in_windows_letters_is_read_and_told() -> None:
    raw = "Date,From,Message\n14/03/2024 21:05,Zoë,£50 – “now”\n".encode("cp1252")
    found, _ = read(raw, "m.csv")
    assert [(one.sender, one.text, one.flags) for one in found] == [("Zoë", "£50 – “now”", ())]
    assert looked(raw, "m.csv").notes
    calls = "Name,Number,Type,Date,Duration\nZoë Härtö,07700900123,Missed,2024-03-14 21:05,0\n".encode("cp1252")
    assert ("name", "Zoë Härtö") in [(key.lower(), said) for key, said in only(calls, "c.csv").headers]
    assert looked(calls, "c.csv").notes


def test_a_zip_that_was_cut_off_is_refused_with_what_to_do() -> None:
    raw = zipped({"_chat.txt": (ON_A_PHONE + "hi\n").encode() * 300})
    with pytest.raises(CannotReadError, match="end of this zip file is missing"):
        looked(raw[:-40], "chat.zip")


def test_a_missed_call_is_flagged_wherever_the_file_says_so() -> None:
    told = {"sender_name": "Alex", "timestamp_ms": 1710450309000, "call_duration": 0, "missed": True, "content": "x"}
    facebook = {"participants": [{"name": "Alex"}, {"name": "Mia"}], "messages": [told], "thread_path": "inbox/a"}
    assert "missed" in only(json.dumps(facebook), "message_1.json").flags
    call = {"direction": "INCOMING", "state": "MISSED_NOTIFICATION_PROFILE"}
    item = {"chatId": "1", "authorId": "2", "dateSent": "1710450309000", "updateMessage": {"individualCall": call}}
    lines = ({"version": "1", "backupTimeMs": "1"}, {"chatItem": item})
    found, _ = read("".join(json.dumps(one) + "\n" for one in lines), "main.jsonl")
    assert (found[0].kind, found[0].flags) == ("call", ("received", "missed"))
    call |= {"direction": "OUTGOING", "state": "ACCEPTED"}
    found, _ = read("".join(json.dumps(one) + "\n" for one in lines), "main.jsonl")
    assert found[0].flags == ("sent",)


LINE = (
    '{"date":"2024-03-14T21:05:09.123000","sender":"Alex","body":"hi\\nthere  ","quote":"","sticker":"",'
    '"reactions":[["Mia","+"]],"attachments":[{"name":"a b.jpg","path":"media/a%20b.jpg"}]}\n'
)
OWN = (
    '{"date":"2024-03-14T21:06:09","sender":"Me","body":"no  ","quote":"q","sticker":"","reactions":[],"attachments":[],'
    '"call":true,"missed":true}\n'
)


def test_signal_messages_as_signal_export_writes_them() -> None:
    raw = (LINE + OWN + "{}\n").encode()
    found, skipped = read(raw, "data.json")
    assert [(one.sent, one.sender, one.text, one.kind, one.flags) for one in found] == [
        ("2024-03-14T21:05:09.123", "Alex", "hi\nthere", "message", ("received", "not-in-export")),
        ("2024-03-14T21:06:09", "Me", "no", "call", ("sent", "missed")),
    ]
    assert found[0].headers == (("reaction", "+ Mia"),)
    assert ("quote", "q") in found[1].headers
    assert [one.place.end - one.place.start for one in skipped] == [3]
    assert sum(one.place.end - one.place.start for one in (*found, *skipped)) == len(raw)
    assert any("leaves every ` out" in note for note in looked(raw, "data.json").notes)


def test_signal_messages_of_signal_export_in_a_zip_with_their_files() -> None:
    raw = zipped({"Alex/data.json": LINE.encode(), "Alex/media/a b.jpg": b"x", "Alex/chat.md": b"y"})
    found, skipped = read(raw, "signal.zip")
    assert [(one.chat, one.attachments[0].part, one.flags) for one in found] == [
        ("Alex", "Alex/media/a b.jpg", ("received",))
    ]
    assert [one.place.part for one in skipped] == ["Alex/chat.md"]


def test_a_day_signal_did_not_know_is_left_open() -> None:
    assert only(LINE.replace("2024-03-14T21:05:09.123000", "1970-01-01T00:00:00"), "data.json").sent == ""


TEXTS = (
    '<?xml version="1.0"?>\n<allsms count="1">\n<sms address="+447700900123" date="1710450309000" type="1" body="hi" '
    'name="Alex" />\n</allsms>'
)
LOGS = '<alllogs count="1"><log number="+447700900123" date="1710450309000" type="1" name="Alex" dur="62" /></alllogs>'


def test_backups_of_another_app_with_the_same_tags() -> None:
    one = only(TEXTS, "s.xml")
    assert (one.sent, one.sender, one.text, one.flags) == (NOON, "+447700900123", "hi", ("received",))
    one = only(LOGS, "c.xml")
    assert (one.kind, one.sender, one.seconds) == ("call", "+447700900123", 62)
    assert looked(LOGS.encode()).name == "Calls from an Android phone"


def test_google_chat_without_topics_and_with_days_in_another_language() -> None:
    said = {"creator": {"name": "Alex"}, "created_date": "jeudi 14 mars 2024 à 21:05:09 UTC", "text": "hi"}
    assert only(json.dumps({"messages": [said]}), "messages.json").sent == NOON


@pytest.mark.parametrize("name", ["Alex.html", "saved page", "message_1 (1).html"])
def test_a_page_of_a_chat_is_known_under_any_name(name: str) -> None:
    now = test_meta_pages.now("Alex Reid", "hello", "Mar 14, 2024 9:05 pm")
    then = test_meta_pages.lately("Alex Reid", "hello", "Mar 14, 2024 9:05 pm")
    for page in (now, then):
        assert only(f"<html><head><title>Alex</title></head><body>{page}</body></html>", name).text == "hello"


@pytest.mark.parametrize(("heads", "word", "flags"), [
    ("Nume,Număr,Tip,Data,Durată", "Pierdut", ("received", "missed")),
    ("Ad,Numara,Tür,Tarih,Süre", "Cevapsız", ("received", "missed")),
    ("Имя,Номер,Тип,Дата,Длительность", "Исходящий", ("sent",)),
    ("Nazwa,Numer,Typ,Data,Czas trwania", "Odebrane", ("received",)),
])  # fmt: skip
def test_a_call_log_in_more_of_the_languages_spoken_here(heads: str, word: str, flags: tuple[str, ...]) -> None:
    one = only(f"{heads}\nAlex,07700900123,{word},14.03.2024 21:05,5\n", "calls.csv")
    assert (one.flags, one.seconds) == (flags, 5)


@pytest.mark.parametrize("heading", ["Number called", "Number dialled", "Destination number"])
def test_a_bill_lists_calls_that_were_made(heading: str) -> None:
    one = only(f"Date,Time,{heading},Duration\n14/03/2024,21:05:09,07700900123,00:01:02\n", "bill.csv")
    assert (one.flags, one.sender, one.to, one.seconds) == (("sent",), "", ("07700900123",), 62)
    plain = only("Date,Time,Number,Duration\n14/03/2024,21:05:09,07700900123,00:01:02\n", "bill.csv")
    assert (plain.flags, plain.to) == (("sender-unsure",), ())


def test_a_column_headed_sent_or_received_says_which() -> None:
    found, _ = read(
        "Date/Time,Name,Sent/Received,Message\n14/03/2024 21:05,Alex,Received,hi\n14/03/2024 21:06,Alex,Sent,no\n"
    )
    assert [(one.sender, one.flags) for one in found] == [("Alex", ("received",)), ("", ("sent",))]


@pytest.mark.parametrize(("text", "sent"), [
    ("14 Μαρ 2024, 9:05:09 μ.μ.", "2024-03-14T21:05:09"), ("14 marzo 2024, 9:05 de la tarde", "2024-03-14T21:05:00"),
    ("14 Mart 2024 ÖS 9:05", "2024-03-14T21:05:00"), ("14 مارس 2024 9:05:09 م", "2024-03-14T21:05:09"),
    ("2024年3月14日 下午9:05", "2024-03-14T21:05:00"), ("2024년 3월 14일 오전 12:05", "2024-03-14T00:05:00"),
    ("14 ਮਾਰਚ 2024 9:05:09 ਬਾ.ਦੁ.", "2024-03-14T21:05:09"), ("14 মার্চ, 2024 9:05 PM", "2024-03-14T21:05:00"),
    ("14. März 2024 um 21:05 Uhr", "2024-03-14T21:05:00"), ("14 March 2024 at 9:05 am", "2024-03-14T09:05:00"),
])  # fmt: skip
def test_a_half_of_the_day_in_any_language_is_never_twelve_hours_wrong(text: str, sent: str) -> None:
    assert written(text) == sent


def test_a_half_of_the_day_in_a_table_is_read_in_any_language() -> None:
    for clock, sent in (
        ("9:05 μ.μ.", "21:05"),
        ("下午9:05", "21:05"),
        ("9:05 nachm.", "21:05"),
        ("9:05 AM", "09:05"),
        ("9:05", "09:05"),
    ):
        one = only(f"Name,Number,Type,Date,Time\nAlex,07700900123,Missed,2024-03-14,{clock}\n", "calls.csv")
        assert one.sent == f"2024-03-14T{sent}:00"


def test_no_day_of_the_week_is_taken_for_a_half_of_the_day() -> None:
    for language in (
        "de",
        "nl",
        "fi",
        "sv",
        "da",
        "ro",
        "hu",
        "cs",
        "sk",
        "lt",
        "et",
        "ru",
        "uk",
        "bg",
        "hy",
        "hr",
        "es",
        "en",
    ):
        for width in ("abbreviated", "short", "wide"):
            for name in Locale(language).days["format"][width].values():
                assert half_beside(f"{name} 9:05", len(name) + 1, len(name) + 5) == ""
                assert half_beside(f"9:05 {name}", 0, 4) == ""


def test_the_subject_of_a_picture_message_is_words_like_its_text() -> None:
    def told(sub: str) -> str:
        part = '<parts><part seq="0" ct="text/plain" text="late again"/></parts>'
        return only(
            f'<smses count="1"><mms date="1710450309000" msg_box="1" address="07700900123" sub="{sub}">{part}</mms>'
            "</smses>"
        ).text

    assert told("The children") == "The children\nlate again"
    assert {told(sub) for sub in ("null", "NoSubject", "", "late again")} == {"late again"}


def test_messenger_of_2018_counts_seconds() -> None:
    said = {"sender_name": "Dan", "timestamp": 1520000000, "content": "hi", "type": "Generic"}
    found = only(json.dumps({"participants": ["Dan"], "title": "Dan", "thread_path": "inbox/d", "messages": [said]}))
    assert (found.sent, found.sent_as_written) == ("2018-03-02T14:13:20+00:00", "1520000000")


@pytest.mark.parametrize(("by", "ended", "flags"), [
    ("user7", "missed", ("received", "missed")), ("user7", "busy", ("received", "rejected")),
    ("user7", "hangup", ("received",)), ("user1", "missed", ("sent",)),
])  # fmt: skip
def test_how_a_telegram_call_ended_is_told_as_on_its_page(by: str, ended: str, flags: tuple[str, ...]) -> None:
    call = {"id": 1, "type": "service", "date": "2024-03-14T21:05:09", "actor": "Dan", "actor_id": by, "text": "",
            "action": "phone_call", "discard_reason": ended}  # fmt: skip
    chat = {"name": "Dan", "type": "personal_chat", "id": 7, "messages": [call]}
    assert only(json.dumps(chat)).flags == flags


def test_a_column_of_from_and_to_says_which_way() -> None:
    found, _ = read(
        "Date,Time,Direction,Number,Message\n14/03/2024,21:05,From,07700900123,hi\n14/03/2024,21:06,To,07700900123,no\n"
    )
    assert [(one.flags, one.sender, one.to) for one in found] == [
        (("received",), "07700900123", ()),
        (("sent",), "", ("07700900123",)),
    ]


def test_a_kind_of_number_somebody_named_herself_does_not_cost_the_number() -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Dan\r\n"
        "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=42=C3=BC=72=6F):07700900123\r\nEND:VCARD\r\n"
    )
    found = only(card)
    assert (found.to, found.headers) == (("07700900123",), (("TEL;Büro", "07700900123"),))


def test_a_zip_that_leads_out_of_itself_says_why_nothing_was_read() -> None:
    raw = zipped({"../../_chat.txt": f"{AT}Alex: hi\n"})
    with pytest.raises(CannotReadError, match="a name that leads out of it"):
        looked(raw, "chat.zip")


@pytest.mark.parametrize(("parts", "word"), [
    ({"chat.zip": zipped({"_chat.txt": f"{AT}Alex: hi\n"})}, "only other zips"),
    ({}, "nothing inside"),
    ({"_chat.txt": f"{AT}Alex: hi\n" + " " * (17 << 20)}, "fill the memory"),
])  # fmt: skip
def test_a_zip_nothing_is_read_from_says_why_and_what_to_do(parts: dict[str, bytes | str], word: str) -> None:
    with pytest.raises(CannotReadError, match=word):
        looked(zipped(parts), "chat.zip")


def test_what_somebody_shared_without_a_word_is_what_was_said() -> None:
    def told(**more: object) -> str:
        said = {"sender_name": "Dan", "timestamp_ms": 1710450309000, **more}
        return only(json.dumps({"participants": [{"name": "Dan"}], "thread_path": "inbox/d", "messages": [said]})).text

    share = {"link": "https://example.org/1", "share_text": "caf\u00c3\u00a9"}
    assert told(share=share) == "café\nhttps://example.org/1"
    assert told(share=share, content="look") == "look"
    assert told(share={"link": "https://example.org/1"}) == "https://example.org/1"
    assert told(share={}) == told(share=None) == ""
