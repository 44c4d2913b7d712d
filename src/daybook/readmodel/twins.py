"""Saying of a finished book which of its messages are the same as those of another file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing


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
