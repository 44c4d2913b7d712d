"""One place marked on the outline of a body: from which side, which part of it, and the point where she set it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from daybook.domain.body.figure import HIGH, REGIONS, WIDE, region_at

View = Literal["front", "back"]
MOST = 60
_TYPED = re.compile(r"(front|back) ([a-z-]+)(?: (\d{1,3}) (\d{1,3}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A part of the body seen from one side; `x` and `y` are where she touched the drawing, in its own units.

    Both are None where she chose the part by its name. A point is never moved, and none is made up.
    """

    view: View
    region: str
    x: int | None = None
    y: int | None = None


def mark_at(view: View, x: int, y: int) -> Mark | None:
    """The mark for a touch at this point of the drawing; None beside the figure."""
    region = region_at(view, x, y)
    return Mark(view=view, region=region, x=x, y=y) if region else None


def typed_mark(mark: Mark) -> str:
    """A mark as a form holds it: "front neck 100 75", or "front neck" for the part as a whole."""
    point = f" {mark.x} {mark.y}" if mark.x is not None and mark.y is not None else ""
    return f"{mark.view} {mark.region}{point}"


def typed_marks(values: Iterable[str]) -> tuple[Mark, ...]:
    """The marks a form holds, each once, at most `MOST`; what is no place on a body is passed over."""
    found = dict.fromkeys(mark for value in values if (mark := _mark(value)))
    return tuple(found)[:MOST]


def _mark(value: str) -> Mark | None:
    typed = _TYPED.fullmatch(value)
    if not typed:
        return None
    view, region = typed[1], typed[2]
    if region not in REGIONS[view]:
        return None
    if typed[3] is None:
        return Mark(view=view, region=region)  # type: ignore[arg-type]
    x, y = int(typed[3]), int(typed[4])
    return Mark(view=view, region=region, x=x, y=y) if x <= WIDE and y <= HIGH else None  # type: ignore[arg-type]
