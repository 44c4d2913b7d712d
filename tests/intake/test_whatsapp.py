"""Every case of the dialects of WhatsApp's exports that is known to go wrong elsewhere, one small file each."""

from __future__ import annotations

import io

import pytest

from daybook.intake.format import Found, recognise
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped

ASCII_DAY = "14/03/2024, 21:05 - "


def look(text: str | bytes, name: str = "chat.txt") -> Found:
    return whatsapp.look(io.BytesIO(text.encode() if isinstance(text, str) else text), name)


def everything(text: str | bytes, name: str = "chat.txt", **answers: str) -> list[Message | Skipped]:
    data = text.encode() if isinstance(text, str) else text
    assert whatsapp.is_one(io.BytesIO(data), name)
    told = {key.replace("_", "-"): value for key, value in answers.items()}
    found = list(whatsapp.read(io.BytesIO(data), name, told))
    for one in found:
        assert 0 <= one.place.start <= one.place.end <= len(data)
    return found


def read(text: str | bytes, name: str = "chat.txt", **answers: str) -> list[Message]:
    """All messages of a file in which nothing is to be skipped."""
    found = everything(text, name, **answers)
    assert all(isinstance(one, Message) for one in found)
    return [one for one in found if isinstance(one, Message)]


def short(text: str | bytes, **answers: str) -> list[tuple[str, str, str]]:
    return [(one.sent, one.sender, one.text) for one in read(text, **answers)]


def two(head: str, second: str) -> str:
    """Two messages whose heads are written in the same way."""
    return f"{head}Alex: hi\n{second}Sam: yes\n"


HEADS = {
    "01 Android, British": ("14/03/2024, 21:05 - ", "2024-03-14T21:05"),
    "02 iPhone with seconds": ("[14/03/2024, 21:05:09] ", "2024-03-14T21:05:09"),
    "03 no comma": ("[31/12/2022 11:40:26] ", "2022-12-31T11:40:26"),
    "04 narrow space before pm": ("14/03/2024, 9:05\u202fpm - ", "2024-03-14T21:05"),
    "05 mark before the head": ("\u200e[14/03/2024, 21:05:09] ", "2024-03-14T21:05:09"),
    "06 month first, short year": ("3/14/24, 9:05 PM - ", "2024-03-14T21:05"),
    "08 spaces inside p. m.": ("14/03/2024, 8:28\u00a0p.\u00a0m. - ", "2024-03-14T20:28"),
    "09 p.m. with full stops": ("14/3/24 9:05 p.m. - ", "2024-03-14T21:05"),
    "10 after midnight": ("14/03/2024, 12:05 am - ", "2024-03-14T00:05"),
    "10 after noon": ("14/03/2024, 12:06 pm - ", "2024-03-14T12:06"),
    "11 German": ("16.07.21, 15:03 - ", "2021-07-16T15:03"),
    "12 ISO date": ("2024-03-14 21:05 - ", "2024-03-14T21:05"),
    "13 year first with strokes": ("2024/03/14 21:05 - ", "2024-03-14T21:05"),
    "15 Finnish": ("14.3.2024 klo 21.05 - ", "2024-03-14T21:05"),
    "16 time with a dot": ("14.03.2024 21.05 - ", "2024-03-14T21:05"),
    "17 month first with dashes": ("[01-29-2018, 23:33:00] ", "2018-01-29T23:33:00"),
    "18 Chinese": ("2024/3/14 下午9:05 - ", "2024-03-14T21:05"),
    "18 Korean": ("2024. 3. 14. 오후 9:05 - ", "2024-03-14T21:05"),
    "18 Korean in words": ("2024년 3월 14일 오후 9:05 - ", "2024-03-14T21:05"),
    "18 Chinese evening": ("2024/3/14 晚上9:05 - ", "2024-03-14T21:05"),
    "19 Arabic digits": ("١٤/٣/٢٠٢٤، ٩:٠٥ م - ", "2024-03-14T21:05"),
    "19 Arabic marks": ("14\u200f/3\u200f/2024، 9:05 ص - ", "2024-03-14T09:05"),
    "19 Devanagari": ("१४/३/२४, ९:०५ am - ", "2024-03-14T09:05"),
    "20 thin space": ("14/03/2024,\u200921:05\u2009- ", "2024-03-14T21:05"),
    "old iPhone": ("31/12/16, 11:40:26: ", "2016-12-31T11:40:26"),
    "Bulgarian": ("14.03.24 г., 21:05 ч. - ", "2024-03-14T21:05"),
    "French Canada": ("2024-03-14 21 h 05 - ", "2024-03-14T21:05"),
    "Thai year": ("14/3/2567 21:05 - ", "2024-03-14T21:05"),
    "copied from a browser": ("[21:05, 14/03/2024] ", "2024-03-14T21:05"),
    "copied from a browser, month first": ("[9:05 PM, 3/14/2024] ", "2024-03-14T21:05"),
    "Vietnamese": ("21:05, 14/03/2024 - ", "2024-03-14T21:05"),
    "Greek": ("14/3/24, 9:05 μ.μ. - ", "2024-03-14T21:05"),
}


