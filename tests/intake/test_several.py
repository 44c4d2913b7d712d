"""A zip with files of several kinds: a whole download from Google, or what she packed together herself."""

from __future__ import annotations

import io
import json

import pytest

from daybook.intake.format import Found, recognise
from daybook.intake.inside import Inside
from daybook.intake.message import Message, Skipped
from tests.intake import sms_files, test_google, test_vcard
from tests.intake.downloads_files import zipped
from tests.intake.msg_files import outlook, text, tree

CHAT = {
    "messages": [
        {"creator": {"name": "Alex"}, "created_date": "Thursday, March 14, 2024 at 9:05:09 PM UTC", "text": "hi"}
    ]
}
MAIL = "From: alex@example.org\nTo: mia@example.org\nDate: Thu, 14 Mar 2024 21:05:09 +0000\nSubject: x\n\nhello\n"
BOX = "From 1@xxx Thu Mar 14 21:05:09 +0000 2024\n" + MAIL
CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240314T100000Z\r\nSUMMARY:Court\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CALLS = "Name,Number,Type,Date,Duration\nAlex,07700900123,Missed,03/04/2024 21:05,0\n"
WHATSAPP = "14/03/2024, 21:05 - Alex: book.vcf (file attached)\n14/03/2024, 21:06 - Mia: ok\n"
TAKEOUT = {
    "Takeout/Google Chat/Groups/DM a/messages.json": CHAT,
    "Takeout/Voice/Calls/Alex - Missed.html": test_google.call("missed", "Missed call from"),
    "Takeout/Contacts/All Contacts.vcf": test_vcard.card("VERSION:3.0", "FN:Kim"),
    "Takeout/Calendar/Mia.ics": CALENDAR,
    "Takeout/Mail/All mail.mbox": BOX,
    "Takeout/archive_browser.html": "<html></html>",
}


def read(raw: bytes, answers: dict[str, str] | None = None) -> tuple[list[Message], list[Skipped], Found]:
    file = io.BytesIO(raw)
    found = recognise(file, "x.zip")
    assert found is not None
    assert found.id == "several"
    look = found.look(file, "x.zip")
    told = list(found.read(file, "x.zip", answers or {}))
    return [one for one in told if isinstance(one, Message)], [one for one in told if isinstance(one, Skipped)], look


def test_all_kinds_of_a_download_from_google_are_read() -> None:
    messages, skipped, look = read(zipped(TAKEOUT))
    assert sorted((one.kind, one.place.part.rpartition("/")[2]) for one in messages) == [
        ("call", "Alex - Missed.html"), ("date", "Mia.ics"), ("mail", "All mail.mbox"), ("message", "messages.json"),
        ("person", "All Contacts.vcf"),
    ]  # fmt: skip
    assert [one.place.part for one in skipped] == ["Takeout/archive_browser.html"]
    assert look.notes[0].startswith("It holds: ")
    assert look.notes[0].count(";") == 4


def test_each_place_is_that_in_its_own_part() -> None:
    messages, _, _ = read(zipped(TAKEOUT))
    mail = next(one for one in messages if one.kind == "mail")
    assert BOX.encode()[mail.place.start : mail.place.end].strip().endswith(b"hello")


def test_exports_she_packed_together_are_all_read_and_a_file_of_a_chat_is_not_read_as_an_export() -> None:
    raw = zipped({
        "sms.xml": sms_files.whole(sms_files.text("text")), "WhatsApp Chat with Alex.txt": WHATSAPP,
        "book.vcf": test_vcard.card("VERSION:3.0", "FN:Kim"), "notes.txt": "plain words",
    })  # fmt: skip
    messages, skipped, _ = read(raw)
    assert {(one.kind, one.place.part) for one in messages} == {
        ("message", "sms.xml"), ("message", "WhatsApp Chat with Alex.txt"),
    }  # fmt: skip
    assert [one.place.part for one in skipped] == ["notes.txt"]


def test_mails_alone_in_a_zip_are_read_and_what_they_carry_can_be_taken_out() -> None:
    carried = (
        "From: alex@example.org\nSubject: y\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n"
        '--b\nContent-Type: image/png; name="p.png"\nContent-Disposition: attachment; filename="p.png"\n'
        "Content-Transfer-Encoding: base64\n\naGVsbG8=\n--b--\n"
    )
    raw = zipped({"a.eml": MAIL, "b.eml": carried})
    messages, skipped, _ = read(raw)
    assert [(one.kind, one.place.part) for one in messages] == [("mail", "a.eml"), ("mail", "b.eml")]
    assert not skipped
    given = messages[1].attachments[0]
    assert given.part == "b.eml"
    assert b"".join(Inside(io.BytesIO(raw)).pieces(given)) == b"hello"


