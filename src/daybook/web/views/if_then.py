"""If … then: her own short plans, situations that may come, and prompts to write what she would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.kinds import kind_of
from daybook.notebook import ready
from daybook.notebook.lines import lines_for
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.plans import her_plan
from daybook.notebook.situations import KIND, Offered, called_so, offered_to, parts, plans_of, situation_of
from daybook.web.addresses import go, to
from daybook.web.drafts import keep_typed
from daybook.web.forms import Form, empty_form, form_of_draft, form_of_revision
from daybook.web.here import notebook
from daybook.web.shown import shown_fields
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.plans import HerPlan

views = Blueprint("if_then", __name__, url_prefix="/if-then")


def plan_here() -> HerPlan:
    """Her plan as it is now, for her words and facts."""
    return her_plan(notebook(), ready.pack())


@views.get("/")
def index() -> ResponseReturnValue:
    """Her plans, each to be read in ten seconds; then the situations that fit her; then one of her own."""
    plan = plan_here()
    mine = [
        (found, [field for field in shown_fields(found.body) if field.name != "situation"])
        for found in plans_of(notebook())
    ]
    waiting = [draft for draft in notebook().drafts.all() if draft.kind == KIND]
    offered = [found for found in offered_to(notebook(), plan) if not found.has_one]
    return render_template(
        "if_then/index.html", mine=mine, offered=offered, waiting=waiting, lines=lines_for(plan), plan=plan
    )


@views.get("/write")
def write() -> ResponseReturnValue:
    """A new plan (for the `situation` she picked, or for one of her own), a draft (`key`), or a change (`record`)."""
    plan = plan_here()
    key, record = request.args.get("key", ""), request.args.get("record", "")
    picked = request.args.get("situation", "")
    offered = situation_of(plan, picked) if picked else None
    if key:
        draft = notebook().drafts.get(key)
        if draft is None and (saved := notebook().saved_as(key)):
            return go("record.show", record=saved.record)
        if draft is None:
            raise NoSuchRecordError
        form = form_of_draft(draft, now(), look=False)
    elif record:
        form = form_of_revision(notebook().latest(record))
    else:
        empty = empty_form(kind_of(KIND))
        typed = {"situation": [offered.title]} if offered else {}
        form = Form(kind=empty.kind, key=empty.key, typed=typed, files={})
    about = offered or called_so(plan, (form.typed.get("situation") or [""])[0])
    opened = request.args.get("opened", "")
    return render_template("if_then/write.html", form=form, about=about, opened=opened, lines=lines_for(plan))


@views.post("/take")
def take() -> ResponseReturnValue:
    """Put one idea after her own words, because she asked for it; nothing is saved yet."""
    picked, do = request.args.get("situation", ""), request.form.get("do", "").split(" ")
    typed = {name: request.form.getlist(name) for name in ("situation", *parts())}
    place = ""
    if picked and len(do) == len(("part", "number")):
        words = _idea(situation_of(plan_here(), picked), *do)
        before = (typed.get(do[0]) or [""])[0].rstrip()
        typed[do[0]] = [f"{before}\n{words}" if before else words] if words else [before]
        place = f"#i{parts().index(do[0])}" if words else ""
    keep_typed(typed=typed)
    again = to("if_then.write", key=request.form.get("key", ""), situation=picked, opened=do[0])
    return redirect(again + place, 303)


def _idea(offered: Offered, part: str, number: str) -> str:
    ideas = offered.ideas.get(part, [])
    return ideas[int(number)] if number.isdecimal() and int(number) < len(ideas) else ""