@pytest.mark.parametrize("case", HEADS, ids=list(HEADS))
def test_heads(case: str) -> None:
    head, sent = HEADS[case]
    assert short(two(head, head)) == [(sent, "Alex", "hi"), (sent, "Sam", "yes")]
    assert read(two(head, head))[0].sent_as_written in head.replace("\u200e", "")
    assert not look(two(head, head)).questions
    assert recognise(io.BytesIO(two(head, head).encode()), "chat.txt") is whatsapp


def test_07_all_days_to_twelve_are_asked_about_and_left_empty_until_then() -> None:
    text = two("03/04/2024, 21:05 - ", "04/05/2024, 21:06 - ")
    (question,) = look(text).questions
    assert question.id == "date-order"
    assert "03/04/2024" in question.ask
    assert dict(question.options) == {"dmy": "3 April 2024, day first", "mdy": "4 March 2024, month first"}
    assert question.likely == ""
    assert [(one.sent, one.sent_as_written) for one in read(text)] == [
        ("", "03/04/2024, 21:05"),
        ("", "04/05/2024, 21:06"),
    ]
    assert [one.sent for one in read(text, date_order="dmy")] == ["2024-04-03T21:05", "2024-05-04T21:06"]
    assert [one.sent for one in read(text, date_order="mdy")] == ["2024-03-04T21:05", "2024-04-05T21:06"]


def test_07_a_day_that_is_the_same_either_way_is_told() -> None:
    assert read("03/04/2024, 21:05 - A: x\n04/04/2024, 21:05 - A: y")[1].sent == "2024-04-04T21:05"


def test_07_the_order_shows_where_one_reading_goes_back_in_time() -> None:
    text = "03/04/2024, 21:05 - A: x\n04/04/2024, 21:05 - A: y\n02/05/2024, 21:05 - A: z"
    assert not look(text).questions
    assert [one.sent[:10] for one in read(text)] == ["2024-04-03", "2024-04-04", "2024-05-02"]


def test_07_a_short_year_that_stands_first() -> None:
    days = [f"24/3/{day}" for day in (14, 15, 17, 20, 21)]
    text = "".join(f"{day} 21:05 - Alex: hi\n" for day in days)
    assert [one.sent[:10] for one in read(text)][:2] == ["2024-03-14", "2024-03-15"]
    (question,) = look("24/3/14 21:05 - Alex: hi\n").questions
    assert dict(question.options) == {"dmy": "24 March 2014, day first", "ymd": "14 March 2024, year first"}
    assert not look("14/3/24 21:05 - Alex: hi\n").questions


def test_07_nothing_was_sent_after_today() -> None:
    assert [one.sent for one in read("01/02/2098, 10:00 - A: x\n01/13/2020, 10:00 - A: y")] == [
        "2098-01-02T10:00",
        "2020-01-13T10:00",
    ]


