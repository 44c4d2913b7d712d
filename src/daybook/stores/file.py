"""A notebook in a folder: a header, a database of sealed pages, and sealed files."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock, Timeout

from daybook.journal.errors import (
    AlreadyOpenError,
    ExistsAlreadyError,
    MissingFileError,
    MissingPartError,
    NoNotebookError,
    ReadOnlyError,
    StoreError,
)
from daybook.journal.store import FileWriter, Frame
from daybook.stores.durable import PART, DurableFile, disk_errors, replace_durably, sync_folder
from daybook.stores.pages import Pages

HEADER = "header"
HEADER_COPY = "header.copy"
PAGES = "pages.db"
MARK = "mark"
FILES = "files"
LOCK = "lock"

GRACE_SECONDS = 3600
_BLOB = re.compile(r"[0-9a-f]{32}")


class FileStore:
    """One notebook in one folder, held by one program at a time from construction until `close`.

    The folder need not exist yet; `create` makes it. Everything in it is readable by its owner only. Raises
    AlreadyOpenError for a second holder, ReadOnlyError where nothing can be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: FileLock | None = None
        self._pages: Pages | None = None
        if folder.is_dir():
            self._hold()

    def create(self, header: bytes, mark: bytes) -> None:
        """Start an empty notebook; the header comes last, so that a start cut off can be begun again."""
        with disk_errors():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._hold()
        if self._pages or self._has_header() or not Pages.unused(self.folder / PAGES):
            raise ExistsAlreadyError
        with disk_errors():
            self.folder.chmod(0o700)
            (self.folder / FILES).mkdir(mode=0o700, exist_ok=True)
            self._pages = Pages.create(self.folder / PAGES)
            sync_folder(self.folder)
        replace_durably(self.folder / MARK, mark)
        self.replace_header(header)
        with disk_errors():
            sync_folder(self.folder.parent)

    def headers(self) -> list[bytes]:
        """Both copies of the header, as far as they are there."""
        if not (self.folder / PAGES).exists() and not self._has_header():
            raise NoNotebookError
        with disk_errors():
            copies = [path.read_bytes() for path in self._header_paths() if path.is_file()]
        if not copies:
            raise MissingPartError(HEADER)
        return copies

    def replace_header(self, header: bytes) -> None:
        """Put this header in place of both copies, first the one that decides."""
        self._held()
        for path in self._header_paths():
            replace_durably(path, header)

    def frames(self, first: int = 0) -> Iterator[Frame]:
        """The frames from place `first` on."""
        return self._opened().frames(first)

    def append(self, frame: Frame) -> None:
        """Keep the frame; durable once this returns. Raises ConflictError."""
        self._opened().append(frame)

    def mark(self) -> bytes | None:
        """The mark as it was last kept, or None."""
        with disk_errors(), contextlib.suppress(FileNotFoundError):
            return (self.folder / MARK).read_bytes()
        return None

    def replace_mark(self, mark: bytes) -> None:
        """Keep the mark."""
        self._held()
        replace_durably(self.folder / MARK, mark)

    def drafts(self) -> dict[bytes, bytes]:
        """Every sealed draft by its slot."""
        return self._opened().drafts()

    def put_draft(self, slot: bytes, sealed: bytes) -> None:
        """Keep a draft in place of the one in this slot; durable once this returns."""
        self._opened().put_draft(slot, sealed)

    def remove_draft(self, slot: bytes) -> None:
        """Remove the draft in this slot, if there is one."""
        self._opened().remove_draft(slot)

    def new_file(self, blob: str) -> FileWriter:
        """Begin a sealed file; until it is committed it is `NAME.part`."""
        self._held()
        return DurableFile(self._path(blob))

    def open_file(self, blob: str) -> BinaryIO:
        """The sealed file. Raises MissingFileError."""
        with disk_errors():
            try:
                return self._path(blob).open("rb")
            except FileNotFoundError:
                raise MissingFileError(blob) from None

    def files(self) -> Iterator[str]:
        """The names of all kept files."""
        return (path.name for path in self._in_files() if _BLOB.fullmatch(path.name))

    def remove_file(self, blob: str) -> None:
        """Remove a kept file from this folder. Raises MissingFileError."""
        self._held()
        with disk_errors():
            try:
                self._path(blob).unlink()
            except FileNotFoundError:
                raise MissingFileError(blob) from None
            sync_folder(self.folder / FILES)

    def remove_leftovers(self, *, older_than: float = GRACE_SECONDS) -> list[str]:
        """Remove half files of a program that was cut off, and name them; done at every start.

        The grace, in seconds, is for another computer that is writing into the same folder over a network.
        """
        oldest = time.time() - older_than
        gone = [path for path in self._in_files() if path.name.endswith(PART) and path.stat().st_mtime < oldest]
        with disk_errors():
            for path in gone:
                path.unlink()
        return [path.name for path in gone]

    def close(self) -> None:
        """Close the database and let go of the folder. May be called twice."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        if self._lock is not None:
            self._lock.release(force=True)
            self._lock = None

    def _hold(self) -> None:
        """Take the folder for this program, and clear up after one that was cut off."""
        if self._lock is not None:
            return
        lock = FileLock(self.folder / LOCK, blocking=False, mode=0o600, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire()
        except Timeout:
            raise AlreadyOpenError from None
        except NotImplementedError:  # a file system without locks
            raise ReadOnlyError from None
        except OSError as error:
            with disk_errors():
                raise error from None
        self._lock = lock
        self.remove_leftovers()

    def _held(self) -> None:
        if self._lock is None:
            raise NoNotebookError if not self.folder.is_dir() else StoreError

    def _opened(self) -> Pages:
        self._held()
        if self._pages is None:
            self._pages = Pages(self.folder / PAGES)
        return self._pages

    def _header_paths(self) -> tuple[Path, Path]:
        return self.folder / HEADER, self.folder / HEADER_COPY

    def _has_header(self) -> bool:
        return any(path.exists() for path in self._header_paths())

    def _in_files(self) -> Iterator[Path]:
        with disk_errors(), contextlib.suppress(FileNotFoundError):
            yield from (self.folder / FILES).iterdir()

    def _path(self, blob: str) -> Path:
        if not _BLOB.fullmatch(blob):  # never a path of somebody's choosing
            raise MissingFileError("a name that is none of ours")
        return self.folder / FILES / blob
