"""Her week: where it comes together with theirs, what could change, another week, ways with a safe stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.kinds import kind_of
from daybook.domain.records.way import BY, WAY_KNOWN
from daybook.domain.routine.oracle import TooHardError
from daybook.domain.routine.speech import stop_said
from daybook.domain.routine.vary import MOST_WEEKS
from daybook.domain.routine.week import is_movable
from daybook.notebook import plans, ready, routines
from daybook.notebook.notebook import title_of
from daybook.web.addresses import go, to
from daybook.web.her_words import her_kind, her_options
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.routine_words import (
    avoided_for_page,
    conflicts_for_page,
    days_now,
    days_varied,
    idea_words,
    items_for_page,
    speak,
    starters_for_page,
)
from daybook.web.views.plan import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.routine.gaps import Gap
    from daybook.notebook.routines import HerWeek

views = Blueprint("routine", __name__, url_prefix="/routine")
place = Place(
    order=60,
    words=N_("Your week"),
    endpoint="routine.index",
    says=N_("Times, places and ways: what is known, where you could be met, and what could change."),
    menu=False,
    among="ready",
)


def here() -> HerWeek:
    """Her week as it is now."""
    return routines.her_week(notebook(), plan_here())


@views.get("/")
def index() -> ResponseReturnValue:
    """What comes together, with ideas; then the week, the places to avoid, and what is still missing."""
    her = here()
    return render_template(
        "routine/index.html",
        her=her,
        items=items_for_page(her),
        days=days_now(her.week),
        avoided=avoided_for_page(her.week),
        starters=starters_for_page(her),
        gaps=[(speak(her, gap.said), _address(gap)) for gap in her.gaps],
        left_out=[idea_words(her, idea) for idea in her.left_out],
    )


def _address(gap: Gap) -> str:
    """Where a missing thing can be told."""
    return to("record.amend", record=gap.record) if gap.record else to("record.new", kind=gap.kind)


@views.get("/week")
def week() -> ResponseReturnValue:
    """Another week, or why there is none and the nearest to it."""
    her, turn = here(), request.args.get("turn", "")
    number = int(turn) % MOST_WEEKS if turn.isdecimal() else 0
    try:
        varied = routines.another(notebook(), number)
    except TooHardError as error:
        return render_template("routine/week.html", her=her, trouble=_(type(error).__doc__ or ""), number=0)
    return render_template(
        "routine/week.html",
        her=her,
        trouble="",
        number=number,
        next=(number + 1) % MOST_WEEKS,
        most=MOST_WEEKS,
        differs=any(is_movable(told) or len(told.ways) > 1 for told in her.week.mine.values()),
        days=days_varied(her, varied),
        why_not=conflicts_for_page(her, varied.why_not),
        given_up=conflicts_for_page(her, varied.given_up),
    )


@views.get("/ways")
def ways() -> ResponseReturnValue:
    """Her ways, each with its safe stop and what it leads to; on paper by her choice."""
    her = here()
    found = [
        (
            record,
            way,
            _(dict(BY).get(way.by, "")) if way.by else "",
            her_options(WAY_KNOWN)[way.known] if way.known else _("Not said"),
            speak(her, stop) if (stop := stop_said(way)) else "",
            [told.what for told in her.week.mine.values() if record in told.ways],
        )
        for record, way in her.week.ways.items()
    ]
    return render_template("routine/ways.html", her=her, ways=found)


@views.get("/all")
def everything() -> ResponseReturnValue:
    """All she told about her week by kind, to change it or see what it said before."""
    found = [
        (
            her_kind(kind_of(kind)),
            [(each.record, title_of(each), each.number > 1, bool(each.body.over)) for each in revisions],
        )
        for kind, revisions in routines.everything(notebook())
    ]
    return render_template("routine/all.html", kinds=found)


@views.post("/aside")
def aside() -> ResponseReturnValue:
    """Leave an idea out for now, or bring it back."""
    out = request.form.get("do") != "back"
    routines.leave_out(notebook(), request.form.get("idea", ""), out=out)
    say(_("Left out for now. It can come back, at the end of this page.") if out else _("It is back."))
    return go("routine.index")


@views.post("/step")
def step() -> ResponseReturnValue:
    """Tick one thing of her plan that this page does, or take the tick back."""
    action, done = request.form.get("action", ""), request.form.get("do") == "done"
    plans.choose(notebook(), ready.pack(), action, "done" if done else "open")
    say(_("Kept as done in your plan.") if done else _("Open again in your plan."))
    return go("routine.index")
