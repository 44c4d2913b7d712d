"""The same number of whole days before and after one day; the day itself stands apart and is in neither."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from daybook.domain.counts.counted import Cell, Counted, counted
from daybook.domain.counts.stretch import Stretch, days_of
from daybook.domain.counts.thing import Entry, Tally

WEEK = 7
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """Some of the days: from `first` to `last` days away from the day, below 0 before it, above 0 after it."""

    first: int
    last: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Around:
    """The stretch around a day: `asked` days were asked for, and on each side are `days`, those that have gone by."""

    day: dt.date
    asked: int
    days: int
    steps: tuple[Step, ...]

    @property
    def before(self) -> Stretch | None:
        """The days before; None where there are none."""
        return days_of(self.day - self.days * _DAY, self.day - _DAY) if self.days else None

    @property
    def after(self) -> Stretch | None:
        """The days after; None where none has gone by."""
        return days_of(self.day + _DAY, self.day + self.days * _DAY) if self.days else None

    @property
    def whole(self) -> Stretch:
        """All of it, with the day."""
        return days_of(self.day - self.days * _DAY, self.day + self.days * _DAY)


def around(day: dt.date, asked: int, today: dt.date) -> Around:
    """So many days on each side of a day, but only as many as have wholly gone by since: today is not over yet.

    Steps are single days up to a week, and weeks counted from the day beyond that; the last may be shorter.
    """
    room = min((day - dt.date.min).days, (dt.date.max - day).days)
    days = max(0, min(asked, (today - day).days - 1, room))
    size = 1 if days <= WEEK else WEEK
    after = [(first, min(first + size - 1, days)) for first in range(1, days + 1, size)]
    sides = [*((-last, -first) for first, last in reversed(after)), (0, 0), *after]
    steps = tuple(Step(first, last, days_of(day + first * _DAY, day + last * _DAY)) for first, last in sides)
    return Around(day, asked, days, steps)


def by_step(entries: Iterable[Entry], tallies: Iterable[Tally], it: Around) -> Counted[int]:
    """Counts by step, each named by its place in `it.steps`. An entry counts where its exact day is known."""
    of_day = {offset: number for number, step in enumerate(it.steps) for offset in range(step.first, step.last + 1)}

    def cell_at(at: dt.datetime) -> int:
        return of_day[(at.date() - it.day).days]

    def cell_of(entry: Entry) -> int | None:
        start = entry.place("day")
        return cell_at(start) if start else None

    return counted(entries, tallies, it.whole, cell_of=cell_of, cell_at=cell_at)


def sides(it: Around, found: Counted[int]) -> tuple[Cell, Cell, Cell]:
    """All before, on the day itself, and all after."""
    middle = len(it.steps) // 2
    before, after = Cell(), Cell()
    for number, cell in found.cells.items():
        if number < middle:
            before += cell
        elif number > middle:
            after += cell
    return before, found.cells.get(middle, Cell()), after


def kinds_of_sides(entries: Iterable[Entry], it: Around) -> dict[str, tuple[int, int, int]]:
    """How many of each kind before, on the day itself, and after, as far as their exact day is known."""
    found: dict[str, list[int]] = {}
    for entry in entries:
        start = entry.place("day")
        if start and entry.is_in(it.whole):
            away = (start.date() - it.day).days
            found.setdefault(entry.kind, [0, 0, 0])[1 + (away > 0) - (away < 0)] += 1
    return {kind: (before, on, after) for kind, (before, on, after) in found.items()}
