"""Court orders: which exist where she is, which could fit what she told, and everything about one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.notebook.nations import Where, by_nation, nation_of

if TYPE_CHECKING:
    from daybook.guide.order import Order
    from daybook.notebook.plans import HerPlan


class NoSuchOrderError(LookupError):
    """This order is not in the list any more. Open the list and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerOrders:
    """The orders of her nation. `fitting` are those to look at first, by what she told.

    Where her nation is not known `fitting` is empty and `others` holds every order, nation by nation.
    """

    nation_known: bool
    fitting: list[Order]
    others: list[tuple[Where, list[Order]]]


def orders_of(plan: HerPlan) -> HerOrders:
    """The orders for her: of her nation, or of every one when she has not said."""
    nation = nation_of(plan.pack, plan.facts)
    there = [order for order in plan.pack.orders.values() if not nation or nation in order.nations]
    there.sort(key=lambda order: (order.order, order.id))
    fitting = [order for order in there if nation and order.fits.holds(plan.facts)]
    others = [order for order in there if order not in fitting]
    return HerOrders(nation_known=bool(nation), fitting=fitting, others=by_nation(plan.pack, others))


def order_of(plan: HerPlan, name: str) -> Order:
    """An order by its id, of any nation. Raises NoSuchOrderError."""
    try:
        return plan.pack.orders[name]
    except KeyError:
        raise NoSuchOrderError from None
