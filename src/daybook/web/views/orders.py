"""Court orders, nation by nation: what each one is and what it takes. Nothing here says to apply."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from daybook.notebook import ready
from daybook.notebook.court_orders import order_of, orders_of
from daybook.notebook.lines import lines_for
from daybook.notebook.nations import lives_elsewhere, question_of, where
from daybook.notebook.plans import her_plan
from daybook.notebook.rests_on import is_old, is_reviewed, least_sure, paragraphs, rests_on
from daybook.web.here import notebook
from daybook.web.i18n import N_
from daybook.web.views.directory import where_words
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.guide.order import Order

views = Blueprint("orders", __name__, url_prefix="/orders")

BREACH = {
    "crime": N_("Breaking it is a crime: the police can arrest for that alone."),
    "contempt": N_("Breaking it is not a crime by itself. The court that made it deals with that: contempt of court."),
    "arrest-power": N_("The police can arrest for it only where a power of arrest was added."),
    "varies": N_("What breaking it leads to depends on the order, or is not known here. Ask."),
}
KINDS = {
    "civil": N_("Made by a court that is asked for it"),
    "police": N_("Started by the police"),
    "criminal-court": N_("Made by a criminal court"),
    "children": N_("Made by a family court, about children"),
    "promise": N_("A promise to a court"),
}


@views.get("/")
def index() -> ResponseReturnValue:
    """Which orders there are: those that could fit her first, where she has said where she lives."""
    plan = her_plan(notebook(), ready.pack())
    orders = orders_of(plan)
    question = question_of(plan.pack)

    def row(order: Order) -> tuple[str, str, str, bool]:
        name = plan.words(order.name)
        return order.id, name, paragraphs(plan, order.what)[0], order.in_force == "unknown"

    return render_template(
        "orders/index.html",
        nation_known=orders.nation_known,
        elsewhere=plan.pack.cover.title if lives_elsewhere(plan) else "",
        fitting=[row(order) for order in orders.fitting],
        others=[(where_words(nations), [row(order) for order in there]) for nations, there in orders.others],
        question=question.id if question else "",
        lines=lines_for(plan),
    )


@views.get("/<name>")
def show(name: str) -> ResponseReturnValue:
    """One order: what it can do, who applies, how, what it costs, how long it lasts, and what a breach of it is."""
    plan = her_plan(notebook(), ready.pack())
    order = order_of(plan, name)
    return render_template(
        "orders/show.html",
        order=order,
        name=plan.words(order.name),
        words=plan.words,
        paragraphs=lambda text: paragraphs(plan, text),
        where=where_words(where(plan.pack, order.nations)),
        breach=BREACH[order.breach],
        kind=KINDS[order.kind],
        basis=rests_on(plan, order),
        reviewed=is_reviewed(order),
        is_old=is_old(order, datetime.now().astimezone().date()),
        lines=lines_for(plan),
        sure=SURE,
        least_sure=least_sure,
        day=day_words,
    )
