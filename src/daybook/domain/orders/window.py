"""The moments something can have been: what she said exactly as she said it, and "about" with room around it."""

from __future__ import annotations

import datetime as dt

from daybook.domain.happened import Happened

Window = tuple[dt.datetime | None, dt.datetime | None]
"""The first and the last moment, on the wall's clock; None is not known."""

_YEAR, _MONTH, _WEEK, _DAY = dt.timedelta(days=366), dt.timedelta(days=31), dt.timedelta(days=7), dt.timedelta(days=1)


def window(happened: Happened) -> Window:
    """When it can have been. "About" an hour is within a day of it, a day within a week, a month within a month.

    Nothing is guessed by this: it only says how far off "about" may be, so that what may have been before an order is
    never taken for certainly after it.
    """
    if happened.how != "about" or happened.start is None:
        return happened.earliest, happened.latest
    start = happened.start
    room = _DAY if start.hour is not None else _WEEK if start.day else _MONTH if start.month else _YEAR
    return _off(start.earliest, -room), _off(start.latest, room)


def _off(moment: dt.datetime, room: dt.timedelta) -> dt.datetime:
    try:
        return moment + room
    except OverflowError:  # the first or the last year there is
        return moment
