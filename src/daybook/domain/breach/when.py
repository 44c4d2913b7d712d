"""Whether something was after an order was given and before it ended, and what of that is not known."""

from __future__ import annotations

from datetime import datetime

from daybook.domain.breach.possibility import Reason
from daybook.domain.orders.force import Force
from daybook.domain.said import Said

AFTER = Reason("time", Said("It was after the order was given."))
AFTER_PROMISE = Reason("time", Said("It was after the promise was made."))

NOT_NOTED = {
    "given": Said("It is not noted that the order was given. An order counts once the person it binds knows of it."),
    "given-day": Said("It is not noted on which day it was given, so this may have been before."),
    "end": Said("It is not noted until when it lasts, so this may have been after its end."),
}
NO_DAY = Said("It is not known when this was.")
MAYBE_BEFORE = Said("It may have been before this counted. The day or the hour would tell.")
MAYBE_AFTER_END = Said("It may have been after the end. The day or the hour would tell.")

Timed = tuple[bool, tuple[Said, ...]]
"""Whether it was certainly after the beginning; and what is not known."""


def timed(force: Force, earliest: datetime | None, latest: datetime | None) -> Timed | None:
    """How something lies to an order in force; None where it was certainly before, or certainly after its end.

    Certainly after means after the last moment the order can have been given: the same minute is not after.
    """
    if latest is not None and force.first is not None and latest < force.first:
        return None
    if earliest is not None and force.last is not None and earliest > force.last:
        return None
    unknown = [NOT_NOTED[name] for name in force.unknown]
    if earliest is None and latest is None:
        return False, (*unknown, NO_DAY)
    after = earliest is not None and force.surely is not None and earliest > force.surely
    if not after and force.surely is not None:
        unknown.append(MAYBE_BEFORE)
    if force.still is not None and (latest is None or latest > force.still):
        unknown.append(MAYBE_AFTER_END)
    return after and "given" not in force.unknown, tuple(unknown)