def test_14_no_space_after_the_colon() -> None:
    text = "[2026/7/9 02:28:09] Bob:Hi: there\n[2026/7/9 02:28:10] Ann:https://example.org\n"
    assert short(text) == [
        ("2026-07-09T02:28:09", "Bob", "Hi: there"),
        ("2026-07-09T02:28:10", "Ann", "https://example.org"),
    ]
    assert look(text).people == ("Bob", "Ann")


def test_18_a_word_means_the_hours_it_has_in_its_language() -> None:
    text = "2024/3/14 凌晨2:05 - A: x\n2024/3/14 上午9:05 - A: y\n2024/3/14 中午12:05 - A: z\n"
    assert [one.sent[11:] for one in read(text)] == ["02:05", "09:05", "12:05"]


def test_21_byte_order_mark_first() -> None:
    found = read("\ufeff" + two(ASCII_DAY, ASCII_DAY))
    assert [(one.sender, one.text) for one in found] == [("Alex", "hi"), ("Sam", "yes")]
    assert (found[0].place.start, found[0].sent_as_written) == (0, "14/03/2024, 21:05")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_21_saved_again_as_utf_16(encoding: str) -> None:
    data = two(ASCII_DAY, ASCII_DAY).encode(encoding)
    found = read(data)
    assert [(one.sender, one.text) for one in found] == [("Alex", "hi"), ("Sam", "yes")]
    own = "utf-16-le" if encoding == "utf-16" else encoding
    assert data[found[1].place.start : found[1].place.end].decode(own) == ASCII_DAY + "Sam: yes"


def test_22_crlf_endings() -> None:
    text = f"{ASCII_DAY}Alex: one\r\ntwo\r\n{ASCII_DAY}Sam: yes\r\n"
    assert [one.text for one in read(text)] == ["one\ntwo", "yes"]


def test_23_lines_of_one_message_stay_as_they_are() -> None:
    text = f"{ASCII_DAY}Alex: one\ntwo\n\nfour\n{ASCII_DAY}Sam:  two spaces \n"
    assert [one.text for one in read(text)] == ["one\ntwo\n\nfour", " two spaces "]


def test_24_a_date_inside_a_message_begins_none() -> None:
    text = f"{ASCII_DAY}Alex: come\n16/03/2024, 10:00 or later\n{ASCII_DAY}Sam: ok\n"
    assert [(one.text, one.flags) for one in read(text)] == [("come\n16/03/2024, 10:00 or later", ()), ("ok", ())]


def test_25_a_chat_pasted_into_a_message_stays_inside_and_is_marked() -> None:
    pasted = "[14/03/2024, 20:00:01] Sam: a\n[14/03/2024, 20:00:02] Alex: b\n[14/03/2024, 20:00:03] Sam: c"
    found = read(f"{ASCII_DAY}Alex: see\n{pasted}\n")
    assert [(one.sender, one.text, one.flags) for one in found] == [("Alex", f"see\n{pasted}", ("could-be-forged",))]
    assert any("another export" in note for note in look(f"{ASCII_DAY}Alex: see\n{pasted}\n").notes)


def test_26_a_forged_head_cannot_be_told_and_she_is_told_so() -> None:
    text = f"{ASCII_DAY}Alex: ok\n14/03/2024, 21:06 - Sam: I hit the kids\n"
    assert [one.sender for one in read(text)] == ["Alex", "Sam"]
    assert any("compare it with the phone" in note for note in look(text).notes)


def test_26_a_head_that_goes_back_by_days_is_marked() -> None:
    text = f"{ASCII_DAY}Alex: ok\n11/03/2024, 21:06 - Sam: I hit the kids\n{ASCII_DAY}Alex: see\n"
    assert [one.flags for one in read(text)] == [(), ("out-of-order", "could-be-forged"), ()]


