"""Stretches of a week that begins on Monday at midnight and goes round: Sunday night runs into Monday."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.records.routine import DAYS

HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY
NEAR = 30
"""Minutes between two times that still count as near each other."""

DAY_CODES = tuple(code for code, _ in DAYS)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the week: the minute it starts, 0 to WEEK - 1, and how many minutes it lasts, 1 to a day."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The minute of the week it is over, after going round."""
        return (self.start + self.length) % WEEK

    @property
    def day(self) -> str:
        """The day it starts on."""
        return DAY_CODES[self.start // DAY]

    def at(self, start: int) -> Span:
        """The same stretch at another start; any number of minutes, taken round the week."""
        return Span(start % WEEK, self.length)


def minutes(clock: str) -> int:
    """The minutes from midnight of "HH:MM"."""
    hour, minute = clock.split(":")
    return int(hour) * HOUR + int(minute)


def clock(minute: int) -> str:
    """The time of day of any minute, as "HH:MM"."""
    hour, rest = divmod(minute % DAY, HOUR)
    return f"{hour:02}:{rest:02}"


def length(start: str, end: str) -> int:
    """How many minutes from one clock time to the next: an hour without an end, a day where both are the same."""
    return (minutes(end) - minutes(start)) % DAY or DAY if end else HOUR


def spans(days: tuple[str, ...], start: str, end: str) -> tuple[Span, ...]:
    """The stretches of a time written down as days and clock times, in the order of the week; none without a start."""
    if not start:
        return ()
    return tuple(
        Span(number * DAY + minutes(start), length(start, end)) for number, day in enumerate(DAY_CODES) if day in days
    )


def meets(one: Span, other: Span) -> bool:
    """Whether two stretches share a minute."""
    ahead = (other.start - one.start) % WEEK
    return ahead < one.length or (-ahead) % WEEK < other.length


def apart(one: Span, other: Span) -> int:
    """The minutes between two stretches, the shorter way round the week; 0 where they meet or touch."""
    if meets(one, other):
        return 0
    ahead = (other.start - one.start) % WEEK
    return min(ahead - one.length, WEEK - ahead - other.length)


def near(one: Span, other: Span) -> bool:
    """Whether two stretches meet, or have less than half an hour between them."""
    return apart(one, other) < NEAR


def is_about(one: int, other: int) -> bool:
    """Whether two minutes of the week are less than an hour apart: who waits for one is there for both."""
    return min((one - other) % WEEK, (other - one) % WEEK) < HOUR
