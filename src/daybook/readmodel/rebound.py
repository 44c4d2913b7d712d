"""A book made anew in memory with some of its messages put right."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

from daybook.readmodel.press import Gap, Press
from daybook.readmodel.sheet import Row
from daybook.readmodel.twins import with_twins

_ROWS = (
    'SELECT m.number, m.sent, m.written, s.words, c.words, m.kind, m.text, m.start, m."end", m.part, m.more '
    "FROM message m JOIN name s ON s.id = m.sender JOIN name c ON c.id = m.chat ORDER BY m.number"
)
_FIRST = "SELECT sent, at FROM message ORDER BY number LIMIT 1"
_GAPS = 'SELECT start, "end", part, why FROM skipped ORDER BY id'
_TWINS = (
    "SELECT m.number, n.words, t.number FROM twin t JOIN name n ON n.id = t.source JOIN message m USING (id) "
    "ORDER BY m.number"
)


def rebound(plain: bytes, change: Callable[[Row], Row]) -> bytes:
    """The book with every message passed through `change`, in order of time and searchable as they are now.

    Numbers stay, and so does what was skipped and which messages are the same as those of other files. `plain` is not
    touched. Time and memory: those of making the book.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db, closing(Press()) as press:
        db.execute("PRAGMA temp_store = MEMORY")
        db.deserialize(plain)
        sent, at = db.execute(_FIRST).fetchone() or ("", "")
        press.at = "" if sent else at  # a message without a time stands behind the one before it, in an earlier book
        rows = [change(Row(*row)) for row in db.execute(_ROWS)]
        pressed = press.book(rows, [Gap(*gap) for gap in db.execute(_GAPS)])
        return with_twins(pressed.plain, [(number, (source, there)) for number, source, there in db.execute(_TWINS)])
