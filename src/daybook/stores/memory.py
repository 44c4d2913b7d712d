"""A notebook that lives only as long as the program: for tests, and to look at one without a disk."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from typing import BinaryIO

from daybook.journal.errors import ConflictError, ExistsAlreadyError, MissingFileError, NoNotebookError, StoreError
from daybook.journal.store import FileWriter, Frame


class MemoryStore:
    """Keeps what a file store keeps, in dictionaries. Nothing in it survives the process."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._headers: list[bytes] = []
        self._frames: list[Frame] = []
        self._mark: bytes | None = None
        self._drafts: dict[bytes, bytes] = {}
        self._files: dict[str, bytes] = {}
        self._closed = False

    def create(self, header: bytes, mark: bytes) -> None:
        """Start an empty notebook. Raises ExistsAlreadyError."""
        with self._opened():
            if self._headers:
                raise ExistsAlreadyError
            self._headers, self._mark = [header, header], mark

    def headers(self) -> list[bytes]:
        """Both copies of the header. Raises NoNotebookError."""
        with self._opened():
            if not self._headers:
                raise NoNotebookError
            return list(self._headers)

    def replace_header(self, header: bytes) -> None:
        """Put this header in place of both copies."""
        with self._opened():
            self._headers = [header, header]

    def frames(self, first: int = 0) -> Iterator[Frame]:
        """The frames from place `first` on, as they are now."""
        with self._opened():
            return iter(self._frames[first:])

    def append(self, frame: Frame) -> None:
        """Keep the frame. Raises ConflictError if its place is taken."""
        with self._opened():
            if frame.place < len(self._frames):
                raise ConflictError
            self._frames.append(frame)

    def mark(self) -> bytes | None:
        """The mark, or None."""
        with self._opened():
            return self._mark

    def replace_mark(self, mark: bytes) -> None:
        """Keep the mark."""
        with self._opened():
            self._mark = mark

    def drafts(self) -> dict[bytes, bytes]:
        """Every sealed draft by its slot."""
        with self._opened():
            return dict(self._drafts)

    def put_draft(self, slot: bytes, sealed: bytes) -> None:
        """Keep a draft in place of the one in this slot."""
        with self._opened():
            self._drafts[slot] = sealed

    def remove_draft(self, slot: bytes) -> None:
        """Remove the draft in this slot, if there is one."""
        with self._opened():
            self._drafts.pop(slot, None)

    def new_file(self, blob: str) -> FileWriter:
        """Begin a sealed file with this name."""
        with self._opened():
            return _MemoryWriter(self._files, blob)

    def open_file(self, blob: str) -> BinaryIO:
        """The sealed file. Raises MissingFileError."""
        with self._opened():
            try:
                return io.BytesIO(self._files[blob])
            except KeyError:
                raise MissingFileError(blob) from None

    def files(self) -> Iterator[str]:
        """The names of all kept files."""
        with self._opened():
            return iter(list(self._files))

    def remove_file(self, blob: str) -> None:
        """Remove a kept file. Raises MissingFileError."""
        with self._opened():
            if self._files.pop(blob, None) is None:
                raise MissingFileError(blob)

    def close(self) -> None:
        """Let go; what is kept stays in this object, for `reopened`."""
        self._closed = True

    def reopened(self) -> MemoryStore:
        """A store with the same contents, as if the program had been started again."""
        again = MemoryStore()
        vars(again).update(vars(self), _closed=False)
        return again

    def _opened(self) -> threading.RLock:
        if self._closed:
            raise StoreError
        return self._lock


class _MemoryWriter:
    """A sealed file on its way into a MemoryStore."""

    def __init__(self, files: dict[str, bytes], blob: str) -> None:
        self._files = files
        self._blob = blob
        self._parts: list[bytes] | None = []

    def write(self, sealed: bytes) -> None:
        if self._parts is None:
            raise StoreError
        self._parts.append(sealed)

    def commit(self) -> None:
        if self._parts is None:
            raise StoreError
        self._files[self._blob], self._parts = b"".join(self._parts), None

    def abandon(self) -> None:
        self._parts = None
