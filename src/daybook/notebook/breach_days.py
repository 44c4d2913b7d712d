"""What she confirmed, beside the days noted of its order: hers stays, and what does not fit is said where she sees it.

A day of an order can be put right, or put wrong, after a line was confirmed. Nothing of hers changes by that.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from daybook.domain.breach.of_records import happening_of
from daybook.domain.orders.fit import does_not_fit, ends_do_not_fit
from daybook.domain.records.message_day import MessageDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.domain.happened import PartialDate
    from daybook.domain.orders.window import Window
    from daybook.domain.said import Said
    from daybook.notebook.breaches import HerPossibility

_AN_HOUR = dt.timedelta(hours=1)
"""In the UK the clock shows so much more than UTC, in summer."""


def days_do_not_fit(each: HerPossibility) -> Said | None:
    """Why something she confirmed lies outside its order by the days noted now; None where it may lie within."""
    return _why(each) if each.answer == "confirmed" else None


def fits_its_days(each: HerPossibility) -> bool:
    """Whether it may lie within its order by the days noted now, whatever she said of it."""
    return _why(each) is None


def _why(each: HerPossibility) -> Said | None:
    body = each.happening.body
    if isinstance(body, MessageDay):
        first, last = body.happened.start, body.happened.end or body.happened.start
        late = _AN_HOUR if body.first.endswith(("Z", "+00:00")) else dt.timedelta()
        return ends_do_not_fit(each.order, _moments(first, late), _moments(last, late))
    told = happening_of(each.happening.record, body)
    return does_not_fit(each.order, *((told.earliest, told.latest) if told else (None, None)))


def _moments(sent: PartialDate | None, late: dt.timedelta) -> Window:
    return (sent.earliest, sent.latest + late) if sent else (None, None)


def that_do_not_fit(found: Iterable[HerPossibility]) -> list[tuple[HerPossibility, Said]]:
    """Those of them that she confirmed and that do not fit the days noted, each with why."""
    return [(each, why) for each in found if (why := days_do_not_fit(each)) is not None]
