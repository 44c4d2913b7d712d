"""One mail: what it says, what it carries, what is broken in it, and what it may not do."""

from __future__ import annotations

import base64
import binascii
import io
import quopri
import time

import pytest

from daybook.intake.carried import carried
from daybook.intake.format import recognise
from daybook.intake.mail.limits import MAILS_DEEP, PARTS, WORDS
from daybook.intake.mail.names import harmless
from daybook.intake.message import Given, Message, Place, Skipped
from tests.intake.mail_files import HEAD, mails, one, read, whys

PARTS_HEAD = HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n'


def text(head: bytes, body: bytes) -> bytes:
    return HEAD + head + b"\n\n" + body


def test_a_plain_mail_is_itself_with_its_head_whole() -> None:
    raw = HEAD + b"Received: from a.example\n\tby b.example; now\n\nYou owe me.\n\n  Come home.\n"
    mail = one(raw)
    assert (mail.kind, mail.sent, mail.sent_as_written) == (
        "mail",
        "2024-03-14T21:05:09+01:00",
        "Thu, 14 Mar 2024 21:05:09 +0100",
    )
    assert (mail.sender, mail.to, mail.chat) == ("Alex Example <alex@example.org>", ("Sam <sam@example.com>",), "Hello")
    assert mail.text == "You owe me.\n\n  Come home.\n"
    assert mail.place == Place(0, len(raw))
    assert mail.headers[-1] == ("Received", "from a.example\n\tby b.example; now")
    assert len(mail.headers) == 6


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Thu, 14 Mar 2024 21:05:09 -0000", "2024-03-14T21:05:09+00:00"),
        ("Thu, 14 Mar 2024 21:05:09", "2024-03-14T21:05:09"),
        ("Thu, 14 Mar 2024 21:05:09 BST", "2024-03-14T21:05:09"),
        ("14 Mar 24 21:05 GMT", "2024-03-14T21:05:00+00:00"),
        ("last Tuesday", ""),
        ("Thu, 34 Mar 2024 21:05:09 +0000", ""),
        ("Thu, 14 Mar 2024 21:05:09 +9999999", ""),
    ],
)
def test_a_date_is_only_as_exact_as_it_is_written(written: str, sent: str) -> None:
    raw = HEAD.replace(b"Thu, 14 Mar 2024 21:05:09 +0100", written.encode()) + b"\nhi\n"
    assert (one(raw).sent, one(raw).sent_as_written) == (sent, written)
    assert any("date of this mail" in why for why in whys(raw)) is (not sent)


def test_encoded_words_are_read_and_an_unknown_alphabet_is_marked() -> None:
    raw = HEAD.replace(b"Hello", b"=?utf-8?b?SGVsbG8g8J+Yog==?= =?iso-8859-1?q?caf=E9?=") + b"\nhi\n"
    assert one(raw).chat == "Hello \N{CRYING FACE}café"
    strange = one(HEAD.replace(b"Hello", b"=?x-nobody?q?a=FFb?=") + b"\nhi\n")
    assert "\N{REPLACEMENT CHARACTER}" in strange.chat
    assert "mended" in strange.flags


@pytest.mark.parametrize(
    ("charset", "body", "said", "is_mended"),
    [
        (b"utf-8", "naïve ① ½ ﬁne\u2028x".encode(), "naïve ① ½ ﬁne\u2028x", False),
        (b"iso-8859-1", b"it\x92s \xe9", "it’s é", False),
        (b"x-nobody", "é".encode(), "é", False),
        (b"x-nobody", b"\xe9", "\N{REPLACEMENT CHARACTER}", True),
        (b"utf-8", b"a\xe9b", "a\N{REPLACEMENT CHARACTER}b", True),
        (b"idna", b"xn--a", "xn--a", False),
        (b"rot13", b"uryyb", "uryyb", False),
        (b"unicode_escape", rb"a\x41", r"a\x41", False),
    ],
)
def test_words_are_read_in_the_alphabet_they_say_or_marked(
    charset: bytes, body: bytes, said: str, *, is_mended: bool
) -> None:
    mail = one(text(b"Content-Type: text/plain; charset=" + charset, body))
    assert mail.text == said
    assert ("mended" in mail.flags) is is_mended


