"""Small good files of every format to begin with: invented people only."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from functools import cache

from tests.campaign.fuzz import claims
from tests.campaign.fuzz.spoil import Kind, Parts, Seed, packed
from tests.intake import (
    apple_files,
    msg_files,
    test_closed,
    test_google,
    test_held_out,
    test_ics,
    test_imessage,
    test_meta_json,
    test_meta_pages,
    test_msg,
    test_signal,
)
from tests.intake import sms_files as sms
from tests.intake import telegram_pages as pages
from tests.intake import test_telegram as telegram
from tests.intake import test_vcard as cards

CHAT = (
    "14/03/2024, 21:05 - Messages and calls are end-to-end encrypted.\n14/03/2024, 21:05 - Alex: hi\nmore\n"
    "14/03/2024, 21:06 - Sam: <Media omitted>\n15/03/2024, 01:30 - Alex: IMG-20240315-WA0003.jpg (file attached)\nx\n"
    "27/10/2024, 01:30 - Dad: new phone: hi <This message was edited>\n"
)
IPHONE = (
    "\u200e[3/14/24, 9:05:09\u202fPM] ~\u202fAlex: \u200e<attached: 00000012-PHOTO-2024-03-14-21-05-09.jpg>\r\n"
    "[3/14/24, 9:06:09\u202fPM] Sam: \u200ePOLL:\r\nWhen?\r\n\u200eOPTION: Now (\u200e1 vote)\r\n"
    "[3/15/24, 12:00:00\u202fAM] \u2068+44 7700 900123\u2069: \u200eThis message was deleted.\r\n"
)
KOREAN = "2024년 3월 14일 오후 9:05 - Alex: 여보세요\n2024년 3월 14일 오후 9:06 - Sam: 네\n"
ARABIC = "١٤/٣/٢٠٢٤، ٩:٠٥ م - Alex: Dad: x\n١٥/٣/٢٠٢٤، ٩:٠٥ ص - Sam: تم حذف هذه الرسالة\n"
PLAIN = b"From: Alex <a@example.org>\nTo: b@example.org\nDate: Thu, 14 Mar 2024 21:05:09 +0100\nSubject: x\n\nhi\n"
CODED = (
    b"From: =?utf-8?q?Al=C3=A9x?= <a@example.org>\nDate: Thu, 14 Mar 2024\nContent-Type: text/plain; "
    b"charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nx\n"
)
PARTS = (
    b'From: a@example.org\nDate: x\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    b'<p>x &amp; y</p>\n--b\nContent-Type: image/png; name="p.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n'
)
INNER = b"From: a@example.org\nDate: x\nContent-Type: message/rfc822\n\n" + PLAIN
EVENT = (
    "SUMMARY:Handover\\, gate", "DTSTART;TZID=Europe/London:20240714T170000", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4",
    'ATTENDEE;CN="Lee, A":MAILTO:lee@example.org', "ATTACH;ENCODING=BASE64;VALUE=BINARY:aGk=", "BEGIN:VALARM", "END:VALARM",
)  # fmt: skip
CARD = (
    "VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89;Al=", "ex;;;", "FN:Alex", "TEL;CELL:07700 900123",
    "PHOTO;ENCODING=BASE64;JPEG:aGVs\r\n bG8=", "", "NOTE:Tell\\, then\\ncall",
)  # fmt: skip
CALLS = (
    b"Name,Number,Type,Date,Duration\nAlex,07700900123,Missed,03/04/2024 21:05:09,0\n,-1,2,5 Apr 2024 9:05 PM,0:01:02\n"
)
PART = '<part seq="0" ct="image/jpeg" name="p.jpg" data="aGVsbG8=" /><part seq="1" ct="text/plain" text="x &#55357;&#56396;" />'
ADDRESS = '<addr address="07700900123" type="137" /><addr address="insert-address-token" type="151" />'
FOLDER = "x/inbox/a_1/"


def zip_seed(name: str, parts: dict[str, bytes]) -> Seed:
    return Seed(name, packed(tuple(parts.items())), tuple(parts.items()))


def outlook_seed() -> Seed:
    """A mail from Outlook whose streams are spoilt one at a time and put into a whole compound file again."""
    head = PARTS.partition(b"\n\n")[0].decode()
    inside = msg_files.tree(body=None, rtf=test_msg.packed(test_msg.WRAPPED), picture=b"p", above=24)
    tree = msg_files.tree(headers=head, html=b"<p>x</p>", rtf=b"x", inner=True, picture=b"p", mail=inside)
    parts = tuple(_leaves(tree, ""))
    return Seed("x.msg", msg_files.compound(tree), parts, _outlook)


def rtf_seed() -> Seed:
    """A mail whose words are only there as RTF; the RTF is spoilt, and packed again as it stands."""
    parts = (("rtf", test_msg.WRAPPED.encode()),)
    return Seed("z.msg", _rtf(parts), parts, _rtf)


def _rtf(parts: Parts) -> bytes:
    rtf = parts[0][1]
    return msg_files.outlook(body=None, rtf=struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf)


def _leaves(tree: msg_files.Folder, above: str) -> Iterator[tuple[str, bytes]]:
    for name, inside in tree.items():
        if isinstance(inside, bytes):
            yield above + name, inside
        else:
            yield from _leaves(inside, f"{above}{name}/")


def _outlook(parts: Parts) -> bytes:
    tree: msg_files.Folder = {}
    for path, raw in parts:
        *folders, name = path.split("/")
        at = tree
        for folder in folders:
            inside = at.setdefault(folder, {})
            assert isinstance(inside, dict)
            at = inside
        at[name] = raw
    return msg_files.compound(tree)


def words(*told: str) -> tuple[bytes, ...]:
    return tuple(one.encode() for one in told)


def dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def _texts() -> dict[str, Kind]:
    chat_words = words(
        "14/03/2024, 21:05 - ", "[14/03/2024, 21:05:09] ", "3/14/24, 9:05 PM - ", "99/99/9999, 99:99 - ", "Alex: ", ": ",
        "\u200e<attached: x.jpg>", "\n31/03/2024, 01:30 - Sam: ", "오후", "下午", "م", "a.\u00a0m.", "klo ", "2567",
    )  # fmt: skip
    mail_words = words(
        "\n--b\n", "\n--b--\n", "Content-Type: multipart/mixed; boundary=b\n", "charset=utf-7", "charset=x", "\nFrom ",
        "Content-Transfer-Encoding: uuencode\n", "\n\n", "=?utf-16?q?=?=", "filename*=utf-8''%2e%2e%2f", "begin 644 x\n",
        "Content-Type: application/pkcs7-mime\n", "Content-Length: 5\n", "Content-Type: message/rfc822\n\n", "format=flowed",
    )  # fmt: skip
    box = b"From alex@example.org Thu Mar 14 21:05:09 2024\n" + PLAIN + b"\nFrom - Thu Mar 14 21:05:09 2024\n"
    counted = str(len(PLAIN)).encode() + b"\n" + PLAIN + b"<plist/>"
    outlook_words = (
        b"\xff\xff\xff\xff",
        b"\xfe\xff\xff\xff",
        b"\x1f\0\x37\0",
        b"\x02\1\x13\x10",
        b"\0" * 4,
        *mail_words,
    )
    rtf_words = words(
        "{\\field{\\*\\fldinst{HYPERLINK ",
        "{\\fonttbl",
        "\\f1\\fcharset128 ",
        "\\bin9 ",
        "{\\pict ",
        "\\'81",
        "\\u-9 ",
        "\\uc",
        "}",
    )
    return {
        "whatsapp": Kind(
            (
                Seed("a.txt", CHAT.encode()), Seed("b.txt", IPHONE.encode()), Seed("c.txt", KOREAN.encode()),
                Seed("d.txt", ARABIC.encode()), Seed("e.txt", CHAT.encode("utf-16")),
                Seed("f.txt", test_held_out.WESTERN.encode("cp1252")),
                zip_seed("x.zip", {"_chat.txt": IPHONE.encode(), "00000012-PHOTO-2024-03-14-21-05-09.jpg": b"jpg"}),
            ),
            chat_words,
        ),
        "eml": Kind((*(Seed("x.eml", one) for one in (PLAIN, CODED, PARTS, INNER)), Seed("x.emlx", counted)), mail_words),
        "mbox": Kind((Seed("x.mbox", box + CODED), Seed("y.mbox", (box + PARTS).replace(b"\n", b"\r\n"))), mail_words),
        "msg": Kind(
            (outlook_seed(), rtf_seed(), Seed("y.msg", msg_files.outlook(body=None, html=b"<p>caf\xe9</p>"))),
            (*outlook_words, *rtf_words),
        ),
        "vcard": Kind(
            (Seed("x.vcf", cards.card(*CARD).encode()), Seed("y.vcf", cards.card(*CARD[1:], end="\n").encode("utf-16")),
             Seed("z.vcf", (cards.card("VERSION:4.0", "FN:A", "TEL;VALUE=uri:tel:+447700900123") * 3).encode())),
            words("BEGIN:VCARD\r\n", "END:VCARD\r\n", "\r\n ", ";ENCODING=b:", ";CHARSET=x:", "item1.", "=\r\n", "NOTE;", "\\n"),
        ),
        "ics": Kind(
            (Seed("x.ics", test_ics.whole(test_ics.event(*EVENT), test_ics.event("DUE:20240101", kind="VTODO")).encode()),),
            words("BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VCALENDAR\r\n", "DTSTART:99999999T999999Z\r\n", "\r\n ",
                  "DTSTART;VALUE=DATE:", "TZID=Nowhere/x", "RRULE:FREQ=SECONDLY;INTERVAL=0", "DURATION:P99999999W", "PERIOD"),
        ),
        "call-csv": Kind(
            (Seed("x.csv", CALLS), Seed("y.csv", CALLS.replace(b",", b";").decode().encode("utf-16")),
             Seed("z.tsv", b'"DURATION"\t"CALLTYPE"\t"DATE/TIME"\t"PHONE NUMBER"\r\n"0:00:00"\t"3"\t"Thu Mar 14 21:05:09 2024"\t="07700900123"\r\n')),
            words("Number", "Date", "Type", "Duration", '"\n"', ";", "\t", "|", "31/31/2024", "1710450309000", "99:99:99", "0:00:00"),
        ),
        "message-csv": Kind(
            (Seed("x.csv", b'Date,Type,Number,Message\n03/04/2024 21:05,Received,07700900123,"x\ny"\n05/04/2024,Sent,-1,z\n'),
             Seed("y.csv", b"Datum;Sender;Recipient;Text\r\n2024-03-14T21:05:09Z;Alex;Sam;hi\r\n")),
            words("Number", "Date", "Message", "Type", "From", '"\n"', ";", "\t", "|", "31/31/2024", "1710450309000", "Draft"),
        ),
        "sms-backup": Kind(
            (Seed("x.xml", sms.whole(sms.text("a&#55357;&#56396;&#10;b", 'contact_name="Alex"') + sms.mms(PART, ADDRESS).encode(), 2)),
             Seed("c.xml", sms.whole('<call number="-1" duration="5" date="1710450309000" type="3" />', root="calls")),
             Seed("s.xml", test_held_out.TEXTS.encode()), Seed("l.xml", test_held_out.LOGS.encode()),
             Seed("u.xml", sms.whole(sms.text("x")).decode().encode("utf-16"))),
            words("<sms ", "<mms ", "<call ", "</mms>", "<parts>", "<part ", " />", 'body="', 'data="', 'type="', 'date="', 'address="a~b"',
                  "&#xD83D;", "&#11;", "&bomb;", "</smses>", 'msg_box="', "<addrs>", "<?xml version='1.0' encoding='latin-1'?>"),
        ),
    }  # fmt: skip


def _downloads() -> dict[str, Kind]:
    said = test_meta_json.said
    thread = test_meta_json.one_file(
        said("I\u00e2\u0080\u0099m", photos=[{"uri": FOLDER + "p.jpg"}], reactions=[{"reaction": "x", "actor": "y"}]),
        said(None, 5),
    )
    secret = dumped(test_meta_json.encrypted(test_meta_json.secret("hi")))
    page = (
        b"<html><head><title>Alex</title></head><body><h1>Alex</h1><main>"
        + (
            test_meta_pages.HEADER
            + test_meta_pages.now("A", "x&amp;<br>", "Mar 14, 2024 9:05 pm", "<ul><li>y</li></ul>")
            + test_meta_pages.lately("B", "y", "Mar 14, 2024 9:05 pm")
        ).encode()
    )
    imessage = (test_imessage.COLUMNS + '\nA,2024-03-14 21:05:09,,,,SMS,Incoming,1,A,,,,"x\ny",p.jpg,Image\n').encode()
    tg = telegram.raw(
        telegram.said(["a", {"text": "b"}], photo="p.jpg"), telegram.did("phone_call", duration_seconds=5)
    )
    tg_page = pages.page(
        pages.did("14 March 2024"), pages.said("x&amp;<br>", more=pages.forwarded("y")),
        pages.joined("z", more=pages.drawn("photo_wrap", "p.jpg") + pages.sent("media_call", "Sam", "Outgoing (5 seconds)")),
    )  # fmt: skip
    tg_marks = words(
        '<div class="message default clearfix joined">', '<div class="message service">', '<div class="from_name">', " via @x",
        '<div class="text">', '<div class="media_wrap"><a class="photo_wrap" href="', '<div class="forwarded body">', "</div>",
        'title="14.03.2024 21:05:09 UTC+01:00"', '<span class="reactions"><span class="reaction">', '<div class="media_poll">',
        '<div class="page_header">', "(9999999 seconds)", "99:99:99", "<br>", "&#0;", "<pre>", "go_to_message",
    )  # fmt: skip
    chat = dumped(test_google.chat(test_google.said(attached_files=[{"export_name": "x"}]), test_google.said(None)))
    record = test_signal.jsonl(
        test_signal.item(**test_signal.text("x", reactions=[{"emoji": "x"}])), test_signal.item("1", "11")
    )
    voice = test_google.texts(test_google.voice("Me", "1", "x")) + test_google.call("missed", "Missed")
    signs = words(
        '"',
        '":',
        '{"',
        "},{",
        "[]",
        "{}",
        '\\"',
        "\\u0000",
        "\\ud800",
        "[[",
        "]]",
        "null,",
        "1e400",
        "-0",
        "<div>",
        "</div>",
    )
    marks = words('<div class="message">', "</div>", "<br>", "&#x110000;", "&nbsp", "<img src=", 'class="_a6-g"', "<q>", "</q>",
                  '<div class="haudio">', 'title="2024-03-14T21:05:09Z"', "<script>", "<style>", "<!--", "<h2>", "Mar 14, 2024 9:05 pm")  # fmt: skip
    return {
        "meta-json": Kind(
            (Seed("message_1.json", thread), Seed("Alex_1.json", secret),
             zip_seed("x.zip", {FOLDER + "message_1.json": thread, FOLDER + "message_2.json": thread, FOLDER + "p.jpg": b"p"})),
            (*signs, *words('"timestamp_ms":', '"sender_name":', '"content":', '"messages":[', '"timestamp":1e30', '"is_unsent":true')),
        ),
        "meta-html": Kind((Seed("message_1.html", page), zip_seed("x.zip", {FOLDER + "message_1.html": page, "p.jpg": b"p"})), marks),
        "telegram-json": Kind(
            (Seed("result.json", tg), zip_seed("x.zip", {"c/result.json": tg, "c/p.jpg": b"p"})),
            (*signs, *words('"type":"service"', '"date_unixtime":"9e9"', '"text":[', '"messages":[', '"chats":{"list":[', '"from":null')),
        ),
        "telegram-html": Kind(
            (Seed("messages.html", tg_page), zip_seed("x.zip", {"c/messages.html": tg_page, "c/messages2.html": tg_page, "c/p.jpg": b"p"})),
            tg_marks,
        ),
        "google-chat": Kind(
            (Seed("messages.json", chat), zip_seed("x.zip", {"T/Groups/DM a/messages.json": chat, "T/Groups/DM a/group_info.json": b'{"members":[]}'})),
            (*signs, *words('"created_date":', '"Thursday, March 14, 2024 at 9:05:09 PM UTC"', '"creator":', '"messages":[')),
        ),
        "google-voice": Kind((Seed("Alex - Text.html", voice), zip_seed("x.zip", {"Calls/Alex - Text - 2024.html": voice})), marks),
        "signal": Kind(
            (Seed("main.jsonl", record), Seed("s.txt", test_signal.SIGTOP.encode()), zip_seed("x.zip", {"main.jsonl": record, "files/a": b"p"}),
             zip_seed("y.zip", {"A/data.json": test_held_out.LINE.encode() * 2, "A/media/a b.jpg": b"p"}), Seed("data.json", (test_held_out.LINE + test_held_out.OWN).encode())),
            (*signs, *words('"chatItem":', '"dateSent":"99999999999999999999"', "\nFrom: ", "\nSent: ", "Conversation: ", '{"recipient":')),
        ),
        "imessage": Kind(
            (Seed("x.txt", test_imessage.PLAIN.encode()), Seed("x.csv", imessage),
             Seed("x.html", test_imessage.page(test_imessage.bubble("A", "x", "Mar 14, 2024  9:05:09 PM")))),
            (*marks, *words("Mar 14, 2024  9:05:09 PM\n", "Tapbacks:\n", "Edited 5 seconds later: ", '"\n"', "2024-03-14 21:05:09", "    ")),
        ),
    }  # fmt: skip


def _databases() -> Kind:
    rows = (
        {"text": "x"},
        {"text": None, "attributedBody": apple_files.archived("hi"), "message_summary_info": apple_files.edited("a")},
    )
    raw = apple_files.database(*rows, schema=apple_files.SMALL)
    return Kind(
        (Seed("sms.db", raw),),
        (
            b"\xff\xff\xff\xff",
            b"\x0d\0\0\0",
            b"\x05\0\0\0",
            b"CREATE TABLE ",
            b"message",
            b" WITHOUT ROWID",
            b"\x81\x01",
        ),
    )


def _closed() -> Kind:
    held = tuple(Seed(name, raw) for name, (raw, _) in test_closed.FILES.items())
    return Kind(held, (b"PK\3\4", b"!BDN", b"\x1f\x8b", b"CREATE TABLE Files (fileID", b"message_ftsv2", b"\1\0"))


def _several() -> Kind:
    """Files of several kinds in one zip, each spoilt by itself."""
    chat = dumped(test_google.chat(test_google.said(), test_google.said(None)))
    voice = test_google.call("missed", "Missed")
    book = cards.card(*CARD).encode()
    return Kind(
        (zip_seed("x.zip", {"T/Chat/DM a/messages.json": chat, "T/Calls/a.html": voice, "T/b.eml": PARTS, "T/c.vcf": book}),
         zip_seed("y.zip", {"a.eml": CODED, "b.eml": INNER, "c.ics": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240314\nEND:VEVENT\nEND:VCALENDAR\n"})),
        words('"creator":', '"created_date":', '<div class="haudio">', "BEGIN:VCARD\r\n", "END:VEVENT\n", "\n\n", "From: "),
    )  # fmt: skip


@cache
def kinds() -> dict[str, Kind]:
    """Every format by its id; a format without seeds is seen by a test."""
    more = {"apple-messages": _databases(), "closed": _closed(), "claims": claims.seeds(), "several": _several()}
    return _texts() | _downloads() | more
