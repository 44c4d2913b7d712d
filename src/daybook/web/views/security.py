"""Doors, locks and alarms: tick what is in place, see what is open and who may change it, and what to ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.records.home_check import STATES
from daybook.domain.security.order import TOGETHER
from daybook.notebook import security
from daybook.notebook.calls import call_of, calls_for
from daybook.notebook.lines import lines_for
from daybook.notebook.nations import where
from daybook.notebook.people import spoken
from daybook.notebook.rests_on import is_old, is_reviewed, least_sure, rests_on
from daybook.notebook.round import Round
from daybook.web.addresses import go
from daybook.web.dates import day_words
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.shown import shown_fields
from daybook.web.views.directory import where_words
from daybook.web.views.plan import NOTICED, SURE, plan_here

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from daybook.guide.security import Call
    from daybook.guide.security import HomeCheck as Look
    from daybook.notebook.closer import Basis
    from daybook.notebook.plans import HerPlan, Item
    from daybook.notebook.round import Told
    from daybook.notebook.security import HerSecurity, May, Offered

views = Blueprint("security", __name__, url_prefix="/security")
place = Place(
    order=45,
    words=N_("Doors, locks and alarms"),
    endpoint="security.index",
    says=N_("What is in place at home, who may change locks, and who can help to make it safer."),
    menu=False,
    among="ready",
)
GROUPS = {
    "no": (N_("Not likely to be noticed"), ""),
    "maybe": (N_("Could be noticed"), N_("Under each stands what to think of first.")),
    "yes": (N_("Would be noticed"), N_("Under each stands what to think of first.")),
    "locks": (N_("Locks"), N_("First of all: who may change them.")),
}
KEPT = {
    "done": N_("Kept as in place."),
    "to-do": N_("Kept as something you would like."),
    "asked": N_("Kept as asked for."),
    "not": N_("Kept as not for you. You can bring it back below."),
    "": N_("It is open again."),
}
TICKS = f"{security.KIND} ticks"
"""There is one form to tick in, so that its draft is found again."""
QUESTIONS = ("situation", "nation", "home", "keys", "orders")
"""The questions whose answers decide what fits here and who may change it."""


def today() -> date:
    """The day on the wall's calendar."""
    return datetime.now().astimezone().date()


@views.get("/")
def index() -> ResponseReturnValue:
    """What fits, to tick in one go; what is still open, in words; what is in place; and what to ask for."""
    plan = plan_here()
    hers = security.her_security(notebook(), plan, today())
    draft = notebook().drafts.get(TICKS)
    return render_template(
        "security/index.html",
        hers=hers,
        groups=GROUPS,
        still=[spoken(plan, said, _) for said in hers.still],
        may=may_words(plan),
        states=dict(STATES),
        day=day_words,
        person=plan.words("{person}"),
        told=told_words(plan),
        calls=calls_for(plan),
        steps=[(item, _looks_done(item, hers)) for item in hers.steps if item.choice == "open"],
        lines=lines_for(plan),
        kind=security.KIND,
        ticks=TICKS,
        unsaved=draft.typed.get("look", []) if draft else [],
    )


def told_words(plan: HerPlan) -> list[Told]:
    """What she told, or could tell, that decides what fits here."""
    asked = Round(plan.pack, plan.answers)
    known = {question.id: question for question in plan.pack.questions}
    found = [known[name] for name in QUESTIONS if name in known and known[name].when.holds(plan.facts)]
    return [asked.told(question) for question in found]


def may_words(plan: HerPlan) -> dict[str, str]:
    """Nations in a heading, by id, for sentences that hold in some nations only."""
    return {nation: where_words(where(plan.pack, [nation])) for nation in plan.pack.cover.nations}


def _looks_done(item: Item, hers: HerSecurity) -> bool:
    """Whether what she ticked is what a thing of her plan is about. It is hers to say that it is done."""
    own = [her for her in hers.done if item.id in her.look.actions]
    return bool(own) or (item.id == "home-safer" and bool(hers.done))


