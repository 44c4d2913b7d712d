"""The orders she holds: their lines and copies, what is not noted, and what the guidance says of their kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from daybook.domain.breach.follows import follows
from daybook.domain.orders.force import is_promise
from daybook.domain.orders.missing import Held, missing_of
from daybook.domain.orders.reminders import has_ended, is_near, reminders
from daybook.domain.records.court_order import KINDS, CourtOrder
from daybook.domain.records.order_copy import OrderCopy
from daybook.domain.records.order_term import OrderTerm
from daybook.notebook.nations import nation_of
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.domain.said import Said
    from daybook.guide.order import Order
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

ORDER, TERM, COPY = "order.1", "order-term.1", "order-copy.1"
TOOL = "her-orders"
NO_NAME = "An order without a name"
COMMON = ("bail", "other")
"""Kinds of hers that the guidance has no entry for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerOrder:
    """An order with everything that follows from it. `about` is the entry of the guidance of its kind, or None."""

    record: str
    held: Held
    missing: list[Said]
    reminders: list[Said]
    ended: bool
    about: Order | None
    leads_to: Said

    @property
    def order(self) -> CourtOrder:
        """The order itself."""
        return self.held.order

    @property
    def is_promise(self) -> bool:
        """Whether it is a promise to a court, kept apart from orders."""
        return is_promise(self.order)


def called(order: CourtOrder, speak: Callable[[str], str] = str) -> str:
    """What an order is called: its name, or where none is written down, that of its kind."""
    kind = dict(KINDS).get(order.what, "") if order.what != "other" else ""
    return order.name.strip() or speak(kind or NO_NAME)


def her_orders(notebook: Notebook, plan: HerPlan, today: date) -> list[HerOrder]:
    """Every order she holds, in the order she added them; promises to a court last, then what has ended."""
    found = [_her_order(notebook, plan, each.record, each.body, today) for each in notebook.timeline([ORDER])]
    return sorted(found, key=lambda her: (her.ended, her.is_promise))


def near_end(notebook: Notebook, today: date) -> list[str]:
    """The orders of which an end comes near or is just gone, by id. It needs no guidance: the first page asks."""
    return [each.record for each in notebook.timeline([ORDER]) if is_near(each.body, today)]


def her_order(notebook: Notebook, plan: HerPlan, record: str, today: date) -> HerOrder:
    """One of them. Raises NoSuchRecordError."""
    found = notebook.latest(record).body
    if not isinstance(found, CourtOrder):
        raise NoSuchRecordError
    return _her_order(notebook, plan, record, found, today)


def _her_order(notebook: Notebook, plan: HerPlan, record: str, order: CourtOrder, today: date) -> HerOrder:
    held = Held(order=order, terms=terms_of(notebook, record), copies=_copies_of(notebook, record))
    about = plan.pack.orders.get(order.what)
    return HerOrder(
        record=record,
        held=held,
        missing=missing_of(held),
        reminders=reminders(order, today),
        ended=has_ended(order, today),
        about=about,
        leads_to=follows(order, about.breach if about else ""),
    )


def terms_of(notebook: Notebook, record: str = "") -> dict[str, OrderTerm]:
    """The lines of an order by id, in the order she wrote them down; of every order without `record`."""
    return {each.record: each.body for each in notebook.timeline([TERM]) if not record or record in each.body.order}


def _copies_of(notebook: Notebook, record: str) -> dict[str, OrderCopy]:
    return {each.record: each.body for each in notebook.timeline([COPY]) if record in each.body.order}


def kinds_for(plan: HerPlan) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Kinds of order to begin with, by id and name: first those of her nation, or all; then the others.

    The first of them are those her answers speak of.
    """
    nation = nation_of(plan.pack, plan.facts)
    here = [
        (name, words)
        for name, words in KINDS
        if name in COMMON or not nation or (name in plan.pack.orders and nation in plan.pack.orders[name].nations)
    ]
    told = {name for name, facts in _TOLD.items() if plan.facts & facts}
    here.sort(key=lambda kind: kind[0] not in told)
    return here, [kind for kind in KINDS if kind not in here]


_TOLD = {
    "non-molestation-order": {"has_non_molestation"},
    "non-molestation-order-ni": {"has_non_molestation"},
    "occupation-order": {"has_occupation"},
    "occupation-order-ni": {"has_occupation"},
    "restraining-order": {"has_restraining"},
    "restraining-order-ni": {"has_restraining"},
    "domestic-abuse-protection-order": {"has_dapo"},
    "stalking-protection-order": {"has_stalking_order"},
    "stalking-protection-order-ni": {"has_stalking_order"},
    "undertaking": {"has_undertaking"},
    "bail": {"has_bail_conditions"},
}
"""What of her answers speaks of which kind."""


def looks_done(item: Item, orders: list[HerOrder]) -> bool:
    """Whether what she noted is what a thing of her plan asks for. It is hers to say that it is done."""
    if not orders:
        return False
    match item.id:
        case "order-proof-served":
            return all(her.order.served == "yes" and her.order.proof for her in orders)
        case "order-copies-safe":
            return all(her.held.copies for her in orders)
        case _:
            return all(her.held.terms for her in orders)
