"""How late a handover was: worked out only from a time that was agreed and a time she is sure of. Never guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from daybook.domain.records.handover import Handover
from daybook.domain.said import Said

HOUR = 60
_HALF_A_DAY = 12 * HOUR


def minutes_late(handover: Handover) -> int | None:
    """Whole minutes after the agreed time, negative for before it; None where one of both is not exact (R11, V01).

    "About then", a span and a day without its time are no times. The agreed day is that of the handover where she
    left it empty, as the form says; then half a day and more is no answer, because midnight may lie between.
    """
    when = handover.happened
    if when.how != "exact" or when.start is None or when.start.hour is None or not handover.planned_time:
        return None
    hour, minute = map(int, handover.planned_time.split(":"))
    day = handover.planned_day or when.start.earliest.date()
    agreed = dt.datetime.combine(day, dt.time(hour, minute))
    minutes = int((when.start.earliest - agreed).total_seconds()) // 60
    return None if handover.planned_day is None and abs(minutes) >= _HALF_A_DAY else minutes


def length_said(minutes: int) -> str:
    """A length of time in English words: "40 minutes", "1 hour 5 minutes"."""
    hours, rest = divmod(minutes, HOUR)
    parts = [(hours, "hour")] if hours else []
    parts += [(rest, "minute")] if rest or not hours else []
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts)


def lateness_said(handover: Handover, length: Callable[[int], str] = length_said) -> Said | None:
    """The same in words; None where it cannot be known, or nobody was handed over. `length` says minutes."""
    if {"nobody", "kept"} & set(handover.came):
        return None
    minutes = minutes_late(handover)
    if minutes is None:
        return None
    if minutes == 0:
        return Said("At the agreed time.")
    values = {"time": length(abs(minutes))}
    return Said("%(time)s after the agreed time.", values) if minutes > 0 else Said("%(time)s before it.", values)