@views.post("/tick")
def tick() -> ResponseReturnValue:
    """Keep what she ticked as in place."""
    kept = security.tick(notebook(), plan_here(), request.form.getlist("look"))
    notebook().drafts.remove(TICKS)
    say(_("Kept as in place.") if kept else _("Nothing was ticked, so nothing changed."))
    return go("security.index")


@views.get("/look/<name>")
def look(name: str) -> ResponseReturnValue:
    """One look: why, how, what to think of first, who may change it, and what she noted."""
    plan = plan_here()
    found = security.look_of(notebook(), plan, name)
    about = found.look
    calls = {call.id: call for call in calls_for(plan)}
    planned = {item.id: item for item in plan.items}
    return render_template(
        "security/look.html",
        found=found,
        why=plan.words(about.why),
        how=[plan.words(text) for text in about.how],
        proof=plan.words(about.proof),
        noticed=NOTICED,
        may=may_words(plan),
        states=STATES,
        fields=[field for field in shown_fields(found.noted) if field.name != "what"] if found.noted else [],
        changed=bool(found.record) and notebook().latest(found.record).number > 1,
        calls=[calls[name] for name in about.calls if name in calls],
        items=[planned[name] for name in about.actions if name in planned],
        together=TOGETHER in plan.facts,
        **_checked(plan, found.look, _basis(plan, found)),
    )


def _basis(plan: HerPlan, found: Offered) -> list[Basis]:
    """What a look and the sentences on who may change it rest on, each thing once."""
    every = rests_on(plan, found.look) + [each for may in found.who_may for each in rests_on(plan, may.who)]
    return [each for number, each in enumerate(every) if each not in every[:number]]


def _checked(plan: HerPlan, entry: Look | Call, basis: list[Basis]) -> dict[str, object]:
    """What a page says of when it was looked at, and where it comes from."""
    return {
        "entry": entry,
        "basis": basis,
        "reviewed": is_reviewed(entry),
        "is_old": is_old(entry, today()),
        "sure": SURE,
        "least_sure": least_sure,
        "day": day_words,
        "lines": lines_for(plan),
    }


@views.post("/look/<name>/state")
def state(name: str) -> ResponseReturnValue:
    """Keep how one look is now."""
    wanted = request.form.get("state", "")
    now = next((kept for kept in KEPT if kept == wanted), "")
    security.set_state(notebook(), plan_here(), name, now)
    say(_(KEPT[now]))
    return go("security.look", name=name) if now in ("to-do", "asked", "done") else go("security.index")


@views.post("/look/<name>/note")
def note(name: str) -> ResponseReturnValue:
    """On to who, when, a note and photos."""
    return go("record.amend", record=security.begun(notebook(), plan_here(), name))


@views.get("/show")
def show() -> ResponseReturnValue:
    """What she noted about something: on the page of its look, or by itself where it is her own."""
    record = request.args.get("record", "")
    name = security.look_of_record(notebook(), plan_here(), record)
    if name:
        return go("security.look", name=name)
    history = security.own_of(notebook(), record)
    latest = history[-1]
    fields = [field for field in shown_fields(latest.body) if field.name != "what"]
    return render_template("security/own.html", latest=latest, first=history[0], fields=fields)


@views.get("/call/<name>")
def call(name: str) -> ResponseReturnValue:
    """Something to ask for, as a page to read out."""
    plan = plan_here()
    hers = call_of(plan, name)
    return render_template("security/call.html", hers=hers, **_checked(plan, hers.call, rests_on(plan, hers.call)))


def said_by_nation(may: May, names: dict[str, str]) -> str:
    """Where a sentence holds, to stand before it; empty where it says so itself, or her nation is known."""
    return ", ".join(names[nation] for nation in may.nations if nation in names and names[nation] not in may.says)


views.add_app_template_filter(said_by_nation, "by_nation")
