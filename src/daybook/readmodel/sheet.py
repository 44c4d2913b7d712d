"""The messages of one book while it is being made: a column for each thing a book says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import NamedTuple


class Row(NamedTuple):
    """One message as a book holds it. `sent` is ISO 8601 or ""; `more` is whatever the caller wants back.

    `said` is what another file would say too, where that is not all of the text.
    """

    number: int
    sent: str
    written: str
    sender: str
    chat: str
    kind: str
    text: str
    start: int
    end: int
    part: str
    more: bytes | None
    said: str | None = None


class Sheet:
    """Messages in the order of the file, in columns: tens of thousands of them are quicker to go through so."""

    def __init__(self) -> None:
        self.number: list[int] = []
        self.sent: list[str] = []
        self.written: list[str] = []
        self.sender: list[str] = []
        self.chat: list[str] = []
        self.kind: list[str] = []
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.part: list[str] = []
        self.more: list[bytes | None] = []
        self.said: list[str | None] = []
        self._columns = tuple(vars(self).values())

    def __len__(self) -> int:
        """How many messages."""
        return len(self.number)

    def add(self, row: Row) -> None:
        """One more."""
        for column, value in zip(self._columns, row, strict=True):
            column.append(value)

    def add_many(
        self, number: int, columns: Sequence[Sequence[str]], places: Sequence[Sequence[int]], *, chat: str, part: str
    ) -> None:
        """Many of one chat and one part, numbered on from `number`, of the kind "message" and without more.

        `columns` are times, times as written, senders and texts; `places` where they start and end.
        """
        many = len(columns[0])
        self.number += range(number, number + many)
        for mine, theirs in zip((self.sent, self.written, self.sender, self.text), columns, strict=True):
            mine.extend(theirs)
        self.start += places[0]
        self.end += places[1]
        self.chat += repeat(chat, many)
        self.part += repeat(part, many)
        self.kind += repeat("message", many)
        self.more += repeat(None, many)
        self.said += repeat(None, many)

    def mend(self, odd: Mapping[int, Row]) -> None:
        """Put these rows in the place of what is there, counted from the beginning of the sheet."""
        for at, row in odd.items():
            for column, value in zip(self._columns, row, strict=True):
                column[at] = value