def test_an_unknown_alphabet_is_said() -> None:
    assert any(
        "alphabet that is not known" in why for why in whys(text(b"Content-Type: text/plain; charset=x-no", b"a"))
    )


def test_bad_base64_gives_what_can_be_read_and_is_said() -> None:
    whole = base64.b64encode(b"I will find you")
    for broken, said in (
        (whole[:5] + b"!\xff*" + whole[5:], "I will find you"),
        (whole[:-1], "I will find yo"),
        (whole[:-3], "I will find "),
    ):
        raw = text(b"Content-Transfer-Encoding: base64", broken)
        assert one(raw).text == said
        assert any("broken" in why for why in whys(raw)) is (broken != whole[:-1])


def test_quoted_printable_and_line_ends() -> None:
    raw = text(
        b"Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8",
        b"a=C3=A9 =\r\nb\r\n\r\nc",
    )
    assert one(raw).text == "aé b\n\nc"


def test_a_page_of_html_is_reduced_to_words_and_given_too() -> None:
    page = (
        "<html><head><title>no</title><style>p{}</style></head><body><p>You &amp; me</p><script>x()</script>"
        "<div>one<br>two</div><ul><li>a<li>b</ul><img alt='\N{PILE OF POO}'><pre>x  y</pre></body></html>"
    ).encode()
    raw = text(b"Content-Type: text/html; charset=utf-8", page)
    mail = one(raw)
    assert mail.text == "You & me\none\ntwo\na\nb\n\N{PILE OF POO}\nx  y"
    (given,) = mail.attachments
    assert (given.media, raw[given.start : given.end]) == ("text/html", page)


def alternative(plain: bytes, page: bytes) -> bytes:
    return HEAD + (
        b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain
        + b"\n--b\nContent-Type: text/html\n\n" + page + b"\n--b--\n"
    )  # fmt: skip


def test_of_two_ways_of_saying_the_same_the_plain_one_is_taken_and_another_meaning_is_said() -> None:
    same = alternative(b"Come  home.", b"<p>Come <b>home.</b></p>")
    assert (one(same).text, one(same).attachments, whys(same)) == ("Come  home.", (), set())
    other = alternative(b"Come home.", b"<p>Come home or I will burn it.</p>")
    assert one(other).text == "Come home."
    assert [given.media for given in one(other).attachments] == ["text/html"]
    assert any("says more or less" in why for why in whys(other))
    assert one(alternative(b" ", b"<p>Only here</p>")).text == "Only here"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("../../evil.png", "evil.png"),
        (r"..\..\evil.png", "evil.png"),
        ("/etc/passwd", "passwd"),
        ("C:\\windows\\a.exe", "a.exe"),
        ("..", ""),
        ("a/..", ""),
        ("gpj\u202e.exe", "gpj.exe"),
        ("a\x00b\nc.png", "abc.png"),
        ("x" * 400 + ".jpg", "x" * 130 + ".jpg"),
        ("\u0645\u0631\u062d\u0628\u0627.pdf", "\u0645\u0631\u062d\u0628\u0627.pdf"),
        ("IMG 1.jpg", "IMG 1.jpg"),
    ],
)
def test_a_name_leads_nowhere(written: str, shown: str) -> None:
    assert harmless(written) == shown


