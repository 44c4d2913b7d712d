"""A time of day, from what was typed."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(\d{1,2})[:.h ]?(\d{2})?\s*([ap])?\.?m?\.?")
_NOON = 12


class NotAClockError(ValueError):
    """Write the time like 21:05 or 9:05 pm, or leave it empty."""


def _hour_and_minute(text: str) -> tuple[int, int]:
    """The hour and the minute that were typed; a bare hour is that hour. Not checked to be on a clock face.

    Raises NotAClockError.
    """
    match = _CLOCK.fullmatch(text.strip().lower())
    if not match:
        raise NotAClockError
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half and not 1 <= hour <= _NOON:
        raise NotAClockError
    return (hour % _NOON + (_NOON if half == "p" else 0)) if half else hour, minute


def clock_of(text: str) -> str:
    """The time that was typed as "HH:MM"; "" for nothing. Raises NotAClockError."""
    if not text.strip():
        return ""
    hour, minute = _hour_and_minute(text)
    if hour > 23 or minute > 59:  # noqa: PLR2004  (a day, an hour)
        raise NotAClockError
    return f"{hour:02}:{minute:02}"
