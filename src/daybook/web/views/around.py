"""Before and after one day: an order made, given or ended, a day in court, or anything else with an exact day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.counts.around import around, kinds_of_sides, sides
from daybook.domain.counts.stretch import ALWAYS
from daybook.domain.counts.stretch import days_of as days_in
from daybook.domain.counts.thing import entry_of
from daybook.domain.kinds import kind_of
from daybook.domain.orders.force import given
from daybook.domain.records.court_order import CourtOrder
from daybook.export.counts_paper import Table
from daybook.notebook import counts
from daybook.notebook.behind import Part
from daybook.notebook.notebook import title_of
from daybook.web.addresses import to
from daybook.web.count_asked import Asked, asked_of, choice_of, values_of
from daybook.web.count_notes import limits_words, notes
from daybook.web.count_pictures import around_day
from daybook.web.count_sheets import Told
from daybook.web.count_words import kind_words, stretch_words
from daybook.web.dates import day_words
from daybook.web.here import notebook
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.counts.around import Around
    from daybook.domain.counts.counted import Counted
    from daybook.domain.revision import Revision
    from daybook.notebook.counts import Things

views = Blueprint("around", __name__, url_prefix="/around")
Line = tuple[str, list[tuple[int, str, str]]]
"""A kind, and before, on the day and after: how many, what is behind the number, and which of the three it is."""
LENGTHS = (7, 14, 28, 84)
_USUAL = {"court-day.1": 14}
WHICH = {
    "made": N_("The day it was made"),
    "given": N_("The day it was given"),
    "ends": N_("The day it ends"),
    "day": N_("The day"),
}
NO_DAY = {
    "made": N_("The day it was made is not noted."),
    "given": N_("The exact day it was given is not noted."),
    "ends": N_("No last day is noted."),
    "day": N_("The exact day is not noted."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDay:
    """What was asked for: the record, each of its days by name, the one to look around ("" for none), how far."""

    revision: Revision
    days: dict[str, dt.date | None]
    which: str
    length: int


def asked_here() -> AskedDay:
    """What this request asks for. Raises NoSuchRecordError."""
    revision = notebook().latest(request.args.get("record", ""))
    days = days_of(revision)
    which = request.args.get("which", "")
    if not days.get(which):
        which = next((name for name in ("given", "made", "ends", "day") if days.get(name)), "")
    length = next((each for each in LENGTHS if request.args.get("days") == str(each)), _USUAL.get(revision.kind, 28))
    return AskedDay(revision=revision, days=days, which=which, length=length)


@views.get("/show")
def show() -> ResponseReturnValue:
    """The same number of whole days before and after, as counts beside each other."""
    asked = asked_here()
    more: dict[str, Any] = {"told": None, "it": None}
    if asked.which:
        told, it, lines = around_told(asked)
        more = {"told": told, "it": it, "lines": lines}
    return render_template(
        "pictures/around.html",
        record=asked.revision,
        name=title_of(asked.revision),
        which=asked.which,
        days=[(name, _(WHICH[name])) for name, day in asked.days.items() if day],
        missing=[_(NO_DAY[name]) for name, day in asked.days.items() if not day],
        length=asked.length,
        lengths=LENGTHS,
        **more,
    )


def days_of(revision: Revision) -> dict[str, dt.date | None]:
    """The days of a record that one can look around, by their names; None where a day is not exactly known."""
    body = revision.body
    if isinstance(body, CourtOrder):
        first, last = given(body)
        on = first.date() if first and last and first.date() == last.date() else None
        ends = [day for day in (body.ends, body.stopped) if day]
        return {"made": body.made, "given": on, "ends": min(ends, default=None)}
    start = entry_of("", "", kind_of(revision.kind).when(body)).place("day")
    return {"day": start.date() if start else None}


def around_told(asked: AskedDay) -> tuple[Told, Around, list[Line]]:
    """What is counted around the day, the days it is counted in, and each kind before, on the day, and after."""
    choice = choice_of(request.args)
    day = asked.days[asked.which] or dt.date.min
    things = counts.things(notebook(), choice)
    now = dt.datetime.now().astimezone().replace(tzinfo=None)
    it = around(day, asked.length, now.date())
    picture, found = around_day(things, it, asked_of(choice))
    lines = _lines(things, it, found, asked_of(choice))
    table = Table(
        heads=(
            _("What"),
            _("%(number)s days before", number=it.days),
            _("The day"),
            _("%(number)s days after", number=it.days),
        ),
        lines=[[words, *(f"{number:,}" for number, _behind, _place in numbers)] for words, numbers in lines],
    )
    told = Told(
        title=_("Before and after: %(name)s", name=title_of(asked.revision)),
        said=[f"{_(WHICH[asked.which])}: {day_words(day)}.", *_days_said(it, now.date())],
        pictures=[picture] if lines else [],
        notes=notes(notebook(), things, found, by="day", asked=asked_of(choice), now=now),
        chosen=limits_words(choice, ALWAYS),
        tables=[table] if lines else [],
    )
    return told, it, lines


def _days_said(it: Around, today: dt.date) -> list[str]:
    """Which days are counted, and why not more."""
    if it.before is None or it.after is None:
        if it.day >= today:
            return [_("That day is not over yet. What came after can be counted once a whole day has gone by.")]
        return [_("No whole day has gone by since. Today is not over, so it is not counted.")]
    before, after = stretch_words(it.before), stretch_words(it.after)
    if it.days == 1:
        said = [
            _(
                "Counted are the day before it (%(before)s) and the day after it (%(after)s).",
                before=before,
                after=after,
            )
        ]
    else:
        said = [
            _(
                "Counted are %(number)s whole days before it (%(before)s) and as many after it (%(after)s).",
                number=it.days,
                before=before,
                after=after,
            )
        ]
    said.append(_("The day itself stands by itself."))
    if it.days < it.asked:
        said.append(_("No more days have gone by since. Today is not over, so it is not counted."))
    return said


def _lines(things: Things, it: Around, found: Counted[int], asked: Asked) -> list[Line]:
    """Each kind with how many before, on the day, and after; each number with what is behind it and its side."""
    lines = list(kinds_of_sides(things.entries, it).items())
    before, on, after = sides(it, found)
    for kind, numbers in (
        (counts.MESSAGES, (before.messages, on.messages, after.messages)),
        (counts.CALLS, (before.calls, on.calls, after.calls)),
    ):
        if any(numbers):
            lines.append((kind, numbers))
    stretches = (it.before, days_in(it.day, it.day), it.after)
    parts = [Part(stretch=stretch, by="day") for stretch in stretches if stretch]
    places = (_("before"), _("on the day"), _("after"))
    return [
        (
            kind_words(kind),
            [
                (number, to("behind.show", **asked | {"kind": kind}, **values_of(part)) if number else "", place)
                for number, part, place in zip(numbers, parts, places, strict=True)
            ],
        )
        for kind, numbers in (lines if it.days else [])
    ]
