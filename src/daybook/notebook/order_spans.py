"""Stretches of time an order gives: since it was made or given, before that, while it lasts, after its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from daybook.domain.orders.force import force_of, given
from daybook.domain.records.court_order import CourtOrder

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

Which = Literal["since-given", "before-given", "since-made", "before-made", "during", "after"]
_MINUTE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSpan:
    """One stretch: from `since` on and before `until`, ISO times without a zone, "" for open. `name` is the order's.

    `day` is the day it begins or ends with, as far as she noted it.
    """

    order: str
    which: Which
    name: str
    day: dt.date
    since: str = ""
    until: str = ""


def spans(notebook: Notebook) -> list[OrderSpan]:
    """Every stretch of every order she holds, the order added last first."""
    orders = reversed(notebook.timeline(["order.1"]))
    return [span for revision in orders for span in _spans(revision.record, revision.body)]


def span_of(notebook: Notebook, order: str, which: str) -> OrderSpan | None:
    """One of them, by the id of the order; None where there is no such order, or not that much noted of it."""
    return next((span for span in spans(notebook) if (span.order, span.which) == (order, which)), None)


def _spans(record: str, order: CourtOrder) -> Iterator[OrderSpan]:
    """When it was given is only as exact as she noted it: what may have been after it counts as after."""
    made = dt.datetime.combine(order.made, dt.time()) if order.made else None
    force = force_of(order)
    since_given = force.first if force and order.served == "yes" and given(order)[0] else None
    for moment, since, before in ((since_given, "since-given", "before-given"), (made, "since-made", "before-made")):
        if moment:
            yield _span(record, order, since, moment, since=_iso(moment))
            yield _span(record, order, before, moment, until=_iso(moment))
    begin, last = since_given or made, force.last if force else None
    if begin and last:
        after = _iso(last + dt.timedelta(minutes=1))
        yield _span(record, order, "during", last, since=_iso(begin), until=after)
        yield _span(record, order, "after", last, since=after)


def _span(
    record: str, order: CourtOrder, which: str, moment: dt.datetime, *, since: str = "", until: str = ""
) -> OrderSpan:
    return OrderSpan(order=record, which=which, name=order.name, day=moment.date(), since=since, until=until)  # type: ignore[arg-type]


def _iso(moment: dt.datetime) -> str:
    return moment.isoformat()[:_MINUTE]
