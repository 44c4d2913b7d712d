"""One page for the police: on the screen to read out, and as a paper, after what it reveals was said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.notebook.breach_days import that_do_not_fit
from daybook.notebook.breaches import possibilities
from daybook.notebook.her_orders import called, her_orders
from daybook.notebook.people import spoken
from daybook.notebook.police_pages import NoOrderError, PoliceChoice, Speech, on_paper, page_of
from daybook.web.addresses import go
from daybook.web.breach_words import happened_words, happening_words
from daybook.web.dates import day_words, when_words
from daybook.web.errors import sentence_of
from daybook.web.here import notebook, say
from daybook.web.i18n import _
from daybook.web.views.people import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.plans import HerPlan

views = Blueprint("police_page", __name__, url_prefix="/police-page")
NAME = "papers.pdf"


@views.get("/")
def show() -> ResponseReturnValue:
    """The page on the screen, with what to put on the paper beneath."""
    plan, now = plan_here(), datetime.now().astimezone()
    every = her_orders(notebook(), plan, now.date())
    speech = Speech(day=day_words, when=when_words, words=_)
    try:
        page = page_of(notebook(), plan, PoliceChoice(orders=[her.record for her in every]), speech, today=now.date())
    except NoOrderError:
        page = None
    return render_template(
        "police_page/show.html",
        page=page,
        every=[(her, called(her.order, _)) for her in every],
        name=NAME,
        named=plan.wording.name,
        unfitting=_unfitting(plan),
    )


def _unfitting(plan: HerPlan) -> list[tuple[str, str, str, str]]:
    """What she confirmed that does not fit the days noted: the record of her answer, when it was, the order, why.

    What broke several lines of an order stands there once.
    """
    found: dict[tuple[str, str, str], tuple[str, str, str, str]] = {}
    for each, why in that_do_not_fit(possibilities(notebook(), plan)):
        when, title = happened_words(each.happening, each.happened), happening_words(each.happening, 300)
        told = each.said.record if each.said else "", when, called(each.order, _), spoken(plan, why, _)
        found.setdefault((each.order_id, when, title), told)
    return [*found.values()]


@views.post("/")
def asked() -> ResponseReturnValue:
    """Send the browser to the paper that was asked for."""
    form = request.form
    wanted = {name: 1 for name in ("calls", "name", "unfitting") if form.get(name)}
    orders = form.getlist("order")
    if not orders:
        say(sentence_of(NoOrderError())[0])
        return go("police_page.show")
    return go("police_page.take", order=orders, **wanted)


@views.get("/take")
def take() -> ResponseReturnValue:
    """The paper, made now, from memory, under a name that says nothing."""
    asked_for = request.args
    choice = PoliceChoice(
        orders=asked_for.getlist("order") or ("none",),
        calls="calls" in asked_for,
        name="name" in asked_for,
        unfitting="unfitting" in asked_for,
    )
    try:
        made = on_paper(notebook(), plan_here(), choice)
    except NoOrderError as error:
        say(sentence_of(error)[0])
        return go("police_page.show")
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
