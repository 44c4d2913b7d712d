"""Who knows what: people and confidential things in one table, with the reasons for care in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.people.knowing import CELLS, THING_WORDS, Cell, cell
from daybook.domain.said import joined
from daybook.notebook import people
from daybook.notebook.people import spoken
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.views.people import CELL_WORDS, plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.people.knowing import Risk
    from daybook.notebook.people import WhoKnows
    from daybook.notebook.plans import HerPlan

views = Blueprint("knows", __name__, url_prefix="/knows")
ASKED: dict[str, str] = {
    "no": N_("Not told"),
    "told": N_("Told"),
    "private": N_("Told, and asked to tell nobody"),
    "help": N_("Not told yet, and it would help"),
}
RULE_TITLES: dict[str, str] = {
    "told-close": N_("Told, and close to {person} or in touch"),
    "place": N_("Would come or call 999, and may not know where"),
    "school": N_("Would collect the children, and may not know where"),
    "seen-phone": N_("Told, and {person} may see their phone"),
    "told-unsure": N_("Told, and perhaps in touch with {person}"),
    "help": N_("It would help to know, and is not told"),
    "not-asked": N_("Told, and not asked to keep it private"),
}
RULE_WORDS: dict[str, str] = {
    "told-close": N_("close to {person}"),
    "told-unsure": N_("perhaps in touch with {person}"),
    "seen-phone": N_("{person} may see their phone"),
    "place": N_("would come or call"),
    "school": N_("would collect"),
    "not-asked": N_("not asked to keep it private"),
}
"""Why a cell is marked, in as few words as a cell has room for."""


@views.get("/table")
def table() -> ResponseReturnValue:
    """The table, after the sentences about the cells that have a reason for care."""
    plan = plan_here()
    found = people.who_knows(notebook(), plan)
    some = any(person.knows or person.to_tell for person in found.people.values())
    unsaid = [(record, person) for record, person in found.people.items() if not person.close]
    is_ready = some and not unsaid
    return render_template(
        "people/table.html",
        table=found,
        groups=[
            (plan.words(_(RULE_TITLES[rule])), *_together(plan, found, list(risks)))
            for rule, risks in groupby(found.risks, key=lambda risk: risk.rule)
        ],
        cell_words=CELL_WORDS,
        why={rule: plan.words(_(words)) for rule, words in RULE_WORDS.items()},
        unsaid=unsaid,
        unsaid_words=plan.words(_("Not said yet if they know {person}:")),
        steps=[(item, is_ready) for item in people.steps_of_tool(plan, "who-knows")],
    )


def _together(plan: HerPlan, found: WhoKnows, risks: list[Risk]) -> tuple[list[tuple[str, str, str]], list[str]]:
    """The people of one rule, each with what it is about, and what may be done, each sentence once."""
    both = _("%s and %s")
    rows = [
        (risk.person, found.people[risk.person].name, joined([_(THING_WORDS[thing]) for thing in risk.things], both))
        for risk in risks
    ]
    return rows, list(dict.fromkeys(spoken(plan, risk.instead, _) for risk in risks))


@views.get("/one")
def one() -> ResponseReturnValue:
    """What one person knows, cell by cell."""
    record = request.args.get("record", "")
    person = people.person_of(notebook(), record)
    things = people.who_knows(notebook(), plan_here()).things
    cells = [(thing, words, cell(person, thing)) for thing, words in things]
    return render_template("people/knows.html", record=record, person=person, cells=cells, asked=ASKED)


@views.post("/one")
def marked() -> ResponseReturnValue:
    """Keep what one person knows. Only what was changed on this page is changed."""
    record = request.args.get("record", "")
    before: dict[str, Cell] = {}
    now: dict[str, Cell] = {}
    for name, value in request.form.items():
        kind, _dot, thing = name.partition(".")
        if value in CELLS and kind in ("before", "now"):
            (before if kind == "before" else now)[thing] = value
    people.mark(notebook(), record, before, now)
    say(_("Kept."))
    return go("knows.table") if request.form.get("do") == "table" else go("people.show", record=record)
