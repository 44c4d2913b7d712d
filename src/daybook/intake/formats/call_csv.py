"""Call logs as tables (CSV), from apps and phone companies, whatever the order of their columns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from daybook.intake.call_log.calls import call
from daybook.intake.call_log.headings import Headings, headings
from daybook.intake.call_log.order import ASKED, dates_in, question, records, told_order
from daybook.intake.call_log.rows import Row
from daybook.intake.coding import Coding
from daybook.intake.format import HEAD, Answers, CannotReadError, Found
from daybook.intake.message import Message, Skipped

ORDER = 35  # before chats: a list whose rows begin with a day looks like one
_PEOPLE = 1_000


class NoHeadingsError(CannotReadError):
    """This table does not say in its first rows what its columns are. It can be kept as it is."""


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
        dates = dates_in(file, heads)
        found = (call(row, heads, "") for row in records(file, heads) if isinstance(row, Row))
        people = dict.fromkeys(who for one in islice(found, _PEOPLE) for who in (one.sender, *one.to) if who)
        file.seek(0)
        notes = Coding(file.read(HEAD)).notes
        questions = (question(dates),) if dates.open and not dates.order else ()
        return Found(format=self.id, name=self.name, people=tuple(people), questions=questions, notes=notes)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every call in the order of the file. Without a proof or an answer an open date stays empty."""
        del name
        heads = _heads(file)
        order = told_order(dates_in(file, heads), answers.get(ASKED, ""))
        for row in records(file, heads):
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


format = CallCsv()  # noqa: A001
