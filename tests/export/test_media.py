from __future__ import annotations

import io
import wave
import zipfile

import pillow_heif
import pytest
from PIL import Image

from daybook.export.media import HEAD, media_of


def _image(form: str, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (8, 8)).save(out, form)
    return out.getvalue()


def _heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (16, 16), "teal")).save(out)
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "hello")
    return out.getvalue()


def _wav() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * 100)
    return out.getvalue()


def _film(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + brand + b"isom" + b"\0" * 64


KNOWN = {
    "image/jpeg": _image("JPEG"),
    "image/png": _image("PNG"),
    "image/webp": _image("WEBP"),
    "image/gif": _image("GIF", "P"),
    "image/heic": _heic(),
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "video/mp4": _film(b"mp42"),
    "audio/mp4": _film(b"M4A "),
    "audio/wav": _wav(),
    "audio/ogg": b"OggS\0\x02" + b"\0" * 22 + b"\x01\x13OpusHead",
    "application/zip": _zip(),
    "text/plain": b"He said it again.\r\nThen he left.\n",
}


@pytest.mark.parametrize("media", KNOWN)
@pytest.mark.parametrize("name", ["", "holiday.exe", "photo.jpg", "notes.txt"])
def test_the_bytes_decide_whatever_the_name_says(media: str, name: str) -> None:
    assert media_of(KNOWN[media][:HEAD], name) == media


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"", "application/octet-stream"),
        (b"\0" * HEAD, "application/octet-stream"),
        (b"\xff\xd8", "application/octet-stream"),
        (b"abc\x07def", "application/octet-stream"),
        ("words in UTF-16".encode("utf-16"), "text/plain"),
        ("é".encode() * HEAD, "text/plain"),
        (b"MZ\x90\0" + b"\0" * 60, "application/x-msdownload"),
    ],
)
def test_what_is_nothing_known_is_called_so(head: bytes, media: str) -> None:
    assert media_of(head[:HEAD], "photo.jpg") == media


def test_a_text_cut_in_the_middle_of_a_letter_is_still_text() -> None:
    whole = "Zoë said “no”.".encode()
    assert {media_of(whole[:cut], "") for cut in range(1, len(whole))} == {"text/plain"}


def test_a_recording_that_begins_like_a_film_is_told_by_its_name() -> None:
    assert media_of(_film(b"isom"), "voice 001.m4a") == "audio/mp4"
    assert media_of(_film(b"isom"), "clip.mp4") == "video/mp4"
