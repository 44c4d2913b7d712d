"""What a store must keep for a journal: sealed bytes by place or name, and nothing it could read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol


@dataclass(frozen=True, slots=True)
class Frame:
    """One sealed page as it is stored. `place` counts from 0; `tag` is its link of the chain, 32 bytes."""

    place: int
    nonce: bytes
    sealed: bytes
    tag: bytes


class FileWriter(Protocol):
    """A sealed file on its way in. Until `commit` returns it is not part of the notebook."""

    def write(self, sealed: bytes) -> None:
        """Take the next bytes. On any error the half file is removed before the error is raised."""

    def commit(self) -> None:
        """Keep the file under its name; it survives a power cut once this returns."""

    def abandon(self) -> None:
        """Remove what was written. Does nothing after `commit` or a second time."""


class Store(Protocol):
    """Where frames, sealed files and drafts are kept. Raises only the errors of `journal.errors`.

    Calls may come from several threads. A store holds one notebook for one writer.
    """

    def create(self, header: bytes, mark: bytes) -> None:
        """Start an empty notebook, whole or not at all. Raises ExistsAlreadyError."""

    def headers(self) -> list[bytes]:
        """Every copy of the header there is, the one to trust first. Raises NoNotebookError, MissingPartError."""

    def replace_header(self, header: bytes) -> None:
        """Put this header in place of every copy. A power cut leaves the old one or this one."""

    def frames(self, first: int = 0) -> Iterator[Frame]:
        """The frames from place `first` on, in order of place. Frames added meanwhile may or may not come."""

    def append(self, frame: Frame) -> None:
        """Keep the frame; it survives a power cut once this returns. Raises ConflictError if its place is taken."""

    def mark(self) -> bytes | None:
        """The mark as it was last kept, or None."""

    def replace_mark(self, mark: bytes) -> None:
        """Keep the mark. A power cut leaves an older one or this one, never half of it."""

    def drafts(self) -> dict[bytes, bytes]:
        """Every sealed draft by its slot (16 bytes)."""

    def put_draft(self, slot: bytes, sealed: bytes) -> None:
        """Keep a draft in place of the one in this slot."""

    def remove_draft(self, slot: bytes) -> None:
        """Remove the draft in this slot, if there is one."""

    def new_file(self, blob: str) -> FileWriter:
        """Begin a sealed file with this name (32 hex digits)."""

    def open_file(self, blob: str) -> BinaryIO:
        """The sealed file, seekable. Raises MissingFileError."""

    def files(self) -> Iterator[str]:
        """The names of all kept files, in no order."""

    def remove_file(self, blob: str) -> None:
        """Remove a kept file from this copy. Raises MissingFileError."""

    def close(self) -> None:
        """Let go of the notebook, so that another may open it. May be called twice."""
