"""A mailbox: where mails begin and end in each dialect, in bounded memory, and what could be forged."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from daybook.intake.format import recognise
from daybook.intake.message import Message
from tests.intake.mail_files import HEAD, mails, read, whys

ABOVE = [
    b"From alex@example.org Thu Mar 14 21:05:09 2024",
    b"From - Thu Mar 14 21:05:09 2024",
    b"From ???@??? Thu Mar 14 21:05:09 2024",
    b"From 1789012345678901234@xxx Thu Mar 14 21:05:09 +0000 2024",
    b"From alex at example.org  Thu Mar 14 21:05:09 2024",
    b"From MAILER-DAEMON Thu Mar 14 21:05:09 GMT 2024 remote from uucp",
    b"From alex@example.org Thu, 14 Mar 2024 21:05:09 +0000",
]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("above", ABOVE)
def test_every_dialect_of_the_line_between_two_mails(above: bytes, end: bytes) -> None:
    mail = (HEAD + b"\nwords one\n").replace(b"\n", end)
    raw = (above + end + mail + end) * 3
    found = mails(raw)
    assert [one.text for one in found] == ["words one\n"] * 3
    assert all(raw[one.place.start : one.place.end] == mail for one in found)
    assert all(one.headers[0] == ("From ", above[5:].decode()) for one in found)
    assert all(one.flags == () for one in found)


@pytest.mark.parametrize(
    "words",
    [
        b"From now on it is 21:05 in 2024\nand so on\n",
        b"x\n\nFrom here\nTo: there\n",
        b"x\n\nFrom Monday at 21:05 in 2024\nno head here\n",
        b"x\n\n>From alex@example.org Thu Mar 14 21:05:09 2024\nTo: me\n",
    ],
)
def test_words_that_begin_with_from_stay_words(words: bytes) -> None:
    raw = ABOVE[0] + b"\n" + HEAD + b"\n" + words + b"\n" + ABOVE[1] + b"\n" + HEAD + b"\nsecond\n"
    assert [one.text for one in mails(raw)] == [words.decode(), "second\n"]


def test_a_mail_that_says_its_length_is_believed_where_another_begins_there() -> None:
    words = b"he sent me this:\n\n" + ABOVE[0] + b"\n" + HEAD + b"\nquoted\n"
    raw = (
        ABOVE[0]
        + b"\n"
        + HEAD
        + b"Content-Length: %d\n\n" % len(words)
        + words
        + b"\n"
        + ABOVE[1]
        + b"\n"
        + HEAD
        + b"\nsecond\n"
    )
    assert [one.text for one in mails(raw)] == [words.decode(), "second\n"]
    lying = raw.replace(b"Content-Length: %d" % len(words), b"Content-Length: 99999")
    assert len(mails(lying)) == 3


def test_a_mail_that_may_be_words_of_the_one_before_is_marked() -> None:
    inside = (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n\n" + ABOVE[0] + b"\n" + HEAD + b"\nforged?\n"
    )
    first, second = mails(ABOVE[0] + b"\n" + inside)
    assert (first.flags, second.flags) == ((), ("could-be-forged",))
    glued = mails(ABOVE[0] + b"\n" + HEAD + b"\nwords\n" + ABOVE[0] + b"\n" + HEAD + b"\nsecond\n")
    assert [one.flags for one in glued] == [(), ("could-be-forged",)]


def test_labels_of_gmail_say_what_was_sent() -> None:
    raw = ABOVE[3] + b"\nX-GM-THRID: 1\nX-Gmail-Labels: Sent,Important\n" + HEAD + b"\nhi\n"
    assert mails(raw)[0].flags == ("sent",)


def test_nothing_between_the_mails_is_lost() -> None:
    raw = b"".join(ABOVE[at % 7] + b"\n" + HEAD + b"\nwords %d\n\n" % at for at in range(50))
    covered = 0
    for one in read(raw):
        assert isinstance(one, Message)
        assert raw[covered : one.place.start].lstrip(b"\n").startswith(b"From ")
        assert raw[covered : one.place.start].strip(b"\n").count(b"\n") == 0
        covered = one.place.end
    assert raw[covered:] == b"\n"
    assert whys(raw) == set()


def test_a_big_mailbox_is_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.mbox"
    body = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b\nContent-Transfer-Encoding: base64\nContent-Type: image/jpeg\n\n"
    with path.open("wb") as out:
        for _ in range(55):
            out.write(ABOVE[0] + b"\n" + HEAD + body + (b"A" * 76 + b"\n") * 13_000 + b"--b--\n\n")
    assert path.stat().st_size > 55_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with path.open("rb") as file:
        found = recognise(file, path.name)
        assert found is not None
        assert sum(isinstance(one, Message) for one in found.read(file, path.name, {})) == 55
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16_000
