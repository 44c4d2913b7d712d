"""What she put by, week by week, and by when a weekly amount reaches what she wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from daybook.domain.money.sums import Sum, summed
from daybook.domain.records.put_by import PutBy

WEEK = timedelta(days=7)
MOST_WEEKS = 12
"""How many weeks the picture shows: a season fits on a phone."""
LONGEST = 520
"""In weeks. What takes longer than ten years is not given a date: that would be a number without a use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week from its Monday: what came in or went out (pence), and what there was at its end."""

    monday: date
    put: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """All of the log added up. `to_come` have a day after today and are in no sum; `undated` are in no week."""

    sum: Sum
    weeks: tuple[Week, ...]
    undated: int
    to_come: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether and when a weekly amount reaches what she wants (W17). `weeks` counts from today; `day` is a rough day.

    "unsaid": the weekly amount or what she wants is empty. "there": it is reached. "never": the weekly amount is
    nought. "far": it takes longer than ten years. `left` is what is still missing, in pence.
    """

    state: Literal["unsaid", "there", "never", "far", "by"]
    left: int = 0
    weeks: int = 0
    day: date | None = None


def signed(put: PutBy) -> int | None:
    """What one time adds, in pence: less than nothing where it was taken out."""
    if put.amount is None:
        return None
    return -put.amount if put.way == "out" else put.amount


def saved(log: Iterable[PutBy], today: date) -> Saved:
    """The log added up and by weeks, the last twelve of them, up to the week of the last entry (W17).

    The weeks begin with what was there before them, so that the last total is what the log says with a day.
    """
    entries = [*log]
    so_far = [put for put in entries if put.day is None or put.day <= today]
    by_week: dict[date, int] = {}
    for put in so_far:
        if put.day is not None:
            monday = put.day - timedelta(days=put.day.weekday())
            by_week[monday] = by_week.get(monday, 0) + (signed(put) or 0)
    return Saved(
        sum=summed(signed(put) for put in so_far),
        weeks=tuple(_weeks(by_week)),
        undated=sum(put.day is None for put in entries),
        to_come=len(entries) - len(so_far),
    )


def _weeks(by_week: dict[date, int]) -> Iterable[Week]:
    if not by_week:
        return
    last = max(by_week)
    first = max(min(by_week), last - (MOST_WEEKS - 1) * WEEK)
    total = sum(put for monday, put in by_week.items() if monday < first)
    for number in range((last - first).days // WEEK.days + 1):
        monday = first + number * WEEK
        put = by_week.get(monday, 0)
        total += put
        yield Week(monday=monday, put=put, total=total)


def reach(have: int, weekly: int | None, wanted: int | None, today: date) -> Reach:
    """By when `weekly` pence a week, begun a week from today, makes `have` into `wanted`."""
    if wanted is None:
        return Reach(state="unsaid")
    left = wanted - have
    if left <= 0:
        return Reach(state="there")
    if weekly is None:
        return Reach(state="unsaid", left=left)
    if weekly <= 0:
        return Reach(state="never", left=left)
    weeks = -(-left // weekly)
    if weeks > LONGEST:
        return Reach(state="far", left=left, weeks=weeks)
    return Reach(state="by", left=left, weeks=weeks, day=today + weeks * WEEK)
