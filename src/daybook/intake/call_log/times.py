"""When a call was, from how a table writes it; which of two numbers is the month is never guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

from daybook.intake.half_words import half_beside
from daybook.intake.whatsapp.halves import hour_of

Order = Literal["dmy", "mdy", ""]

_MONTHS = {
    name: at
    for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([ap])?(?:\.?\s?m\b\.?)?",
    re.IGNORECASE | re.ASCII,
)
_ZONE = re.compile(r"(?<=\d)\s*(Z|UTC|GMT)?\s*([+-]\d{2}):?(\d{2})?\s*$|(?<=\d)\s*(Z|UTC|GMT)\b(?![+-])", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)", re.ASCII)
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4})(?!\d)", re.ASCII)
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:.*\s)?(\d{4})(?!\d)", re.ASCII)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?", re.ASCII)
_LONG = 80
_MONTHS_IN_A_YEAR = 12


def two_numbers(written: str) -> tuple[int, int, int] | None:
    """Day and month in an order the text does not tell, and the year; None where it tells, or has none."""
    found = _NUMBERS.search(written[:_LONG]) if not _YEAR_FIRST.search(written[:_LONG]) else None
    if found is None:
        return None
    year = int(found[3])
    return int(found[1]), int(found[2]), year + 2000 if len(found[3]) == 2 else year  # noqa: PLR2004


def when(date: str, time: str, order: Order) -> str:
    """ISO 8601, with an offset only where one is written; a day alone where no clock is; "" where it cannot be told."""
    date, time = date[:_LONG].strip(), time[:_LONG].strip()
    if _EPOCH.fullmatch(date):
        seconds, rest = divmod(int(date), 1000) if len(date) == 13 else (int(date), 0)  # noqa: PLR2004
        return (datetime.fromtimestamp(seconds, UTC) + timedelta(milliseconds=rest)).isoformat()
    day, rest_of_date = _day(date, order)
    if day is None:
        return ""
    written = time or rest_of_date
    clock = _CLOCK.search(written)
    if clock is None:
        return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if _is_day(day) and not written.strip(" ,T") else ""
    try:
        moment = datetime(*day, *_hour(clock))  # noqa: DTZ001
    except ValueError:
        return ""
    zone = _zone(written[clock.end() :])
    return moment.replace(tzinfo=zone).isoformat() if zone else moment.isoformat()


def _day(written: str, order: Order) -> tuple[tuple[int, int, int] | None, str]:
    """Year, month and day, and what is left of the text."""
    if found := _YEAR_FIRST.search(written):
        return (int(found[1]), int(found[2]), int(found[3])), written[: found.start()] + " " + written[found.end() :]
    if found := _NUMBERS.search(written):
        first, second, year = two_numbers(written) or (0, 0, 0)
        left = written[: found.start()] + " " + written[found.end() :]
        if not order and first != second and max(first, second) <= _MONTHS_IN_A_YEAR:
            return None, left
        order = order or ("mdy" if second > _MONTHS_IN_A_YEAR else "dmy")
        return ((year, second, first) if order == "dmy" else (year, first, second)), left
    for pattern, month, day in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        if (found := pattern.search(written)) and found[month].lower() in _MONTHS:
            left = written[: found.start(1)] + " " + written[found.end(day) : found.start(3)] + written[found.end() :]
            return (int(found[3]), _MONTHS[found[month].lower()], int(found[day])), left
    return None, written


def _is_day(day: tuple[int, int, int]) -> bool:
    try:
        datetime(*day)  # noqa: DTZ001
    except ValueError:
        return False
    return True


def _hour(clock: re.Match[str]) -> tuple[int, int, int]:
    """Hour, minute, second; raises ValueError for an hour no half of a day has, or that its word leaves open."""
    hour = int(clock[1])
    if clock[4]:
        if not 1 <= hour <= 12:  # noqa: PLR2004
            raise ValueError
        hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
    elif hour <= 12 and (word := half_beside(clock.string, clock.start(), clock.end())):  # noqa: PLR2004
        told = hour_of(hour, word)
        if told is None:
            raise ValueError
        hour = told
    return hour, int(clock[2]), int(clock[3] or 0)


def _zone(written: str) -> timezone | None:
    """The offset behind a clock; only Z, UTC, GMT and numbers say one for certain."""
    found = _ZONE.search("0" + written.strip()) if written.strip() else None
    if found is None:
        return None
    if not found[2]:
        return UTC
    hours, minutes = int(found[2]), int(found[3] or 0)
    if abs(hours) > 14 or minutes > 59:  # noqa: PLR2004
        return None
    return timezone(timedelta(hours=hours, minutes=minutes if hours >= 0 else -minutes))


def length(written: str) -> int | None:
    """Seconds from "125", "02:05", "0:02:05", "2m 5s" or "2 min 5 sec"; None for anything else."""
    plain = written.strip().lower()[:_LONG]
    if re.fullmatch(r"\d{1,9}", plain, re.ASCII):
        return int(plain)
    if re.fullmatch(r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}", plain, re.ASCII):
        total = 0
        for part in plain.split(":"):
            total = total * 60 + int(part)
        return total
    worded = re.fullmatch(
        r"(?:(\d{1,4})\s*h[a-z]*\.?)?[\s,]*(?:(\d{1,6})\s*m[a-z]*\.?)?[\s,]*(?:(\d{1,9})\s*s[a-z]*\.?)?",
        plain,
        re.ASCII,
    )
    if not plain or worded is None:
        return None
    hours, minutes, seconds = (int(one or 0) for one in worded.groups())
    return hours * 3600 + minutes * 60 + seconds
