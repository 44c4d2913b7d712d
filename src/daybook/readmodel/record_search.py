"""Records found by their words, by kind, by when they were, and by whom they name; in order of time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from daybook.readmodel.asked import NOTHING, Asked, known_stems
from daybook.readmodel.kept import Key

_LAST = "~"
"""Sorts behind every time: what has no date stands last in both orders."""


class Found(NamedTuple):
    """One record that was found: its number in the index, its id, its kind, and where it stands in time ("" for none).

    `text` are all words it is found by.
    """

    entry: int
    record: str
    kind: str
    at: str
    text: str

    @property
    def key(self) -> Key:
        """Where it stands among records and messages."""
        return Key(self.at, "", self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which records: those an index query `match` finds, of these kinds, that may have been in this span of ISO times.

    `closely` are words of which `match` finds too much: only texts that can hold their phrases and letters.
    `named` is an index query for a name and `linked` the ids of records of hers: one of both is in or of the record.
    """

    kinds: Sequence[str]
    match: str = ""
    closely: Asked = NOTHING
    named: str = ""
    linked: Sequence[str] = ()
    since: str = ""
    until: str = ""


class RecordSearch:
    """Asks the index of the read model. Not thread-safe by itself: the notebook serialises every call."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._stems: set[str] | None = None

    def find(self, sought: Sought, *, newest: bool, most: int, beyond: Key | None = None) -> list[Found]:
        """So many of them from `beyond` on (without it), the newest or the oldest first, those without a date last."""
        undated = "" if newest else _LAST
        tables, where, values = _from(sought, newest=newest, beyond=beyond)
        down = "DESC" if newest else ""
        rows = self._db.execute(
            f"SELECT f.id, f.record, f.kind, f.at, x.text FROM (SELECT e.id, e.record, e.kind, "
            f"coalesce(e.earliest, '{undated}') AS at FROM {tables} WHERE {where} "
            f"ORDER BY 4 {down}, 1 {down} LIMIT ?) f JOIN words x ON x.rowid = f.id ORDER BY f.at {down}, f.id {down}",
            (*values, most),
        )
        return [Found(*row) for row in rows]

    def count(self, sought: Sought, most: int, *, newest: bool = True, beyond: Key | None = None) -> int:
        """How many there are from `beyond` on, counted up to `most`."""
        tables, where, values = _from(sought, newest=newest, beyond=beyond)
        query = f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where} LIMIT ?)"
        return int(self._db.execute(query, (*values, most)).fetchone()[0])

    def undated(self, sought: Sought, most: int) -> int:
        """How many there would be besides, if those whose date is not known were in every span; up to `most`."""
        if not (sought.since or sought.until):
            return 0
        tables, where, values = _where(sought, dated=False)
        query = f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where} AND e.earliest IS NULL LIMIT ?)"
        return int(self._db.execute(query, (*values, most)).fetchone()[0])

    def kinds(self) -> dict[str, int]:
        """How many records there are of each kind that is found by its words."""
        return dict(self._db.execute("SELECT e.kind, count(*) FROM entry e JOIN words_docsize d USING (id) GROUP BY 1"))

    def stems(self) -> set[str]:
        """Every stem in the index; collected once, until something changes."""
        if self._stems is None:
            self._stems = set(known_stems(self._db))
        return self._stems

    def changed(self) -> None:
        """A record was put into the index."""
        self._stems = None


def _from(sought: Sought, *, newest: bool, beyond: Key | None) -> tuple[str, str, list[str | int]]:
    """What to read from, the condition and its values, from one place of the list on."""
    tables, where, values = _where(sought)
    if beyond:
        undated = "" if newest else _LAST
        where += f" AND (coalesce(e.earliest, '{undated}'), '', e.id) {'<' if newest else '>'} (?, ?, ?)"
        values.extend(beyond)
    return tables, where, values


def _where(sought: Sought, *, dated: bool = True) -> tuple[str, str, list[str | int]]:
    """What to read from, the condition and its values."""
    tables, parts, values = "entry e", ["e.kind IN (SELECT value FROM json_each(?))"], list[str | int]()
    values.append(json.dumps(list(sought.kinds)))
    if sought.match or sought.closely.letters:
        tables = "words w CROSS JOIN entry e ON e.id = w.rowid"
    if sought.match:
        parts.insert(0, "w.words MATCH ?")
        values.insert(0, sought.match)
    if sought.closely.is_closer:
        can_hold, letters = sought.closely.can_hold("w.text")
        parts.append(can_hold)
        values += letters
    elif not sought.match:
        parts.append("e.id IN (SELECT id FROM words_docsize)")
    if sought.named or sought.linked:
        named = "e.id IN (SELECT rowid FROM words WHERE words MATCH ?) OR " if sought.named else ""
        mine = "e.record IN (SELECT value FROM json_each(?))"
        points = "e.record IN (SELECT record FROM link WHERE other IN (SELECT value FROM json_each(?)))"
        parts.append(f"({named}{mine} OR {points})")
        values += [sought.named] if sought.named else []
        values += [json.dumps(list(sought.linked))] * 2
    if dated and sought.since:
        parts.append("e.latest >= ?")
        values.append(sought.since)
    if dated and sought.until:
        parts.append("e.earliest < ?")
        values.append(sought.until)
    return tables, " AND ".join(parts), values
