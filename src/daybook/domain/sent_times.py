"""The times of messages as a date of hers: one moment, or the span from the first to the last."""

from __future__ import annotations

import datetime as dt

from daybook.domain.happened import Happened, PartialDate

_DAY = 10


def happened_between(first: str, last: str) -> Happened:
    """When messages were sent, from two times as the reader gives them (ISO 8601; a day alone has no clock).

    What is one moment, or stands backwards, is the first of them. Offsets are not counted in. Raises ValueError.
    """
    start, end = _partial(first), _partial(last)
    if start == end or end.latest < start.earliest:
        return Happened(how="exact", start=start)
    return Happened(how="span", start=start, end=end)


def on_this_clock(sent: str) -> str:
    """A time of a file where it is an instant, as the clock of this computer shows it; any other as it stands."""
    moment = dt.datetime.fromisoformat(sent)
    return moment.astimezone().replace(tzinfo=None).isoformat() if moment.tzinfo else sent


def _partial(sent: str) -> PartialDate:
    moment = dt.datetime.fromisoformat(sent)
    clock = {"hour": moment.hour, "minute": moment.minute} if len(sent) > _DAY else {}
    return PartialDate(year=moment.year, month=moment.month, day=moment.day, **clock)
