"""The day on paper: what it will hold and what to know first, then the paper itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.leaving.order import MOMENT_ORDER
from daybook.notebook.leaving_papers import DayChoice, EmptyDayError, day_on_paper
from daybook.web.addresses import go
from daybook.web.errors import sentence_of
from daybook.web.here import notebook, say
from daybook.web.leaving_words import moment_words
from daybook.web.views.plan import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("leaving_paper", __name__, url_prefix="/leaving-paper")
NAME = "papers.pdf"


@views.get("/ask")
def ask() -> ResponseReturnValue:
    """What to put on the paper, and what it would tell whoever finds it."""
    plan = plan_here()
    moments = [(moment, moment_words(moment, plan)) for moment in MOMENT_ORDER]
    unnamed = replace(plan, wording=replace(plan.wording, name="")).words("{person}")
    return render_template("leaving/paper.html", moments=moments, name=NAME, unnamed=unnamed)


@views.post("/ask")
def asked() -> ResponseReturnValue:
    """Send the browser to the paper that was asked for."""
    form = request.form
    wanted = {name: 1 for name in ("today", "cautions", "name") if form.get(name)}
    return go("leaving_paper.take", part=form.getlist("part"), **wanted)


@views.get("/take")
def take() -> ResponseReturnValue:
    """The paper, made now, from memory, under a name that says nothing."""
    asked_for = request.args
    choice = DayChoice(
        moments=[moment for moment in MOMENT_ORDER if moment in asked_for.getlist("part")],
        today="today" in asked_for,
        cautions="cautions" in asked_for,
        name="name" in asked_for,
    )
    try:
        made = day_on_paper(notebook(), plan_here(), choice)
    except EmptyDayError as error:
        say(sentence_of(error)[0])
        return go("leaving_paper.ask")
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
