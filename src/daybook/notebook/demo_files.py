"""The made-up photos and the letter of the demo, drawn by the program: no camera and no person stood for them."""

from __future__ import annotations

import io
import math
import random
import wave
from collections.abc import Callable
from datetime import UTC, datetime

from PIL import Image, ImageDraw, ImageFilter, ImageFont

_SIZE = (1600, 1200)
_CAMERA = "Example Camera 1"
_GPS, _MAKE, _MODEL, _TAKEN = 0x8825, 0x010F, 0x0110, 0x0132


def photo(name: str) -> bytes:
    """One of the photos ("phone", "bruise", "door", "letter", "gate") as a JPEG, the same bytes every time.

    It carries what a phone would write into it: a camera, a time and a place, which is in the middle of the North Sea.
    """
    image = Image.new("RGB", _SIZE, "white")
    _PHOTOS[name](image, random.Random(name))  # noqa: S311  (drawing, not secrets)
    soft = Image.blend(image.filter(ImageFilter.GaussianBlur(1.2)), _grain(name), 0.06)
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL], exif[_TAKEN] = "Example", _CAMERA, "2020:01:02 03:04:05"
    place = exif.get_ifd(_GPS)
    place[1], place[2] = "N", (56.0, 0.0, 0.0)
    place[3], place[4] = "E", (3.0, 0.0, 0.0)
    out = io.BytesIO()
    soft.save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()


def school_letter() -> bytes:
    """A one-page PDF letter from a school that does not exist."""
    page = Image.new("RGB", (1240, 1754), "white")
    pen = ImageDraw.Draw(page)
    lines = (
        "Example Primary School",
        "1 Invented Lane, Exampleton",
        "",
        "Dear parent,",
        "",
        "Thank you for coming in. As agreed, from today only you and",
        "your sister may collect your child. We have set a password.",
        "Please ring 01632 960 321 if anything changes.",
        "",
        "Ms A. Fiction, head teacher",
    )
    for number, line in enumerate(lines):
        pen.text((150, 180 + number * 62), line, "black", font=ImageFont.load_default(34))
    out = io.BytesIO()
    day = datetime(2020, 1, 2, tzinfo=UTC).timetuple()
    page.save(out, "PDF", resolution=150, creationDate=day, modDate=day)
    return out.getvalue()


