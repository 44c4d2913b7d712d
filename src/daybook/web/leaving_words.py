"""What she told of the day, in her language and her words for the person harming her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.records.leaving_day import GOES, SURE
from daybook.domain.records.routine import DAYS
from daybook.notebook.leaving_papers import HEADINGS
from daybook.web.dates import month_words
from daybook.web.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from daybook.domain.records.their_time import TheirTime
    from daybook.notebook.leaving_days import HerDay
    from daybook.notebook.plans import HerPlan


def moment_words(moment: str, plan: HerPlan) -> str:
    """The heading of a part of the day."""
    return plan.words(_(HEADINGS.get(moment, moment)))


def glance_words(her: HerDay, plan: HerPlan) -> list[tuple[str, str]]:
    """What she told, a line each; what she did not tell is left out."""
    told = her.told
    found = [
        (_("Day"), _day(told.day)),
        (plan.words(_("{Person} is out")), _span(told.out_from, told.out_until)),
        (_("How sure"), _(dict(SURE)[told.sure]) if told.sure in dict(SURE) else ""),
        (_("Spare day"), _day(told.spare)),
        (_("How"), ", ".join(_(words) for how, words in GOES if how in told.how)),
        (_("First to"), told.first_place),
    ]
    return [(title, words) for title, words in found if words]


def times_words(her: HerDay) -> list[str]:
    """Regular times she noted of the person harming her: what, on which days, from when to when."""
    return [_time(time) for time in her.times]


def _time(time: TheirTime) -> str:
    days = ", ".join(_(words) for day, words in DAYS if day in time.days)
    parts = (days, _span(time.start, time.end))
    return f"{time.what}: {', '.join(part for part in parts if part)}"


def _day(day: date | None) -> str:
    return _("%(day)s %(month)s", day=day.day, month=month_words(day.year, day.month)) if day else ""


def _span(begin: str, end: str) -> str:
    if begin and end:
        return _("%(begin)s to %(end)s", begin=begin, end=end)
    return _("from %(begin)s", begin=begin) if begin else end and _("until %(end)s", end=end)
