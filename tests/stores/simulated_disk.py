"""A disk in memory that loses and tears what was not synced when the power is cut, and SQLite on top of it."""

from __future__ import annotations

import contextlib
import itertools
import random
import sqlite3
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
_COUNTER = itertools.count()
_DB_NAME = "pages.db"


class SimulatedFile:
    """What is surely on the disk, and the writes since the last sync, in order."""

    def __init__(self, durable: bytes = b"") -> None:
        self.durable = bytearray(durable)
        self.now = bytearray(durable)
        self.pending: list[tuple[int, bytes | None]] = []

    def write(self, data: bytes, at: int) -> None:
        _put(self.now, data, at)
        self.pending.append((at, bytes(data)))

    def truncate(self, size: int) -> None:
        _cut(self.now, size)
        self.pending.append((size, None))

    def sync(self) -> None:
        self.durable, self.pending = bytearray(self.now), []

    def survived(self, chance: random.Random) -> bytes:
        """The durable bytes and any of the pending writes, some of them only in part."""
        left = bytearray(self.durable)
        keep = chance.choice([0.0, 0.5, 0.9, 1.0])
        for at, data in self.pending:
            if chance.random() >= keep:
                continue
            if data is None:
                _cut(left, at)
            elif chance.random() < 0.3:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        _put(left, data[start : start + SECTOR], at + start)
            else:
                _put(left, data, at)
        return bytes(left)


def _put(into: bytearray, data: bytes, at: int) -> None:
    if len(into) < at:
        into.extend(bytes(at - len(into)))
    into[at : at + len(data)] = data


def _cut(into: bytearray, size: int) -> None:
    if len(into) > size:
        del into[size:]
    else:
        into.extend(bytes(size - len(into)))


class SimulatedDisk(apsw.VFS):
    """Files by name. After `cut_after` more writes, truncations, syncs or removals, the power is gone."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.name = f"simulated-{next(_COUNTER)}"
        self.files = {name: SimulatedFile(data) for name, data in (files or {}).items()}
        self.cut_after: int | None = None
        self.steps = 0
        self.off = False
        super().__init__(self.name, "")

    def change(self) -> None:
        self.steps += 1
        if self.cut_after is not None and self.steps > self.cut_after:
            self.off = True
        if self.off:
            raise apsw.IOError("the power is gone")

    def survived(self, chance: random.Random) -> dict[str, bytes]:
        return {name: file.survived(chance) for name, file in self.files.items()}

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:
        return pathname in self.files

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001
        self.change()
        self.files.pop(filename, None)

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        called = name.filename() if isinstance(name, apsw.URIFilename) else name
        flags[1] = flags[0]
        return OpenedFile(self, self.files.setdefault(called, SimulatedFile()))


class OpenedFile:
    def __init__(self, disk: SimulatedDisk, file: SimulatedFile) -> None:
        self.disk = disk
        self.file = file

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.file.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.change()
        self.file.write(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self.disk.change()
        self.file.truncate(newsize)

    def xSync(self, flags: int) -> None:
        self.disk.change()
        self.file.sync()

    def xFileSize(self) -> int:
        return len(self.file.now)

    def xClose(self) -> None:
        pass

    def xLock(self, level: int) -> None:
        pass

    def xUnlock(self, level: int) -> None:
        pass

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0  # nothing is promised: no atomic writes, no order


class Rows:
    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self.rows = rows

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self.rows

    def fetchone(self) -> tuple[Any, ...] | None:
        return self.rows[0] if self.rows else None

    def __iter__(self) -> Any:
        return iter(self.rows)


class Connection:
    """As much of `sqlite3.Connection` as the pages use, on the simulated disk."""

    def __init__(self, disk: SimulatedDisk, settings: tuple[str, ...]) -> None:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        self.db = apsw.Connection(_DB_NAME, flags=flags, vfs=disk.name)
        for setting in settings:
            self.execute(setting)

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> Rows:
        try:
            return Rows(list(self.db.execute(sql, values)))
        except apsw.ConstraintError as error:
            raise sqlite3.IntegrityError(str(error)) from None
        except apsw.Error as error:
            named = sqlite3.OperationalError(str(error))
            named.sqlite_errorcode = getattr(error, "result", sqlite3.SQLITE_IOERR)
            raise named from None

    @property
    def in_transaction(self) -> bool:
        return not self.db.get_autocommit()

    def set_authorizer(self, allow: Any) -> None:
        self.db.authorizer = allow

    def close(self) -> None:
        with contextlib.suppress(apsw.Error):  # the power may be gone
            self.db.close(force=True)


def connect_to(disk: SimulatedDisk, settings: tuple[str, ...]) -> Any:
    """What stands for `_connect` in the pages."""
    return lambda path: Connection(disk, settings)


DB_PATH = Path(__file__)  # any path that is a file; the simulated disk does not look at it
