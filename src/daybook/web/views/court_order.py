"""The orders she holds: each with its lines, how it was given, who has a copy, and what ends when."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.happened import Happened
from daybook.domain.kinds import kind_of
from daybook.domain.records.order_copy import HOLDERS, OrderCopy
from daybook.domain.records.order_term import COVERS, OrderTerm
from daybook.notebook import her_orders
from daybook.notebook.breach_days import days_do_not_fit
from daybook.notebook.breaches import possibilities
from daybook.notebook.lines import lines_for
from daybook.notebook.message_answers import ToLookAt, to_look_at
from daybook.notebook.nations import nation_of
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import spoken, steps_of_tool
from daybook.notebook.rests_on import is_reviewed, paragraphs
from daybook.web.breach_words import happened_words
from daybook.web.here import notebook
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.shown import shown_fields
from daybook.web.views.people import in_words, plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.her_orders import HerOrder
    from daybook.notebook.plans import HerPlan

views = Blueprint("court_order", __name__, url_prefix="/her-orders")
place = Place(
    order=47,
    words=N_("Your orders"),
    endpoint="court_order.index",
    says=N_("The orders you hold, word for word. What may have broken a line, and one page for the police."),
    menu=False,
    among="ready",
)
_HEADED = frozenset({"name", "order", "words", "covers", "number"})


@views.get("/")
def index() -> ResponseReturnValue:
    """Every order with what is near its end, promises to a court apart, then what may have broken a line."""
    plan = plan_here()
    found = her_orders.her_orders(notebook(), plan, _today())
    steps = steps_of_tool(plan, her_orders.TOOL, "breaches")
    return render_template(
        "court_order/index.html",
        orders=[_row(plan, her) for her in found if not her.is_promise and not her.ended],
        promises=[_row(plan, her) for her in found if her.is_promise and not her.ended],
        ended=[_row(plan, her) for her in found if her.ended],
        waiting=to_look_at(notebook(), plan) if found else ToLookAt(),
        has_lines=any(her.held.terms for her in found),
        steps=[(item, her_orders.looks_done(item, found)) for item in steps],
    )


def _row(plan: HerPlan, her: HerOrder) -> tuple[str, str, list[str], str]:
    """Id, name, which ends are near, and the first thing that is not noted."""
    near = in_words(plan, her.reminders)
    return her.record, her_orders.called(her.order, _), near, "".join(in_words(plan, her.missing[:1]))


@views.get("/begin")
def begin() -> ResponseReturnValue:
    """Which kind of order it is: then its form has the name, and the guidance of its kind is found."""
    plan = plan_here()
    here, others = her_orders.kinds_for(plan)
    return render_template("court_order/begin.html", here=here, others=others, nation=nation_of(plan.pack, plan.facts))


@views.get("/show")
def show() -> ResponseReturnValue:
    """One order: what ends, what it leads to, its lines, how it was given, copies, and how it is made longer."""
    plan, record = plan_here(), request.args.get("record", "")
    her = her_orders.her_order(notebook(), plan, record, _today())
    hidden = {"name"} if her.order.served_on != Happened() else {"name", "served_on"}
    broken = [each for each in possibilities(notebook(), plan) if each.order_id == record]
    return render_template(
        "court_order/show.html",
        her=her,
        order=her.order,
        near=in_words(plan, her.reminders),
        leads_to=spoken(plan, her.leads_to, _),
        missing=in_words(plan, her.missing),
        terms=[(name, term, words_of(term)) for name, term in her.held.terms.items()],
        copies=[(name, copy, dict(HOLDERS).get(copy.holder, "")) for name, copy in her.held.copies.items()],
        fields=[field for field in shown_fields(her.order) if field.name not in hidden],
        name=her_orders.called(her.order, _),
        waiting=to_look_at(notebook(), plan, record),
        confirmed=[
            (each, happened_words(each.happening, each.happened), days_do_not_fit(each) is not None)
            for each in broken
            if each.answer == "confirmed"
        ],
        latest=notebook().latest(record),
        longer=longer(plan, her),
        lines=lines_for(plan) if her.reminders else [],
        reviewed=is_reviewed(her.about) if her.about else True,
    )


def words_of(term: OrderTerm) -> list[str]:
    """What a line covers, in words."""
    return [_(words) for value, words in COVERS if value in term.covers]


def longer(plan: HerPlan, her: HerOrder) -> list[str]:
    """What the guidance says of how long it lasts and how it is made longer; empty where it has no entry."""
    if her.about is None:
        return []
    ways = [step for step in her.about.how if "longer" in step or "renew" in step]
    asks = [question for question in her.about.ask_solicitor if "longer" in question]
    return [*paragraphs(plan, her.about.lasts), *(plan.words(text) for text in (*ways, *asks))]


@views.get("/part")
def part() -> ResponseReturnValue:
    """A line of an order, or a copy of it, by itself."""
    history = notebook().history(request.args.get("record", ""))
    latest = history[-1]
    if not isinstance(latest.body, OrderTerm | OrderCopy):
        raise NoSuchRecordError
    is_line = isinstance(latest.body, OrderTerm)
    return render_template(
        "court_order/part.html",
        latest=latest,
        first=history[0],
        kind=kind_of(latest.kind),
        is_line=is_line,
        covers=words_of(latest.body) if isinstance(latest.body, OrderTerm) else [],
        fields=[field for field in shown_fields(latest.body) if field.name not in _HEADED or not is_line],
        order=next(iter(latest.body.order), ""),
    )


def _today() -> date:
    return datetime.now().astimezone().date()
