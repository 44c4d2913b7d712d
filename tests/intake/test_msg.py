"""A mail from Outlook: what it says and carries, and what of it is not read and said."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.msg import MOST_BYTES, BrokenMsgError, Msg
from daybook.intake.message import Place
from tests.intake.mail_files import one, whys
from tests.intake.msg_files import compound, outlook
from tests.intake.test_mail_any import survives


def test_a_mail_from_outlook_is_read() -> None:
    raw = outlook()
    mail = one(raw)
    assert (mail.kind, mail.sent, mail.text) == ("mail", "2024-03-14T21:05:09+00:00", "Come home.\nNow.")
    assert (mail.sender, mail.to, mail.chat) == (
        "Alex Example <alex@example.org>",
        ("Sam <sam@example.com>",),
        "Hello é",
    )
    assert mail.place == Place(0, len(raw))
    (file,) = mail.attachments
    assert (file.name, file.media, file.end) == ("evil.png", "image/png", 6300)
    assert file.part == "__attach_version1.0_#00000000/__substg1.0_37010102"
    assert whys(raw) == set()


def test_its_headers_are_kept_whole_and_believed_before_outlooks_own_fields() -> None:
    mail = one(
        outlook(
            headers="Received: from a\r\n\tby b\r\nFrom: x@example.org\r\nDate: Thu, 14 Mar 2024 22:05:09 +0100\r\n"
        )
    )
    assert mail.headers[0] == ("Received", "from a\r\n\tby b")
    assert (mail.sender, mail.sent_as_written) == ("x@example.org", "Thu, 14 Mar 2024 22:05:09 +0100")


def test_a_page_is_reduced_and_what_is_not_read_is_said() -> None:
    assert one(outlook(body=None, html="<p>Où?</p>".encode())).text == "Où?"
    assert any("form that is not read" in why for why in whys(outlook(body=None, rtf=b"LZFu" * 9)))
    assert any("not taken apart" in why for why in whys(outlook(inner=True)))


def test_another_compound_file_is_no_mail() -> None:
    assert recognise(io.BytesIO(compound({"WordDocument": b"words" * 2000})), "a.msg") is None


def test_a_broken_or_too_long_one_is_refused_with_a_sentence() -> None:
    with pytest.raises(BrokenMsgError):
        list(Msg().read(io.BytesIO(outlook()[:3000]), "a.msg", {}))

    class Long(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return bytes(MOST_BYTES + 1)

    with pytest.raises(BrokenMsgError):
        list(Msg().read(Long(), "a.msg", {}))
    assert "can be kept" in (BrokenMsgError.__doc__ or "")
    assert issubclass(BrokenMsgError, CannotReadError)


SEED = outlook(inner=True, html=b"<p>a")


@settings(max_examples=150, deadline=2000)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(SEED) - 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=10
    )
)
def test_no_bytes_raise_what_is_not_declared(changes: list[tuple[int, bytes]]) -> None:
    raw = bytearray(SEED)
    for at, piece in changes:
        raw[at : at + len(piece)] = piece
    survives(bytes(raw))
