"""Counts as pictures: bars, a month, a year, the hours of a week; for a page and for a paper.

They can be read without colour. How much there is shows in printed numbers, in lightness from pale to dark, and in the
size of a square; what was written down and what was sent differ in shape. A page may colour the classes as it likes;
the attributes are those of a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

INK, SOFT, LINE, EDGE, PAPER = "#22252b", "#565c66", "#c9c6bf", "#757a83", "#ffffff"
STEPS = ("#c9dde2", "#8fb9c3", "#3f7686", "#143b47")
"""From a few to most, by lightness alone: each can be told from its neighbours in black and white."""
ON_STEPS = (INK, INK, PAPER, PAPER)
_LINK = re.compile(r"<a [^>]*>")
WIDE = 336
"""Units across; about a pixel each on a small phone."""
_STYLES = {
    "ink": f'fill="{INK}"',
    "on-ink": f'fill="{PAPER}"',
    "soft": f'fill="{SOFT}"',
    "box": f'fill="{PAPER}" stroke="{LINE}"',
    "frame": f'fill="none" stroke="{INK}" stroke-width="1.6"',
    "row": 'fill="none"',
    "dot": f'fill="{EDGE}"',
    "full": f'fill="{STEPS[2]}"',
    "base": f'stroke="{EDGE}" stroke-width="1"',
    "hatch": f'stroke="{INK}" stroke-width="2"',
    "outline": f'stroke="{INK}" stroke-width="1.2"',
    **{f"step{number}": f'fill="{colour}"' for number, colour in enumerate(STEPS, start=1)},
    **{f"on{number}": f'fill="{colour}"' for number, colour in enumerate(ON_STEPS, start=1)},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One number of a picture: its label, how many entries and how many sent, where it leads, and all in words."""

    label: str = ""
    entries: int = 0
    sent: int = 0
    href: str = ""
    says: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.entries or self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a picture says of itself: its title, how it is read, the names of both series; `name` is for its parts."""

    title: str
    says: str
    entries: str
    sent: str
    name: str = "counts"


def limits(most: int) -> tuple[int, ...]:
    """Up to how many each step goes. They grow by the same factor: one full day does not make all others pale."""
    found: list[int] = []
    for step in range(1, len(STEPS) + 1):
        reach = round(most ** (step / len(STEPS)))
        found.append(max(reach, found[-1] + 1 if found else 1))
    return tuple(found)


def step_of(number: int, reach: Sequence[int]) -> int:
    """Which step a number is on, from 1; 0 is nothing."""
    if number <= 0:
        return 0
    return next((step for step, limit in enumerate(reach, start=1) if number <= limit), len(reach))


def ranges(reach: Sequence[int], most: int) -> list[str]:
    """The steps that are used, in figures: "1", or the first and the last number with a dash between them."""
    found, low = [], 1
    for limit in reach:
        if low > most:
            break
        found.append(f"{low:,}" if limit == low else f"{low:,}\N{EN DASH}{limit:,}")
        low = limit + 1
    return found


def svg(inner: Iterable[str], height: float, words: Words, *, alone: bool = False, wide: int = WIDE) -> str:
    """A whole picture. `alone` is for a paper: a document of its own, whose words are told beside it."""
    drawn = "".join(inner)
    if alone:
        drawn = _LINK.sub("<g>", drawn).replace("</a>", "</g>")  # a paper leads nowhere
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{height:g}" '
        return f'{head}viewBox="0 0 {wide} {height:g}" font-family="Liberation Sans">{drawn}</svg>'
    name = escape(words.name)
    return (
        f'<svg class="counts" role="group" viewBox="0 0 {wide} {height:g}" width="{wide}" height="{height:g}" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-says"><title id="{name}-title">{escape(words.title)}'
        f'</title><desc id="{name}-says">{escape(words.says)}</desc>{drawn}</svg>'
    )


def rect(x: float, y: float, wide: float, high: float, cls: str, *, round_by: float = 0) -> str:
    """A box."""
    corner = f' rx="{round_by:g}"' if round_by else ""
    return f'<rect class="{cls}" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}"{corner} {_STYLES[cls]}/>'


def text(x: float, y: float, words: str, cls: str, *, size: float = 13, bold: bool = False, anchor: str = "") -> str:
    """Words; `anchor` is "middle" or "end"."""
    more = (' font-weight="700"' if bold else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text class="{cls}" x="{x:g}" y="{y:g}" font-size="{size:g}"{more} {_STYLES[cls]}>{escape(words)}</text>'


def path(d: str, cls: str, fill: str = "none") -> str:
    """A line, or a shape filled with a pattern."""
    return f'<path class="{cls}" d="{d}" fill="{fill}" {_STYLES[cls]}/>'


def linked(mark: Mark, inner: str) -> str:
    """A part of a picture that leads to what is behind it, named in words."""
    if not mark.href:
        return f'<g aria-hidden="true">{inner}</g>'
    return f'<a href="{escape(mark.href)}" aria-label="{escape(mark.says)}">{inner}</a>'


def hatching(name: str) -> str:
    """The pattern of what was sent."""
    return (
        f'<defs><pattern id="{escape(name)}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{path("M0 0v5", "hatch")}</pattern></defs>'
    )


def step_legend(reach: Sequence[int], most: int, words: str, y: float) -> tuple[str, float]:
    """The steps with the numbers each stands for, and where it ends."""
    inner = [text(0, y + 13, words, "soft")]
    x, y = 0.0, y + 20
    for step, numbers in enumerate(ranges(reach, most), start=1):
        wide = 34 + 7.8 * len(numbers)
        if x + wide > WIDE:
            x, y = 0.0, y + 24
        inner.append(rect(x, y, 18, 18, f"step{step}", round_by=3) + text(x + 23, y + 14, numbers, "soft"))
        x += wide
    return f'<g aria-hidden="true">{"".join(inner)}</g>', y + 24
