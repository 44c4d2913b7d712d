"""The day she may go: the lines in order, what she tells of it, lines of her own, and the few for today."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.fields import fields_of
from daybook.domain.kinds import kind_of
from daybook.domain.leaving.day import left_out, with_own
from daybook.domain.leaving.line import TOPICS
from daybook.domain.leaving.order import when_of
from daybook.domain.leaving.today import TITLES
from daybook.domain.records.leaving_day import MOMENTS, LeavingDay, OwnLine
from daybook.domain.typed import parse, typed_of
from daybook.notebook import leaving_days
from daybook.notebook.leaving_days import KIND, looks_done
from daybook.notebook.lines import FEW, lines_for
from daybook.notebook.people import spoken
from daybook.notebook.tools import TOOLS
from daybook.web.addresses import go, to
from daybook.web.drafts import keep_typed, new_key
from daybook.web.forms import Form
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.leaving_words import glance_words, moment_words, times_words
from daybook.web.places import Place
from daybook.web.tool_links import tool_address
from daybook.web.views.plan import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.leaving.line import Line
    from daybook.notebook.plans import HerPlan

views = Blueprint("leaving", __name__, url_prefix="/leaving")
place = Place(
    order=90,
    words=N_("If you ever go: the day"),
    endpoint="leaving.index",
    says=N_("One page for the day, in a careful order. And a few lines for going at once."),
    menu=False,
    among="asked",
)
FORM = f"{KIND} day"
"""There is one form about the day, so that its draft is found again."""
LONGEST = 300
_ID = 12


@views.get("/")
def index() -> ResponseReturnValue:
    """Who to talk to, what is known, the day in order, what is not told, and what she left out."""
    plan = plan_here()
    her = leaving_days.her_day(notebook(), plan)
    return render_template(
        "leaving/index.html",
        lines=lines_for(plan),
        watched=her.known.watched,
        glance=glance_words(her, plan),
        moments=[
            (moment_words(moment, plan), [_shown(line, plan) for line in lines]) for moment, lines in her.day.moments()
        ],
        missing=[(spoken(plan, one.said, _), _page(one.page)) for one in her.day.missing],
        aside=[(line.id, spoken(plan, line.words, _)) for line in her.day.aside],
        steps=[(item, looks_done(item, her.told)) for item in her.steps],
    )


def _shown(line: Line, plan: HerPlan) -> dict[str, object]:
    """One line in her language and words: what, what to think of first, why, and why it stands where it does."""
    return {
        "id": line.id,
        "about": _(TOPICS[line.about]),
        "words": spoken(plan, line.words, _),
        "cautions": [spoken(plan, said, _) for said in line.cautions],
        "why": spoken(plan, line.why, _) if not line.hers else "",
        "here": spoken(plan, when_of(line).says, _) if not line.hers else "",
        "hers": line.id.removeprefix("own ") if line.hers else "",
    }


def _page(page: str) -> str:
    """Where a missing thing can be told."""
    return tool_address(TOOLS.get(page)) or to("leaving.tell")


@views.post("/line")
def put() -> ResponseReturnValue:
    """Leave a line out for now, or bring it back."""
    line, back = request.form.get("line", "")[:LONGEST], request.form.get("do") == "back"
    if line:
        leaving_days.change(notebook(), lambda told: left_out(told, line, out=not back))
        say(_("It is back.") if back else _("Left out for now. It waits at the end of the page."))
    return go("leaving.index")


@views.get("/today")
def today() -> ResponseReturnValue:
    """The few lines for going at once, and whom to ring; short enough for one small screen."""
    plan = plan_here()
    her = leaving_days.her_day(notebook(), plan)
    rows = [(_(TITLES[now.about].words), spoken(plan, now.said, _)) for now in her.today]
    return render_template("leaving/today.html", rows=rows, lines=lines_for(plan)[:FEW])


@views.get("/tell")
def tell() -> ResponseReturnValue:
    """The form about the day, as it is or as she left it; every part may stay empty."""
    told: LeavingDay = notebook().one(LeavingDay)
    draft = notebook().drafts.get(FORM)
    typed = draft.typed if draft else typed_of(told)
    kind = kind_of(KIND)
    found = parse(kind, typed, {}, _now()) if draft and "look" in request.args else ()
    form = Form(kind=kind, key=FORM, typed=typed, files={}, problems=found if isinstance(found, list) else ())
    times = times_words(leaving_days.her_day(notebook(), plan_here()))
    return render_template("leaving/tell.html", form=form, times=times)


@views.post("/tell")
def told() -> ResponseReturnValue:
    """Keep what she told, or give the form back with what there is to put right."""
    typed = {name: values for name, values in request.form.lists() if name not in ("kind", "key", "record", "based_on")}
    found = parse(kind_of(KIND), typed, {}, _now())
    if isinstance(found, list):
        keep_typed()
        return go("leaving.tell", look=1)
    values = {name: getattr(found, name) for name in fields_of(LeavingDay)}
    leaving_days.change(notebook(), lambda before: replace(before, **values))
    notebook().drafts.remove(FORM)
    say(_("Kept."))
    return go("leaving.index")


@views.get("/own")
def own() -> ResponseReturnValue:
    """A line of her own: a new one, or one she wrote before (`line`)."""
    name = request.args.get("line", "") or new_key()[:_ID]
    told: LeavingDay = notebook().one(LeavingDay)
    before = next((found for found in told.own if found.id == name), OwnLine(id=name, moment="before", words=""))
    draft = notebook().drafts.get(_own_key(name))
    typed = draft.typed if draft else {"words": [before.words], "moment": [before.moment]}
    plan = plan_here()
    moments = [(moment, moment_words(moment, plan)) for moment, _words in MOMENTS]
    return render_template(
        "leaving/own.html",
        name=name,
        is_new=not before.words,
        words="".join(typed.get("words", [])),
        chosen=typed.get("moment", []),
        moments=moments,
        kind=KIND,
        key=_own_key(name),
    )


@views.post("/own")
def keep_own() -> ResponseReturnValue:
    """Keep a line of hers, or take it out."""
    name, form = request.args.get("line", "")[:_ID], request.form
    words = "" if form.get("do") == "out" else " ".join(form.get("words", "").split())[:LONGEST]
    moment = next((known for known, _words in MOMENTS if known == form.get("moment")), "before")
    if name:
        leaving_days.change(notebook(), lambda before: with_own(before, OwnLine(id=name, moment=moment, words=words)))
        notebook().drafts.remove(_own_key(name))
        say(_("Kept.") if words else _("Taken out."))
    return go("leaving.index")


def _own_key(name: str) -> str:
    return f"{KIND} own {name}"


@views.get("/again")
def again() -> ResponseReturnValue:
    """The form whose words were not saved: about the day, or a line of hers."""
    about = request.args.get("about", "")
    return go("leaving.own", line=about.removeprefix("own ")) if about.startswith("own ") else go("leaving.tell")


def _now() -> datetime:
    return datetime.now().astimezone()