def test_an_attachment_is_given_with_its_bytes_and_a_harmless_name_and_that_is_said() -> None:
    picture = bytes(range(256)) * 40
    raw = (
        PARTS_HEAD + b'--b\n\nlook\n--b\nContent-Type: image/png; name="../../evil.png"\nContent-Transfer-Encoding: base64\n\n'
        + base64.encodebytes(picture) + b"--b--\n"
    )  # fmt: skip
    mail = one(raw)
    (given,) = mail.attachments
    assert (mail.text, given.name, given.media, given.encoding) == ("look", "evil.png", "image/png", "base64")
    assert b"".join(carried(io.BytesIO(raw), given)) == picture
    assert any("lead out of its folder" in why for why in whys(raw))


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "x-uuencode", "8bit"])
def test_every_coding_of_an_attachment_comes_out_as_it_went_in(coding: str, end: bytes) -> None:
    plain = b"one = two\nthree\n" + bytes(range(33, 127)) * 20
    coded = {
        "base64": base64.encodebytes(plain),
        "quoted-printable": quopri.encodestring(plain),
        "x-uuencode": b"begin 644 a\n"
        + b"".join(binascii.b2a_uu(plain[at : at + 45]) for at in range(0, len(plain), 45))
        + b"`\nend\n",
        "8bit": plain,
    }[coding]
    raw = (
        PARTS_HEAD
        + b"--b\nContent-Type: application/x\nContent-Transfer-Encoding: "
        + coding.encode()
        + b"\n\n"
        + coded
        + b"\n--b--\n"
    )
    if coding != "8bit":
        raw = raw.replace(b"\n", end)
    (given,) = one(raw).attachments
    found = b"".join(carried(io.BytesIO(raw), given))
    assert found.replace(b"\r\n", b"\n") == plain


def test_a_mail_inside_a_mail_is_a_message_of_its_own() -> None:
    inner = b"From: x@example.org\nDate: Thu, 14 Mar 2024 20:05 GMT\nSubject: inner\n\nhis words"
    raw = PARTS_HEAD + b"--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\n" + inner + b"\n--b--\n"
    outer, found = mails(raw)
    assert (outer.text, found.text, found.chat) == ("see below", "his words", "inner")
    assert raw[found.place.start : found.place.end] == inner
    assert [given.media for given in outer.attachments] == ["message/rfc822"]


def test_mails_in_mails_and_parts_in_parts_end_somewhere() -> None:
    deep = HEAD + b"Content-Type: message/rfc822\n\n" * 500 + b"\nwords"
    assert len(mails(deep)) == MAILS_DEEP + 1
    assert any("too many other mails" in why for why in whys(deep))
    nested = HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(500))
    assert any("too many parts" in why for why in whys(nested))
    many = PARTS_HEAD + b"--b\n\nx\n" * (PARTS + 10)
    assert any("too many parts" in why for why in whys(many))


def test_a_mail_that_was_cut_off_says_so() -> None:
    raw = PARTS_HEAD + b"--b\n\nwords of his"
    assert one(raw).text == "words of his"
    assert any("cut off" in why for why in whys(raw))


def test_what_is_too_long_is_cut_and_the_place_of_the_rest_is_said() -> None:
    raw = HEAD + b"\n" + b"x" * (WORDS + 200_000)
    mail, skipped = read(raw)
    assert isinstance(mail, Message)
    assert isinstance(skipped, Skipped)
    assert len(mail.text) + (skipped.place.end - skipped.place.start) == WORDS + 200_000
    assert skipped.place.end == len(raw)


def test_a_line_that_is_no_head_begins_the_words() -> None:
    raw = HEAD + b"I am coming\nnow\n"
    assert one(raw).text == "I am coming\nnow\n"
    assert any("line in the head" in why for why in whys(raw))


def test_a_locked_mail_says_so() -> None:
    raw = (
        HEAD
        + b"Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
    )
    assert any("locked with a key" in why for why in whys(raw))


