"""Making books: messages become a searchable database in memory, given out as bytes to be sealed."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from importlib import resources
from itertools import accumulate
from operator import le
from typing import NamedTuple

from daybook.readmodel.inserting import insert
from daybook.readmodel.sheet import Row as Row  # noqa: PLC0414 - asked for here, too
from daybook.readmodel.sheet import Sheet
from daybook.readmodel.twins import InBoth

_MINUTE, _CLOCK = 16, 19
"""Characters of an ISO time down to the minute, and of the longest without an offset: some programs write seconds, some
do not."""


_MOST_BEGUN = 1000
_AT_ONCE = 32 << 20
"""Bytes of words that are gathered before they are written down: all of a book, so that it is searched in one part."""


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
    again: dict[str, InBoth]


def indexed(plain: bytes) -> bytes:
    """A book with its words made searchable. Takes a while and holds up no other thread. Nothing reaches a disk."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("PRAGMA temp_store = MEMORY")
        db.deserialize(plain)
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_AT_ONCE,))
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        return db.serialize()


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

    def book(self, rows: Iterable[Row], gaps: Sequence[Gap]) -> Pressed:
        """One book of these messages, which are in the order of the file."""
        sheet = Sheet()
        for row in rows:
            sheet.add(row)
        pressed = self.unindexed(sheet, gaps)
        return replace(pressed, plain=indexed(pressed.plain))

    def unindexed(self, sheet: Sheet, gaps: Sequence[Gap]) -> Pressed:
        """The same, with bytes that are still to be `indexed`."""
        db = self._db
        db.execute("ATTACH ':memory:' AS book")
        try:
            db.executescript(self._schema)
            db.execute("BEGIN")
            times = self._fill(sheet)
            db.executemany('INSERT INTO book.skipped (start, "end", part, why) VALUES (?,?,?,?)', gaps)
            again = self._pair() if self._knows else {}
            db.execute("COMMIT")
            return Pressed(db.serialize(name="book"), *times, again)
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.execute("DETACH book")

    def close(self) -> None:
        """Let go of everything."""
        self._db.close()

    def _fill(self, sheet: Sheet) -> tuple[str, str]:
        """The messages in order of time; the first and the last time."""
        if not len(sheet):
            return "", ""
        sent, at = self._at(sheet.sent)
        names = {words: number for number, words in enumerate(dict.fromkeys((*sheet.sender, *sheet.chat)), start=1)}
        self._db.executemany("INSERT INTO book.name VALUES (?,?)", ((number, words) for words, number in names.items()))
        columns: dict[str, Sequence[object]] = {
            "number": sheet.number,
            "at": at,
            "sent": sheet.sent,
            "written": sheet.written,
            "sender": list(map(names.__getitem__, sheet.sender)),
            "chat": list(map(names.__getitem__, sheet.chat)),
            "kind": sheet.kind,
            "text": sheet.text,
            "start": sheet.start,
            '"end"': sheet.end,
            "part": sheet.part,
            "same": all_the_same_as(sent, sheet.kind, _said(sheet)),
            "more": sheet.more,
        }
        if not all(map(le, at, at[1:])):
            order = sorted(range(len(at)), key=at.__getitem__)
            columns = {name: list(map(column.__getitem__, order)) for name, column in columns.items()}
        insert(self._db, "book.message", columns, seldom={"kind": "message", "more": None})
        return min(at), max(at)

    def _at(self, sent: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """These times in UTC where that is known, and the same with each gap filled by the time before it."""
        if max(map(len, sent)) > _CLOCK:
            sent = list(map(in_utc, sent))
        at = sent
        if not all(sent):
            at = list(accumulate(sent, lambda before, one: one or before, initial=self.at))[1:]
        self.at = at[-1]
        return sent, at

    def _pair(self) -> dict[str, InBoth]:
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
        found = db.execute(
            "SELECT n.words, count(*), sum(m.text <> '' OR m.kind <> 'message') FROM book.twin t "
            "JOIN book.name n ON n.id = t.source JOIN book.message m ON m.id = t.id GROUP BY 1"
        )
        return {str(source): InBoth(*counts) for source, *counts in found}


def _said(sheet: Sheet) -> Sequence[str]:
    """What each message is compared by."""
    if not any(one is not None for one in sheet.said):
        return sheet.text
    return [text if said is None else said for text, said in zip(sheet.text, sheet.said, strict=True)]


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
    return all_the_same_as([sent or "?"], [kind], [text])[0]


def all_the_same_as(sent: Sequence[str], kinds: Sequence[str], texts: Sequence[str]) -> list[int]:
    """`same_as` of each of these; 0 for those without a time."""
    begun: dict[tuple[str, str], blake2b] = {}
    digests = []
    for key, text in zip(zip(sent, kinds, strict=True), texts, strict=True):
        begin = begun.get(key)
        if begin is None:
            if len(begun) > _MOST_BEGUN:
                begun.clear()
            begin = begun[key] = blake2b(_minute(*key), digest_size=8)
        digest = begin.copy()
        digest.update(text.encode("utf-8", "surrogatepass"))
        digests.append(digest.digest())
    numbers = struct.unpack(f">{len(digests)}q", b"".join(digests))
    return [(number or 1) if one else 0 for one, number in zip(sent, numbers, strict=True)]


def _minute(sent: str, kind: str) -> bytes:
    return f"{sent[:_MINUTE]}{'Z' if sent.endswith('+00:00') else ''}\0{kind}\0".encode("utf-8", "surrogatepass")
