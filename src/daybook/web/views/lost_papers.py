"""Papers that are lost or out of reach: who makes a new one, what it takes, and where it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from daybook.notebook.lines import lines_for
from daybook.notebook.lost_papers import paper_of, papers_of, steps_of
from daybook.notebook.nations import nation_of, question_of
from daybook.notebook.rests_on import is_old, is_reviewed, least_sure, rests_on
from daybook.web.i18n import _
from daybook.web.views.bag import here, whom_words
from daybook.web.views.directory import where_words
from daybook.web.views.plan import SURE, day_words
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.guide.knowledge import Confidence
    from daybook.notebook.closer import Basis

views = Blueprint("lost_papers", __name__, url_prefix="/papers")


@views.get("/")
def index() -> ResponseReturnValue:
    """Every paper that can be made again, those she marked as lost first."""
    plan, bag = here()
    papers = papers_of(plan, bag)
    question = question_of(plan.pack)
    return render_template(
        "bag/papers.html",
        lost=[paper for paper in papers if paper.is_lost],
        others=[paper for paper in papers if not paper.is_lost],
        question=question.id if question and not nation_of(plan.pack, plan.facts) else "",
        steps=steps_of(plan, papers),
        old_post="post_to_old_address" in plan.facts,
        lines=lines_for(plan),
    )


def _least_sure(basis: list[Basis]) -> Confidence | None:
    """The weakest of what the page says; what is not known at all is said on the page itself, where it belongs."""
    return least_sure([each for each in basis if each.confidence != "unknown"])


@views.get("/<name>")
def show(name: str) -> ResponseReturnValue:
    """One paper: how to get a new one, by nation where hers is not known."""
    plan, bag = here()
    paper = paper_of(plan, bag, name)
    return render_template(
        "bag/paper.html",
        paper=paper,
        again=[(where_words(where) if len(paper.again) > 1 else "", again) for where, again in paper.again],
        lines=[(slot, whom_words(bag, slot.whom) or _("for you")) for slot in paper.lines],
        words=plan.words,
        basis=rests_on(plan, paper.thing),
        reviewed=is_reviewed(paper.thing),
        is_old=is_old(paper.thing, now().date()),
        sure=SURE,
        least_sure=_least_sure,
        day=day_words,
        talk_lines=lines_for(plan),
    )