def test_a_draft_is_one_and_apples_form_is_read() -> None:
    assert one(HEAD + b"X-Unsent: 1\n\nnot sent\n").flags == ("draft",)
    mail = HEAD + b"\nwords\n"
    raw = b"%d\n" % len(mail) + mail + b"<?xml version='1.0'?><plist/>"
    found, notes = read(raw)
    assert isinstance(found, Message)
    assert raw[found.place.start : found.place.end] == mail
    assert isinstance(notes, Skipped)
    assert "notes of the mail program" in notes.why


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"From here to there: nothing\n",
        b"BEGIN:VCARD\nFN:Sam\nEND:VCARD\n",
        b"14/03/2024, 21:05 - Alex: hi\n",
        b"Subject: only\n\nwords",
        b"Content-Type: text/html\nHost: example.org\n\n",
        b"From: <Saved by Blink>\nDate: Thu, 14 Mar 2024 21:05:09 +0000\nMIME-Version: 1.0\n\n",
        b"\0" * 1000,
    ],
)
def test_what_is_no_mail_is_not_taken_for_one(raw: bytes) -> None:
    found = recognise(io.BytesIO(raw), "x.eml")
    assert found is None or found.id not in ("eml", "mbox")


@pytest.mark.parametrize(
    "value", [b'"' * 30_000, b"\\" * 30_000, b"a," * 15_000, b"(" * 4_000, b"=?idna?q?" + b"xn--a" * 700 + b"?="]
)
def test_a_head_meant_to_hang_is_given_as_it_is_written(value: bytes) -> None:
    raw = b"From: " + value + b"\nDate: Thu, 14 Mar 2024 21:05:09 +0000\n\nhi\n"
    begun = time.monotonic()
    assert one(raw).text == "hi\n"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("sign", [b'"', b"\\"])
def test_sixty_lines_meant_to_hang_do_not(sign: bytes) -> None:
    raw = (
        b"From: x@example.org\n"
        + (b"To: " + sign * 4_000 + b"\n") * 60
        + b"Date: Thu, 14 Mar 2024 21:05:09 +0000\n\nhi\n"
    )
    begun = time.monotonic()
    assert one(raw).text == "hi\n"
    assert time.monotonic() - begun < 2
    assert any("too tangled" in why for why in whys(raw))


def test_a_long_coding_is_never_cut_within_a_letter() -> None:
    plain = "é=".encode() * 100_000
    for coded in (quopri.encodestring(plain), b"".join(b"=%02X" % byte for byte in plain)):
        given = Given(name="a", end=len(coded), encoding="quoted-printable")
        assert b"".join(carried(io.BytesIO(coded), given)) == plain
    for coded, found in ((b"QUJDR", b"ABC"), (b"QUI=QUJD", b"ABABC"), (b"Q!U J-D", b"ABC")):
        given = Given(name="a", end=len(coded), encoding="base64")
        assert b"".join(carried(io.BytesIO(coded), given)) == found


def test_a_winmail_dat_is_kept_and_said() -> None:
    part = b'--b\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+IgAA\n--b--\n'
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhi\n" + part
    (mail,) = mails(raw)
    assert (mail.text, [given.name for given in mail.attachments]) == ("hi", ["winmail.dat"])
    assert any("winmail.dat" in why for why in whys(raw))


def test_flowed_words_stay_as_they_are_cut() -> None:
    raw = (
        HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\n\nlong line \nthat goes on\n> quoted \n-- \nsig\n"
    )
    assert one(raw).text == "long line \nthat goes on\n> quoted \n-- \nsig\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (b"=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9_x?=", "caf\u00e9 x"),
        (b"=?UTF-8?B?w4k=?= =?iso-8859-1?Q?=E9?=", "\u00c9\u00e9"),
        (b"=?utf-8?Q?un closed?=", "un closed"),
        ("café 😡".encode(), "café 😡"),
    ],
)
def test_subjects_coded_badly_are_read(written: bytes, shown: str) -> None:
    raw = b"From: a@example.org\nDate: Thu, 14 Mar 2024 21:05:09 +0000\nSubject: " + written + b"\n\nhi\n"
    assert one(raw).chat == shown


def test_a_report_of_a_mail_that_did_not_arrive_is_kept_whole() -> None:
    raw = (
        HEAD
        + b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        b"failed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--b--\n"
    )
    (mail,) = mails(raw)
    assert (mail.text, [given.media for given in mail.attachments]) == ("failed", ["message/delivery-status"])
