"""The ground behind a line of text: its colour, how far it reaches, and whether two lines stand on one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.seen import Box

if TYPE_CHECKING:
    from PIL import Image

_ALIKE = 12
"""So much may two colours differ in each part (0 to 255) and be the same ground; a camera or JPEG blurs a little."""
_EDGE = 0.012
_BLURRED, _COLOURED = 2, 60
"""Pixels between two colours that are neither; how far from grey a colour is."""
_Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """One patch of colour behind a line: from `left` to `right` in pixels, and whether it ends inside the picture."""

    colour: _Colour
    left: int
    right: int
    ends: bool


class Canvas:
    """The pixels of one picture, asked for one by one."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._at = image.load()
        self.width, self.height = image.size

    def behind(self, box: Box) -> Ground:
        """The ground behind a line, as wide as it is just above, across and just below the letters."""
        colour = self._most(box)
        reach = max(2, box.height // 12)
        ends = [
            (self._walk(box.left, y, -1, colour), self._walk(box.right, y, 1, colour))
            for y in (box.top - reach, box.top, box.top + reach, box.bottom - reach, box.bottom, box.bottom + reach)
            if 0 <= y < self.height
        ]
        left, right = min(end[0] for end in ends), max(end[1] for end in ends)
        edge = self.width * _EDGE
        return Ground(colour, left, right, left > edge and right < self.width - edge)

    def is_one(self, ground: Ground, upper: Box, lower: Box) -> bool:
        """Whether the ground goes on between two lines, the upper one first."""
        x = ground.left + max(2, (min(upper.left, lower.left) - ground.left) // 2)
        return all(self._is(x, y, ground.colour) for y in range(upper.bottom, lower.top))

    def has_stripe(self, box: Box, ground: Ground) -> bool:
        """Whether a narrow stripe of colour runs along the beginning of a line, as beside what a reply repeats."""
        middle = (box.top + box.bottom) // 2
        edge = self._walk(box.left - 2, middle, -1, ground.colour)
        x = edge - 1 - _BLURRED
        if x < 0 or box.left - x > 2 * box.height:
            return False
        colour = self._colour(x, middle)
        wide = x - self._walk(x, middle, -1, colour)
        runs_along = all(self._is(x, y, colour) for y in (box.top, middle, box.bottom))
        return runs_along and max(colour) - min(colour) > _COLOURED and wide <= box.height // 2

    def ink(self, box: Box, ground: _Colour) -> _Colour:
        """The colour of the letters: what differs most from the ground."""
        pixels = self._colours(box)
        return max(pixels, key=lambda one: (sum(abs(a - b) for a, b in zip(one, ground, strict=True)), pixels[one]))

    def _most(self, box: Box) -> _Colour:
        return self._colours(box).most_common(1)[0][0]

    def _colours(self, box: Box) -> Counter[_Colour]:
        step = max(1, box.height // 12)
        found: Counter[_Colour] = Counter()
        for y in range(max(0, box.top), min(self.height, box.bottom + 1), step):
            for x in range(max(0, box.left), min(self.width, box.right + 1), step):
                found[self._colour(x, y)] += 1
        return found

    def _walk(self, x: int, y: int, step: int, colour: _Colour) -> int:
        x = min(max(x, 0), self.width - 1)
        while 0 <= x + step < self.width and self._is(x + step, y, colour):
            x += step
        return x

    def _is(self, x: int, y: int, colour: _Colour) -> bool:
        return all(abs(a - b) <= _ALIKE for a, b in zip(self._colour(x, y), colour, strict=True))

    def _colour(self, x: int, y: int) -> _Colour:
        found: _Colour = self._at[x, y]  # type: ignore[index,assignment]  # an RGB picture gives three numbers
        return found
