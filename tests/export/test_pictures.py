from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable

import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from daybook.export.pictures import MOST_BYTES, NotAPictureError, picture

MARK = b"FICTION-PLACE-MARK"
GPS, ORIENTATION, MAKE, SOFTWARE = 0x8825, 0x0112, 0x010F, 0x0131


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE], exif[SOFTWARE], exif[ORIENTATION] = "FICTION-PLACE-MARK camera", "FICTION-PLACE-MARK", orientation
    exif.get_ifd(GPS)[29] = "FICTION-PLACE-MARK"
    return exif


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _scene(size: tuple[int, int] = (400, 200), mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue: which way up can be seen."""
    scene = Image.new(mode, size, "blue")
    scene.paste("red", (0, 0, size[0] // 2, size[1]))
    return scene


def _jpeg(size: tuple[int, int] = (400, 200), orientation: int = 1) -> bytes:
    out = io.BytesIO()
    _scene(size).save(
        out,
        "JPEG",
        exif=_exif(orientation),
        comment=MARK,
        xmp=b"<x>" + MARK + b"</x>",
        icc_profile=_profile() + MARK,
    )
    iptc = (
        b"Photoshop 3.0\0"
        b"8BIM\x04\x04\0\0" + struct.pack(">I", len(MARK) + 5) + b"\x1c\x02x" + struct.pack(">H", len(MARK)) + MARK
    )
    whole = out.getvalue()
    return whole[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + whole[2:] + b"after the end " + MARK


def _png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", MARK.decode())
    words.add_itxt("XML:com.adobe.xmp", MARK.decode())
    out = io.BytesIO()
    _scene(mode="RGBA").save(out, "PNG", pnginfo=words, exif=_exif())
    return out.getvalue()


def _webp() -> bytes:
    out = io.BytesIO()
    _scene().save(out, "WEBP", exif=_exif(), xmp=MARK, lossless=True)
    return out.getvalue()


def _gif() -> bytes:
    out = io.BytesIO()
    _scene().save(out, "GIF", comment=MARK, save_all=True, append_images=[Image.new("RGB", (400, 200), "lime")])
    return out.getvalue()


def _heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(_scene()).save(out, exif=_exif().tobytes(), xmp=MARK)
    return out.getvalue()


@pytest.mark.parametrize("make", [_jpeg, _png, _webp, _gif, _heic])
def test_nothing_the_camera_wrote_travels_along(make: Callable[[], bytes]) -> None:
    given = make()
    assert MARK in given, "the test's own picture carries the mark"
    made = picture(given, 300)
    assert MARK not in made.jpeg
    shown = Image.open(io.BytesIO(made.jpeg))
    assert shown.size == (made.width, made.height) == (300, 150)
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not shown.getexif()
    assert _colour(shown, 30, 75) == "red"
    assert _colour(shown, 270, 75) == "blue"


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [(1, (200, 100), (10, 50)), (3, (200, 100), (190, 50)), (6, (100, 200), (50, 10)), (8, (100, 200), (50, 190))],
)
def test_it_is_turned_the_way_it_was_held(orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    made = picture(_jpeg(orientation=orientation), 200)
    assert (made.width, made.height) == size
    assert _colour(Image.open(io.BytesIO(made.jpeg)), *red_at) == "red"


def test_a_clear_background_is_white_paper() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    shown = Image.open(io.BytesIO(picture(out.getvalue(), 40).jpeg))
    assert shown.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_every_way_of_keeping_colours_is_shown(mode: str) -> None:
    out = io.BytesIO()
    image = Image.new(mode, (40, 40), 40_000 if mode == "I;16" else 0)
    image.save(out, "TIFF" if mode == "CMYK" else "PNG") if mode != "CMYK" else image.save(out, "JPEG")
    shown = Image.open(io.BytesIO(picture(out.getvalue(), 40).jpeg))
    assert shown.mode == "RGB"
    if mode == "I;16":
        grey = shown.getpixel((20, 20))
        assert isinstance(grey, tuple)
        assert abs(grey[0] - 156) < 4, "sixteen bits are scaled, not cut off"


def test_a_small_picture_is_not_blown_up_and_a_file_is_as_good_as_bytes() -> None:
    given = _jpeg((40, 20))
    assert picture(io.BytesIO(given), 800) == picture(given, 800)
    assert picture(given, 800).width == 40


def _bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG that says it is 900 megapixels, with a body that would unfold for ever."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 10_000_000))
        + chunk(b"IEND", b"")
    )


def _one_bit(width: int, height: int) -> bytes:
    """A sound picture, small as a file, just over the limit."""
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


NOT_PICTURES = {
    "no bytes": b"",
    "one byte": b"\xff",
    "text": b"He said it again.",
    "a program called .jpg": b"MZ\x90\0" + b"\0" * 500,
    "a PDF": b"%PDF-1.7\n" + b"x" * 500,
    "cut short": _jpeg((2000, 1000))[:9000],
    "only the beginning": _jpeg()[:40],
    "a bomb": _bomb(),
    "a bomb of one bit a pixel": _one_bit(10_000, 8_920),
    "png noise": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "heic noise": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(range(256)) * 20,
    "webp noise": b"RIFF\xff\xff\0\0WEBPVP8X" + bytes(range(256)) * 20,
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
}


@pytest.mark.parametrize("given", NOT_PICTURES.values(), ids=NOT_PICTURES)
def test_what_cannot_be_shown_says_that_it_is_kept(given: bytes) -> None:
    with pytest.raises(NotAPictureError) as caught:
        picture(given, 400)
    assert "kept exactly as you gave it" in (NotAPictureError.__doc__ or "")
    assert caught.value.__cause__ is None, "nothing of the decoder's own words is chained along"
    assert str(caught.value) == ""


@pytest.mark.parametrize("seed", range(40))
def test_a_picture_with_a_changed_byte_is_shown_or_refused_never_a_crash(seed: int) -> None:
    given = bytearray([_jpeg(), _png(), _webp(), _heic()][seed % 4])
    given[(seed * 7919) % len(given)] ^= 1 << seed % 8
    try:
        made = picture(bytes(given), 100)
    except NotAPictureError:
        return
    assert max(made.width, made.height) <= 100


class _Endless(io.RawIOBase):
    """A file of any length that counts what was taken from it."""

    def __init__(self, start: bytes) -> None:
        self.taken = 0
        self._start = start

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "never read to the end"
        piece = self._start[self.taken : self.taken + size].ljust(size, b"\0")
        self.taken += size
        return piece


@pytest.mark.parametrize(("start", "most"), [(b"", 8192), (_jpeg()[:-40], MOST_BYTES + 1)])
def test_a_huge_file_is_not_read_whole(start: bytes, most: int) -> None:
    file = _Endless(start)
    with pytest.raises(NotAPictureError):
        picture(file, 400)  # type: ignore[arg-type]
    assert file.taken <= most


def test_a_large_photo_is_decoded_small() -> None:
    out = io.BytesIO()
    Image.new("RGB", (9000, 8000), "teal").save(out, "JPEG", quality=60)
    program = (
        "import re, sys\n"
        "from daybook.export.pictures import picture\n"
        "def peak():  # of this process alone: getrusage would begin with the peak of its parent\n"
        "    return int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])\n"
        "before = peak()\n"
        "made = picture(sys.stdin.buffer.read(), 1000)\n"
        "print(made.width, (peak() - before) // 1024)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], input=out.getvalue(), capture_output=True, check=True)
    width, megabytes = map(int, run.stdout.split())
    assert width == 1000
    assert megabytes < 60, "216 MB of pixels are not all in memory"


def _colour(image: Image.Image, x: int, y: int) -> str:
    pixel = image.convert("RGB").getpixel((x, y))
    assert isinstance(pixel, tuple)
    return "red" if pixel[0] > 180 and pixel[2] < 80 else "blue" if pixel[2] > 180 and pixel[0] < 80 else str(pixel)
