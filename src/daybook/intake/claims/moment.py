"""Moments, places and lengths as files write them, in the form that everybody can read; "" for what is none."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_MOMENT = re.compile(
    r"(\d{4})[:/.-](\d{2})[:/.-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?\s*(UTC|Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_PAPER = re.compile(
    r"(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2}))?)?)?)?)?(Z|[+-]\d{2}'?(?:\d{2})?'?)?", re.ASCII
)
_OFFSET = re.compile(r"([+-])(\d{2}):?'?(\d{2})?'?", re.ASCII)
_PLACE = re.compile(
    r"([+-]\d{1,2}(?:\.\d{1,9})?)([+-]\d{1,3}(?:\.\d{1,9})?)([+-]\d{1,6}(?:\.\d{1,9})?)?(?:CRS\w{0,12})?/?", re.ASCII
)
_NO_CLOCK = 1904
"""The year with which an empty clock begins in films; one of 1970 may be real."""


def moment(written: str, offset: str = "") -> str:
    """ISO 8601 of "2024:03:14 21:05:09" and its like; `offset` is what another field says ("+01:00")."""
    found = _MOMENT.fullmatch(written.strip().strip("\0").strip())
    if not found or int(found[1]) <= _NO_CLOCK:
        return ""
    part = found[7] or ""
    try:
        when = datetime(*(int(found[place]) for place in range(1, 7)), tzinfo=_zone(found[8] or offset))  # type: ignore[arg-type, misc]  # six whole numbers
    except ValueError:
        return ""
    plain = when.isoformat()
    return plain[:19] + (f".{part}" if part else "") + plain[19:]


def paper_moment(written: str) -> str:
    """ISO 8601, as exact as it is written, of a PDF's "D:20240314210509+00'00'"."""
    found = _PAPER.fullmatch(written.strip())
    if not found:
        return ""
    given = [part for part in found.groups()[:6] if part is not None]
    full = [int(part) for part in given] + [1, 1, 0, 0, 0][len(given) - 1 :]
    try:
        when = datetime(*full, tzinfo=_zone((found[7] or "").replace("'", ":").rstrip(":")))  # type: ignore[arg-type, misc]  # as above
    except ValueError:
        return ""
    plain = when.isoformat()
    if len(given) == 6:  # noqa: PLR2004  down to the second
        return plain
    return plain[: (4, 7, 10, 10, 16)[len(given) - 1]]


def place(written: str) -> str:
    """ISO 6709 of what is that already; "" where it is no place on the earth."""
    found = _PLACE.fullmatch(written.strip())
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:  # noqa: PLR2004  degrees
        return ""
    return f"{float(found[1]):+010.6f}{float(found[2]):+011.6f}/"


def length(milliseconds: float) -> str:
    """ISO 8601 of a length: "PT1M5.5S"; "" where it is none."""
    if not 0 <= milliseconds < 1e12:  # noqa: PLR2004  thirty years
        return ""
    seconds = round(milliseconds / 1000, 3)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    parts = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return f"PT{parts}{rest:.3f}".rstrip("0").rstrip(".") + "S"


def _zone(written: str) -> timezone | None:
    """The offset as a zone; None where none is given, or none that exists."""
    if written in ("UTC", "Z"):
        return timezone(timedelta(0))
    found = _OFFSET.fullmatch(written.strip().strip("\0").strip())
    if not found:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 14 or minutes > 59:  # noqa: PLR2004  no clock on earth is further off
        return None
    return timezone((1 if found[1] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
