"""In which order day and month stand in a table: proved by one of its dates, or asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.call_log.headings import Headings
from daybook.intake.call_log.rows import Row, rows
from daybook.intake.call_log.times import Order, two_numbers
from daybook.intake.format import Question
from daybook.intake.message import Skipped

ASKED = "date-order"


class Dates(NamedTuple):
    """What the dates of a file show: the order they prove, whether any leave it open, and the order they run in."""

    order: Order
    open: bool
    likely: Order


def records(file: BinaryIO, heads: Headings) -> Iterator[Row | Skipped]:
    """What stands below the headings; rows above them are skipped by name."""
    for row in rows(file, heads.delimiter):
        if row.place.start > heads.place.start or isinstance(row, Skipped):
            yield row
        elif row.place.start < heads.place.start:
            yield Skipped(place=row.place, why="This line stands above the headings, so it is no entry.")


def dates_in(file: BinaryIO, heads: Headings) -> Dates:
    """Go through the dates once: a number above 12 proves an order; else the order in which they run is likely."""
    day_first = month_first = unclear = False
    last: tuple[int, ...] = ()
    turns = {"dmy": [0, 0], "mdy": [0, 0]}
    for row in records(file, heads):
        found = two_numbers(heads.cell(row, "date")) if isinstance(row, Row) else None
        if found is None:
            continue
        first, second, year = found
        day_first, month_first = day_first or first > 12, month_first or second > 12  # noqa: PLR2004
        unclear = unclear or first != second
        now = (year, second, first, year, first, second)
        for order, at in (("dmy", 0), ("mdy", 3)):
            if last:
                turns[order][0] += now[at : at + 3] > last[at : at + 3]
                turns[order][1] += now[at : at + 3] < last[at : at + 3]
        last = now
    proved: Order = "" if day_first == month_first else "dmy" if day_first else "mdy"
    steady = [order for order, (up, down) in turns.items() if (up == 0) != (down == 0)]
    likely: Order = "" if len(steady) != 1 or day_first else "dmy" if steady == ["dmy"] else "mdy"
    return Dates(proved, unclear, likely)


def told_order(dates: Dates, answer: str) -> Order:
    """What is proved, else what she answered, else what is likely."""
    told: dict[str, Order] = {"dmy": "dmy", "mdy": "mdy"}
    return dates.order or told.get(answer, dates.likely)


def question(dates: Dates) -> Question:
    """What is asked where nothing proves the order."""
    return Question(
        id=ASKED,
        ask="Does the day or the month come first in this list?",
        why="No date in it shows which, and 03/04 can be two days.",
        options=(("dmy", "day first: 03/04 is 3 April"), ("mdy", "month first: 03/04 is 4 March")),
        likely=dates.likely,
    )
