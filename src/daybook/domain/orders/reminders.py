"""What an end that comes near asks for. It is shown inside the notebook, and never sent anywhere."""

from __future__ import annotations

import datetime as dt

from daybook.domain.records.court_order import CourtOrder
from daybook.domain.said import Said

WELL_BEFORE = dt.timedelta(weeks=10)
"""Long enough to see a solicitor and for a court to look at it (O01: often 6 to 12 months, renewable)."""


ENDS = Said("It ends in %(time)s. If you want it longer, now is a good time to ask.").words
STOPS = Said(
    "You noted that a court ends or replaces it in %(time)s. If you still want protection, a solicitor or a helpline "
    "can say what could follow."
).words


def reminders(order: CourtOrder, today: dt.date) -> list[Said]:
    """What to say of every end that is near, today, or gone, the next one first; empty where none is.

    A power of arrest can end before the order does: each has its own sentence. Once the order has ended, or where both
    end on one day, the order's end says it all.
    """
    end = min((day for day in (order.ends, order.stopped) if day), default=None)
    if end is not None and end < today:
        return [
            Said("It has ended. If you still want protection, a solicitor or a helpline can say what could follow.")
        ]
    arrest = order.arrest_ends if order.arrest_ends and (end is None or order.arrest_ends < end) else None
    found = []
    if arrest and today <= arrest <= today + WELL_BEFORE:
        found.append(Said("Its power of arrest ends in %(time)s.", {"time": _time(arrest, today)}))
    if end is not None and end <= today + WELL_BEFORE:
        found.append(Said(STOPS if end == order.stopped else ENDS, {"time": _time(end, today)}))
    if arrest and arrest < today:
        found.append(Said("Its power of arrest has ended. The order itself may go on."))
    return found


JUST_GONE = dt.timedelta(weeks=2)
"""So long an end that is gone is still spoken of on the first page."""


def is_near(order: CourtOrder, today: dt.date) -> bool:
    """Whether an end of it, or of its power of arrest, comes near or is just gone: the first page speaks of it."""
    ends = [day for day in (order.ends, order.stopped) if day]
    end = min(ends, default=None)
    if end is not None and today - end > JUST_GONE:
        return False
    return any(-JUST_GONE <= day - today <= WELL_BEFORE for day in (*([end] if end else []), order.arrest_ends) if day)


def has_ended(order: CourtOrder, today: dt.date) -> bool:
    """Whether its last day, as it is noted, is gone."""
    return any(day < today for day in (order.ends, order.stopped) if day)


def _time(end: dt.date, today: dt.date) -> str:
    days = (end - today).days
    if days == 0:
        return "less than a day"
    return f"{days} days" if days > 1 else "1 day"
