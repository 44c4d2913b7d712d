"""The one SQLite database of a notebook: sealed frames and sealed drafts, and no word in the clear."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daybook.journal.errors import (
    ConflictError,
    DamagedError,
    DiskFaultError,
    DiskFullError,
    JournalError,
    MissingPartError,
    NewerVersionError,
    ReadOnlyError,
    StoreError,
)
from daybook.journal.store import Frame

PLACE = "its pages"
_VERSION = 1
_BATCH = 256

_SCHEMA = {
    "frames": "CREATE TABLE frames (place INTEGER PRIMARY KEY, nonce BLOB NOT NULL,"
    " sealed BLOB NOT NULL, tag BLOB NOT NULL) STRICT",
    "drafts": "CREATE TABLE drafts (slot BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
}

# EXCLUSIVE: one writer, so the log needs no shared memory file. FULL: the log is synced at every commit.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)

_TABLE_ACTIONS = {sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
_PLAIN_ACTIONS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION}

_NAMED: dict[int, type[JournalError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_PERM: ReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyError,
    sqlite3.SQLITE_IOERR: DiskFaultError,
}
_TORN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA}


class Pages:
    """The open database. Every change is one transaction that survives a power cut once the call returns.

    Raises DamagedError for a database that is torn or holds anything but our two tables, NewerVersionError,
    MissingPartError, and the StoreErrors. After DiskFaultError it stays closed: what is on the disk is not
    known until it is opened again.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise MissingPartError(path.name)
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        with self._errors():
            self._db = _connect(path)
            _check(self._db)
            self._db.set_authorizer(_allow)

    @classmethod
    def create(cls, path: Path) -> Pages:
        """Make the empty database, in place of an empty one left by a start that was cut off."""
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        with _sqlite_errors(), contextlib.closing(_connect(path)) as db:
            db.execute("BEGIN IMMEDIATE")
            for name, sql in _SCHEMA.items():
                db.execute(f"DROP TABLE IF EXISTS {name}")
                db.execute(sql)
            db.execute(f"PRAGMA user_version = {_VERSION}")
            db.execute("COMMIT")
        return cls(path)

    @staticmethod
    def unused(path: Path) -> bool:
        """Whether there is no database here, or one of ours without a single frame."""
        if not path.exists():
            return True
        with _sqlite_errors(), contextlib.closing(_connect(path)) as db:
            found = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL")}
            return found <= _SCHEMA.keys() and (
                "frames" not in found or db.execute("SELECT 1 FROM frames").fetchone() is None
            )

    def frames(self, first: int) -> Iterator[Frame]:
        """The frames from place `first` on, fetched a few at a time."""
        select = "SELECT place, nonce, sealed, tag FROM frames WHERE place >= ? ORDER BY place LIMIT ?"
        while rows := self._rows(select, (first, _BATCH)):
            for row in rows:
                # A torn page can give back anything, whatever the table declares.
                if [type(value) for value in row] != [int, bytes, bytes, bytes] or row[0] < first:
                    raise DamagedError(PLACE)
                yield Frame(*row)
                first = row[0] + 1

    def append(self, frame: Frame) -> None:
        """Add one frame. Raises ConflictError if its place is taken."""
        row = (frame.place, frame.nonce, frame.sealed, frame.tag)
        self._change("INSERT INTO frames (place, nonce, sealed, tag) VALUES (?, ?, ?, ?)", row)

    def drafts(self) -> dict[bytes, bytes]:
        """Every draft by its slot."""
        rows = self._rows("SELECT slot, sealed FROM drafts", ())
        if not all(type(value) is bytes for row in rows for value in row):
            raise DamagedError(PLACE)
        return dict(rows)

    def put_draft(self, slot: bytes, sealed: bytes) -> None:
        """Keep a draft in place of the one in this slot."""
        self._change("INSERT OR REPLACE INTO drafts (slot, sealed) VALUES (?, ?)", (slot, sealed))

    def remove_draft(self, slot: bytes) -> None:
        """Remove the draft in this slot, if there is one."""
        self._change("DELETE FROM drafts WHERE slot = ?", (slot,))

    def close(self) -> None:
        """Close the database; SQLite folds its log into it. May be called twice."""
        with self._lock:
            db, self._db = self._db, None
            if db is not None:
                with contextlib.suppress(sqlite3.Error):
                    db.close()

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[Any]:
        with self._lock, self._errors():
            return self._opened().execute(sql, values).fetchall()

    def _change(self, sql: str, values: tuple[object, ...]) -> None:
        with self._lock, self._errors():
            db = self._opened()
            try:
                db.execute("BEGIN IMMEDIATE")
                db.execute(sql, values)
                db.execute("COMMIT")
            except sqlite3.Error:
                if db.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        db.execute("ROLLBACK")
                raise

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            raise StoreError
        return self._db

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with _sqlite_errors():
                yield
        except DiskFaultError:
            self.close()
            raise


@contextlib.contextmanager
def _sqlite_errors() -> Iterator[None]:
    """Turn what SQLite says into our errors."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise ConflictError from None
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _TORN:
            raise DamagedError(PLACE) from error
        named = _NAMED.get(code, DiskFaultError)
        raise named from error


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)
    for setting in _SETTINGS:
        db.execute(setting)
    return db


def _check(db: sqlite3.Connection) -> None:
    """Refuse a database with a trigger, a view or a table that we did not make."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise NewerVersionError
    found = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())
    if found != _SCHEMA:
        raise DamagedError(PLACE)


def _allow(action: int, table: str | None, *_: str | None) -> int:
    """Let through only reading and changing our two tables."""
    ours = action in _PLAIN_ACTIONS or (action in _TABLE_ACTIONS and table in _SCHEMA)
    return sqlite3.SQLITE_OK if ours else sqlite3.SQLITE_DENY