def tone() -> bytes:
    """Two seconds of a low hum in place of a voice, as a WAV."""
    rate = 8_000
    out = io.BytesIO()
    with wave.open(out, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(rate)
        turns = (int(3_000 * math.sin(2 * math.pi * 110 * at / rate)) for at in range(2 * rate))
        recording.writeframes(b"".join(level.to_bytes(2, "little", signed=True) for level in turns))
    return out.getvalue()


def _grain(name: str) -> Image.Image:
    """The noise of a cheap camera, the same each time."""
    return Image.frombytes("L", (400, 300), random.Random(name).randbytes(400 * 300)).resize(_SIZE).convert("RGB")  # noqa: S311


def _phone(image: Image.Image, chance: random.Random) -> None:
    image.paste((150, 118, 88), (0, 0, *_SIZE))
    pen = ImageDraw.Draw(image)
    for plank in range(0, _SIZE[1], 170):
        pen.line((0, plank, _SIZE[0], plank + 12), (112, 84, 60), 5)
    pen.rounded_rectangle((520, 110, 1060, 1110), 70, (28, 28, 32))
    screen = (548, 160, 1032, 1060)
    pen.rounded_rectangle(screen, 40, (52, 58, 70))
    left, top, right, bottom = screen
    for _ in range(15):
        x, y = 620.0, 250.0
        turn_x, turn_y = chance.uniform(-1, 1.4), chance.uniform(-0.6, 1.8)
        for _ in range(7):
            to = (x + turn_x * 70 + chance.randint(-22, 22), y + turn_y * 70 + chance.randint(-22, 22))
            if not (left < to[0] < right and top < to[1] < bottom):
                break
            pen.line((x, y, *to), (205, 212, 222), chance.choice((1, 2, 3)))
            x, y = to
    pen.ellipse((606, 236, 634, 264), (12, 12, 14))


def _bruise(image: Image.Image, chance: random.Random) -> None:
    image.paste((214, 205, 196), (0, 0, *_SIZE))
    pen = ImageDraw.Draw(image)
    pen.polygon([(0, 330), (1600, 250), (1600, 950), (0, 880)], (196, 152, 124))
    blot = Image.new("L", _SIZE, 0)
    spots = ImageDraw.Draw(blot)
    for _ in range(70):
        x, y, size = chance.gauss(820, 110), chance.gauss(590, 70), chance.randint(25, 85)
        spots.ellipse((x - size, y - size, x + size, y + size), chance.randint(60, 150))
    image.paste((148, 128, 74), mask=blot.filter(ImageFilter.GaussianBlur(60)))
    image.paste(
        (92, 70, 104), mask=blot.filter(ImageFilter.GaussianBlur(24)).point([level // 2 for level in range(256)])
    )
    pen.rectangle((420, 990, 1220, 1080), (240, 240, 236), (40, 40, 40), 3)
    for mark in range(11):  # a paper ruler beside it, so that the size can be seen
        pen.line((420 + mark * 80, 990, 420 + mark * 80, 1030), (40, 40, 40), 4)


def _door(image: Image.Image, chance: random.Random) -> None:
    image.paste((226, 222, 212), (0, 0, *_SIZE))
    pen = ImageDraw.Draw(image)
    for box in ((220, -200, 1380, 420), (220, 520, 1380, 1120)):
        pen.rectangle(box, (236, 233, 226), (176, 170, 158), 10)
        pen.rectangle((box[0] + 34, box[1] + 34, box[2] - 34, box[3] - 34), None, (200, 195, 184), 4)
    for start in (700, 790, 850):
        x, y = 230.0, float(start)
        while x < 1370:  # noqa: PLR2004  (the panel's right edge)
            to = (x + chance.randint(30, 90), y + chance.randint(-34, 34))
            pen.line((x, y, *to), (88, 74, 58), chance.choice((4, 6, 9)))
            x, y = to
    pen.polygon([(700, 730), (900, 745), (930, 840), (820, 880), (690, 830)], (70, 58, 46))


def _letter(image: Image.Image, chance: random.Random) -> None:
    image.paste((120, 132, 128), (0, 0, *_SIZE))
    for number, corner in enumerate(((170, 90), (850, 120), (200, 640), (830, 660))):
        piece = Image.new("RGBA", (600, 460), (0, 0, 0, 0))
        pen = ImageDraw.Draw(piece)
        edge = [(20 + chance.randint(-14, 14), y) for y in range(20, 450, 22)]
        edge += [(x, 440 + chance.randint(-14, 14)) for x in range(20, 590, 22)]
        pen.polygon([*edge, (585, 20)], (246, 243, 234, 255))
        for line in range(70, 410, 46):
            pen.line((60, line, chance.randint(380, 540), line), (70, 74, 92, 255), 6)
        turned = piece.rotate((-7, 9, 5, -11)[number], expand=True, resample=Image.Resampling.BICUBIC)
        image.paste(turned, corner, turned)


def _gate(image: Image.Image, chance: random.Random) -> None:
    image.paste((188, 204, 214), (0, 0, *_SIZE))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 860, 1600, 1200), (126, 128, 126))
    pen.rectangle((180, 330, 1420, 870), (176, 112, 92))
    for x in range(240, 1400, 190):
        pen.rectangle((x, 420, x + 110, 560), (214, 226, 232), (240, 240, 236), 8)
    for x in range(60, 1560, 46):
        pen.line((x, 620 + chance.randint(-3, 3), x, 960), (44, 60, 52), 9)
    for y in (650, 930):
        pen.line((60, y, 1540, y), (44, 60, 52), 12)
    pen.rectangle((690, 590, 930, 980), None, (30, 44, 38), 16)


_PHOTOS: dict[str, Callable[[Image.Image, random.Random], None]] = {
    "phone": _phone,
    "bruise": _bruise,
    "door": _door,
    "letter": _letter,
    "gate": _gate,
}