def test_26_where_lines_end_differently_inside_messages_a_forged_head_is_seen() -> None:
    head = "[14/03/2024, 21:05:09] "
    text = f"{head}Alex: a\r\n{head}Sam: b\nsecond\r\n{head}Alex: c\r\n{head}Alex: ok\n{head}Sam: I hit the kids\r\n"
    found = read(text)
    assert [one.sender for one in found] == ["Alex", "Sam", "Alex", "Alex"]
    assert found[1].text == "b\nsecond"
    assert (found[3].text, found[3].flags) == (f"ok\n{head}Sam: I hit the kids", ("could-be-forged",))


@pytest.mark.parametrize(
    "line",
    [
        "Messages and calls are end-to-end encrypted. No one outside of this chat can read them. Tap to learn more.",
        "You blocked this contact. Tap to unblock.",
        'Alex changed the subject to "Kids: handover"',
        "Sam changed the subject from “Kids” to “Kids: handover”",
        "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt: mehr",
        'Alex đã đổi chủ đề thành "Kids: handover"',
        "جميع الرسائل محمية",
    ],
    ids=["27 encrypted", "28 blocked", "29 subject", "29 curly", "29 German", "29 any language", "27 any language"],
)
def test_27_28_29_lines_of_the_program_have_no_sender(line: str) -> None:
    found = read(f"{ASCII_DAY}{line}\n{ASCII_DAY}Alex: hi\n")
    assert [(one.kind, one.sender, one.text) for one in found] == [("system", "", line), ("message", "Alex", "hi")]


def test_30_a_colon_in_a_name_is_asked_about() -> None:
    text = f"{ASCII_DAY}Dad: new phone: hi\n{ASCII_DAY}Sam: ok\n"
    (question,) = look(text).questions
    assert (question.id, dict(question.options)) == ("name-1", {"short": "“Dad”", "long": "“Dad: new phone”"})
    assert [(one.sender, one.text, one.flags) for one in read(text)] == [
        ("Dad", "new phone: hi", ("sender-unsure",)),
        ("Sam", "ok", ()),
    ]
    assert short(text, name_1="long")[0][1:] == ("Dad: new phone", "hi")
    assert read(text, name_1="short")[0].flags == ()


def test_30_the_whole_file_can_tell_the_name() -> None:
    proved = f"{ASCII_DAY}Dad: new phone: hi\n{ASCII_DAY}Dad: ok\n"
    assert [(one.sender, one.text) for one in read(proved)] == [("Dad", "new phone: hi"), ("Dad", "ok")]
    always = "".join(f"{ASCII_DAY}Dad: new phone: {word}\n" for word in ("a", "b", "c"))
    assert {one.sender for one in read(always)} == {"Dad: new phone"}
    assert not look(proved).questions
    assert not look(always).questions


def test_30_the_name_of_the_file_can_tell_the_name() -> None:
    text = f"{ASCII_DAY}Dad: new phone: hi\n"
    (one,) = read(text, "WhatsApp Chat with Dad_ new phone.txt")
    assert (one.sender, one.flags, one.chat) == ("Dad: new phone", (), "Dad_ new phone")


@pytest.mark.parametrize(
    ("written", "sender"),
    [
        ("~\u202fAlex", "~\u202fAlex"),
        ("\u2068+44 7700 900123\u2069", "+44 7700 900123"),
        ("Mum 💐 - home", "Mum 💐 - home"),
        ("\u200eAlex", "Alex"),
        ("أليكس", "أليكس"),
        ("Dr. O'Neil-Smith (GP)", "Dr. O'Neil-Smith (GP)"),
    ],
    ids=["31 unsaved", "32 isolates", "33 emoji and dash", "mark", "Arabic", "punctuation"],
)
def test_31_32_33_names(written: str, sender: str) -> None:
    assert short(f"{ASCII_DAY}{written}: hi") == [("2024-03-14T21:05", sender, "hi")]


