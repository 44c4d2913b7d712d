"""Times and days as a chat writes them on a screen, and what of them can be told without guessing."""

from __future__ import annotations

import re
from datetime import date

_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?\s?m\b\.?)?"
_TICKS = r"[\s\W]*(?:[vVwW/]{1,3}|✓|√)?\W*"
ALONE = re.compile(rf"(?P<edited>edited\s*)?(?P<clock>{_CLOCK})(?:\s*[•·]\s*\w+)?{_TICKS}", re.IGNORECASE)
AT_END = re.compile(
    rf"(?P<text>.*\S)\s*?(?P<edited>\bedited)?\s+(?P<clock>{_CLOCK}){_TICKS}", re.IGNORECASE | re.DOTALL
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(?P<year>(?:19|20)\d\d))?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*)?"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_NUMBER}\s*{_MONTH}{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s*{_NUMBER}{_YEAR}",
        r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    )
)
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d\d)")
_LOOSE = re.compile(
    r"today|yesterday|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
_HEADING = re.compile(rf"(?P<day>.*?)[\s,·•]*(?:\bat\b)?\s*(?P<clock>{_CLOCK})?\W*", re.IGNORECASE)
_MONTHS_IN_A_YEAR = 12


def heading(text: str) -> tuple[str, str] | None:
    """The day and the clock of a line that stands between messages; None for a line that is no such thing."""
    found = _HEADING.fullmatch(text.strip())
    if not found or not (found["day"] or found["clock"]):
        return None
    day = (found["day"] or "").strip(" ,·•")
    is_day = not day or _LOOSE.fullmatch(day) or _SLASHES.fullmatch(day) or any(one.fullmatch(day) for one in _DAYS)
    return (day, found["clock"] or "") if is_day else None


def day_of(words: str) -> str:
    """An ISO date, if the words give a whole one that can be read in one way only; else ""."""
    for pattern in _DAYS:
        if (found := pattern.fullmatch(words.strip())) and found["year"]:
            month = found["month"].lower()
            number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3])
            return _iso(int(found["year"]), number, int(found["day"]))
    if found := _SLASHES.fullmatch(words.strip()):
        one, two, year = int(found[1]), int(found[2]), int(found[3])
        year += 2000 if len(found[3]) == len("24") else 0
        if one > _MONTHS_IN_A_YEAR or one == two:
            return _iso(year, two, one)
        if two > _MONTHS_IN_A_YEAR:
            return _iso(year, one, two)
    return ""


def clock_of(words: str) -> str:
    """A time of day as "HH:MM"; "" where it is none. Without "am" or "pm" it is taken as it stands."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d\d)\s?(?:([ap])\.?\s?m\.?)?", words.strip().lower())
    if not found:
        return ""
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02}:{found[2]}" if hour <= 23 and int(found[2]) <= 59 else ""  # noqa: PLR2004  (a clock's face)


def sent_of(day: str, clock: str) -> str:
    """ISO time without a zone, where both are whole; else ""."""
    known, hour = day_of(day), clock_of(clock)
    return f"{known}T{hour}:00" if known and hour else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
