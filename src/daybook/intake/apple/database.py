"""A database brought in, opened in memory and never on a disk, with nothing in it allowed to run for long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, BinaryIO

from daybook.intake.format import CannotReadError, TooBigInsideError

MOST = 512 << 20
"""Bytes of a database that is opened: all of it is held, twice for a moment."""

MAGIC = b"SQLite format 3\0"
_LONGEST_VALUE = 16 << 20
_STEPS, _MOST_TURNS = 100_000, 400
_LEAST_ROW = 4
"""Bytes that any row takes, so that a damaged tree which comes round to itself ends."""
_NEEDED = {
    "message": {"handle_id", "text", "date", "is_from_me"},
    "handle": {"id"},
    "chat": {"chat_identifier"},
    "chat_message_join": {"chat_id", "message_id"},
}
_BLOCK = 1 << 20
_DAMAGE = (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError)
"""What the library raises for a database that is not whole; a damaged name is not even text, and a damaged size asks
for more memory than there is, which the library says before it takes any."""
_WAL = b"\x02\x02"
_LOG_AT = 18


class DamagedDatabaseError(CannotReadError):
    """This database of messages is damaged or not as a phone writes it. It can be kept as it is."""


class LongDatabaseError(TooBigInsideError):
    """This database of messages is longer than half a gigabyte, so it was not opened. It can be kept as it is."""


def holds(file: BinaryIO, word: bytes) -> bool:
    """Whether a file is a database with this word in it; reads on until it is found."""
    file.seek(0)
    before = file.read(_BLOCK)
    if not before.startswith(MAGIC):
        return False
    while before and word not in before:
        block = file.read(_BLOCK)
        before = before[-len(word) :] + block if block else b""
    return bool(before)


class Database:
    """The tables of a phone's messages. `has_log` tells that the newest rows may stand in a second file.

    Raises LongDatabaseError, DamagedDatabaseError. A query that takes no end of steps between two rows is stopped.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._size = file.seek(0, 2)
        if self._size > MOST:
            raise LongDatabaseError
        file.seek(0)
        raw = bytearray(file.read())
        if not raw.startswith(MAGIC):
            raise DamagedDatabaseError
        self.has_log = raw[_LOG_AT : _LOG_AT + 2] == _WAL
        if self.has_log:
            raw[_LOG_AT : _LOG_AT + 2] = b"\x01\x01"  # without its second file it is read as it stands
        self._turns = 0
        self._opened = sqlite3.connect(":memory:")
        try:
            self._opened.deserialize(bytes(raw))
            self._restrict()
            self.columns = {table: self._columns(table) for table in (*_NEEDED, *_OPTIONAL)}
        except _DAMAGE as error:
            self.close()
            raise DamagedDatabaseError from error
        if not all(needed <= self.columns[table] for table, needed in _NEEDED.items()):
            self.close()
            raise DamagedDatabaseError

    def _restrict(self) -> None:
        """Nothing is written, no temporary file is made, no view or trigger of a stranger runs, no value is huge."""
        for told in ("query_only=1", "temp_store=MEMORY", "trusted_schema=0", "cell_size_check=1", "mmap_size=0"):
            self._opened.execute(f"PRAGMA {told}")
        self._opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        self._opened.set_progress_handler(self._turn, _STEPS)
        self._opened.text_factory = lambda raw: raw.decode("utf-8", "replace")

    def _turn(self) -> bool:
        self._turns += 1
        return self._turns > _MOST_TURNS

    def _columns(self, table: str) -> set[str]:
        """The columns of a real table; a view counts as none."""
        kinds = self._opened.execute("SELECT type FROM sqlite_master WHERE name = ?", (table,)).fetchall()
        if kinds != [("table",)]:
            return set()
        return {str(row[1]) for row in self._opened.execute(f"PRAGMA table_xinfo({table})")}

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query. Raises DamagedDatabaseError where they cannot be read on."""
        self._turns, left = 0, self._size // _LEAST_ROW
        try:
            for row in self._opened.execute(query):
                self._turns, left = 0, left - 1
                if left < 0:
                    raise DamagedDatabaseError
                yield row
        except _DAMAGE as error:
            raise DamagedDatabaseError from error

    def close(self) -> None:
        """Let go of the memory."""
        self._opened.close()


_OPTIONAL = ("attachment", "message_attachment_join", "chat_handle_join", "chat_recoverable_message_join")