@pytest.mark.parametrize(
    ("text", "kind", "flags"),
    [
        ("hi <This message was edited>", "message", ("edited",)),
        ("hi \u200e<This message was edited>", "message", ("edited",)),
        ("hallo <Diese Nachricht wurde bearbeitet.>", "message", ("edited",)),
        ("This message was deleted", "deleted", ()),
        ("This message was deleted.", "deleted", ()),
        ("You deleted this message", "deleted", ()),
        ("\u200eYou deleted this message.", "deleted", ()),
        ("Se eliminó este mensaje.", "deleted", ()),
        ("このメッセージは削除されました", "deleted", ()),
        ("I think this message was deleted", "message", ()),
        ("<Media omitted>", "message", ("not-in-export",)),
        ("\u200eimage omitted", "message", ("not-in-export",)),
        ("<Medien ausgeschlossen>", "message", ("not-in-export",)),
        ("null", "message", ()),
        ("", "message", ()),
        ("Missed voice call", "call", ()),
        ("\u200eVoice call, \u200e12 min", "call", ()),
        ("\u200eView once message omitted", "message", ("view-once", "not-in-export")),
        ("location: https://maps.example.org/?q=1,2", "message", ("place",)),
        ("\u200ePOLL:\nWhen?\n\u200eOPTION: Now (\u200e1 vote)", "message", ("poll",)),
        ("① ½ ﬁne", "message", ()),
        ("a\u2028b\u000bc\u001cd\u0085e\u2029f\rg", "message", ()),
        ("It’s “fine” (really)", "message", ()),
        ("I love you: always", "message", ()),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, str) else "",
)
def test_34_35_38_39_40_43_words_stay_and_what_they_mean_is_told(text: str, kind: str, flags: tuple[str, ...]) -> None:
    first, found, last = read(f"{ASCII_DAY}Alex: a\n{ASCII_DAY}Alex: {text}\n{ASCII_DAY}Sam: b\n")
    assert (found.sender, found.text, found.kind, found.flags) == ("Alex", text, kind, flags)
    assert (first.text, last.text) == ("a", "b")


def test_39_nothing_after_the_colon_not_even_a_space() -> None:
    assert [one.text for one in read(f"{ASCII_DAY}Alex:\n{ASCII_DAY}Alex: b\n")] == ["", "b"]


def test_36_the_name_of_a_picture_tells_the_order_of_the_date() -> None:
    body = "\u200e<attached: 00000012-PHOTO-2024-04-03-21-05-09.jpg>"
    text = f"[03/04/2024, 21:05:09] Alex: {body}\n"
    assert not look(text).questions
    (one,) = read(text)
    assert (one.sent, one.text, one.flags) == ("2024-04-03T21:05:09", body, ("not-in-export",))
    assert [given.name for given in one.attachments] == ["00000012-PHOTO-2024-04-03-21-05-09.jpg"]
    other = text.replace("2024-04-03-", "2024-03-04-")
    assert read(other)[0].sent == "2024-03-04T21:05:09"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("IMG-20240314-WA0003.jpg (file attached)\ncaption", "IMG-20240314-WA0003.jpg"),
        ("\u200eIMG-20240314-WA0003.jpg (file attached)", "IMG-20240314-WA0003.jpg"),
        ("Brief an dich.pdf (Datei angehängt)", "Brief an dich.pdf"),
        ("IMG-20240314-WA0003.jpg (ໄຟລ໌)", "IMG-20240314-WA0003.jpg"),
        ("\u200e<Anhang: 00000003-AUDIO-2024-03-14-10-00-00.opus>", "00000003-AUDIO-2024-03-14-10-00-00.opus"),
        ("letter.pdf • \u200e3 pages \u200e<attached: 00000008-letter.pdf>", "00000008-letter.pdf"),
    ],
)
def test_37_files_named_in_many_languages(text: str, name: str) -> None:
    (one,) = read(f"{ASCII_DAY}Alex: {text}\n")
    assert (one.text, [(given.name, given.part) for given in one.attachments]) == (text, [(name, "")])
    assert one.flags == ("not-in-export",)


