"""When something happened, only as exactly as she remembers it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

Certainty = Literal["exact", "about", "span", "unknown"]
_SLACK = timedelta(hours=2)
"""A computer may keep another clock than the one on her wall: that of a host, say, with no summer time."""


class NotADateError(ValueError):
    """That is not a date in the calendar. Look at the day and the month again, or leave out what you do not know."""


class IncompleteDateError(ValueError):
    """A day needs its month, a month its year, and a time its day. Add what is missing, or leave that part out."""


class BackwardSpanError(ValueError):
    """The end is before the beginning. Look at both dates again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as it is known: a bare year is a whole answer.

    `month` needs `year`, `day` needs `month`, and `hour` with `minute` needs `day`.
    Times are the clock on her wall; no zone is kept because none is known.
    Raises NotADateError or IncompleteDateError; nothing is ever filled in.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    def __post_init__(self) -> None:
        if (self.day is not None and self.month is None) or (self.hour is not None and self.day is None):
            raise IncompleteDateError
        if (self.hour is None) != (self.minute is None):
            raise NotADateError
        try:
            date(self.year, self.month or 1, self.day or 1)
            time(self.hour or 0, self.minute or 0)
        except ValueError:
            raise NotADateError from None

    @property
    def earliest(self) -> datetime:
        """The first moment this can mean, without a zone."""
        return datetime(self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0)  # noqa: DTZ001

    @property
    def latest(self) -> datetime:
        """The last minute this can mean, without a zone."""
        if self.hour is not None:
            return self.earliest
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime(self.year, month, day, 23, 59)  # noqa: DTZ001

    def __str__(self) -> str:
        month = calendar.month_name[self.month] if self.month else ""
        parts = [str(self.day) if self.day else "", month, str(self.year)]
        words = " ".join(part for part in parts if part)
        return f"{words}, {self.hour:02}:{self.minute:02}" if self.hour is not None else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """When it happened, in her terms: a date as exact as memory is, about then, a span, not known, or again and again.

    `words` is hers ("the week before half term") and is never turned into a date.
    A span has both ends; exact and about have only `start`; unknown and repeats have neither.
    Raises BackwardSpanError or IncompleteDateError.
    """

    how: Certainty | Literal["repeats"] = "unknown"
    start: PartialDate | None = None
    end: PartialDate | None = None
    words: str = ""

    def __post_init__(self) -> None:
        wanted = {"exact": (True, False), "about": (True, False), "span": (True, True), "unknown": (False, False)}
        if (self.start is not None, self.end is not None) != wanted.get(self.how, (False, False)):
            raise IncompleteDateError
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise BackwardSpanError

    @property
    def earliest(self) -> datetime | None:
        """The first moment it can have been, or None when she does not know."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> datetime | None:
        """The last moment it can have been, or None when she does not know."""
        last = self.end or self.start
        return last.latest if last else None

    @property
    def is_within_a_day(self) -> bool:
        """Whether it is a span from one time to another of the same day."""
        if not (self.start and self.end) or self.start.hour is None or self.end.hour is None:
            return False
        return self.start.earliest.date() == self.end.earliest.date()

    def is_after(self, now: datetime) -> bool:
        """Whether it, or its end, lies in the future, by more than two clocks may differ."""
        last = self.end or self.start
        return last is not None and last.earliest > now.replace(tzinfo=None) + _SLACK

    def __str__(self) -> str:
        match self.how:
            case "exact":
                plain = str(self.start)
            case "about":
                plain = f"about {self.start}"
            case "span" if self.end and self.is_within_a_day:
                plain = f"{self.start} to {self.end.hour:02}:{self.end.minute:02}"
            case "span":
                plain = f"between {self.start} and {self.end}"
            case "repeats":
                plain = "keeps happening"
            case _:
                plain = "date not known"
        return f"{plain} (“{self.words}”)" if self.words else plain
