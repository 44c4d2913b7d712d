"""Her record in pictures: how much there is in each year, month, week and day, and at which hours of the week."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.counts.stretch import Level, Stretch, next_start, stretch_of
from daybook.notebook import counts
from daybook.notebook.notebook import title_of
from daybook.web.addresses import go
from daybook.web.count_asked import asked_of, choice_of, level_of, moment_of, zoom_of
from daybook.web.count_notes import limits_words, notes
from daybook.web.count_pictures import INTO, Which, by_hours, over_time, weeks_in
from daybook.web.count_words import kind_words, period_words, short_words
from daybook.web.here import notebook, say
from daybook.web.i18n import _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.counts import Choice, Things

views = Blueprint("pictures", __name__, url_prefix="/pictures")
CLOSER: dict[Level, tuple[Level, ...]] = {
    "all": (),
    "year": ("all",),
    "month": ("all", "year"),
    "week": ("all", "year", "month"),
    "day": ("all", "year", "month", "week"),
}
_MOST_SENDERS = 12
_MINUTE = dt.timedelta(minutes=1)


@views.get("/show")
def show() -> ResponseReturnValue:
    """A stretch of time: all years, a year, a month, a week or a day, as bars or as a calendar."""
    choice = choice_of(request.args)
    things = counts.things(notebook(), choice)
    if things.span is None:
        return _nothing(choice)
    level, stretch = _asked_for(things.span)
    shown = stretch.within(choice.limits) or stretch
    pictures, found = over_time(things, level, shown, asked_of(choice))
    return render_template(
        "pictures/show.html",
        pictures=pictures,
        notes=notes(notebook(), things, found, by=INTO[level], asked=asked_of(choice), now=_now()),
        weeks=weeks_in(shown, found) if level == "month" else [],
        which="",
        **_frame(choice, things, level, stretch),
    )


@views.get("/hours")
def hours() -> ResponseReturnValue:
    """The hours of the week, of all years, one year or one month."""
    choice = choice_of(request.args)
    things = counts.things(notebook(), choice)
    if things.span is None:
        return _nothing(choice)
    level, stretch = _asked_for(things.span)
    shown = stretch.within(choice.limits) or stretch
    asked = request.args.get("which", "")
    sent = any(tally.timed for tally in things.tallies)
    which: Which = "entries" if asked == "entries" or (asked != "sent" and not sent) else "sent"
    drawn = asked_of(_only(choice, which))
    picture, found = by_hours(counts.things(notebook(), _only(choice, which)), shown, which, drawn)
    return render_template(
        "pictures/hours.html",
        picture=picture,
        notes=notes(notebook(), things, found, by="hour", asked=drawn, now=_now()),
        which=which,
        both=bool(sent and things.entries),
        **_frame(choice, things, level, stretch),
    )


def _only(choice: Choice, which: Which) -> Choice:
    """Of what she chose, only her entries or only what was sent."""
    sent = (counts.MESSAGES, counts.CALLS)
    kinds = sent if which == "sent" else tuple(kind for kind in counts.kinds_there(notebook()) if kind not in sent)
    return replace(choice, kinds=tuple(kind for kind in kinds if choice.wants(kind)) or ("-",))


@views.post("/choose")
def choose() -> ResponseReturnValue:
    """Count only some of it: kinds, a sender, days."""
    there = counts.kinds_there(notebook())
    kinds = [kind for kind in request.form.getlist("kind") if kind in there]
    sender = request.form.get("sender", "")
    asked: dict[str, Any] = {"kind": kinds if set(kinds) != set(there) else []}
    if sender in counts.senders(notebook()):
        asked["sender"] = sender
    for name in ("since", "until"):
        day = _typed_day(name)
        if day:
            asked[name] = day.isoformat()
        elif any(request.form.get(f"{name}.{part}", "").strip() for part in ("day", "month", "year")):
            say(_("A day needs its day, month and year, as numbers. That one was left out."))
    return go("pictures.show", **{name: value for name, value in asked.items() if value})


def _typed_day(name: str) -> dt.date | None:
    try:
        year, month, day = (int(request.form.get(f"{name}.{part}", "")) for part in ("year", "month", "day"))
        return dt.date(year, month, day)
    except ValueError:
        return None


def _asked_for(span: Stretch) -> tuple[Level, Stretch]:
    """The stretch that was asked for; without one, the only year there is, or all of them."""
    level, moment = level_of(request.args), moment_of(request.args)
    if level is None or level == "hour":
        level = "year" if span.start.year == span.last.year else "all"
    if moment is None:
        moment = min(max(_now(), span.start), span.last)
    return level, stretch_of(level, moment)


def _frame(choice: Choice, things: Things, level: Level, stretch: Stretch) -> dict[str, Any]:
    """What stands around every picture: where one is, what is beside it, and what is chosen."""
    span = things.span or stretch
    start = stretch.start
    others: list[tuple[str, dict[str, Any]]] = []
    following = next_start(level, start)
    if level != "all" and span.start < start:
        before = stretch_of(level, start - _MINUTE).start
        others.append((short_words(level, before), zoom_of(level, before)))
    else:
        others.append(("", {}))
    if following and following <= span.last:
        others.append((short_words(level, following), zoom_of(level, following)))
    else:
        others.append(("", {}))
    return {
        "title": period_words(level, start),
        "level": level,
        "here": zoom_of(level, start),
        "up": [(short_words(each, stretch_of(each, start).start), zoom_of(each, start)) for each in CLOSER[level]],
        "short": short_words(level, start),
        "before": others[0],
        "after": others[1],
        "asked": asked_of(choice),
        "days": [(one.record, title_of(one)) for one in notebook().timeline(["order.1", "court-day.1"])],
        **choices(choice),
    }


def choices(choice: Choice) -> dict[str, Any]:
    """What can be chosen, and what is."""
    return {
        "choice": choice,
        "chosen": limits_words(choice, choice.limits),
        "kinds": [(kind, kind_words(kind)) for kind in counts.kinds_there(notebook())],
        "senders": counts.senders(notebook())[:_MOST_SENDERS],
    }


def _nothing(choice: Choice) -> str:
    return render_template("pictures/nothing.html", some=bool(counts.kinds_there(notebook())), chosen=choices(choice))


def _now() -> dt.datetime:
    """What the clock on the wall says."""
    return dt.datetime.now().astimezone().replace(tzinfo=None)
