"""Photos, films, recordings and papers for the tests, made here; every maker and place in them is invented."""

from __future__ import annotations

import io
import struct
import time
import wave

import pillow_heif
from PIL import Image, PngImagePlugin

SECONDS_FROM_1904 = 2_082_844_800
WHEN = 1_710_450_309
"""2024-03-14T21:05:09Z."""
LAYOUT = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def picture(
    form: str = "JPEG", *, zone: str = "+01:00", when: str = "2024:03:14 21:05:09", south: bool = False
) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131], exif[0x0132] = "Acme", "Phone 9", "Firmware 3", "2024:03:15 08:00:00"
    detail = exif.get_ifd(0x8769)
    detail[0x9003] = when
    if zone:
        detail[0x9011] = zone
    detail[0xA431] = "SN-0001"
    detail[0x9286] = b"UNICODE\0" + "über".encode("utf-16-le")
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "S" if south else "N", (51.0, 30.0, 2.52), "W", (0.0, 7.0, 28.56)
    place[5], place[6], place[29], place[7] = b"\0", 11.5, "2024:03:14", (20.0, 5.0, 8.0)
    out = io.BytesIO()
    pillow_heif.register_heif_opener(thumbnails=False)
    Image.new("RGB", (64, 64), "olive").save(out, form, exif=exif if form == "HEIF" else exif.tobytes())
    return out.getvalue()


def screenshot() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Creation Time", "2024-03-14 21:05:09")
    texts.add_text("Software", "Screen")
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=texts)
    return out.getvalue()


def box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + name + data


def film(
    brand: bytes = b"isom", *, seconds_from_1904: int = SECONDS_FROM_1904 + WHEN, said: dict[bytes, bytes] | None = None
) -> bytes:
    moment = min(seconds_from_1904, 2**32 - 1)
    head = struct.pack(">IIIII", 0, moment, moment, 1000, 65_500) + struct.pack(">IH", 0x10000, 0x100) + bytes(10)
    inside = box(b"mvhd", head + LAYOUT + bytes(24) + struct.pack(">I", 2))
    here = b"+51.5007-000.1246/"
    inside += box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(here), 0x15C7) + here)) + _track(moment)
    if said:
        keys = box(b"keys", struct.pack(">II", 0, len(said)) + b"".join(box(b"mdta", key) for key in said))
        values = [
            struct.pack(">II", len(value) + 24, at + 1) + box(b"data", struct.pack(">II", 1, 0) + value)
            for at, value in enumerate(said.values())
        ]
        handler = box(b"hdlr", bytes(8) + b"mdta" + bytes(13))
        inside += box(b"meta", handler + keys + box(b"ilst", b"".join(values)))
    return box(b"ftyp", brand + bytes(4) + brand) + box(b"mdat", bytes(100)) + box(b"moov", inside)


def _track(moment: int) -> bytes:
    """A track of sound of 65.5 seconds, without a sample in it."""
    head = struct.pack(">IIIIII", 7, moment, moment, 1, 0, 65_500) + bytes(16) + LAYOUT + bytes(8)
    media = box(b"mdhd", struct.pack(">IIIIIHH", 0, moment, moment, 1000, 65_500, 0x55C4, 0))
    media += box(b"hdlr", bytes(8) + b"soun" + bytes(13))
    return box(b"trak", box(b"tkhd", head) + box(b"mdia", media))


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(8000)
        opened.writeframes(bytes(16_000))
    return out.getvalue()


def amr() -> bytes:
    return b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50


def ogg_page(data: bytes, *, at: int, number: int, flags: int) -> bytes:
    sizes = bytes([255] * (len(data) // 255) + [len(data) % 255])
    head = b"OggS" + struct.pack("<BBqIII", 0, flags, at, 1, number, 0) + bytes([len(sizes)]) + sizes
    page = head + data
    sum_ = 0
    for byte in page:
        sum_ ^= byte << 24
        for _ in range(8):
            sum_ = ((sum_ << 1) ^ 0x04C11DB7 if sum_ & 0x80000000 else sum_ << 1) & 0xFFFFFFFF
    return page[:22] + struct.pack("<I", sum_) + page[26:]


def opus() -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    note = b"TITLE=voice note"
    tags = b"OpusTags" + struct.pack("<I", 4) + b"Acme" + struct.pack("<II", 1, len(note)) + note
    return (
        ogg_page(head, at=0, number=0, flags=2)
        + ogg_page(tags, at=0, number=1, flags=0)
        + ogg_page(b"\xf8\xff\xfe", at=96_000, number=2, flags=4)
    )


def paper() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(
        out, "PDF", title="Letter", author="Alex", creationDate=time.gmtime(WHEN), modDate=time.gmtime(WHEN)
    )
    return out.getvalue()
