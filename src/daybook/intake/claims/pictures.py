"""What a picture says of itself: EXIF, and the texts of a PNG. Pixels are not decoded where it can be helped."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from daybook.intake.claims.claim import Claim, Says, claim
from daybook.intake.claims.moment import moment
from daybook.intake.format import CannotReadError

FORMS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/avif": "AVIF",
}
MOST_BYTES = 128 << 20
"""A longer file is not looked into: some of the libraries take it into memory whole."""
_Tags = Mapping[int, Any]
_TIMES: tuple[tuple[Says, str, int, int, int], ...] = (
    ("taken", "DateTimeOriginal", 0x9003, 0x9011, 0x9291),
    ("digitised", "DateTimeDigitized", 0x9004, 0x9012, 0x9292),
    ("changed", "DateTime", 0x0132, 0x9010, 0x9290),
)
_TEXTS: tuple[tuple[Says, str, int], ...] = (
    ("serial", "BodySerialNumber", 0xA431),
    ("software", "Software", 0x0131),
    ("belongs-to", "CameraOwnerName", 0xA430),
    ("belongs-to", "Artist", 0x013B),
    ("belongs-to", "Copyright", 0x8298),
    ("describes", "ImageDescription", 0x010E),
    ("describes", "UserComment", 0x9286),
)
_PNG: dict[str, Says] = {
    "Creation Time": "taken",
    "Software": "software",
    "Source": "device",
    "Author": "belongs-to",
    "Copyright": "belongs-to",
    "Title": "describes",
    "Description": "describes",
    "Comment": "describes",
    "comment": "describes",
}
_CODE = re.compile(rb"(?:ASCII\0\0\0|JIS\0\0\0\0\0|UNICODE\0|\0{8})")


def claims_of_picture(file: BinaryIO, media: str) -> Iterator[Claim]:
    """Its claims. Raises CannotReadError for a file that is broken, too long, or no such picture."""
    form = FORMS[media]
    if file.seek(0, 2) > MOST_BYTES:
        raise CannotReadError
    file.seek(0)
    if form == "HEIF":
        _teach_heif()
    try:
        with Image.open(file, formats=[form]) as picture:
            texts = {**picture.info, **getattr(picture, "text", {})}
            whole = picture.getexif()
            main: dict[int, Any] = dict(whole)
            detail: dict[int, Any] = {**main, **whole.get_ifd(ExifTags.IFD.Exif)}
            satellite: dict[int, Any] = dict(whole.get_ifd(ExifTags.IFD.GPSInfo))
        found = [*_of_exif(main, detail), *_of_satellites(satellite), *_of_texts(texts)]
    except Exception:  # noqa: BLE001  hostile bytes: a decoder may raise anything, and nothing of it may be shown
        raise CannotReadError from None
    yield from found


def _of_exif(main: _Tags, detail: _Tags) -> Iterator[Claim]:
    for name, called, when, zone, part in _TIMES:
        written, offset = _text(detail.get(when)), _text(detail.get(zone))
        fraction = _text(detail.get(part))
        exact = written + (f".{fraction}" if fraction.isdecimal() and fraction.isascii() else "")
        yield from claim(name, written, f"EXIF {called}", moment(exact, offset) or moment(written, offset))
        if written:
            yield from claim("zone", offset, f"EXIF OffsetTime{called.removeprefix('DateTime')}")
    maker, model = _text(main.get(0x010F)), _text(main.get(0x0110))
    yield from claim("device", f"{maker} {model}", "EXIF Make, Model" if maker and model else "EXIF Make or Model")
    for name, called, tag in _TEXTS:
        yield from claim(name, _text(detail.get(tag)), f"EXIF {called}")


def _of_satellites(tags: _Tags) -> Iterator[Claim]:
    north, east = _degrees(tags.get(2)), _degrees(tags.get(4))
    sides = _text(tags.get(1)).upper(), _text(tags.get(3)).upper()
    if north is not None and east is not None:
        written = f"{_numbers(tags[2])} {sides[0]}, {_numbers(tags[4])} {sides[1]}"
        is_place = sides[0] in ("N", "S") and sides[1] in ("E", "W") and north <= 90 and east <= 180  # noqa: PLR2004
        north, east = (-north if sides[0] == "S" else north), (-east if sides[1] == "W" else east)
        iso = f"{north:+010.6f}{east:+011.6f}/" if is_place else ""
        yield from claim("place", written, "EXIF GPSLatitude, GPSLongitude", iso)
    if (height := tags.get(6)) is not None:
        below = "-" if tags.get(5) in (1, b"\1") else ""
        yield from claim("height", f"{below}{float(height):g} m", "EXIF GPSAltitude")
    day, time = _text(tags.get(29)), tags.get(7)
    if day and isinstance(time, tuple) and len(time) == 3:  # noqa: PLR2004  hours, minutes, seconds
        clock = f"{int(time[0]):02}:{int(time[1]):02}:{int(time[2]):02}"
        yield from claim(
            "satellite-time", f"{day} {clock} UTC", "EXIF GPSDateStamp, GPSTimeStamp", moment(f"{day} {clock}", "Z")
        )


def _of_texts(texts: Mapping[Any, Any]) -> Iterator[Claim]:
    for key, name in _PNG.items():
        if isinstance(value := texts.get(key), str | bytes):
            where = "comment of the picture" if key == "comment" else f"text {key}"
            yield from claim(name, value, where, moment(value) if isinstance(value, str) and name == "taken" else "")


def _text(value: object) -> str:
    """The text of a field: in it or in bytes, without the zeros that fill it up."""
    if isinstance(value, bytes):
        if value.startswith(b"UNICODE\0"):
            return value[8:].decode("utf-16-be" if value[8:9] == b"\0" else "utf-16-le", "replace").strip("\0 ")
        value = _CODE.sub(b"", value, count=1).decode("utf-8", "replace")
    return str(value).strip("\0 \t\r\n") if isinstance(value, str) else ""


def _degrees(value: object) -> float | None:
    """Degrees from degrees, minutes and seconds; None where they are none."""
    if not isinstance(value, tuple) or len(value) != 3:  # noqa: PLR2004
        return None
    degrees = float(value[0]) + float(value[1]) / 60 + float(value[2]) / 3600
    return degrees if 0 <= degrees <= 360 else None  # noqa: PLR2004  also false for what is no number


def _numbers(value: tuple[Any, ...]) -> str:
    return " ".join(f"{float(one):.9g}" for one in value)


@functools.cache
def _teach_heif() -> None:
    """Let Pillow read the photos of newer phones; loaded only when one is met."""
    import pillow_heif  # noqa: PLC0415  a twentieth of a second that most starts never need

    pillow_heif.register_heif_opener(thumbnails=False)
