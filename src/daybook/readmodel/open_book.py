"""One sealed book opened again in memory: its messages in order of time, by words, by person."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from daybook.readmodel.asked import NOTHING, Asked

_COLUMNS = 'm.number, m.at, m.sent, m.written, s.words, c.words, m.kind, m.text, m.start, m."end", m.part, m.more'
_JOINED = "JOIN name s ON s.id = m.sender JOIN name c ON c.id = m.chat"


class Key(NamedTuple):
    """Where a message stands among all: by time, then by file, then by its number in it."""

    at: str
    source: str
    number: int


class Kept(NamedTuple):
    """One message as it lies in a book."""

    source: str
    number: int
    at: str
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

    @property
    def key(self) -> Key:
        """Where it stands."""
        return Key(self.at, self.source, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which messages: those with these words, from this person, in this chat, in this span of ISO times; "" is any.

    `with_more` are only those with something beyond the columns of a book: files that went with them, for one.
    """

    words: Asked = NOTHING
    forgiving: bool = False
    sender: str | None = None
    chat: str | None = None
    kind: str = ""
    since: str = ""
    until: str = ""
    with_more: bool = False


class OpenBook:
    """The messages of one book. `hidden` are the other files whose messages stand for the same ones here."""

    def __init__(self, source: str, plain: bytes, hidden: Collection[str]) -> None:
        self.source = source
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.deserialize(plain)
        self._ids = range(1, int(self._db.execute("SELECT coalesce(max(id), 0) FROM message").fetchone()[0]) + 1)
        self._names = {str(words): int(number) for number, words in self._db.execute("SELECT id, words FROM name")}
        ids = [self._names[other] for other in hidden if other in self._names]
        self._shown = (
            f"NOT EXISTS (SELECT 1 FROM twin t WHERE t.id = m.id AND t.source IN ({','.join(map(str, ids))}))"
            if ids
            else "1"
        )
        self._tallies: list[tuple[str, str, str, str, int]] | None = None
        self._moments: list[tuple[str, str, str, int]] | None = None

    def read(self, wanted: Wanted, *, newest: bool, beyond: Key | None = None) -> Iterator[Kept]:
        """The wanted messages from `beyond` on (without it), in order of time; read as they are asked for."""
        found = self._where(wanted, newest=newest, beyond=beyond)
        if found is None:
            return
        source, where, values = found
        order = "m.id" if source.startswith("message") else "w.rowid"
        query = f"SELECT {_COLUMNS} FROM {source} {_JOINED} WHERE {where} ORDER BY {order} {'DESC' if newest else ''}"
        rows = self._db.execute(query, values)
        for row in rows:
            if wanted.words.holds(row[7]):
                yield Kept(self.source, *row)

    def count(self, wanted: Wanted, most: int) -> int:
        """How many are wanted, counted up to `most`."""
        if wanted.words.phrases:
            return sum(1 for _, _one in zip(range(most), self.read(wanted, newest=True), strict=False))
        found = self._where(wanted, newest=True, beyond=None)
        if found is None:
            return 0
        source, where, values = found
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT ?)"
        return int(self._db.execute(counted, (*values, most)).fetchone()[0])

    def get(self, number: int) -> Kept | None:
        """The message with this number in its file; None for one of another book."""
        query = f"SELECT {_COLUMNS} FROM message m {_JOINED} WHERE m.number = ?"
        row = self._db.execute(query, (number,)).fetchone()
        return Kept(self.source, *row) if row else None

    def said_again(self, source: str, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Which of these messages of another file stand here too: (its number there, its number here)."""
        if source not in self._names:
            return []
        marks = ",".join("?" * len(numbers))
        query = "SELECT t.number, m.number FROM twin t JOIN message m USING (id) WHERE t.source = ?"
        return list(self._db.execute(f"{query} AND t.number IN ({marks})", (self._names[source], *numbers)))

    def said(self) -> list[tuple[int, int]]:
        """(`same`, number) of every message with a time that stands for itself, in the order of the file."""
        query = f"SELECT m.same, m.number FROM message m WHERE m.same <> 0 AND {self._shown} ORDER BY m.number"
        return list(self._db.execute(query))

    def again(self) -> dict[str, int]:
        """How many of its messages each other file holds too, as far as was known when it was made."""
        query = "SELECT n.words, count(*) FROM twin t JOIN name n ON n.id = t.source GROUP BY 1"
        return {str(source): int(count) for source, count in self._db.execute(query)}

    def between(self, start: str, end: str) -> int:
        """How many messages have a time from `start` to `end`, both of them counted."""
        query = "SELECT count(*) FROM message WHERE at BETWEEN ? AND ? AND same <> 0"
        return int(self._db.execute(query, (start, end)).fetchone()[0])

    def skipped(self) -> list[tuple[int, int, str, str]]:
        """Every part that could not be read: where it begins and ends, inside what, and why."""
        return list(self._db.execute('SELECT start, "end", part, why FROM skipped ORDER BY id'))

    def tallies(self) -> list[tuple[str, str, str, str, int]]:
        """How many messages by hour ("2024-03-14T21"), kind, sender and chat; counted once. Without a time: hour ""."""
        if self._tallies is None:
            query = (
                "SELECT CASE WHEN m.sent = '' THEN '' ELSE substr(m.at, 1, 13) END, m.kind, s.words, c.words, count(*) "
                f"FROM message m {_JOINED} WHERE {self._shown} GROUP BY 1, 2, 3, 4"
            )
            self._tallies = list(self._db.execute(query))
        return self._tallies

    def moments(self) -> list[tuple[str, str, str, int]]:
        """How many messages by moment, kind and sender, counted once.

        A moment is the hour of a clock on a wall ("2024-03-14T21"), the quarter of an hour of an instant, in UTC
        ("2024-03-14T21:15Z", so that it can be read on any clock), a day alone, or "" without a time.
        """
        if self._moments is None:
            quarter = "printf('%02d', CAST(substr(m.at, 15, 2) AS INTEGER) / 15 * 15)"
            query = (
                "SELECT CASE WHEN m.sent = '' THEN '' WHEN m.at LIKE '%+00:00' OR m.at LIKE '%Z' "
                f"THEN substr(m.at, 1, 14) || {quarter} || 'Z' ELSE substr(m.at, 1, 13) END, m.kind, s.words, count(*) "
                f"FROM message m JOIN name s ON s.id = m.sender WHERE {self._shown} GROUP BY 1, 2, 3"
            )
            self._moments = list(self._db.execute(query))
        return self._moments

    def close(self) -> None:
        """Let go of it."""
        self._db.close()

    def _where(
        self, wanted: Wanted, *, newest: bool, beyond: Key | None
    ) -> tuple[str, str, tuple[str | int, ...]] | None:
        """What to read from, the condition and its values; None where nothing here can be wanted."""
        first, last = self._between(wanted, newest=newest, beyond=beyond)
        parts, values = [self._shown], list[str | int]()
        for column, name in (("sender", wanted.sender), ("chat", wanted.chat)):
            if name is not None:
                parts.append(f"m.{column} = ?")
                values.append(self._names.get(name, -1))
        if first > last or -1 in values:
            return None
        if wanted.with_more:
            parts.append("m.more IS NOT NULL")
        if wanted.kind:
            parts.append("m.kind = ?")
            values.append(wanted.kind)
        match = wanted.words.forgiving if wanted.forgiving else wanted.words.match
        if not match:
            return "message m", " AND ".join(["m.id BETWEEN ? AND ?", *parts]), (first, last, *values)
        where = " AND ".join(["w.words MATCH ? AND w.rowid BETWEEN ? AND ?", *parts])
        return "words w CROSS JOIN message m ON m.id = w.rowid", where, (match, first, last, *values)

    def _between(self, wanted: Wanted, *, newest: bool, beyond: Key | None) -> tuple[int, int]:
        first = self._before(Key(wanted.since, "", -1)) + 1
        last = self._before(Key(wanted.until, "", -1)) if wanted.until else len(self._ids)
        if beyond and newest:
            last = min(last, self._before(beyond))
        elif beyond:
            first = max(first, self._before(beyond._replace(number=beyond.number + 1)) + 1)
        return first, last

    def _before(self, key: Key) -> int:
        """How many messages here stand before this key: ids follow the order of time."""
        return bisect_left(self._ids, key, key=self._key)

    def _key(self, number: int) -> Key:
        at, of_file = self._db.execute("SELECT at, number FROM message WHERE id = ?", (number,)).fetchone()
        return Key(at, self.source, of_file)
