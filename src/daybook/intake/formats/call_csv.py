"""Call logs as tables (CSV), from apps and phone companies, whatever the order of their columns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

from daybook.intake.call_log.calls import call
from daybook.intake.call_log.headings import Headings, headings
from daybook.intake.call_log.rows import Row, rows
from daybook.intake.call_log.times import Order, two_numbers
from daybook.intake.format import HEAD, Answers, CannotReadError, Found, Question
from daybook.intake.message import Message, Skipped

ORDER = 35  # before chats: a list whose rows begin with a day looks like one
_PEOPLE = 1_000
_ASKED = "date-order"


class NoHeadingsError(CannotReadError):
    """This table does not say in its first rows what its columns are. It can be kept as it is."""


class _Dates(NamedTuple):
    """What the dates of a file show: the order they prove, whether any leave it open, and the order they run in."""

    order: Order
    open: bool
    likely: Order


class CallCsv:
    """A list of calls with headings. Memory: one block of 1 MiB; the dates are read once before the calls are."""

    id = "call-csv"
    name = "A list of calls"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether one of its first rows holds headings of a call log."""
        del name
        start = file.read(HEAD)
        marked = start.startswith((b"\xff\xfe", b"\xfe\xff"))
        if start.startswith((b"<", b"{", b"[", b"%PDF", b"PK")) or (b"\0" in start and not marked):
            return False
        return headings(io.BytesIO(start)) is not None

    def look(self, file: BinaryIO, name: str) -> Found:
        """Its people, and the order of day and month where nothing in the file proves one."""
        del name
        heads = _heads(file)
        dates = _dates(file, heads)
        found = (call(row, heads, "") for row in _calls(file, heads) if isinstance(row, Row))
        people = dict.fromkeys(who for one in islice(found, _PEOPLE) for who in (one.sender, *one.to) if who)
        questions = (_question(dates),) if dates.open and not dates.order else ()
        return Found(format=self.id, name=self.name, people=tuple(people), questions=questions)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every call in the order of the file. Without a proof or an answer an open date stays empty."""
        del name
        heads = _heads(file)
        dates = _dates(file, heads)
        told: dict[str, Order] = {"dmy": "dmy", "mdy": "mdy"}
        order = dates.order or told.get(answers.get(_ASKED, ""), dates.likely)
        for row in _calls(file, heads):
            if isinstance(row, Skipped):
                yield row
            elif heads.cell(row, "date"):
                yield call(row, heads, order)
            else:
                yield Skipped(place=row.place, why="This line says no date, so it is no call.")


def _heads(file: BinaryIO) -> Headings:
    found = headings(file)
    if found is None:
        raise NoHeadingsError
    return found


def _calls(file: BinaryIO, heads: Headings) -> Iterator[Row | Skipped]:
    """What stands below the headings; rows above them are skipped by name."""
    for row in rows(file, heads.delimiter):
        if row.place.start > heads.place.start or isinstance(row, Skipped):
            yield row
        elif row.place.start < heads.place.start:
            yield Skipped(place=row.place, why="This line stands above the headings, so it is no call.")


def _dates(file: BinaryIO, heads: Headings) -> _Dates:
    """Go through the dates once: a number above 12 proves an order; else the order in which they run is likely."""
    day_first = month_first = unclear = False
    last: tuple[int, ...] = ()
    turns = {"dmy": [0, 0], "mdy": [0, 0]}
    for row in _calls(file, heads):
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
    return _Dates(proved, unclear, likely)


def _question(dates: _Dates) -> Question:
    return Question(
        id=_ASKED,
        ask="Does the day or the month come first in this list?",
        why="No date in it shows which, and 03/04 can be two days.",
        options=(("dmy", "day first: 03/04 is 3 April"), ("mdy", "month first: 03/04 is 4 March")),
        likely=dates.likely,
    )


format = CallCsv()  # noqa: A001
