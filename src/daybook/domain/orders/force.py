"""From when until when an order can be broken: only from what she noted, with what is not known said as not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from daybook.domain.orders.window import Window, window
from daybook.domain.records.court_order import PROMISE, CourtOrder

Unknown = Literal["given", "given-day", "end"]
"""What is not noted: if it was given at all, on which day, or until when it lasts."""

_LAST_MINUTE = dt.time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """The stretch in which an order binds, as wall-clock times without a zone.

    It begins between `first` and `surely` (None: not known), and ends between `still` and `last` (None: no end).
    `unknown` says what is not noted. Before `first` and after `last` nothing is ever matched.
    """

    first: dt.datetime | None
    surely: dt.datetime | None
    still: dt.datetime | None
    last: dt.datetime | None
    unknown: tuple[Unknown, ...]


def force_of(order: CourtOrder) -> Force | None:
    """When it binds; None for what is noted as not given yet, and for what ended before it was given.

    An order can be broken only by who knows of it (uk-facts O01, O05): from when it was given, or said in court. A
    promise binds from the day it was made, because it is made in court (O15). On the day it was given, without an
    hour, and on its last day, without an hour, both are possible.
    """
    if order.served == "no" and not is_promise(order):
        return None
    first, surely = _beginning(order)
    still, last = _end(order)
    if first and last and last < first:
        return None
    return Force(first=first, surely=surely, still=still, last=last, unknown=_unknown(order, surely))


def is_promise(order: CourtOrder) -> bool:
    """Whether it is a promise to a court, which is kept apart from orders (O15)."""
    return order.what == PROMISE


def given(order: CourtOrder) -> Window:
    """When it was given, as she noted it: the day it was made where that was in court then and no other is noted."""
    if order.served == "yes" and order.served_how == "court" and order.served_on.start is None and order.made:
        return _some_time_on(order.made)
    return window(order.served_on)


def _beginning(order: CourtOrder) -> tuple[dt.datetime | None, dt.datetime | None]:
    made = dt.datetime.combine(order.made, dt.time()) if order.made else None
    if is_promise(order):
        return _some_time_on(order.made) if order.made else (None, None)
    first, surely = given(order)
    if order.served == "yes" and first and surely:
        if made and surely < made:  # the two days do not fit together: which of them is right is not known
            return made, None
        return max(made, first) if made else first, surely
    return made, None


def _end(order: CourtOrder) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The year 9999 is how "no end" is written where a form asks for a day: nothing ends then."""
    ends = []
    if order.ends and order.ends.year < dt.MAXYEAR:
        if order.ends_at:
            hour, minute = map(int, order.ends_at.split(":"))
            end = dt.datetime.combine(order.ends, dt.time(hour, minute))
            ends.append((end, end))
        else:
            ends.append(_some_time_on(order.ends))
    if order.stopped and order.stopped.year < dt.MAXYEAR:
        ends.append(_some_time_on(order.stopped))
    if not ends:
        return None, None
    return min(still for still, _last in ends), min(last for _still, last in ends)


def _some_time_on(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    return dt.datetime.combine(day, dt.time()), dt.datetime.combine(day, _LAST_MINUTE)


def _unknown(order: CourtOrder, surely: dt.datetime | None) -> tuple[Unknown, ...]:
    found: list[Unknown] = []
    if not is_promise(order) and order.served != "yes":
        found.append("given")
    elif surely is None:
        found.append("given-day")
    if not (order.ends or order.stopped or order.until == "further"):
        found.append("end")
    return tuple(found)
