"""Messages from pictures as she put them right: laid over the book they lie in, which is never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from daybook.domain.records.put_right import PutRight
from daybook.notebook.more import more_of, repacked
from daybook.readmodel.rebound import rebound
from daybook.readmodel.sheet import Row

if TYPE_CHECKING:
    from daybook.domain.records.source import Book
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook

KIND = "put-right.1"
Rights = Mapping[int, "Revision"]
"""What she put right in one file, by the number of the message."""


def rights(notebook: Notebook) -> dict[str, Rights]:
    """Everything she put right, by file."""
    found: dict[str, dict[int, Revision]] = {}
    for revision in notebook.timeline([KIND]):
        found.setdefault(revision.body.source, {})[revision.body.message] = revision
    return dict(found)


@dataclass(frozen=True, slots=True)
class RightedBook:
    """One book with what she put right in it. `name` is another one each time she changes something there."""

    blob: str
    rights: Rights

    @property
    def name(self) -> str:
        """What it is known by while the notebook is open."""
        return f"{self.blob} {sum(each.number for each in self.rights.values())}"

    def span(self, book: Book) -> tuple[str, str]:
        """A time that none in it lies before, and one that none lies behind."""
        times = [each.body.sent for each in self.rights.values() if each.body.sent]
        return min([book.start, *times]), max([book.end, *times])

    def made_of(self, plain: bytes) -> bytes:
        """The book as she says it is."""
        return rebound(plain, self._righted)

    def _righted(self, row: Row) -> Row:
        said = self.rights.get(row.number)
        return righted(row, said.body) if said else row


def righted_book(book: Book, of_file: Rights) -> RightedBook | None:
    """A book with what she put right in it; None where that is nothing."""
    inside = {number: each for number, each in of_file.items() if book.first <= number < book.first + book.messages}
    return RightedBook(book.file.blob, inside) if inside else None


def righted(row: Row, body: PutRight) -> Row:
    """A message as she says it is, flagged as that. What says where it was read, and how, stays."""
    middle, mine = body.side == "middle", body.side == "right"
    now = row._replace(
        sent=body.sent, sender="" if middle else body.sender, kind="system" if middle else "message", text=body.text
    )
    more = more_of(row.more)
    sides = () if middle else ("sent",) if mine else ("received",)
    flags = (*(flag for flag in more.flags if flag not in ("sent", "received")), *sides)
    if now == row and {*flags} == {*more.flags}:
        return row
    more = msgspec.structs.replace(more, flags=(*flags, "put-right"), to=(row.chat,) if mine and row.chat else ())
    return now._replace(written=written_as(body.day, body.clock), more=repacked(more))


def written_as(day: str, clock: str) -> str:
    """A day and a clock as the form takes them: "14 March 2024 19:03"; what is not known is left out."""
    return " ".join(part for part in (day_words(day), clock) if part)


def day_words(day: str) -> str:
    """An ISO date as "14 March 2024"; "" for none."""
    if not day:
        return ""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"
