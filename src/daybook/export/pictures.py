"""Pictures to look at: decoded, turned upright, and drawn anew so that nothing travels along with them."""

from __future__ import annotations

import functools
import io
import warnings
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from daybook.export.media import HEAD, media_of

__all__ = ["NotAPictureError", "Picture", "media_of", "picture"]

MOST_PIXELS = 89_000_000
"""A hundred-megapixel phone photo is refused, a 64-megapixel one is not. Just under Pillow's own limit."""
MOST_BYTES = 128 * 1024 * 1024
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
_QUALITY = 85
_FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/heic": "HEIF",
    "image/avif": "AVIF",
}


class NotAPictureError(ValueError):
    """This file is kept exactly as you gave it, but it cannot be shown as a picture here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture made to be looked at: JPEG bytes that hold pixels and nothing else, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def picture(plain: bytes | BinaryIO, longest: int) -> Picture:
    """Make a picture no side of which is over `longest` pixels, upright, in sRGB, first frame only.

    No byte of the given file is in it: the pixels are copied to a new image and encoded again, so EXIF, XMP,
    IPTC, comments, places, thumbnails and colour profiles stay behind. The file itself is not changed.
    A file of any length may be given; at most `MOST_BYTES` of it are read, and its size is looked up before
    anything is decoded. Raises NotAPictureError for whatever cannot be shown: broken, cut short, too large, no picture.
    """
    data = plain if isinstance(plain, bytes) else _read(plain)
    media = media_of(data[:HEAD], "")
    if media not in _FORMATS or len(data) > MOST_BYTES:
        raise NotAPictureError
    try:
        return _draw_anew(data, _FORMATS[media], longest)
    except Exception:  # noqa: BLE001  hostile bytes: a decoder may raise anything, and nothing of it may be shown
        raise NotAPictureError from None


def _read(file: BinaryIO) -> bytes:
    """The bytes of a file, but only its head when that is no picture, and one byte too many when it is too long."""
    head = file.read(HEAD)
    if media_of(head, "") not in _FORMATS:
        return head
    parts, size = [head], len(head)
    while size <= MOST_BYTES and (part := file.read(min(1 << 20, MOST_BYTES + 1 - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _draw_anew(data: bytes, form: str, longest: int) -> Picture:
    """Decode as little as is needed, and copy the pixels to an image that has never met the file."""
    if form == "HEIF":
        _teach_heif()
    with Image.open(io.BytesIO(data), formats=[form]) as given:
        if given.width * given.height > MOST_PIXELS:
            raise NotAPictureError
        given.thumbnail((longest, longest), Image.Resampling.LANCZOS)  # a JPEG is decoded at an eighth, a quarter …
        upright = ImageOps.exif_transpose(given)
        seen = _in_srgb(upright)
        clean = Image.new("RGB", seen.size, "white")
        clean.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(jpeg=out.getvalue(), width=clean.width, height=clean.height)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The image as RGB or RGBA; a phone's wide colours are brought to sRGB, so that a bruise keeps its colour."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    clear = "A" in image.getbands() or "transparency" in image.info
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, _srgb(), outputMode="RGB")
            return turned if turned is not None else image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that cannot be read changes nothing: the plain colours are shown
    return image.convert("RGBA" if clear else "RGB")


@functools.cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@functools.cache
def _teach_heif() -> None:
    """Let Pillow read the photos of newer phones; loaded only when one is met."""
    import pillow_heif  # noqa: PLC0415  a twentieth of a second that most starts never need

    pillow_heif.register_heif_opener(thumbnails=False)
