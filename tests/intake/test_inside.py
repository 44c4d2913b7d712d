"""The files inside an original: given out as they are, refused with a sentence where they cannot be."""

from __future__ import annotations

import base64
import contextlib
import io
import zipfile

import pytest

from daybook.intake.format import CannotReadError, TooBigInsideError
from daybook.intake.formats.eml import format as eml
from daybook.intake.formats.msg import format as msg
from daybook.intake.formats.sms_backup import format as sms_backup
from daybook.intake.inside import DamagedInsideError, Inside, NotInExportError, TwiceInsideError
from daybook.intake.message import Given, Message
from tests.intake import sms_files
from tests.intake.downloads_files import zipped
from tests.intake.msg_files import compound, tree

PHOTO = bytes(range(256)) * 40


def packed(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, plain in parts:
            opened.writestr(name, plain)
    return out.getvalue()


def out_of(original: bytes, given: Given) -> bytes:
    return b"".join(Inside(io.BytesIO(original)).pieces(given))


def test_a_part_of_a_zip_is_given_as_it_is() -> None:
    original, given = packed(("a/photo.jpg", PHOTO)), Given(name="photo.jpg", part="a/photo.jpg")
    assert out_of(original, given) == PHOTO
    assert Inside(io.BytesIO(original)).size(given) == len(PHOTO)


def test_what_is_not_there_is_said() -> None:
    for original in (packed(("a.jpg", PHOTO)), b"a chat"):
        for given in (Given(name="b.jpg"), Given(name="b.jpg", part="")):
            assert Inside(io.BytesIO(original)).size(given) is None
            with pytest.raises(NotInExportError):
                out_of(original, given)
    with pytest.raises(NotInExportError):
        out_of(packed(("a.jpg", PHOTO)), Given(name="a.jpg", part="../a.jpg"))


def test_what_is_carried_in_a_text_is_decoded() -> None:
    coded = base64.encodebytes(PHOTO)
    original = b"<part data='" + coded + b"'/>"
    given = Given(name="x", start=12, end=12 + len(coded), encoding="base64")
    assert out_of(original, given) == PHOTO
    size = Inside(io.BytesIO(original)).size(given)
    assert size
    assert abs(size - len(PHOTO)) < len(PHOTO) // 20


def test_two_parts_of_one_name_are_not_chosen_between() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        original = packed(("a.jpg", PHOTO), ("a.jpg", b"other"))
    with pytest.raises(TwiceInsideError):
        out_of(original, Given(name="a.jpg", part="a.jpg"))


def test_a_bomb_is_refused_before_a_byte_of_it_is_given() -> None:
    original = packed(("a.jpg", bytes(80 << 20)))
    with pytest.raises(TooBigInsideError):
        next(Inside(io.BytesIO(original)).pieces(Given(name="a.jpg", part="a.jpg")))


def test_a_bomb_that_says_it_is_small_gives_no_more_than_it_says() -> None:
    original = bytearray(packed(("a.jpg", bytes(4 << 20))))
    at = original.index(b"PK\1\2") + 24
    original[at : at + 4] = (1000).to_bytes(4, "little")
    given = Given(name="a.jpg", part="a.jpg")
    given_out: list[bytes] = []
    with pytest.raises(DamagedInsideError):
        given_out.extend(Inside(io.BytesIO(bytes(original))).pieces(given))
    assert sum(map(len, given_out)) <= 1000


@pytest.mark.parametrize("at", range(0, 12_000, 397))
def test_a_spoilt_zip_never_raises_anything_else(at: int) -> None:
    original = bytearray(packed(("a.jpg", PHOTO + b"end"), ("b.txt", b"words")))
    original[at % len(original)] ^= 0xFF
    with contextlib.suppress(CannotReadError, NotInExportError):
        out_of(bytes(original), Given(name="a.jpg", part="a.jpg"))


def test_a_zip_cut_off_is_said_to_be_damaged() -> None:
    with pytest.raises(DamagedInsideError):
        Inside(io.BytesIO(packed(("a.jpg", PHOTO))[:200]))


def test_a_mails_attachment_is_given() -> None:
    mail = (
        b"From: sam@example.org\r\nTo: a@example.org\r\nDate: Thu, 14 Mar 2024 21:05:09 +0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n'
        b'--b\r\nContent-Type: image/jpeg; name="p.jpg"\r\nContent-Transfer-Encoding: base64\r\n'
        b'Content-Disposition: attachment; filename="p.jpg"\r\n\r\n' + base64.encodebytes(PHOTO) + b"\r\n--b--\r\n"
    )
    (found,) = (one for one in eml.read(io.BytesIO(mail), "a.eml", {}) if isinstance(one, Message))
    (given,) = found.attachments
    assert (given.name, out_of(mail, given)) == ("p.jpg", PHOTO)


def test_a_file_of_outlooks_mail_is_given() -> None:
    mail = compound(tree(picture=PHOTO))
    (found,) = (one for one in msg.read(io.BytesIO(mail), "a.msg", {}) if isinstance(one, Message))
    (given,) = found.attachments
    assert Inside(io.BytesIO(mail)).size(given) == len(PHOTO)
    assert out_of(mail, given) == PHOTO
    with pytest.raises(DamagedInsideError):
        out_of(mail, Given(name="p.jpg", part="no/such", end=5))


def test_a_picture_in_a_backup_that_was_packed_is_given() -> None:
    picture = base64.b64encode(b"a picture" * 1_000)
    part = f'<part seq="0" ct="image/jpeg" name="p.jpg" data="{picture.decode()}" />'
    raw = zipped({"sms.xml": sms_files.whole(sms_files.mms(part))})
    (message,) = [one for one in sms_backup.read(io.BytesIO(raw), "x.zip", {}) if isinstance(one, Message)]
    inside = Inside(io.BytesIO(raw))
    assert b"".join(inside.pieces(message.attachments[0])) == b"a picture" * 1_000
    assert inside.size(message.attachments[0]) == 9_000
