"""Signs of serious danger, one at a time. No answer is counted, and none is called good."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.notebook import ready, signs
from daybook.notebook.lines import lines_for
from daybook.notebook.plans import HerPlan, NoSuchActionError, her_plan
from daybook.notebook.rests_on import is_old, is_reviewed, least_sure, paragraphs, rests_on
from daybook.web.addresses import go, to
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.plans import Item
    from daybook.notebook.signs import HerSigns

views = Blueprint("signs", __name__, url_prefix="/signs")

ANSWERS = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "unsure": N_("Not sure"),
    "skipped": N_("Skipped"),
}


def here() -> tuple[HerPlan, HerSigns]:
    """Her plan, for its facts and words, and the signs with what she said."""
    plan = her_plan(notebook(), ready.pack())
    return plan, signs.signs_of(notebook(), plan.pack, plan.facts, plan.wording)


@views.get("/")
def index() -> ResponseReturnValue:
    """The whole list, quietly, with what she said beside each."""
    plan, found = here()
    return render_template("signs/index.html", signs=found, answers=ANSWERS, lines=lines_for(plan))


@views.get("/next")
def following() -> ResponseReturnValue:
    """The first sign she has not come to; the list when there is none."""
    sign = here()[1].next_open
    return redirect(to("signs.show", name=sign.sign.id) if sign else to("signs.index"), 303)


@views.get("/one/<name>")
def show(name: str) -> ResponseReturnValue:
    """One sign. With a yes, or when she is not sure: who to talk to today, and what fits."""
    plan, found = here()
    sign = found.one(name)
    about = sign.sign
    return render_template(
        "signs/one.html",
        sign=sign,
        answers=ANSWERS,
        why=paragraphs(plan, about.why),
        today=paragraphs(plan, about.today),
        actions=_in_plan(plan, about.actions),
        basis=rests_on(plan, about),
        reviewed=is_reviewed(about),
        is_old=is_old(about, datetime.now().astimezone().date()),
        next=found.after(name),
        lines=lines_for(plan),
        sure=SURE,
        least_sure=least_sure,
        day=day_words,
    )


def _in_plan(plan: HerPlan, names: tuple[str, ...]) -> list[Item]:
    """Those of these actions that are in her plan, in its order."""
    found: list[Item] = []
    for name in names:
        try:
            found.append(plan.item(name))
        except NoSuchActionError:
            continue
    return sorted(found, key=lambda item: item.position)


@views.post("/one/<name>")
def answer(name: str) -> ResponseReturnValue:
    """Keep an answer. A yes, or not being sure, stays here and shows who to talk to; anything else goes on."""
    wanted = request.form.get("do", "")
    for said in signs.SAID:
        if said == wanted:
            signs.answer(notebook(), ready.pack(), name, said)
    if wanted == "back":
        signs.answer(notebook(), ready.pack(), name, None)
    if wanted in ("no", "skipped") and (after := here()[1].after(name)):
        return go("signs.show", name=after.sign.id)
    return go("signs.index") if wanted in ("no", "skipped") else go("signs.show", name=name)


@views.post("/one/<name>/plan")
def plan(name: str) -> ResponseReturnValue:
    """Let her plan know of a yes, or no longer."""
    told = request.form.get("do") == "tell"
    signs.tell_plan(notebook(), ready.pack(), name, told=told)
    say(_("Your plan knows of this now.") if told else _("Your plan no longer knows of this."))
    return go("signs.show", name=name)