def test_a_question_names_its_file_and_its_answer_reaches_only_that_file() -> None:
    raw = zipped({"calls.csv": CALLS, "more.csv": CALLS, "a.eml": MAIL})
    messages, _, look = read(raw)
    assert [(one.id, one.ask.partition(":")[0]) for one in look.questions] == [
        ("date-order:calls.csv", "calls.csv"), ("date-order:more.csv", "more.csv"),
    ]  # fmt: skip
    assert [one.sent for one in messages if one.kind == "call"] == ["", ""]
    messages, _, _ = read(raw, {"date-order:more.csv": "dmy"})
    assert [one.sent for one in messages if one.kind == "call"] == ["", "2024-04-03T21:05:00"]


@pytest.mark.parametrize(("parts", "by"), [
    ({"WhatsApp Chat with Alex.txt": WHATSAPP, "book.vcf": test_vcard.card("VERSION:3.0", "FN:Kim")}, "whatsapp"),
    ({"T/messages.json": CHAT, "T/group_info.json": {"members": []}}, "google-chat"),
    ({"notes.txt": "plain words", "a.jpg": b"\xff\xd8"}, None),
    ({"a.eml": b"\0\1\2", "b.vcf": "no card"}, None),
])  # fmt: skip
def test_a_zip_of_one_app_or_of_none_stays_what_it_was(parts: dict[str, object], by: str | None) -> None:
    found = recognise(io.BytesIO(zipped(parts)), "x.zip")
    assert (found and found.id) == by


def test_a_part_that_breaks_off_costs_only_itself() -> None:
    raw = zipped({"a.eml": MAIL, "b.ics": CALENDAR, "c.csv": json.dumps([])})
    spoilt = raw.replace(raw[raw.index(b"b.ics") + 5 : raw.index(b"b.ics") + 25], b"\xff" * 20, 1)
    messages, skipped, _ = read(spoilt)
    assert [one.kind for one in messages] == ["mail"]
    assert {one.place.part for one in skipped} == {"b.ics", "c.csv"}


def test_a_backup_that_was_sent_in_a_chat_stays_a_file_of_that_chat() -> None:
    sent = "14/03/2024, 21:05 - Alex: sms.xml (file attached)\n14/03/2024, 21:06 - Mia: ok\n"
    backup = sms_files.whole(sms_files.text("of somebody else"))
    messages, skipped, _ = read(zipped({"sms.xml": backup, "WhatsApp Chat with Alex.txt": sent}))
    assert [(one.place.part, len(one.attachments)) for one in messages] == [
        ("WhatsApp Chat with Alex.txt", 1), ("WhatsApp Chat with Alex.txt", 0),
    ]  # fmt: skip
    assert not skipped


def test_mails_of_outlook_in_a_zip_are_read_each_at_the_part_it_is() -> None:
    raw = zipped({"a.msg": outlook(body="Come home."), "b/long.MSG": outlook(body="x" * 200_000), "c.eml": MAIL})
    messages, skipped, look = read(raw)
    assert [(one.kind, one.place.part, one.text[:5]) for one in messages] == [
        ("mail", "a.msg", "Come "), ("mail", "b/long.MSG", "xxxxx"), ("mail", "c.eml", "hello"),
    ]  # fmt: skip
    assert messages[0].place.end == len(outlook(body="Come home."))
    assert look.notes[0] == "It holds: A mail from Outlook; A mail."
    assert [(one.place.part, "unpack the zip" in one.why) for one in skipped] == [("a.msg", True), ("b/long.MSG", True)]


def test_a_mail_inside_a_mail_of_outlook_in_a_zip_is_read_too() -> None:
    messages, _, _ = read(zipped({"a.msg": outlook(mail=tree(body="within", above=24))}))
    assert [(one.text, one.place.part) for one in messages] == [("Come home.\nNow.", "a.msg"), ("within", "a.msg")]


def test_a_damaged_mail_of_outlook_costs_only_itself() -> None:
    whole = outlook()
    spoilt = whole.replace(text("alex@example.org"), b"\xff" * len(text("alex@example.org")))
    broken = bytearray(spoilt)
    broken[0x30:0x34] = b"\x07\0\0\0"  # where its list of streams begins
    messages, skipped, _ = read(zipped({"a.msg": bytes(broken), "b.msg": whole[:9_000], "c.eml": MAIL}))
    assert [one.place.part for one in messages] == ["c.eml"]
    assert [one.place.part for one in skipped] == ["a.msg", "b.msg"]


def test_what_is_only_called_a_mail_of_outlook_is_none() -> None:
    messages, skipped, _ = read(zipped({"a.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9_000), "c.eml": MAIL}))
    assert [one.place.part for one in messages] == ["c.eml"]
    assert [one.place.part for one in skipped] == ["a.msg"]


def test_a_mail_as_apple_keeps_it_is_read_from_a_zip() -> None:
    messages, _, _ = read(zipped({"1.emlx": f"{len(MAIL)}\n{MAIL}<plist></plist>"}))
    assert [(one.kind, one.place.part) for one in messages] == [("mail", "1.emlx")]
