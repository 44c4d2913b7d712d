"""Dates and times as she reads them: what happened only as exactly as she said it, what was written by our clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from daybook.domain.children.lateness import HOUR
from daybook.web.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from daybook.domain.happened import Happened, PartialDate

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_LATER = timedelta(days=7)
_DAYS_IN_A_MONTH, _DAYS_IN_A_YEAR = 30.44, 365.25


def month_words(year: int, month: int | None) -> str:
    """The month as words ("March 2024"), or the year alone where the month is not known."""
    return _("%(month)s %(year)s", month=_(MONTHS[month - 1]), year=year) if month else str(year)


def length_words(minutes: int) -> str:
    """A length of time: "40 minutes", "1 hour 5 minutes"."""
    hours, rest = divmod(minutes, HOUR)
    words = [ngettext("%(num)s hour", "%(num)s hours", hours)] if hours else []
    words += [ngettext("%(num)s minute", "%(num)s minutes", rest)] if rest or not hours else []
    return " ".join(words)


def date_words(date: PartialDate) -> str:
    """A date as far as it is known: "2024", "March 2024", "3 March 2024", "3 March 2024, 21:05"."""
    words = month_words(date.year, date.month)
    if date.day:
        words = _("%(day)s %(month)s", day=date.day, month=words)
    if date.hour is not None and date.minute is not None:
        words = _("%(day)s, %(time)s", day=words, time=f"{date.hour:02}:{date.minute:02}")
    return words


def day_words(day: date) -> str:
    """One whole day: "3 March 2024"."""
    return _("%(day)s %(month)s", day=day.day, month=month_words(day.year, day.month))


def when_words(happened: Happened) -> str:
    """When it happened and how sure that is, without her own words for it: "about March 2024"."""
    if happened.start is None:
        return _("Keeps happening") if happened.how == "repeats" else _("Date not known")
    start = date_words(happened.start)
    if happened.is_within_a_day:
        end = f"{happened.end.hour:02}:{happened.end.minute:02}" if happened.end else ""
        return _("%(start)s to %(end)s", start=start, end=end)
    if happened.end is not None:
        return _("Between %(start)s and %(end)s", start=start, end=date_words(happened.end))
    return _("About %(date)s", date=start) if happened.how == "about" else start


def written_words(written: datetime) -> str:
    """When something was written, by the clock of the computer it is read on: "3 March 2024, 21:05"."""
    here = written.astimezone()
    return _(
        "%(day)s %(month)s, %(time)s", day=here.day, month=month_words(here.year, here.month), time=f"{here:%H:%M}"
    )


def later_words(happened: Happened, written: datetime) -> str:
    """How long after it happened it was written down, roughly; empty where that is soon, or not known."""
    if happened.latest is None:
        return ""
    gap = written.astimezone().replace(tzinfo=None) - happened.latest
    if gap < _LATER:
        return ""
    days = gap.days
    if days < 2 * _DAYS_IN_A_MONTH:
        return _("Written down %(number)s days later", number=days)
    if days < 2 * _DAYS_IN_A_YEAR:
        return _("Written down about %(number)s months later", number=round(days / _DAYS_IN_A_MONTH))
    return _("Written down about %(number)s years later", number=round(days / _DAYS_IN_A_YEAR))


def size_words(size: int) -> str:
    """How big a file is: "512 bytes", "3.4 MB"."""
    number, unit = float(size), "bytes"
    for bigger in ("KB", "MB", "GB"):
        if number < 1000:  # noqa: PLR2004  (kilo)
            break
        number, unit = number / 1000, bigger
    return _("%(number)s bytes", number=size) if unit == "bytes" else f"{number:.1f} {unit}"
