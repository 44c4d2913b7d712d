"""Stretches of time to count in: years, months, weeks from Monday, days, hours; all on a wall's clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Level = Literal["all", "year", "month", "week", "day", "hour"]

_MINUTE, _DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
_END = dt.datetime(dt.MAXYEAR, 12, 31, 23, 59)  # noqa: DTZ001  (a wall's clock, here and below)
_MIDNIGHT = dt.time()
_DECEMBER = 12
_LONG: dict[Level, dt.timedelta] = {"week": 7 * _DAY, "day": _DAY, "hour": dt.timedelta(hours=1)}


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From the first to the last minute of something, both counted, without a zone."""

    start: dt.datetime
    last: dt.datetime

    def holds(self, earliest: dt.datetime, latest: dt.datetime) -> bool:
        """Whether all from `earliest` to `latest` lies in it."""
        return self.start <= earliest and latest <= self.last

    def touches(self, earliest: dt.datetime, latest: dt.datetime) -> bool:
        """Whether any of it lies in it."""
        return earliest <= self.last and self.start <= latest

    def within(self, other: Stretch) -> Stretch | None:
        """What both have in common; None where that is nothing."""
        start, last = max(self.start, other.start), min(self.last, other.last)
        return Stretch(start, last) if start <= last else None

    @property
    def days(self) -> int:
        """How many days it has a part in."""
        return (self.last.date() - self.start.date()).days + 1


ALWAYS = Stretch(dt.datetime(dt.MINYEAR, 1, 1), _END)  # noqa: DTZ001
"""All the time there is."""


_STARTS: dict[Level, Callable[[dt.datetime], dt.datetime]] = {
    "all": lambda _moment: ALWAYS.start,
    "year": lambda moment: dt.datetime(moment.year, 1, 1),  # noqa: DTZ001
    "month": lambda moment: dt.datetime(moment.year, moment.month, 1),  # noqa: DTZ001
    "week": lambda moment: dt.datetime.combine(moment, _MIDNIGHT) - moment.weekday() * _DAY,
    "day": lambda moment: dt.datetime.combine(moment, _MIDNIGHT),
    "hour": lambda moment: dt.datetime(moment.year, moment.month, moment.day, moment.hour),  # noqa: DTZ001
}


def start_of(level: Level, moment: dt.datetime) -> dt.datetime:
    """When the year, month, week, day or hour that this moment lies in began."""
    return _STARTS[level](moment)


def stretch_of(level: Level, moment: dt.datetime) -> Stretch:
    """The year, month, week, day or hour that this moment lies in."""
    start = start_of(level, moment)
    if level == "all":
        return ALWAYS
    following = next_start(level, start)
    return Stretch(start, following - _MINUTE if following else _END)


def next_start(level: Level, start: dt.datetime) -> dt.datetime | None:
    """When the next one begins; None where the calendar ends."""
    try:
        if level == "year":
            return start.replace(year=start.year + 1)
        if level == "month":
            return start.replace(year=start.year + start.month // _DECEMBER, month=start.month % _DECEMBER + 1)
        return start + _LONG[level] if level in _LONG else None
    except (OverflowError, ValueError):
        return None


def parts(level: Level, whole: Stretch) -> Iterator[Stretch]:
    """Every year, month, week, day or hour with a part in this stretch, in order; whole ones, not cut at its ends."""
    start: dt.datetime | None = start_of(level, whole.start)
    while start is not None and start <= whole.last:
        yield stretch_of(level, start)
        start = next_start(level, start)


def days_of(first: dt.date, last: dt.date) -> Stretch:
    """From the beginning of one day to the end of another."""
    return Stretch(
        dt.datetime.combine(first, dt.time()),
        dt.datetime.combine(last, dt.time(23, 59)),
    )
