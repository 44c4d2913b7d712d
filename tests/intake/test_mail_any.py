"""Any mail, written in any dialect and read back equal; any bytes at all, and only what is declared comes out."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy, default

from hypothesis import example, given, settings
from hypothesis import strategies as st

from daybook.intake.carried import carried
from daybook.intake.format import CannotReadError, formats
from daybook.intake.message import Message, Place, Skipped
from tests.intake.mail_files import HEAD, mails
from tests.intake.test_mailbox import ABOVE

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\x85")
WORDS = st.text(LETTERS, max_size=60)
NAMES = st.text(st.sampled_from("abcdefghiäöüé"), min_size=1, max_size=12)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(lambda when: when.replace(microsecond=0))


@st.composite
def written(draw: st.DrawFn) -> tuple[EmailMessage, dict[str, object]]:
    mail = EmailMessage()
    sender, lines = draw(NAMES), draw(st.lists(WORDS, max_size=4))
    when = draw(TIMES).replace(tzinfo=timezone(timedelta(minutes=draw(st.sampled_from([-480, 0, 60, 345])))))
    mail["From"] = f"{sender} <alex@example.org>"
    mail["To"] = "Sam <sam@example.com>"
    mail["Date"] = when
    mail["Subject"] = subject = draw(NAMES)
    text = "\n".join(lines) + "\n"
    mail.set_content(text, cte=draw(st.sampled_from(["base64", "quoted-printable", "8bit"])))
    if draw(st.booleans()):
        mail.add_alternative(f"<p>{draw(NAMES)}</p>", subtype="html")
    files = draw(st.lists(st.binary(max_size=300), max_size=3))
    for plain in files:
        mail.add_attachment(plain, "application", "octet-stream", filename="a.bin")
    return mail, {
        "sender": f"{sender} <alex@example.org>",
        "sent": when.isoformat(),
        "text": text,
        "files": files,
        "chat": subject,
    }


@settings(max_examples=80, deadline=None)
@given(
    sent=st.lists(written(), min_size=1, max_size=4),
    policy=st.sampled_from([default, SMTP, SMTPUTF8, SMTP.clone(cte_type="7bit")]),
    above=st.sampled_from(ABOVE),
)
def test_a_mailbox_in_any_dialect_reads_back_equal(
    sent: list[tuple[EmailMessage, dict[str, object]]], policy: EmailPolicy, above: bytes
) -> None:
    end = policy.linesep.encode()
    coded = [mail.as_bytes(policy=policy) for mail, _ in sent]
    raw = b"".join(above + end + one + (b"" if one.endswith(b"\n") else end) + end for one in coded)
    found = mails(raw)
    assert len(found) == len(sent)
    for one, (_, wanted) in zip(found, sent, strict=True):
        files = [file for file in one.attachments if file.name]
        plain = [b"".join(carried(io.BytesIO(raw), file)) for file in files]
        is_mixed = bool(wanted["files"]) or len(one.attachments) > 0
        assert (one.sender, one.sent, one.chat) == (wanted["sender"], wanted["sent"], wanted["chat"])
        assert one.text.rstrip("\n") == str(wanted["text"]).rstrip("\n") or (
            is_mixed and not str(wanted["text"]).strip()
        )
        assert plain == wanted["files"]


def survives(raw: bytes) -> None:
    file = io.BytesIO(raw)
    for one in formats():
        if one.id not in ("eml", "mbox", "msg"):
            continue
        try:
            file.seek(0)
            one.is_one(file, "x")
            file.seek(0)
            one.look(file, "x")
            file.seek(0)
            for part in one.read(file, "x", {}):
                assert isinstance(part, Message | Skipped)
                assert isinstance(part.place, Place)
                assert 0 <= part.place.start <= part.place.end <= len(raw) or part.place.part
                for given_file in getattr(part, "attachments", ()):
                    assert 0 <= given_file.start <= given_file.end <= len(raw) or given_file.part
                    b"".join(carried(file, given_file))
        except CannotReadError:
            continue


SEEDS = [
    ABOVE[0]
    + b"\n"
    + HEAD
    + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a\n--b\n"
    b"Content-Type: message/rfc822\n\nFrom: x\n\nhi\n--b\nContent-Transfer-Encoding: base64\nContent-Type: a/b; name=c\n\nQUJD\n--b--\n\n"
    + ABOVE[1]
    + b"\n"
    + HEAD
    + b"\nx\n",
    HEAD
    + b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n`\nend\n--b--\n",
    b"50\n" + HEAD + b"\nhi\n",
]
PIECES = [b"--b", b"--b--\n", b"\n\n", b"\r", b"From ", b"Content-Type: multipart/mixed; boundary=", b"=?utf-8?b?", b"\xff", b"\0", b"(", b'"', b";name*0*=utf-8''%", b"Date: ", b"message/rfc822", b"=\n", b":"]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(raw)))
        cut = draw(st.integers(0, 12))
        raw[at : at + cut] = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)))
    return bytes(raw)


@settings(max_examples=250, deadline=2000)
@given(raw=mutated())
@example(raw=b"")
@example(raw=b"\n" * 10)
def test_no_bytes_raise_what_is_not_declared(raw: bytes) -> None:
    survives(raw)


@settings(max_examples=80, deadline=2000)
@given(
    name=st.sampled_from([b"From", b"To", b"Date", b"Content-Type", b"Content-Disposition", b"Subject"]),
    value=st.binary(max_size=80),
)
def test_no_head_raises_what_is_not_declared(name: bytes, value: bytes) -> None:
    survives(
        HEAD.replace(
            b"From: Alex Example <alex@example.org>\n", b"Message-ID: <1@example.org>\n" + name + b": " + value + b"\n"
        )
        + b"\nhi"
    )
