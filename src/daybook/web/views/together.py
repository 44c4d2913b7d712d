"""Her plan for two people at one screen: all of it at a glance, ticked and noted as usual, and printed if they like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request

from daybook.guide.action import GROUPS as ALL_GROUPS
from daybook.notebook import plans, ready
from daybook.notebook.notebook import ChangedElsewhereError
from daybook.notebook.plan_papers import NothingChosenError, PlanChoice, plan_on_paper, sections_of
from daybook.notebook.plans import KIND
from daybook.web.addresses import go, to
from daybook.web.drafts import keep_typed
from daybook.web.errors import sentence_of
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.views.plan import GROUPS, NOTICED, draft_key, in_parts, plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.datastructures import MultiDict

views = Blueprint("together", __name__, url_prefix="/together")
NAME = "papers.pdf"
CHOICES = (("done", N_("Done")), ("later", N_("Later")), ("not_for_me", N_("Not for me")))


@views.get("/")
def show() -> ResponseReturnValue:
    """One group of the plan, compactly; the others are one press away."""
    plan = plan_here()
    asked = request.args.get("group", "now")
    group = asked if asked in ALL_GROUPS else "now"
    items = [item for item in plan.items if item.group == group]
    typed = {item.id: _typed(item.id, item.note) for item in items}
    return render_template(
        "together/show.html",
        group=group,
        groups=[(name, _(title)) for name, title, _says in GROUPS],
        parts=in_parts(plan, items),
        choices=[(value, _(words)) for value, words in CHOICES],
        noticed=NOTICED,
        typed=typed,
        kind=KIND,
        key=draft_key,
    )


def _typed(action: str, note: str) -> tuple[str, str]:
    """What stands in the box of a note, and what was saved when she began to write in it."""
    draft = notebook().drafts.get(draft_key(action))
    typed = draft.typed if draft else {}
    return typed.get("note", [note])[0].replace("\r\n", "\n"), typed.get("before", [note])[0]


def _back(action: str) -> ResponseReturnValue:
    """Back to the same thing on the same screen; its place in the page says nothing."""
    plan = plan_here()
    item = plan.item(action)
    return redirect(to("together.show", group=item.group) + f"#t{item.position}", 303)


@views.post("/<action>/choice")
def choose(action: str) -> ResponseReturnValue:
    """Keep what was decided about one thing; pressed again, it is open again."""
    wanted = request.form.get("choice", "open")
    for choice in plans.CHOICES:
        if choice == wanted:
            plans.choose(notebook(), ready.pack(), action, choice)
    return _back(action)


@views.post("/<action>/note")
def note(action: str) -> ResponseReturnValue:
    """Keep a note about one thing; other words are never put over it unseen."""
    form = request.form
    try:
        before = form.get("before", "").replace("\r\n", "\n").strip("\n")
        plans.write_note(notebook(), ready.pack(), action, form.get("note", ""), before=before)
    except ChangedElsewhereError as error:
        keep_typed(typed={"note": [form.get("note", "")], "before": [error.latest.body.note]})
        say(_("This note was changed in another window. Both are below; nothing is lost."))
        return _back(action)
    notebook().drafts.remove(draft_key(action))
    return _back(action)


@views.get("/paper")
def paper() -> ResponseReturnValue:
    """What to put on the paper, and what to know before it is there."""
    groups = [(name, _(title)) for name, title, _says in GROUPS]
    return render_template("together/paper.html", groups=groups, sections=sections_of(plan_here()), name=NAME)


@views.post("/paper")
def asked() -> ResponseReturnValue:
    """Send the browser to the paper that was asked for."""
    form = request.form
    wanted = {name: 1 for name in ("notes", "steps", "done", "name") if form.get(name)}
    return go("together.take", group=form.getlist("group"), section=form.getlist("section"), **wanted)


@views.get("/take")
def take() -> ResponseReturnValue:
    """The paper, made now, from memory, under a name that says nothing."""
    try:
        made = plan_on_paper(plan_here(), _choice(request.args))
    except NothingChosenError as error:
        say(sentence_of(error)[0])
        return go("together.paper")
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer


def _choice(asked_for: MultiDict[str, str]) -> PlanChoice:
    known = {section for section, _title in sections_of(plan_here())}
    return PlanChoice(
        groups=[group for group in ALL_GROUPS if group in asked_for.getlist("group")],
        sections=[section for section in asked_for.getlist("section") if section in known] or ["-"],
        notes="notes" in asked_for,
        steps="steps" in asked_for,
        done="done" in asked_for,
        name="name" in asked_for,
    )