def test_37_words_in_brackets_are_no_file() -> None:
    (one,) = read(f"{ASCII_DAY}Alex: see you (maybe)\n")
    assert one.attachments == ()


def test_41_lines_out_of_order_keep_the_order_of_the_file() -> None:
    text = "".join(f"14/03/2024, {time} - Alex: {time}\n" for time in ("23:50", "23:49", "23:50"))
    assert [(one.text, one.flags) for one in read(text)] == [
        ("23:50", ()),
        ("23:49", ("out-of-order",)),
        ("23:50", ()),
    ]


def test_42_an_hour_that_comes_twice_or_never() -> None:
    text = "31/03/2024, 01:30 - Alex: a\n27/10/2024, 01:30 - Alex: b\n27/10/2024, 02:30 - Alex: c\n"
    assert [one.flags for one in read(text)] == [("no-such-hour",), ("twice-an-hour",), ()]
    (question,) = look(text).questions
    assert (question.id, question.likely) == ("zone", "Europe/London")
    assert [one.flags for one in read(text, zone="Europe/Berlin")] == [(), (), ("twice-an-hour",)]
    assert [one.flags for one in read(text, zone="UTC")] == [(), (), ()]
    assert not look("30/03/2024, 01:30 - Alex: a\n").questions


def test_45_two_exports_agree_on_time_and_words_after_a_contact_was_renamed() -> None:
    before = read(f"{ASCII_DAY}Alex: hi\n")
    after = read(f"{ASCII_DAY}Him: hi\n{ASCII_DAY}Sam: new\n")
    assert (before[0].sent, before[0].text) == (after[0].sent, after[0].text)
    assert before[0].sender != after[0].sender


def test_what_stands_before_the_first_message_is_told() -> None:
    skipped, message = everything(f"Chat history\nfrom a mail\n{ASCII_DAY}Alex: hi\n")
    assert isinstance(skipped, Skipped)
    assert (skipped.place.start, skipped.place.end) == (0, 24)
    assert message.place.start == 25


def test_a_message_longer_than_any_can_be_is_told_and_the_next_is_read() -> None:
    text = f"{ASCII_DAY}Alex: a\n{ASCII_DAY}Alex: " + "x" * (5 << 20) + f"\n{ASCII_DAY}Sam: b\n"
    first, skipped, last = everything(text)
    assert isinstance(first, Message)
    assert isinstance(last, Message)
    assert isinstance(skipped, Skipped)
    assert (first.text, last.text) == ("a", "b")
    assert "longer" in skipped.why


def test_bytes_that_are_no_text_are_replaced_where_it_can_be_seen() -> None:
    found = read(b"14/03/2024, 21:05 - Alex: caf\xe9\n14/03/2024, 21:06 - Alex: ok\n")
    assert [(one.text, one.flags) for one in found] == [("caf\ufffd", ("mended",)), ("ok", ())]


def test_a_day_that_does_not_exist_is_left_empty() -> None:
    found = read(f"{ASCII_DAY}Alex: a\n31/02/2024, 10:00 - Alex: b\n")
    assert [(one.sent, one.sent_as_written) for one in found][1] == ("", "31/02/2024, 10:00")


def test_a_mail_that_quotes_a_chat_is_no_chat() -> None:
    mail = f"From: a@example.org\nTo: b@example.org\nSubject: x\n\n{ASCII_DAY}Alex: hi\n"
    assert not whatsapp.is_one(io.BytesIO(mail.encode()), "x.eml")
    assert whatsapp.is_one(io.BytesIO(f"Exported by me\n\n{ASCII_DAY}Alex: hi\n".encode()), "x.txt")


@pytest.mark.parametrize("text", [b"", b"\n", b"hello", b"Dear all,\n14/03/2024\n21:05", b"\x00" * 99, b"PK\x03\x04"])
def test_what_is_no_chat_is_not_taken_for_one(text: bytes) -> None:
    assert not whatsapp.is_one(io.BytesIO(text), "chat.txt")
