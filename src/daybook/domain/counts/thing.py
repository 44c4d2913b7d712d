"""What is counted: one record of hers with all the moments it can have been, and so many messages of one hour."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import compress, product
from typing import Literal, NamedTuple

from daybook.domain.counts.stretch import Level, Stretch, start_of, stretch_of
from daybook.domain.happened import Happened
from daybook.domain.orders.window import window

Sort = Literal["message", "call"]


LEVELS: tuple[Level, ...] = ("all", "year", "month", "week", "day", "hour")
_SETS: dict[tuple[bool, ...], frozenset[Level]] = {
    same: frozenset(compress(LEVELS, same)) for same in product((False, True), repeat=len(LEVELS))
}
"""The set of levels for every way of being the same on some."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of hers. From `earliest` to `latest` is all it can mean; both are None where no date is known.

    `fits` are the levels on which all of that lies in one year, month, week, day or hour.
    """

    record: str
    kind: str
    earliest: dt.datetime | None = None
    latest: dt.datetime | None = None
    fits: frozenset[Level] = frozenset()

    def place(self, level: Level) -> dt.datetime | None:
        """The beginning of the one year, month, week, day or hour that all it can mean lies in; None for none."""
        return start_of(level, self.earliest) if self.earliest is not None and level in self.fits else None

    def is_in(self, stretch: Stretch) -> bool:
        """Whether it was certainly then."""
        return self.earliest is not None and self.latest is not None and stretch.holds(self.earliest, self.latest)

    def may_be_in(self, stretch: Stretch) -> bool:
        """Whether it may have been then."""
        return self.earliest is not None and self.latest is not None and stretch.touches(self.earliest, self.latest)


def entry_of(record: str, kind: str, happened: Happened | None) -> Entry:
    """A record with what it can mean. "About" has room around it, as everywhere in the house; nothing is guessed."""
    earliest, latest = window(happened) if happened else (None, None)
    if earliest is None or latest is None:
        return Entry(record, kind)
    return Entry(record, kind, earliest, latest, _fits(earliest, latest))


def _fits(earliest: dt.datetime, latest: dt.datetime) -> frozenset[Level]:
    """The levels on which both have the same beginning; told by their parts, as that is asked of every record."""
    one, other = earliest.toordinal(), latest.toordinal()
    year, day = earliest.year == latest.year, one == other
    same = (
        True,
        year,
        year and earliest.month == latest.month,
        (one - 1) // 7 == (other - 1) // 7,  # the first day of the calendar was a Monday
        day,
        day and earliest.hour == latest.hour,
    )
    return _SETS[same]


class Tally(NamedTuple):
    """So many messages or calls of one sender in one hour, or on one day where the file gives no hour.

    `at` is the beginning of that hour (or day) on the clock she reads; None where the file gives no time at all.
    `raw` is the hour as the book has it: "2024-03-14T21", or "2024-03-14T21:15Z" for a quarter of an hour in UTC.
    """

    at: dt.datetime | None
    timed: bool
    sort: Sort
    sender: str
    source: str
    number: int
    raw: str

    @property
    def is_instant(self) -> bool:
        """Whether the file gives a moment the world over, and not only what a clock on a wall said."""
        return self.raw.endswith("Z")

    def is_in(self, stretch: Stretch) -> bool:
        """Whether all of them were then."""
        if self.at is None:
            return False
        whole = stretch_of("hour" if self.timed else "day", self.at)
        return stretch.holds(whole.start, whole.last)
