"""Which messages of a book are the same as those of another file: how many, and saying so of a finished book."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import NamedTuple


class InBoth(NamedTuple):
    """How many messages another file holds too, and how many of them tell: a picture without words does not."""

    messages: int = 0
    telling: int = 0

    def and_also(self, more: InBoth) -> InBoth:
        """Both together."""
        return InBoth(self.messages + more.messages, self.telling + more.telling)


def with_twins(plain: bytes, twins: Iterable[tuple[int, tuple[str, int]]]) -> bytes:
    """The book with these messages pointing at others: the number here, the file's record and the number there.

    What the book found the same by itself is taken out: somebody looked at both.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("PRAGMA temp_store = MEMORY")
        db.deserialize(plain)
        db.execute("DELETE FROM twin")
        for number, (source, there) in twins:
            db.execute("INSERT OR IGNORE INTO name (words) VALUES (?)", (source,))
            db.execute(
                "INSERT INTO twin SELECT n.id, ?, m.id FROM message m, name n WHERE m.number = ? AND n.words = ?",
                (there, number, source),
            )
        return bytes(db.serialize())
