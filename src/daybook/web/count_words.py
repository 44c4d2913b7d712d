"""Counts and the times they are of, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.kinds import all_kinds
from daybook.notebook.counts import CALLS, MESSAGES
from daybook.web.dates import MONTHS, day_words, month_words
from daybook.web.her_words import her_kind
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from daybook.domain.counts.around import Step
    from daybook.domain.counts.counted import Cell
    from daybook.domain.counts.stretch import Level, Stretch

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
SHORT_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
ENTRIES, SENT = N_("Written down"), N_("Messages, calls")


def period_words(level: Level, start: dt.datetime) -> str:
    """One year, month, week, day or hour as a heading."""
    match level:
        case "all":
            return _("All years")
        case "year":
            return str(start.year)
        case "month":
            return month_words(start.year, start.month)
        case "week":
            return _("Week from Monday %(day)s", day=day_words(start.date()))
        case "day":
            return _("%(weekday)s %(day)s", weekday=_(WEEKDAYS[start.weekday()]), day=day_words(start.date()))
        case "hour":
            return _("%(day)s, %(hour)s to %(end)s", day=day_words(start.date()), **_clock(start.hour))


def short_words(level: Level, start: dt.datetime) -> str:
    """The same in a row of links, where the page says the rest."""
    match level:
        case "week":
            return _("Week from %(day)s %(month)s", day=start.day, month=_(MONTHS[start.month - 1]))
        case "day":
            return _("%(day)s %(month)s", day=start.day, month=_(MONTHS[start.month - 1]))
        case _:
            return period_words(level, start)


def label_words(level: Level, start: dt.datetime) -> str:
    """The same beside a bar, where the page says the rest."""
    match level:
        case "month":
            return _(MONTHS[start.month - 1])
        case "day":
            return _("%(weekday)s %(day)s", weekday=_(SHORT_DAYS[start.weekday()]), day=start.day)
        case "hour":
            return f"{start.hour:02}:00"
        case _:
            return period_words(level, start)


def weekday_hour_words(weekday: int, hour: int) -> str:
    """One hour of one day of the week."""
    return _("%(weekday)s, %(hour)s to %(end)s", weekday=_(WEEKDAYS[weekday]), **_clock(hour))


def _clock(hour: int) -> dict[str, str]:
    return {"hour": f"{hour:02}:00", "end": f"{hour + 1:02}:00"}


def stretch_words(stretch: Stretch) -> str:
    """From one day to another."""
    first, last = stretch.start.date(), stretch.last.date()
    if first == last:
        return day_words(first)
    return _("%(first)s to %(last)s", first=day_words(first), last=day_words(last))


def step_words(step: Step) -> str:
    """So many days before or after the day."""
    near, far = sorted((abs(step.first), abs(step.last)))
    if far == 0:
        return _("The day itself")
    if near == far == 1:
        return _("The day before") if step.first < 0 else _("The day after")
    numbers = str(far) if near == far else _("%(near)s to %(far)s", near=near, far=far)
    return _("%(days)s days before", days=numbers) if step.first < 0 else _("%(days)s days after", days=numbers)


def step_label(step: Step) -> str:
    """The same beside a bar, where the page says that days are counted."""
    near, far = sorted((abs(step.first), abs(step.last)))
    if far == 0:
        return _("The day")
    numbers = str(far) if near == far else f"{near}\N{EN DASH}{far}"
    return _("%(days)s before", days=numbers) if step.first < 0 else _("%(days)s after", days=numbers)


def entry_words(number: int) -> str:
    """How many entries."""
    return _("1 entry") if number == 1 else _("%(number)s entries", number=f"{number:,}")


def message_words(number: int) -> str:
    """How many messages."""
    return _("1 message") if number == 1 else _("%(number)s messages", number=f"{number:,}")


def call_words(number: int) -> str:
    """How many calls."""
    return _("1 call") if number == 1 else _("%(number)s calls", number=f"{number:,}")


def cell_words(cell: Cell) -> str:
    """What is in a cell: "2 entries, 14 messages, 1 call"."""
    found = [
        words(number)
        for words, number in ((entry_words, cell.entries), (message_words, cell.messages), (call_words, cell.calls))
        if number
    ]
    return ", ".join(found) or _("nothing")


def kind_words(kind: str) -> str:
    """A kind that can be counted, by its name."""
    if kind in (MESSAGES, CALLS):
        return _("Messages") if kind == MESSAGES else _("Calls")
    return her_kind(all_kinds()[kind]).plural if kind in all_kinds() else kind
