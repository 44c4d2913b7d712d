"""Contact with the children: how it is arranged, and a log of handovers that is part of her record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.children.lateness import lateness_said
from daybook.domain.records.arrangement import RESTS, Arrangement
from daybook.domain.records.handover import CAME, WAYS, Handover
from daybook.notebook import children
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import spoken
from daybook.web.dates import length_words
from daybook.web.here import notebook
from daybook.web.i18n import _
from daybook.web.shown import shown_fields
from daybook.web.views.children import steps_here
from daybook.web.views.people import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.revision import Revision
    from daybook.notebook.plans import HerPlan

views = Blueprint("children_contact", __name__, url_prefix="/children/contact")


@views.get("/")
def index() -> ResponseReturnValue:
    """The log, the newest first, and how contact is arranged."""
    plan = plan_here()
    found = children.children_of(notebook())
    return render_template(
        "children/contact.html",
        handovers=[(each, _marks(plan, each.body)) for each in children.handovers_of(notebook())],
        arrangements=[(each, dict(RESTS).get(each.body.rests, "")) for each in children.arrangements_of(notebook())],
        names="\n".join(child.name for child in found.values() if not child.aside),
        person=plan.words("{person}"),
        steps=steps_here(plan, (), children.LOG),
    )


def _marks(plan: HerPlan, handover: Handover) -> list[str]:
    """What a list says of a handover: what it was, how it went, how late by the clock, and if she was followed."""
    found = [_(dict(WAYS)[handover.way])] if handover.way in dict(WAYS) else []
    found += [_(words) for value, words in CAME if value in handover.came]
    late = lateness_said(handover, length_words)
    if late:
        found.append(spoken(plan, late, _))
    if handover.followed == "yes":
        found.append(_("Followed, or waited for"))
    return found


@views.get("/show")
def show() -> ResponseReturnValue:
    """One handover as it is now."""
    plan, history = plan_here(), notebook().history(request.args.get("record", ""))
    latest = history[-1]
    if not isinstance(latest.body, Handover):
        raise NoSuchRecordError
    late = lateness_said(latest.body, length_words)
    return render_template(
        "children/handover.html",
        latest=latest,
        first=history[0],
        late=spoken(plan, late, _) if late else "",
        fields=[field for field in shown_fields(latest.body) if field.name != "happened"],
    )


@views.get("/arrangement")
def arrangement() -> ResponseReturnValue:
    """One arrangement as it stands, with what to think of before it is changed."""
    history = notebook().history(request.args.get("record", ""))
    latest: Revision = history[-1]
    if not isinstance(latest.body, Arrangement):
        raise NoSuchRecordError
    return render_template(
        "children/arrangement.html",
        latest=latest,
        first=history[0],
        ordered=latest.body.rests in ("order", "unsure"),
        fields=shown_fields(latest.body),
    )
