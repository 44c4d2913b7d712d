"""From a date and a clock as written to ISO 8601, and the hours in which clocks were changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from daybook.intake.message import Flag
from daybook.intake.whatsapp.halves import folded, hour_of
from daybook.intake.whatsapp.shape import Clock, clock_of

ZONES = {
    "Europe/London": "in the United Kingdom, Ireland or Portugal",
    "Europe/Berlin": "in the middle of Europe, such as Germany, France, Poland or Spain",
    "Europe/Athens": "in the east of Europe, such as Greece, Romania, Finland or Ukraine",
    "America/New_York": "in North America",
    "UTC": "in a place where clocks are not changed",
}

_AFTER_A_CLOCK = frozenset(
    {
        "",
        "h",
        "hs",
        "hrs",
        "s",
        "sec",
        "seg",
        "uhr",
        "u",
        "hodź",
        "goź",
        "góź",
        "ч",
        "น",
        "分",
        "분",
        "秒",
        "초",
        "z",
        "utc",
        "gmt",
    }
)
"""Words after a clock that are known not to tell the half of the day."""


@lru_cache(4096)
def changes_in(zone: str, day: date) -> dict[int, Flag]:
    """The hours of this day that come twice or never in this zone; empty on nearly every day."""
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return {}
    begin = datetime.combine(day, time(0), tzinfo=place)
    if begin.utcoffset() == (begin + timedelta(days=1)).utcoffset():
        return {}
    found: dict[int, Flag] = {}
    for hour in range(24):
        wall = begin.replace(hour=hour)
        if wall.astimezone(UTC).astimezone(place).replace(fold=0) != wall:
            found[hour] = "no-such-hour"
        elif wall.utcoffset() != wall.replace(fold=1).utcoffset():
            found[hour] = "twice-an-hour"
    return found


def half_word(clock: Clock) -> str:
    """The word beside a clock that tells the half of the day, or might; "" for none."""
    behind = clock.tail.strip(" ,\u060c")
    return clock.half or (behind if folded(behind) not in _AFTER_A_CLOCK else "")


def iso_clock(written: str, *, twelve: bool, told: Mapping[str, int] | None = None) -> tuple[str, int]:
    """A clock as "T21:05" or "T21:05:09", and its hour; ("", -1) where it cannot be told. `told` is as in `hour_of`."""
    clock = clock_of(written)
    if clock is None:
        return "", -1
    hour: int | None = clock.hour
    word = half_word(clock)
    if twelve and word and (clock.half or hour or folded(word) in (told or {})):
        hour = hour_of(
            clock.hour, word, told
        )  # none for a word nobody knows, beside hours that could all be of one half
    if hour is None or hour > 23:  # noqa: PLR2004 - the last hour of a day
        return "", -1
    seconds = "" if clock.second is None else f":{min(clock.second, 59):02d}"
    return f"T{hour:02d}:{clock.minute:02d}{seconds}", hour
