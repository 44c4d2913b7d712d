"""Her record in pictures: how much there is in each year, month, week and day, and at which hours of the week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.counts.stretch import Level, Stretch, next_start, stretch_of
from daybook.notebook import counts
from daybook.notebook.notebook import title_of
from daybook.web.addresses import go
from daybook.web.count_asked import asked_of, choice_of, level_of, moment_of, zoom_of
from daybook.web.count_notes import limits_words, notes
from daybook.web.count_pictures import INTO, Which, by_hours, over_time, weeks_in
from daybook.web.count_sheets import Told, only_counts
from daybook.web.count_words import kind_words, period_words, short_words
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.counts import Choice, Things

views = Blueprint("pictures", __name__, url_prefix="/pictures")
views.add_app_template_global(only_counts, "only_counts")
CLOSER: dict[Level, tuple[Level, ...]] = {
    "all": (),
    "year": ("all",),
    "month": ("all", "year"),
    "week": ("all", "year", "month"),
    "day": ("all", "year", "month", "week"),
}
EACH_BOX = N_("Each box is one hour of one day of the week, of all weeks together: %(what)s. The number says how many.")
_MOST_SENDERS = 12
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a page was asked for: what to count, what there is, and the stretch that is shown."""

    choice: Choice
    things: Things
    level: Level
    stretch: Stretch

    @property
    def shown(self) -> Stretch:
        """The part of the stretch that she chose to count."""
        return self.stretch.within(self.choice.limits) or self.stretch


def asked_here() -> Asked | None:
    """What this request asks for; None where nothing that is to be counted has a date."""
    choice = choice_of(request.args)
    things = counts.things(notebook(), choice)
    if things.span is None:
        return None
    level, stretch = _asked_for(things.span)
    return Asked(choice=choice, things=things, level=level, stretch=stretch)


@views.get("/show")
def show() -> ResponseReturnValue:
    """A stretch of time: all years, a year, a month, a week or a day, as bars or as a calendar."""
    asked = asked_here()
    if asked is None:
        return _nothing()
    told, weeks = over_time_told(asked)
    return render_template(
        "pictures/show.html", told=told, weeks=weeks, paper=_paper("time", asked), which="", **_frame(asked)
    )


def over_time_told(asked: Asked) -> tuple[Told, list[tuple[dt.datetime, str]]]:
    """The pictures of a stretch, and the weeks of a month with what each holds."""
    shown, values = asked.shown, asked_of(asked.choice)
    pictures, found = over_time(asked.things, asked.level, shown, values)
    told = Told(
        title=period_words(asked.level, asked.stretch.start),
        said=(),
        pictures=pictures,
        notes=notes(notebook(), asked.things, found, by=INTO[asked.level], asked=values, now=_now()),
        chosen=limits_words(asked.choice, asked.choice.limits),
    )
    return told, weeks_in(shown, found) if asked.level == "month" else []


@views.get("/hours")
def hours() -> ResponseReturnValue:
    """The hours of the week, of all years, one year or one month."""
    asked = asked_here()
    if asked is None:
        return _nothing()
    told, which = hours_told(asked)
    both = bool(asked.things.entries) and any(tally.timed for tally in asked.things.tallies)
    return render_template(
        "pictures/hours.html",
        told=told,
        which=which,
        both=both,
        paper=_paper("hours", asked) | {"which": which},
        **_frame(asked),
    )


def hours_told(asked: Asked) -> tuple[Told, Which]:
    """The hours of the week, of her entries or of what was sent."""
    wish = request.args.get("which", "")
    sent = any(tally.timed for tally in asked.things.tallies)
    which: Which = "entries" if wish == "entries" or (wish != "sent" and not sent) else "sent"
    choice = _only(asked.choice, which)
    things = counts.things(notebook(), choice)
    picture, found = by_hours(things, asked.shown, which, asked_of(choice))
    told = Told(
        title=_("Hours of the week: %(title)s", title=period_words(asked.level, asked.stretch.start)),
        said=(_(EACH_BOX, what=picture.title),),
        pictures=[picture],
        notes=notes(notebook(), things, found, by="hour", asked=asked_of(choice), now=_now()),
        chosen=limits_words(asked.choice, asked.choice.limits),
    )
    return told, which


def _paper(page: str, asked: Asked) -> dict[str, Any]:
    return {"page": page, **asked_of(asked.choice), **zoom_of(asked.level, asked.stretch.start)}


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


def _frame(asked: Asked) -> dict[str, Any]:
    """What stands around every picture: where one is, what is beside it, and what is chosen."""
    level, start = asked.level, asked.stretch.start
    span = asked.things.span or asked.stretch
    following = next_start(level, start)
    has_before = level != "all" and span.start < start
    return {
        "level": level,
        "here": zoom_of(level, start),
        "up": [_link(each, stretch_of(each, start).start) for each in CLOSER[level]],
        "short": short_words(level, start),
        "before": _link(level, stretch_of(level, start - _MINUTE).start) if has_before else ("", {}),
        "after": _link(level, following) if following and following <= span.last else ("", {}),
        "asked": asked_of(asked.choice),
        "days": [(one.record, title_of(one)) for one in notebook().timeline(["order.1", "court-day.1"])],
        **choices(asked.choice),
    }


def _link(level: Level, start: dt.datetime) -> tuple[str, dict[str, Any]]:
    return short_words(level, start), zoom_of(level, start)


def choices(choice: Choice) -> dict[str, Any]:
    """What can be chosen, and what is."""
    return {
        "choice": choice,
        "kinds": [(kind, kind_words(kind)) for kind in counts.kinds_there(notebook())],
        "senders": counts.senders(notebook())[:_MOST_SENDERS],
    }


def _nothing() -> str:
    choice = choice_of(request.args)
    return render_template(
        "pictures/nothing.html",
        some=bool(counts.kinds_there(notebook())),
        chosen=limits_words(choice, choice.limits),
        **choices(choice),
    )


def _now() -> dt.datetime:
    """What the clock on the wall says."""
    return dt.datetime.now().astimezone().replace(tzinfo=None)
