"""The figure as an SVG with the marks on it, numbered as they are listed: for a page and for a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from daybook.domain.body.figure import HIGH, REGIONS, WIDE
from daybook.domain.body.mark import Mark, View

Point = tuple[float, float]
INK, SKIN, MARKED = "#3d434c", "#f3efe8", "#1d5566"
_HALF: tuple[Point, ...] = (
    *((100, 6), (117, 11), (125, 28), (123, 48), (113, 65), (113, 78), (128, 87), (147, 92), (158, 106), (163, 135)),
    *((169, 160), (176, 190), (181, 220), (191, 238), (192, 258), (184, 268), (176, 258), (169, 240), (165, 222)),
    *((157, 192), (149, 165), (143, 140), (138, 118), (136, 150), (133, 178), (138, 206), (143, 232), (143, 272)),
    *((139, 310), (140, 345), (133, 390), (141, 412), (133, 421), (116, 418), (116, 392), (112, 350), (111, 312)),
    *((105, 262), (100, 246)),
)
"""The right half of the outline on the drawing, from the crown down to between the legs; the left mirrors it."""
_LINES = {
    "front": (
        "M91 38h5M104 38h5M100 41l-2 7h4M95 56h10",
        "M86 91q14 7 28 0M100 182v3",
    ),
    "back": ("M100 92v96M82 104q-3 14 6 24M118 104q3 14 -6 24", "M100 212v26M86 236q8 7 14 0q6 7 14 0"),
}
"""A few lines that tell the front from the back."""


def drawing(view: View, marks: Iterable[tuple[int, Mark]]) -> str:
    """The figure from one side with these marks, each with its number, as a whole SVG document.

    A point is a dot with its number beside it; a part chosen by its name is shaded.
    """
    seen = [(number, mark) for number, mark in marks if mark.view == view]
    shades = "".join(_shade(mark) for _number, mark in seen if mark.x is None)
    dots = "".join(_dot(number, mark) for number, mark in seen)
    lines = "".join(f'<path d="{line}"/>' for line in _LINES[view])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}">'
        f'<path d="{_OUTLINE}" fill="{SKIN}" stroke="{INK}" stroke-width="2" stroke-linejoin="round"/>'
        f'<g fill="none" stroke="{INK}" stroke-width="1.2" stroke-linecap="round" opacity=".55">{lines}</g>'
        f'<clipPath id="body"><path d="{_OUTLINE}"/></clipPath><g clip-path="url(#body)">{shades}</g>{dots}</svg>'
    )


def _shade(mark: Mark) -> str:
    region = REGIONS[mark.view].get(mark.region)
    if region is None:
        return ""
    return (
        f'<path d="M{region.ax} {region.ay}L{region.bx + 0.01} {region.by}" stroke="{MARKED}" '
        f'stroke-width="{2 * region.reach - 2}" stroke-linecap="round" opacity=".28"/>'
    )


def _dot(number: int, mark: Mark) -> str:
    """The dot at the point, if there is one, and the number in a small round beside it."""
    region = REGIONS[mark.view].get(mark.region)
    x, y = (mark.x, mark.y) if mark.x is not None and mark.y is not None else region.middle if region else (0, 0)
    dot = f'<circle cx="{x}" cy="{y}" r="4" fill="{MARKED}" stroke="#fff" stroke-width="1.2"/>'
    at = (x, y) if mark.x is None else (x + (12 if x < WIDE - 20 else -12), y - 9 if y > 18 else y + 9)  # noqa: PLR2004
    tag = (
        f'<circle cx="{at[0]}" cy="{at[1]}" r="8" fill="#fff" stroke="{MARKED}" stroke-width="1.4"/>'
        f'<text x="{at[0]}" y="{at[1] + 4}" text-anchor="middle" font-family="Noto Sans, DejaVu Sans, sans-serif" '
        f'font-size="11" font-weight="bold" fill="{MARKED}">{number}</text>'
    )
    return (dot if mark.x is not None else "") + tag


def _smooth(points: list[Point]) -> Iterator[str]:
    """A closed curve through the points, as Bézier parts."""
    around = [points[-1], *points, points[0], points[1]]
    for before, (here, there), after in zip(around, pairwise(around[1:-1]), around[3:], strict=False):
        one = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        two = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        yield f"C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} {there[0]:g} {there[1]:g}"


def _outline() -> str:
    points = [*_HALF, *((WIDE - x, y) for x, y in reversed(_HALF[1:-1]))]
    return f"M{points[0][0]:g} {points[0][1]:g}{''.join(_smooth(points))}Z"


_OUTLINE = _outline()
