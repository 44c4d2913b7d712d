"""The people around her: who they are, how to reach them, what they agreed to do, and what to say to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.people.closeness import is_close
from daybook.domain.people.missing import missing_of, missing_of_all
from daybook.domain.people.say import ideas
from daybook.domain.records.person import ROLES, Person
from daybook.notebook import people, ready
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import spoken
from daybook.notebook.plans import HerPlan, her_plan
from daybook.web.addresses import go, to
from daybook.web.drafts import keep_typed
from daybook.web.forms import Form, form_of_draft, form_of_revision
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.shown import shown_fields
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.said import Said

views = Blueprint("people", __name__, url_prefix="/people")
place = Place(
    order=35,
    words=N_("People and codes"),
    endpoint="people.index",
    says=N_("Who is on your side, what each one knows, and the codes you agreed."),
    menu=False,
    among="ready",
)
NO_ROLE = N_("Not said who they are")
_HEADED = ("name", "role", "number", "say", "aside", "knows", "private", "to_tell")
"""Fields that a person's page shows in a place of their own."""
CELL_WORDS: dict[str, str] = {
    "no": N_("Not told"),
    "told": N_("Told"),
    "private": N_("Told, keeps it private"),
    "help": N_("Not told, would help"),
    "near": N_("A neighbour"),
}
"""What a cell of who knows what says."""

_DIGITS = re.compile(r"[^\d+]")
_FEWEST_DIGITS = 3


def plan_here() -> HerPlan:
    """Her plan as it is now, for her words and facts."""
    return her_plan(notebook(), ready.pack())


def in_words(plan: HerPlan, sentences: list[Said]) -> list[str]:
    """Sentences with the words she chose for the person harming her."""
    return [spoken(plan, said, _) for said in sentences]


@views.get("/")
def index() -> ResponseReturnValue:
    """Everybody by who they are to her, then what nobody does yet, then the ways on."""
    plan, everybody = plan_here(), people.people_of(notebook())
    here = {record: person for record, person in everybody.items() if not person.aside}
    groups = [
        (words, [(record, person) for record, person in here.items() if person.role == role])
        for role, words in (*ROLES, ("", NO_ROLE))
    ]
    return render_template(
        "people/index.html",
        groups=[(words, found) for words, found in groups if found],
        aside=[(record, person) for record, person in everybody.items() if person.aside],
        missing=in_words(plan, missing_of_all(everybody.values())),
        codes=people.codes_of(notebook(), people.told_in(plan)),
        steps=[(item, people.looks_done(item, here.values())) for item in people.steps_of_tool(plan, "people")],
        close=plan.words(_("Close to {person}")),
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One person: how to reach them, what they agreed to do, codes, what they know, and what to say."""
    plan, record = plan_here(), request.args.get("record", "")
    person, told = people.person_of(notebook(), record), people.told_in(plan)
    table = people.who_knows(notebook(), plan)
    one = people.WhoKnows(people={record: person}, things=table.things, risks=table.risks)
    fields = [field for field in shown_fields(person) if field.name not in _HEADED]
    return render_template(
        "people/show.html",
        record=record,
        person=person,
        role=dict(ROLES).get(person.role, ""),
        number=dialled(person.number),
        seen=told.seen != "no",
        fields=fields,
        codes=[her for her in people.codes_of(notebook(), told) if record in her.people],
        cells=[(words, CELL_WORDS[one.says(record, thing)]) for thing, words in table.things],
        risks=[
            (spoken(plan, risk.said, _), spoken(plan, risk.instead, _)) for risk in table.risks if risk.person == record
        ],
        missing=in_words(plan, missing_of(person)),
        changed=notebook().latest(record).number > 1,
    )


def dialled(number: str) -> str:
    """The digits of a number as a link dials them; empty for what does not look like one. It is kept as typed."""
    digits = _DIGITS.sub("", number)
    return digits if len(digits) >= _FEWEST_DIGITS and not re.search(r"[^\W\d_]", number) else ""


@views.post("/aside")
def aside() -> ResponseReturnValue:
    """Leave a person out for now, or bring them back."""
    record, out = request.args.get("record", ""), request.form.get("do") == "aside"
    people.set_aside(notebook(), record, aside=out)
    say(_("Set aside. Nothing is lost.") if out else _("Back in the list."))
    return go("people.show", record=record)


@views.get("/say")
def what_to_say() -> ResponseReturnValue:
    """What she would like to say to one person, with ideas from what she noted; from a draft (`key`) or as saved."""
    plan, form = plan_here(), _form()
    person, told = people.person_of(notebook(), form.record), people.told_in(plan)
    return render_template(
        "people/say.html",
        form=form,
        person=person,
        words=(form.typed.get("say") or [""])[0],
        ideas=_ideas(plan, form.record, person),
        is_close=is_close(person),
        close=plan.words(_("Close to {person}, or in touch. What you say may be passed on.")),
        seen=told.seen != "no",
    )


def _form() -> Form:
    key = request.args.get("key", "")
    draft = notebook().drafts.get(key) if key else None
    if draft is not None:
        return form_of_draft(draft, now(), look=False)
    record = request.args.get("record", "")
    people.person_of(notebook(), record)
    return form_of_revision(notebook().latest(record))


def _ideas(plan: HerPlan, record: str, person: Person) -> list[str]:
    codes = [her.code for her in people.codes_of(notebook(), people.told_in(plan)) if record in her.people]
    return [spoken(plan, idea, _, voice="hers") for idea in ideas(person, codes)]


@views.post("/take")
def take() -> ResponseReturnValue:
    """Put one idea, or all of them, after her own words, because she asked for it; nothing is saved yet."""
    plan, record, key = plan_here(), request.form.get("record", ""), request.form.get("key", "")
    found = _ideas(plan, record, people.person_of(notebook(), record))
    wanted = request.form.get("do", "")
    taken = found if wanted == "all" else [words for number, words in enumerate(found) if wanted == str(number)]
    before = request.form.get("say", "").replace("\r\n", "\n").strip("\n")
    lines = [before, *(words for words in taken if words not in before)]
    typed = {name: values for name, values in request.form.lists() if name not in _OURS}
    if not keep_typed(typed={**typed, "say": ["\n".join(line for line in lines if line)]}):
        raise NoSuchRecordError
    return redirect(to("people.what_to_say", record=record, key=key) + "#say", 303)


_OURS = ("kind", "key", "record", "based_on", "kept", "do")


@views.get("/line")
def line() -> ResponseReturnValue:
    """Her words for one person by themselves: printed, nothing else is on the paper."""
    person = people.person_of(notebook(), request.args.get("record", ""))
    return render_template("people/line.html", record=request.args["record"], person=person)
