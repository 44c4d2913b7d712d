"""An order from comparing two at a time: binary insertion, with room for "both the same" and for stopping.

Each thing in turn is put into the row of those placed before it, by asking about the middle one of what is left.
For seven things that is at most 14 questions, where 13 is the least any method can promise (merge insertion); but
here the row so far is a whole order after every question, so that stopping early still leaves something true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Answer = Callable[[str, str], str | None]
"""Of two things, the one that comes first; "same"; or None where that was not said yet."""

SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Rows of things that stand alike, the first row first; what is not placed yet; the next pair to ask, if any."""

    rows: tuple[tuple[str, ...], ...]
    left: tuple[str, ...]
    ask: tuple[str, str] | None


def ranking(things: Sequence[str], answer: Answer) -> Ranking:
    """The order of these things as far as the answers give it. The same answers give the same order."""
    rows: list[tuple[str, ...]] = []
    for number, thing in enumerate(things):
        low, high, beside = 0, len(rows), None
        while low < high and beside is None:
            middle = (low + high) // 2
            first = _first(thing, rows[middle], answer)
            if first is None:
                return Ranking(rows=tuple(rows), left=tuple(things[number:]), ask=(rows[middle][0], thing))
            if first == SAME:
                beside = middle
            elif first == thing:
                high = middle
            else:
                low = middle + 1
        if beside is None:
            rows.insert(low, (thing,))
        else:
            rows[beside] = (*rows[beside], thing)
    return Ranking(rows=tuple(rows), left=(), ask=None)


def _first(thing: str, row: tuple[str, ...], answer: Answer) -> str | None:
    """What was said about this thing and any of a row: they stand alike, so one answer speaks for all."""
    return next((said for other in row if (said := answer(other, thing)) is not None), None)
