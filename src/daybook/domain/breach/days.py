"""Messages or calls of many hours as days: a flood is one thing that happened, with a count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from daybook.domain.breach.stretch import Stretch

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NIGHT = dt.timedelta(hours=5)
"""What comes before five in the morning belongs to the evening before: a flood is not cut in two at midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOf:
    """What came from one sender on one day, in one stretch of an order: how many, and the most within one hour."""

    day: dt.date
    stretch: Stretch
    since: dt.datetime
    until: dt.datetime
    count: int
    most: int


def days_of(
    hours: Mapping[dt.datetime, int],
    parts: Iterable[Stretch],
    count: Callable[[dt.datetime, dt.datetime], int],
    night: dt.timedelta = NIGHT,
) -> list[DayOf]:
    """Counts by hour as days in the stretches of an order, in order of time; what lies outside of all is left out.

    `count` says how many came from one minute up to another; it is asked only for an hour in which a stretch begins
    or ends. `night` is how long a day goes on after midnight. Time is linear in hours times stretches.
    """
    days = []
    for part in parts:
        sums: dict[dt.date, list[int]] = {}
        for hour, number in hours.items():
            since, until = max(hour, part.since), min(hour + HOUR, part.until)
            if since >= until:
                continue
            here = number if until - since == HOUR else count(since, until)
            if here:
                sums.setdefault((hour - night).date(), []).append(here)
        days += [_day(day, part, sums[day], night) for day in sorted(sums)]
    return sorted(days, key=lambda day: day.since)


def _day(day: dt.date, part: Stretch, found: list[int], night: dt.timedelta) -> DayOf:
    begin = dt.datetime.combine(day, dt.time()) + night
    return DayOf(
        day=day,
        stretch=part,
        since=max(begin, part.since),
        until=min(begin + DAY, part.until),
        count=sum(found),
        most=max(found),
    )
