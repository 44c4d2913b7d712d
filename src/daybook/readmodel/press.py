"""Making books: messages become a searchable database in memory, given out as bytes to be sealed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from typing import NamedTuple

_MINUTE = 16
"""Characters of an ISO time down to the minute: some programs write seconds, some do not."""


class Row(NamedTuple):
    """One message as a book holds it. `sent` is ISO 8601 or ""; `more` is whatever the caller wants back."""

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


class Gap(NamedTuple):
    """A part of the file that could not be read."""

    start: int
    end: int
    part: str
    why: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A finished book: its bytes, the first and last time in it, and how many messages other files hold too."""

    plain: bytes
    start: str
    end: str
    again: dict[str, int]


class Press:
    """Makes the books of one file, one after the other, and knows what other files say already.

    Give it the messages of those files with `know` before the first book. Memory: one book, and 40 bytes for each
    message known. Nothing of it reaches a disk. For one thread at a time.
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.execute(
            "CREATE TABLE theirs (same INTEGER, nth INTEGER, source TEXT, number INTEGER, "
            "PRIMARY KEY (same, nth, source)) WITHOUT ROWID"
        )
        self._db.execute("CREATE TABLE ours (same INTEGER PRIMARY KEY, count INTEGER)")
        self._schema = resources.files(__package__).joinpath("book.sql").read_text("utf-8")
        self._knows = False
        self.at = ""
        """The last time in the file so far: a message without one stands behind it."""

    def know(self, source: str, said: Iterable[tuple[int, int]]) -> None:
        """What another file says: (`same`, number) of its messages, in the order of their numbers."""
        counts: dict[int, int] = {}

        def numbered() -> Iterable[tuple[int, int, str, int]]:
            for same, number in said:
                nth = counts.get(same, 0)
                counts[same] = nth + 1
                yield same, nth, source, number

        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR IGNORE INTO theirs VALUES (?,?,?,?)", numbered())
        self._db.execute("COMMIT")
        self._knows = True

    def count(self, said: Iterable[int]) -> None:
        """What an earlier book of this same file says, when the file is continued."""
        self._db.execute("BEGIN")
        self._db.executemany(
            "INSERT INTO ours SELECT ?1, 1 WHERE ?1 IN (SELECT same FROM theirs) "
            "ON CONFLICT (same) DO UPDATE SET count = count + 1",
            ((same,) for same in said),
        )
        self._db.execute("COMMIT")

    def book(self, rows: Sequence[Row], gaps: Sequence[Gap]) -> Pressed:
        """One book of these messages, which are in the order of the file."""
        db = self._db
        db.execute("ATTACH ':memory:' AS book")
        try:
            db.executescript(self._schema)
            db.execute("BEGIN")
            times = self._fill(rows)
            db.executemany('INSERT INTO book.skipped (start, "end", part, why) VALUES (?,?,?,?)', gaps)
            again = self._pair() if self._knows else {}
            db.execute("COMMIT")
            db.execute("INSERT INTO book.words (words) VALUES ('rebuild')")
            return Pressed(db.serialize(name="book"), times[0], times[1], again)
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.execute("DETACH book")

    def close(self) -> None:
        """Let go of everything."""
        self._db.close()

    def _fill(self, rows: Sequence[Row]) -> tuple[str, str]:
        names: dict[str, int] = {}
        ready = []
        for row in rows:
            sent = in_utc(row.sent)
            at = self.at = sent or self.at
            sender = names.setdefault(row.sender, len(names) + 1)
            chat = names.setdefault(row.chat, len(names) + 1)
            same = same_as(sent, row.kind, row.text) if sent else 0
            said = (at, row.sent, row.written, sender, chat, row.kind, row.text)
            ready.append((row.number, *said, row.start, row.end, row.part, same, row.more))
        ready.sort(key=lambda one: (one[1], one[0]))
        self._db.executemany("INSERT INTO book.name VALUES (?,?)", ((number, words) for words, number in names.items()))
        self._db.executemany("INSERT INTO book.message VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?)", ready)
        return (ready[0][1], ready[-1][1]) if ready else ("", "")

    def _pair(self) -> dict[str, int]:
        """Point to the messages of other files that say the same: the first of a minute to the first, and so on."""
        db = self._db
        db.execute(
            "CREATE TABLE temp.nth AS SELECT m.id, m.same, row_number() OVER (PARTITION BY m.same ORDER BY m.number) "
            "- 1 + coalesce((SELECT count FROM main.ours WHERE ours.same = m.same), 0) AS nth "
            "FROM book.message m WHERE m.same <> 0 AND m.same IN (SELECT same FROM main.theirs)"
        )
        db.execute("INSERT OR IGNORE INTO book.name (words) SELECT DISTINCT source FROM main.theirs")
        db.execute(
            "INSERT INTO book.twin SELECT n.id, t.number, o.id FROM temp.nth o JOIN main.theirs t USING (same, nth) "
            "JOIN book.name n ON n.words = t.source"
        )
        db.execute(
            "INSERT INTO main.ours SELECT same, count(*) FROM temp.nth WHERE 1 GROUP BY same "
            "ON CONFLICT (same) DO UPDATE SET count = count + excluded.count"
        )
        db.execute("DROP TABLE temp.nth")
        found = db.execute("SELECT n.words, count(*) FROM book.twin t JOIN book.name n ON n.id = t.source GROUP BY 1")
        return {str(source): int(count) for source, count in found}


def in_utc(sent: str) -> str:
    """An ISO time with an offset, in UTC so that it sorts; that of a wall's clock as it is: nobody knows its zone."""
    if not sent[19:] or sent.endswith("+00:00"):
        return sent
    moment = datetime.fromisoformat(sent)
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else sent


def same_as(sent: str, kind: str, text: str) -> int:
    """One number for a minute (of a time as `in_utc` gives it), a kind and a text.

    Who sent it is not in it: a contact may have been renamed since.
    """
    minute = f"{sent[:_MINUTE]}{'Z' if sent.endswith('+00:00') else ''}\0{kind}\0{text}"
    digest = hashlib.blake2b(minute.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1
