"""Counts of a stretch of time by its parts; what belongs to no one part is kept apart and never spread."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from daybook.domain.counts.stretch import Level, Stretch, start_of
from daybook.domain.counts.thing import Entry, Tally

K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class Cell:
    """How many entries, messages and calls."""

    entries: int = 0
    messages: int = 0
    calls: int = 0

    @property
    def sent(self) -> int:
        """Messages and calls."""
        return self.messages + self.calls

    def __bool__(self) -> bool:
        return bool(self.entries or self.messages or self.calls)

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.entries + other.entries, self.messages + other.messages, self.calls + other.calls)


@dataclass(slots=True)
class Counted(Generic[K]):
    """What was counted in one stretch: the cells that hold something, and what stands in none of them.

    `inside` are entries of the stretch that fit into no one cell; `maybe` may have been then or not; `undated` have no
    date at all. `untimed` are messages of the stretch without an hour; `timeless` those without any time.
    `kinds` counts the placed entries by kind, `sources` the placed messages by file, `instants` those given in UTC.
    `total` is everything in the stretch: the cells, `inside` and `untimed` together.
    """

    stretch: Stretch
    cells: dict[K, Cell] = field(default_factory=dict)
    inside: list[Entry] = field(default_factory=list)
    maybe: list[Entry] = field(default_factory=list)
    undated: list[Entry] = field(default_factory=list)
    untimed: Cell = field(default_factory=Cell)
    timeless: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    instants: int = 0

    @property
    def placed(self) -> Cell:
        """Everything that stands in a cell."""
        return sum(self.cells.values(), Cell())

    @property
    def total(self) -> Cell:
        """Everything that was certainly in the stretch."""
        return self.placed + self.untimed + Cell(entries=len(self.inside))


def counted(
    entries: Iterable[Entry],
    tallies: Iterable[Tally],
    stretch: Stretch,
    *,
    cell_of: Callable[[Entry], K | None],
    cell_at: Callable[[dt.datetime], K],
    hourly: bool = False,
) -> Counted[K]:
    """Count these by cells. `cell_of` places an entry, `cell_at` the time of messages; `hourly` cells need an hour."""
    found: Counted[K] = Counted(stretch)
    _entries(found, entries, cell_of)
    cells, start, last = found.cells, stretch.start, stretch.last
    for at, timed, sort, _sender, source, number, raw in tallies:
        if at is None:
            found.timeless += number
            continue
        if not start <= at <= last:
            continue
        cell = found.untimed
        if timed or not hourly:
            key = cell_at(at)
            cell = cells.get(key) or cells.setdefault(key, Cell())
        if sort == "call":
            cell.calls += number
        else:
            cell.messages += number
        found.sources[source] += number
        if raw.endswith("Z"):
            found.instants += number
    return found


def _entries(found: Counted[K], entries: Iterable[Entry], cell_of: Callable[[Entry], K | None]) -> None:
    start, last = found.stretch.start, found.stretch.last
    for entry in entries:
        earliest, latest = entry.earliest, entry.latest
        if earliest is None or latest is None:
            found.undated.append(entry)
        elif latest < start or earliest > last:
            continue
        elif earliest < start or latest > last:
            found.maybe.append(entry)
        elif (cell := cell_of(entry)) is None:
            found.inside.append(entry)
        else:
            found.cells.setdefault(cell, Cell()).entries += 1
            found.kinds[entry.kind] += 1


def by_time(entries: Iterable[Entry], tallies: Iterable[Tally], stretch: Stretch, by: Level) -> Counted[dt.datetime]:
    """Counts by year, month, week, day or hour, each named by its beginning. A week may begin before the stretch."""
    return counted(
        entries,
        tallies,
        stretch,
        cell_of=lambda entry: entry.place(by),
        cell_at=lambda at: start_of(by, at),
        hourly=by == "hour",
    )


def by_weekday_and_hour(
    entries: Iterable[Entry], tallies: Iterable[Tally], stretch: Stretch
) -> Counted[tuple[int, int]]:
    """Counts by day of the week (Monday is 0) and hour of the day."""

    def cell_of(entry: Entry) -> tuple[int, int] | None:
        start = entry.place("hour")
        return (start.weekday(), start.hour) if start else None

    return counted(entries, tallies, stretch, cell_of=cell_of, cell_at=lambda at: (at.weekday(), at.hour), hourly=True)


def span_of(entries: Sequence[Entry], tallies: Sequence[Tally]) -> Stretch | None:
    """From the first to the last moment that anything of this can have been; None where nothing has a date."""
    firsts = [entry.earliest for entry in entries if entry.earliest]
    lasts = [entry.latest for entry in entries if entry.latest]
    times = [tally.at for tally in tallies if tally.at]
    if not firsts and not times:
        return None
    return Stretch(min((*firsts, *times)), max((*lasts, *times)))
