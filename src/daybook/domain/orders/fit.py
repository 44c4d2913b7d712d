"""What a broken line says that does not fit the days noted of its order, so that nobody else has to find it first."""

from __future__ import annotations

import datetime as dt

from daybook.domain.orders.force import Force, force_of, given, is_promise
from daybook.domain.orders.window import Window
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.said import Said

NOT_GIVEN = Said(
    "It is noted here that the order was not given to {person} yet. An order counts once {person} knows of it."
)
BACKWARDS = Said("By the days noted here, the order ended before it began. One of the days may be wrong.")
BEFORE = Said("By the days noted here, this was before the order was given. One of the days may be wrong.")
BEFORE_MADE = Said("By the days noted here, this was before the order was made. One of the days may be wrong.")
BEFORE_PROMISE = Said("By the days noted here, this was before the promise was made. One of the days may be wrong.")
AFTER_END = Said("By the days noted here, this was after the order ended. One of the days may be wrong.")
AFTER_PROMISE = Said("By the days noted here, this was after the promise ended. One of the days may be wrong.")
PARTLY = Said(
    "By the days noted here, the order did not count yet, or not any more, for a part of these. "
    "One of the days may be wrong."
)


def does_not_fit(order: CourtOrder, earliest: dt.datetime | None, latest: dt.datetime | None) -> Said | None:
    """Why something she says broke a line lies outside the order by the days noted; None where it may lie within.

    The same as what is never matched (`timed`): before it can have begun, after it can have lasted, or held against an
    order that binds nobody.
    """
    force = force_of(order)
    if force is None:
        return NOT_GIVEN if order.served == "no" and not is_promise(order) else BACKWARDS
    if force.first and latest and latest < force.first:
        return _before(order, force)
    if force.last and earliest and earliest > force.last:
        return AFTER_PROMISE if is_promise(order) else AFTER_END
    return None


def ends_do_not_fit(order: CourtOrder, first: Window, last: Window) -> Said | None:
    """The same of many that came one after another, from the first and the last of them: a part outside is told too."""
    found = [does_not_fit(order, *first), does_not_fit(order, *last)]
    if found[0] == found[1]:
        return found[0]
    return PARTLY


def _before(order: CourtOrder, force: Force) -> Said:
    if is_promise(order):
        return BEFORE_PROMISE
    was_given = order.served == "yes" and force.surely is not None and given(order)[0] is not None
    return BEFORE if was_given else BEFORE_MADE
