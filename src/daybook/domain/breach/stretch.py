"""Stretches of time in which everything lies to an order in the same way: many messages are held to it at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.breach.when import Timed, timed
from daybook.domain.orders.force import Force

MINUTE = dt.timedelta(minutes=1)
EVER = dt.datetime(9999, 12, 31)  # noqa: DTZ001  (a wall's clock)
_FIRST = dt.datetime(2, 1, 1)  # noqa: DTZ001  (a wall's clock)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `since` up to, but not with, `until`: whatever has its time in it lies to the order as `when` says."""

    since: dt.datetime
    until: dt.datetime
    when: Timed


def stretches(force: Force, slack: dt.timedelta) -> list[Stretch]:
    """The stretches in which an order can be broken, the earliest first. None lies before it or after its end.

    A time of a file may be up to `slack` earlier than the wall's clock was: an hour where the file has UTC, a day
    where it has only the day, nothing where it has the wall's clock. Minutes are the smallest parts.
    """
    edges = {
        _FIRST,
        *((max(_FIRST, force.first - slack),) if force.first else ()),
        *((force.surely + MINUTE,) if force.surely else ()),
        *((max(_FIRST, force.still - slack + MINUTE),) if force.still else ()),
        *((force.last + MINUTE,) if force.last else ()),
    }
    begins = sorted(edges)
    found = []
    for since, until in zip(begins, [*begins[1:], EVER], strict=True):
        when = timed(force, since, since + slack)
        if when is not None:
            found.append(Stretch(since, until, when))
    return found
