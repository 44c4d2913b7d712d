"""Messages as tables (CSV), from the many programs that copy them off a phone, whatever the order of their columns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from daybook.intake.call_log.calls import kind, rest_of, sides
from daybook.intake.call_log.headings import Headings, headings
from daybook.intake.call_log.order import ASKED, dates_in, question, records, told_order
from daybook.intake.call_log.rows import Row
from daybook.intake.call_log.times import Order, when
from daybook.intake.coding import Coding
from daybook.intake.format import HEAD, Answers, CannotReadError, Found
from daybook.intake.message import Flag, Message, Skipped

ORDER = 48  # after all that have tables of their own; before chats
_PEOPLE = 1_000
_DRAFT, _FAILED = ("draft", "drafts"), ("failed", "not sent", "undelivered")


class NoTableError(CannotReadError):
    """This table does not say in its first rows which column holds the messages. It can be kept as it is."""


class MessageCsv:
    """A table of messages with headings. Memory: one block of 1 MiB; dates are read once before the messages are."""

    id = "message-csv"
    name = "A table of messages"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether one of its first rows holds headings of such a table."""
        del name
        file.seek(0)
        start = file.read(HEAD)
        marked = start.startswith((b"\xff\xfe", b"\xfe\xff"))
        if start.startswith((b"<", b"{", b"[", b"%PDF", b"PK")) or (b"\0" in start and not marked):
            return False
        return headings(io.BytesIO(start), of_texts=True) is not None

    def look(self, file: BinaryIO, name: str) -> Found:
        """Its people, and the order of day and month where nothing in the file proves one."""
        del name
        heads = _heads(file)
        dates = dates_in(file, heads)
        found = (_message(row, heads, "") for row in records(file, heads) if isinstance(row, Row))
        people = dict.fromkeys(who for one in islice(found, _PEOPLE) for who in (one.sender, *one.to) if who)
        file.seek(0)
        notes = Coding(file.read(HEAD)).notes
        questions = (question(dates),) if dates.open and not dates.order else ()
        return Found(format=self.id, name=self.name, people=tuple(people), questions=questions, notes=notes)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every message in the order of the file. Without a proof or an answer an open date stays empty."""
        del name
        heads = _heads(file)
        order = told_order(dates_in(file, heads), answers.get(ASKED, ""))
        for row in records(file, heads):
            yield row if isinstance(row, Skipped) else _message(row, heads, order)


def _heads(file: BinaryIO) -> Headings:
    file.seek(0)
    found = headings(file, of_texts=True)
    if found is None:
        raise NoTableError
    return found


def _message(row: Row, heads: Headings, order: Order) -> Message:
    """A message as the row says; its text as it stands, with the white space around it."""
    written = heads.cell(row, "kind")
    flags = kind(written)
    other, sender, to, hidden = sides(row, heads, flags)
    if not flags and not to and "from" in heads.columns:
        sender = other
    marks: list[Flag] = [*flags]
    marks += ["draft"] if written.lower() in _DRAFT else []
    marks += ["failed"] if written.lower() in _FAILED else []
    marks += ["sender-unsure"] if not flags and not sender else []
    marks += ["withheld"] if hidden and "received" in flags else []
    marks += ["mended"] if row.mended else []
    date, time = heads.cell(row, "date"), heads.cell(row, "time")
    at = heads.columns["text"]
    return Message(
        sent=when(date, time, order), sent_as_written=f"{date} {time}".strip(), sender=sender, to=to, chat=other,
        text=row.cells[at] if at < len(row.cells) else "", place=row.place, flags=tuple(marks),
        headers=rest_of(row, heads, hidden=hidden),
    )  # fmt: skip


format = MessageCsv()  # noqa: A001
