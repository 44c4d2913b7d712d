"""A picture's pixels, upright, in plain colours, no larger than is needed to read it; hostile files are refused."""

from __future__ import annotations

import functools
import io
import warnings
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image, ImageOps

from daybook.domain.seen import Box
from daybook.intake.seen.trouble import CannotSeeError, NothingInItError, TooLargeToSeeError

FORMS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "HEIF", "AVIF", "TIFF")
MOST_BYTES = 128 << 20
MOST_PIXELS = 89_000_000
LONGEST = 4096
"""A longer side is made smaller: no text of a phone or of paper needs more."""
MOST_PAGES = 60
_POINTS, _DOTS = 72, 150
_HEAD = 12


def pixels(file: BinaryIO) -> Image.Image:
    """The picture as RGB, its first frame. Raises CannotSeeError; whatever is wrong is told by its class."""
    size = file.seek(0, io.SEEK_END)
    if not size:
        raise NothingInItError
    if size > MOST_BYTES:
        raise TooLargeToSeeError
    file.seek(0)
    if file.read(_HEAD)[4:8] == b"ftyp":
        _teach_heif()
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(file)
    except CannotSeeError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooLargeToSeeError from None
    except Exception:  # noqa: BLE001  hostile bytes: a decoder may raise anything, and nothing of it may be shown
        raise CannotSeeError from None


def piece(file: BinaryIO, box: Box, around: int) -> bytes:
    """A JPEG of what stands in this box, with so many pixels around it and nothing of the file but its pixels.

    Raises CannotSeeError.
    """
    whole = pixels(file)
    left, top = max(0, box.left - around), max(0, box.top - around)
    cut = whole.crop((left, top, min(whole.width, box.right + around), min(whole.height, box.bottom + around)))
    clean = Image.new("RGB", cut.size)
    clean.paste(cut)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=80)
    return out.getvalue()


def pages(file: BinaryIO) -> Iterator[Image.Image]:
    """Each page of a PDF as it would be printed, `MOST_PAGES` at most. Raises CannotSeeError."""
    import pypdfium2  # noqa: PLC0415  (only for the PDF that she has read)

    size = file.seek(0, io.SEEK_END)
    if not size:
        raise NothingInItError
    if size > MOST_BYTES:
        raise TooLargeToSeeError
    file.seek(0)
    try:
        with pypdfium2.PdfDocument(file.read()) as document:  # type: ignore[no-untyped-call]
            for number in range(min(len(document), MOST_PAGES)):
                page = document[number]
                scale = min(_DOTS / _POINTS, LONGEST / max(page.get_size()))
                yield page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
                page.close()
    except Exception:  # noqa: BLE001  as above
        raise CannotSeeError from None


def _decoded(file: BinaryIO) -> Image.Image:
    with Image.open(file, formats=FORMS) as given:
        if given.width * given.height > MOST_PIXELS:
            raise TooLargeToSeeError
        given.draft("RGB", (LONGEST, LONGEST))
        given.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
        upright = ImageOps.exif_transpose(given)
        clear = "A" in upright.getbands() or "transparency" in upright.info
        if not clear:
            return upright.convert("RGB")
        seen = upright.convert("RGBA")
        whole = Image.new("RGB", seen.size, "white")
        whole.paste(seen, mask=seen.getchannel("A"))
        return whole


@functools.cache
def _teach_heif() -> None:
    import pillow_heif  # noqa: PLC0415  a twentieth of a second that most starts never need

    pillow_heif.register_heif_opener(thumbnails=False)


def is_picture(file: BinaryIO) -> bool:
    """Whether the first bytes are those of a picture or of a PDF The file is left at its start."""
    file.seek(0)
    head = file.read(1024)
    file.seek(0)
    known = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"%PDF-")
    riff = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    heif = head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif")
    return head.startswith(known) or riff or heif or b"%PDF-" in head
