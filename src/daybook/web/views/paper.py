"""Her record on paper: first what it will hold and what a copy outside means, then the paper itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.kinds import kind_of
from daybook.notebook.notebook import dated_kinds
from daybook.notebook.papers import chronology_of
from daybook.web.addresses import go
from daybook.web.her_words import her_kind
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("paper", __name__, url_prefix="/paper")
place = Place(
    order=50,
    words=N_("On paper"),
    endpoint="paper.ask",
    says=N_("Your record as a PDF, in order, for the police, a solicitor or a court."),
    menu=False,
)
NAME = "papers.pdf"
_LONGEST_NAME = 200


@views.get("/ask")
def ask() -> ResponseReturnValue:
    """What the paper will hold, and what to know before it leaves the notebook."""
    kinds = [(her_kind(kind_of(code)), notebook().count([code])) for code in dated_kinds()]
    return render_template("paper/ask.html", kinds=kinds, some=any(count for _kind, count in kinds), name=NAME)


@views.post("/ask")
def asked() -> ResponseReturnValue:
    """Send the browser to the paper she asked for."""
    kinds = [code for code in request.form.getlist("kinds") if code in dated_kinds()]
    if not notebook().count(kinds or ["-"]):
        say(_("There is nothing of this kind to print yet. Choose at least one kind that holds something."))
        return go("paper.ask")
    return go("paper.take", kinds=kinds, by=request.form.get("by", "").strip()[:_LONGEST_NAME])


@views.get("/take")
def take() -> ResponseReturnValue:
    """The paper, made now, from memory, under a name that says nothing."""
    kinds = [code for code in request.args.getlist("kinds") if code in dated_kinds()]
    paper = chronology_of(notebook(), kinds=kinds, by=request.args.get("by", ""))
    answer = Response(paper, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
