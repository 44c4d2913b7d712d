"""One sealed book opened again in memory: its messages in order of time, by words, by person."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from daybook.readmodel.asked import EXACT, known_stems
from daybook.readmodel.kept import Kept, Key
from daybook.readmodel.twins import InBoth
from daybook.readmodel.wanted import Query, Wanted, query_of

_COLUMNS = 'm.number, m.at, m.sent, m.written, s.words, c.words, m.kind, m.text, m.start, m."end", m.part, m.more'
_JOINED = "JOIN name s ON s.id = m.sender JOIN name c ON c.id = m.chat"
_CLOCK = len("2024-03-14T21:15")
"""Characters of the shortest time of a wall's clock: one with an offset has more."""
_RARE = 100
"""In no more messages than this a word is rare: they are looked at one by one for all that is asked for."""
_FEW = 400
"""So many messages are looked at one by one for words, sooner than all with these words for who sent them."""


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
        self._twins = f"SELECT 1 FROM twin t WHERE t.source IN ({','.join(map(str, ids))}) AND t.id = " if ids else ""
        self._shown = f"NOT EXISTS ({self._twins}m.id)" if ids else "1"
        self._tallies: list[tuple[str, str, str, str, int]] | None = None
        self._moments: list[tuple[str, str, str, int]] | None = None
        self._senders: dict[int, int] | None = None
        self._numbers: tuple[int, array[int]] | None = None
        self._is_sorted = self._has_exact = False

    def read(self, wanted: Wanted, *, newest: bool, beyond: Key | None = None) -> Iterator[Kept]:
        """The wanted messages from `beyond` on (without it), in order of time; read as they are asked for."""
        query = f"SELECT {_COLUMNS} FROM message m {_JOINED} WHERE m.id = ?"
        for found in self._found(wanted, newest=newest, beyond=beyond):
            yield Kept(self.source, *self._db.execute(query, (found,)).fetchone())

    def count(self, wanted: Wanted, most: int, *, newest: bool = True, beyond: Key | None = None) -> int:
        """How many are wanted from `beyond` on, counted up to `most`."""
        if wanted.words.is_closer:
            found = self._found(wanted, newest=newest, beyond=beyond)
            return sum(1 for _one in islice(found, most))
        asked = self._asked(wanted, newest=newest, beyond=beyond)
        if asked is None:
            return 0
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {asked.tables} WHERE {asked.where} LIMIT ?)"
        return int(self._db.execute(counted, (*asked.values, most)).fetchone()[0])

    def senders(self) -> dict[str, int]:
        """Who sent how many, those included that another file shows."""
        counts = self._sent()
        return {name: counts[number] for name, number in self._names.items() if number in counts}

    def stems(self) -> list[str]:
        """Every stem in its full-text index."""
        return known_stems(self._db)

    def sort_by_sender(self) -> None:
        """Make the index that messages of one person are found by."""
        if not self._is_sorted:
            self._db.execute("CREATE INDEX IF NOT EXISTS sent_by ON message (sender)")
            self._is_sorted = True

    def learn_exact(self) -> None:
        """Make the index of words as they stand, for single words in quotes; what is found stays the same."""
        if self._has_exact:
            return
        self._db.execute("ATTACH ':memory:' AS said")
        table = f"fts5 (text, content = '', detail = none, columnsize = 0, tokenize = '{EXACT}')"
        self._db.execute(f"CREATE VIRTUAL TABLE said.exact USING {table}")
        self._db.execute("BEGIN")
        self._db.execute("INSERT INTO said.exact (rowid, text) SELECT id, text FROM message")
        self._db.execute("COMMIT")
        self._has_exact = True

    def get(self, number: int) -> Kept | None:
        """The message with this number in its file; None for one of another book."""
        (found,) = self._ids_of((number,)) or (0,)
        query = f"SELECT {_COLUMNS} FROM message m {_JOINED} WHERE m.id = ?"
        row = self._db.execute(query, (found,)).fetchone()
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

    def again(self) -> dict[str, InBoth]:
        """How many of its messages each other file holds too, as far as was known when it was made."""
        query = (
            "SELECT n.words, count(*), sum(m.text <> '' OR m.kind <> 'message') FROM twin t "
            "JOIN name n ON n.id = t.source JOIN message m ON m.id = t.id GROUP BY 1"
        )
        return {str(source): InBoth(*counts) for source, *counts in self._db.execute(query)}

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
                "SELECT moment, kind, s.words, number FROM (SELECT CASE WHEN m.sent = '' THEN '' "
                f"WHEN length(m.at) > {_CLOCK} AND (substr(m.at, -6) = '+00:00' OR substr(m.at, -1) = 'Z') "
                f"THEN substr(m.at, 1, 14) || {quarter} || 'Z' ELSE substr(m.at, 1, 13) END AS moment, m.kind AS kind, "
                f"m.sender AS sender, count(*) AS number FROM message m WHERE {self._shown} GROUP BY 1, 2, 3) "
                "JOIN name s ON s.id = sender"
            )
            self._moments = list(self._db.execute(query))
        return self._moments

    @property
    def is_counted(self) -> bool:
        """Whether its moments are known."""
        return self._moments is not None

    @property
    def has_exact(self) -> bool:
        """Whether it has the index of exact words."""
        return self._has_exact

    def plain(self) -> bytes:
        """All of it, to be opened once more: by somebody who does with it what takes long."""
        return self._db.serialize()

    def learn_from(self, other: OpenBook) -> None:
        """Take over what was counted in another opening of the same book, and its index of exact words."""
        self._tallies, self._moments = self._tallies or other._tallies, self._moments or other._moments
        self._senders = self._senders or other._senders
        if other._has_exact and not self._has_exact:
            self._db.execute("ATTACH ':memory:' AS said")
            self._db.deserialize(other._db.serialize(name="said"), name="said")
            self._has_exact = True

    def close(self) -> None:
        """Let go of it."""
        self._db.close()

    def _found(self, wanted: Wanted, *, newest: bool, beyond: Key | None) -> Iterator[int]:
        """The ids of what an index finds, in order; read as they are asked for."""
        asked = self._asked(wanted, newest=newest, beyond=beyond)
        if asked is None:
            return
        order = f"ORDER BY {asked.id} {'DESC' if newest else ''}"
        if not wanted.words.is_closer:
            for (found,) in self._db.execute(
                f"SELECT {asked.id} FROM {asked.tables} WHERE {asked.where} {order}", asked.values
            ):
                yield found
            return
        can_hold, values = wanted.words.can_hold("x.text")
        tables = f"{asked.tables} CROSS JOIN message x ON x.id = {asked.id}"
        query = f"SELECT x.id, x.text FROM {tables} WHERE {asked.where} AND {can_hold} {order}"
        for found, text in self._db.execute(query, (*asked.values, *values)):
            if wanted.words.holds(text):
                yield found

    def _asked(self, wanted: Wanted, *, newest: bool, beyond: Key | None) -> Query | None:
        """What to read from, the condition and its values; None where nothing here can be wanted."""
        first, last = self._between(wanted, newest=newest, beyond=beyond)
        senders, picks = self._meant(wanted), None
        if wanted.picks is not None:
            picks = self._ids_of(sorted(wanted.picks.get(self.source, ())))
        index = ("words", wanted.query)
        if self._has_exact and wanted.words.is_exact and not wanted.match:
            index = ("exact", wanted.query)
        elif self._has_exact:
            picks = self._narrowed(wanted.words.exact, (first, last), picks)
        if first > last or (senders is not None and not senders) or (picks is not None and not picks):
            return None
        few = picks is not None
        if senders is not None:
            self.sort_by_sender()
            few = few or sum(self._sent()[sender] for sender in senders) <= _FEW
        return query_of(
            wanted,
            (first, last),
            index,
            few=few,
            senders=senders,
            picks=picks,
            chat=self._chat(wanted),
            twins=self._twins,
        )

    def _narrowed(self, words: Sequence[str], span: tuple[int, int], picks: list[int] | None) -> list[int] | None:
        """The ids that can be meant at all, where one of these words stands as it is in few messages."""
        query = "SELECT rowid FROM exact WHERE exact MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
        for word in words:
            found = [one for (one,) in self._db.execute(query, (f'"{word}"', *span, _RARE + 1))]
            if len(found) <= _RARE:
                return [one for one in found if picks is None or one in picks]
        return picks

    def _meant(self, wanted: Wanted) -> list[int] | None:
        """The numbers of the senders that are meant and sent something here; None for all."""
        names = wanted.senders if wanted.sender is None else (wanted.sender,)
        if names is None:
            return None
        counts = self._sent()
        return [self._names[name] for name in names if self._names.get(name) in counts]

    def _chat(self, wanted: Wanted) -> int | None:
        return None if wanted.chat is None else self._names.get(wanted.chat, -1)

    def _sent(self) -> dict[int, int]:
        """How many each sent, by the number of the name. Counted outside the database: it would sort all of them."""
        if self._senders is None:
            numbers = self._db.execute("SELECT group_concat(sender) FROM message").fetchone()[0]
            self._senders = {
                int(number): count for number, count in Counter((numbers or "").split(",")).items() if number
            }
        return self._senders

    def _ids_of(self, numbers: Sequence[int]) -> list[int]:
        """The ids of the messages with these numbers in the file, as far as they are here."""
        if self._numbers is None:
            ids = self._db.execute("SELECT id, number FROM message ORDER BY number").fetchall()
            self._numbers = (ids[0][1] if ids else 0, array("i", [one for one, _number in ids]))
        first, ids_by_number = self._numbers
        return [ids_by_number[number - first] for number in numbers if 0 <= number - first < len(ids_by_number)]

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
