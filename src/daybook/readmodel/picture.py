"""The in-memory SQLite built by replay: drop it, replay the journal, and every answer is the same."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any, get_type_hints

import msgspec

from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.happened import Happened
from daybook.domain.kinds import RecordKind, kind_of
from daybook.domain.revision import Revision
from daybook.readmodel.record_search import RecordSearch
from daybook.readmodel.record_words import is_searched, words_of

_COLUMNS = "r.record, r.number, r.kind, r.written, r.key, r.place, r.body"


class Picture:
    """Lists, timeline and full-text search over all revisions; nothing of it ever reaches a disk.

    Not thread-safe by itself: the notebook serialises every call.
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA temp_store = MEMORY")
        self._db.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))
        self._taken: Counter[str] = Counter()
        self.records = RecordSearch(self._db)
        """What finds records by their words."""

    def replay(self, revisions: Iterable[Revision]) -> None:
        """Take in revisions in the order of the journal."""
        self._db.execute("BEGIN")
        try:
            for revision in revisions:
                self._take(revision)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _take(self, revision: Revision) -> None:
        kind = kind_of(revision.kind)
        written = revision.written.isoformat()
        row = (revision.record, revision.number, revision.kind, written, revision.key, revision.place)
        self._db.execute("INSERT INTO revision VALUES (?,?,?,?,?,?,?)", (*row, msgspec.msgpack.encode(revision.body)))
        happened = kind.when(revision.body)
        span = [when.isoformat() if when else None for when in (happened.earliest, happened.latest)] if happened else []
        (entry,) = self._db.execute(
            "INSERT INTO entry (record, kind, number, written, earliest, latest) VALUES (?,?,?,?,?,?) "
            "ON CONFLICT (record) DO UPDATE SET number = excluded.number, earliest = excluded.earliest, "
            "latest = excluded.latest RETURNING id",
            (revision.record, revision.kind, revision.number, written, *(span or (None, None))),
        ).fetchone()
        if revision.number > 1:
            self._db.execute("DELETE FROM link WHERE record = ?", (revision.record,))
        links = [(revision.record, other) for other in dict.fromkeys(_links_of(revision.body))]
        self._db.executemany("INSERT INTO link VALUES (?,?)", links)
        if is_searched(kind.code):
            if revision.number > 1:
                self._db.execute("DELETE FROM words WHERE rowid = ?", (entry,))
            text = words_of(kind.code, revision.body)
            self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (entry, text))
            self.records.changed()
        self._taken[kind.code] += 1

    def changes(self, kind: str) -> int:
        """How many revisions of this kind it took in: as long as that stays, all of them are as they were."""
        return self._taken[kind]

    def latest(self, record: str) -> Revision | None:
        """The newest revision of a record, or None."""
        return self._one("revision r WHERE r.record = ? ORDER BY r.number DESC LIMIT 1", (record,))

    def history(self, record: str) -> list[Revision]:
        """Every revision of a record, oldest first; empty when there is none."""
        return self._many("revision r WHERE r.record = ? ORDER BY r.number", (record,))

    def by_key(self, key: str) -> Revision | None:
        """The revision a form with this key was saved as, or None."""
        return self._one("revision r WHERE r.key = ? AND r.key <> ''", (key,))

    def newest_of(self, kind: str) -> Revision | None:
        """The newest revision of a kind there is only one of, or None."""
        tail = "revision r JOIN entry e USING (record, number) WHERE e.kind = ? ORDER BY r.place DESC LIMIT 1"
        return self._one(tail, (kind,))

    def all_of(
        self, kinds: Sequence[str], *, newest: bool = False, first: int = 0, most: int | None = None
    ) -> list[Revision]:
        """The latest revision of every record of these kinds: by when it happened, unknown last, then by written.

        `newest` turns both parts around. `first` and `most` give one stretch of the list.
        """
        marks = ",".join("?" * len(kinds))
        down = "DESC" if newest else ""
        index = "" if most is None else f"INDEXED BY {'entry_newest' if newest else 'entry_oldest'} "
        tail = (
            f"revision r JOIN (SELECT record, number, earliest, written, id FROM entry {index}WHERE kind IN ({marks}) "
            f"ORDER BY earliest IS NULL, earliest {down}, written {down}, id {down} LIMIT ? OFFSET ?) e "
            f"USING (record, number) ORDER BY e.earliest IS NULL, e.earliest {down}, e.written {down}, e.id {down}"
        )
        return self._many(tail, (*kinds, -1 if most is None else most, first))

    def count(self, kinds: Sequence[str]) -> int:
        """How many records of these kinds there are."""
        marks = ",".join("?" * len(kinds))
        row = self._db.execute(f"SELECT count(*) FROM entry WHERE kind IN ({marks})", tuple(kinds)).fetchone()
        return int(row[0])

    def by_month(self, kinds: Sequence[str]) -> list[tuple[str, int]]:
        """How many records of these kinds stand at each month ("2024-03"), in order; what has no date last, at ""."""
        marks = ",".join("?" * len(kinds))
        query = f"SELECT coalesce(substr(earliest, 1, 7), ''), count(*) FROM entry WHERE kind IN ({marks}) GROUP BY 1"
        return sorted(self._db.execute(query, tuple(kinds)), key=lambda row: row[0] or "~")

    def numbers(self, kinds: Sequence[str]) -> list[tuple[str, int]]:
        """Every record of these kinds with the number of its latest revision."""
        marks = ",".join("?" * len(kinds))
        return list(self._db.execute(f"SELECT record, number FROM entry WHERE kind IN ({marks})", tuple(kinds)))

    def happened(self, kinds: Sequence[str]) -> list[tuple[str, int, str, Happened | None]]:
        """Every record of these kinds, the number of its latest revision, its kind and when it was; no more is read."""
        marks = ",".join("?" * len(kinds))
        query = (
            "SELECT e.record, e.number, e.kind, r.body FROM entry e JOIN revision r USING (record, number) "
            f"WHERE e.kind IN ({marks})"
        )
        dated = {code: msgspec.msgpack.Decoder(_only_when(kind_of(code))) for code in kinds}
        return [
            (record, number, code, kind_of(code).when(dated[code].decode(body)))
            for record, number, code, body in self._db.execute(query, tuple(kinds))
        ]

    def linked_to(self, record: str) -> list[Revision]:
        """The latest revision of every record that points to this one, in the order they were first written."""
        tail = (
            "link l JOIN entry e USING (record) JOIN revision r USING (record, number) WHERE l.other = ? ORDER BY e.id"
        )
        return self._many(tail, (record,))

    def newest_written(self, kinds: Sequence[str], most: int) -> list[Revision]:
        """The latest revision of the records of these kinds that were begun last, the newest first."""
        marks = ",".join("?" * len(kinds))
        tail = f"revision r JOIN entry e USING (record, number) WHERE e.kind IN ({marks}) ORDER BY e.id DESC LIMIT ?"
        return self._many(tail, (*kinds, most))

    def close(self) -> None:
        """Let go of everything."""
        self._db.close()

    def _one(self, tail: str, values: tuple[Any, ...]) -> Revision | None:
        found = self._many(tail, values)
        return found[0] if found else None

    def _many(self, tail: str, values: tuple[Any, ...]) -> list[Revision]:
        return [_revision(row) for row in self._db.execute(f"SELECT {_COLUMNS} FROM {tail}", values)]


def _revision(row: tuple[Any, ...]) -> Revision:
    record, number, kind, written, key, place, body = row
    return Revision(
        record=record,
        kind=kind,
        number=number,
        written=datetime.fromisoformat(written).astimezone(UTC),
        key=key,
        place=place,
        body=msgspec.msgpack.decode(body, type=kind_of(kind).cls),
    )


@cache
def _only_when(kind: RecordKind) -> type[Any]:
    """What holds of a record of this kind only the field that dates it: reading that alone is far faster."""
    name = kind.dated_by
    return msgspec.defstruct("OnlyWhen", [(name, get_type_hints(kind.cls)[name])] if name else [])


def _links_of(body: object) -> Iterator[str]:
    """The ids of the records a record points to."""
    for name, field in fields_of(type(body)).items():
        if field.kind is FieldKind.RECORDS:
            yield from getattr(body, name)
