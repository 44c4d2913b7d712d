"""What was seen in a picture: lines with their places, and what looks like the bubbles of a chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "right", "middle"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where in a picture, in pixels from its upper left corner."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way between its top and its bottom."""
        return (self.top + self.bottom) / 2

    def around(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line, where they stand, and how sure the reading is of them, from 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class Seen:
    """Every line of one picture or page of this size in pixels, from top to bottom."""

    width: int
    height: int
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """Its lines as text; what stands on one height is one line."""
        return "\n".join(" ".join(line.text for line in row) for row in rows(self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """What looks like one message: its words, on which side, and what stands with it.

    `day` and `clock` are as they are written there, "" for none. `name` is a sender named inside. `edited` is what the
    app says of it. `cut_above` and `cut_below` say that it touches an edge of the picture: some of it may be missing.
    """

    text: str
    side: Side
    box: Box
    sure: float
    day: str = ""
    clock: str = ""
    name: str = ""
    edited: bool = False
    cut_above: bool = False
    cut_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """What looks like a chat: who it is with, as far as that can be seen, and its bubbles from top to bottom."""

    name: str = ""
    bubbles: tuple[Bubble, ...] = ()


def rows(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Lines that stand on the same height, each from left to right, the uppermost first."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.box.middle, one.box.left)):
        last = found[-1][-1].box if found else None
        if last and last.top < line.box.middle < last.bottom and line.box.top < last.middle < line.box.bottom:
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda one: one.box.left) for row in found]
