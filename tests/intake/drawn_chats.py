"""Screenshots of chats that never were, drawn in three manners, light and dark. Nobody in them exists."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import daybook.export

_FONTS = Path(daybook.export.__file__).parent / "fonts"
MANNERS = ("green", "blue", "round")


@dataclass(frozen=True)
class Say:
    """One bubble; `day` stands as a separator before it."""

    text: str
    clock: str
    mine: bool = False
    day: str = ""


@dataclass(frozen=True)
class Look:
    ground: str
    bar: str
    ink: str
    theirs: str
    theirs_ink: str
    mine: str
    mine_ink: str
    faint: str


LOOKS = {
    ("green", False): Look("#efe7de", "#ffffff", "#111b21", "#ffffff", "#111b21", "#d9fdd3", "#111b21", "#667781"),
    ("green", True): Look("#0b141a", "#1f2c34", "#e9edef", "#202c33", "#e9edef", "#005c4b", "#e9edef", "#8696a0"),
    ("blue", False): Look("#ffffff", "#f6f6f6", "#000000", "#e9e9eb", "#000000", "#1a82fb", "#ffffff", "#8a8a8e"),
    ("blue", True): Look("#000000", "#161617", "#ffffff", "#262629", "#ffffff", "#1a82fb", "#ffffff", "#8d8d93"),
    ("round", False): Look("#ffffff", "#ffffff", "#050505", "#f0f0f0", "#050505", "#7b3ff2", "#ffffff", "#65676b"),
    ("round", True): Look("#000000", "#000000", "#e4e6eb", "#303030", "#e4e6eb", "#6a35d6", "#ffffff", "#b0b3b8"),
}

_PARTS = (
    "where are you", "answer me", "I rang the landline twice", "I am at the shop, back at six",
    "you have had your money this month", "Can you pay the school trip? It is £14.50.", "Please do not shout",
    "Leo has football until six, I will fetch him", "who was that on the phone last night",
    "my number is 07700 900142 now", "I am outside the school", "if you tell anyone you will be sorry",
    "It will not happen again. I promise.", "The appointment is at 3 on Thursday, room 12",
    "do not tell me how to come into my own house", "Ring 01632 960321 and ask for Jo", "ok", "No.", "fine",
    "I asked you something and you are ignoring me again", "the children are asleep",
)  # fmt: skip


def talk(seed: int, count: int = 9) -> list[Say]:
    """A made-up talk: the same for the same seed."""
    chance = random.Random(seed)
    clock, said = chance.randrange(8 * 60, 20 * 60), []
    for number in range(count):
        clock += chance.randrange(1, 9)
        text = ". ".join(chance.sample(_PARTS, chance.choice((1, 1, 1, 2, 3))))
        day = f"{chance.randrange(1, 29)} March 2024" if number == 0 else ""
        said.append(Say(text, f"{clock // 60:02}:{clock % 60:02}", chance.random() < 0.4, day))
    return said


def draw(said: list[Say], manner: str = "green", *, dark: bool = False, name: str = "Sam", wide: int = 1080) -> bytes:
    """A PNG of one phone screen with this name at its head, as many bubbles as there is room for."""
    image = Image.new("RGB", (wide, wide * 13 // 6), LOOKS[manner, dark].ground)
    _Screen(image, manner, LOOKS[manner, dark]).fill(said, name)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def shown(said: list[Say], manner: str = "green", wide: int = 1080) -> list[Say]:
    """Those of a talk for which there is room on one screen."""
    return _Screen(Image.new("RGB", (wide, wide * 13 // 6)), manner, LOOKS[manner, False]).fill(said, "")


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf", size)


class _Screen:
    def __init__(self, image: Image.Image, manner: str, look: Look) -> None:
        self.pen, self.manner, self.look = ImageDraw.Draw(image), manner, look
        self.wide, self.high = image.size
        self.unit = self.wide / 360
        self.text, self.small = _font(self.px(15)), _font(self.px(11))

    def px(self, dots: float) -> int:
        return round(dots * self.unit)

    def fill(self, said: list[Say], name: str) -> list[Say]:
        self._head(name)
        y, before, there = self.px(92), "", 0
        for one in said:
            if one.day or (self.manner != "green" and not before):
                y = self._day(y, one)
            room = self._height(one)
            if y + room > self.high - self.px(64):
                break
            self._bubble(y, one)
            y += room + self.px(8)
            before, there = one.clock, there + 1
        self._foot()
        return said[:there]

    def _head(self, name: str) -> None:
        look, pen = self.look, self.pen
        pen.rectangle((0, 0, self.wide, self.px(80)), look.bar)
        pen.text((self.px(20), self.px(7)), "21:47", look.ink, self.small)
        pen.text((self.wide - self.px(44), self.px(7)), "64%", look.ink, self.small)
        if self.manner == "blue":
            middle = self.wide / 2
            pen.ellipse((middle - self.px(15), self.px(26), middle + self.px(15), self.px(56)), "#a5abb6")
            pen.text((middle, self.px(68)), name, look.ink, self.small, anchor="mm")
            return
        pen.line((self.px(22), self.px(38), self.px(14), self.px(46), self.px(22), self.px(54)), look.ink, self.px(2))
        pen.ellipse((self.px(36), self.px(32), self.px(68), self.px(64)), "#8a94a6")
        pen.text((self.px(78), self.px(30)), name, look.ink, _font(self.px(16), bold=True))
        state = "online" if self.manner == "green" else "Active now"
        pen.text((self.px(78), self.px(52)), state, look.faint, self.small)

    def _foot(self) -> None:
        y = self.high - self.px(48)
        box = (self.px(44), y, self.wide - self.px(52), y + self.px(36))
        edge = self.look.theirs if self.manner != "blue" else self.look.faint
        self.pen.rounded_rectangle(box, self.px(18), self.look.bar, edge, 2)
        words = {"green": "Message", "blue": "iMessage", "round": "Aa"}[self.manner]
        self.pen.text((self.px(60), y + self.px(9)), words, self.look.faint, self.text)

    def _day(self, y: int, one: Say) -> int:
        words = one.day or "Today"
        if self.manner == "blue":
            words = f"{words} at {one.clock}"
        elif self.manner == "round":
            words = f"{words.upper()} AT {one.clock}"
        long = self.pen.textlength(words, self.small)
        left = (self.wide - long) / 2
        if self.manner == "green":
            pill = (left - self.px(10), y, left + long + self.px(10), y + self.px(24))
            self.pen.rounded_rectangle(pill, self.px(8), self.look.theirs)
        self.pen.text((left, y + self.px(5)), words, self.look.faint, self.small)
        return y + self.px(32)

    def _lines(self, one: Say) -> list[str]:
        lines, most = [""], self.wide * 0.68
        for word in one.text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.pen.textlength(longer, self.text) <= most:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _clock_inside(self, lines: list[str]) -> bool:
        return self.pen.textlength(lines[-1], self.text) + self.px(52) <= self.wide * 0.7

    def _height(self, one: Say) -> int:
        lines = self._lines(one)
        below = self.manner == "green" and not self._clock_inside(lines)
        return self.px(16) + self.px(20) * (len(lines) + below)

    def _bubble(self, y: int, one: Say) -> None:
        lines, look = self._lines(one), self.look
        long = max(self.pen.textlength(line, self.text) for line in lines)
        if self.manner == "green":
            last = self.pen.textlength(lines[-1], self.text) + self.px(52)
            long = max(long, last) if self._clock_inside(lines) else max(long, self.px(52))
        wide, high = round(long) + self.px(24), self._height(one)
        edge = self.px(34 if self.manner == "round" and not one.mine else 10)
        left = self.wide - self.px(10) - wide if one.mine else edge
        if self.manner == "round" and not one.mine:
            self.pen.ellipse((self.px(6), y + high - self.px(24), self.px(28), y + high - self.px(2)), "#8a94a6")
        round_ = self.px({"green": 8, "blue": 17, "round": 18}[self.manner])
        self.pen.rounded_rectangle((left, y, left + wide, y + high), round_, look.mine if one.mine else look.theirs)
        for number, line in enumerate(lines):
            ink = look.mine_ink if one.mine else look.theirs_ink
            self.pen.text((left + self.px(12), y + self.px(8 + 20 * number)), line, ink, self.text)
        if self.manner == "green":
            spot = (left + wide - self.px(12), y + high - self.px(7))
            self.pen.text(spot, one.clock, look.faint, self.small, anchor="rs")
