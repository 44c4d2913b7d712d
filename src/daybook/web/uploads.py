"""Uploaded files, sealed while they arrive: at no time is one of them readable on the disk."""

from __future__ import annotations

import contextlib
import io
from typing import IO, TYPE_CHECKING, cast

from flask import Request, request

from daybook.domain.attachment import Attachment
from daybook.web.addresses import HERS

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

    from daybook.journal.sealer import FileSealer
    from daybook.web.desk import Desk

LARGEST = 4 * 1024**3
LARGEST_TEXTS = 64 * 1024**2
HEAD = 8192


class Sealing(io.RawIOBase):
    """What the form parser writes an uploaded file into: every block goes straight to the notebook.

    Without an open notebook, or when it is locked half-way, the rest is read and dropped (`lost`).
    """

    def __init__(self, sealer: FileSealer | None, name: str) -> None:
        self._sealer = sealer
        self._name = name
        self._head = b""
        self._size = 0
        self.error: Exception | None = None

    def writable(self) -> bool:
        """Yes: that is all it is for."""
        return True

    def write(self, block: bytes) -> int:  # type: ignore[override]  # the parser only ever gives bytes
        """Seal a block of the file. What goes wrong is raised when the file is asked for, not while it arrives."""
        self._head = (self._head + block)[:HEAD] if len(self._head) < HEAD else self._head
        self._size += len(block)
        if self._sealer and block:
            try:
                self._sealer.write(block)
            except Exception as error:  # noqa: BLE001  (kept and raised by `attachment`)
                self.error = error
                self.drop()
        return len(block)

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002  (the parser's signature)
        """The parser rewinds when a file is complete; there is nothing to rewind to."""
        return 0

    def attachment(self) -> Attachment | None:
        """The sealed file; None where nothing was chosen. Raises what sealing raised."""
        from daybook.export.media import media_of  # noqa: PLC0415  (not needed to start)

        if self.error:
            raise self.error
        if self._sealer is None or not (self._name or self._size):
            return None
        sealer, self._sealer = self._sealer, None
        sealed = sealer.finish()
        media = media_of(self._head, self._name)
        return Attachment(blob=sealed.blob, name=self._name, media=media, size=sealed.size, sha256=sealed.sha256)

    def drop(self) -> None:
        """Let go of what was sealed and not asked for."""
        sealer, self._sealer = self._sealer, None
        if sealer:
            with contextlib.suppress(Exception):
                sealer.abandon()

    def close(self) -> None:
        """The request is over."""
        self.drop()
        super().close()


class SealedRequest(Request):
    """A request whose files never touch a temporary folder."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002  (the parser's signature)
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        desk: Desk = self.environ["daybook.desk"]
        sealer = None
        if filename and self.environ.get(HERS):
            with contextlib.suppress(Exception):  # locked this very moment: the file is dropped
                sealer = desk.notebook.seal_file()
        # Some browsers send the whole path of the file; its folders are nobody's business.
        name = (filename or "").replace("\\", "/").rsplit("/", 1)[-1]
        return cast("IO[bytes]", Sealing(sealer, name))


def sealed_files(field: str) -> tuple[Attachment, ...]:
    """The files that came in this field, sealed. Call once; raises what the store raises (a full disk …)."""
    found = [_sealing(file).attachment() for file in request.files.getlist(field)]
    return tuple(attachment for attachment in found if attachment is not None)


def _sealing(file: FileStorage) -> Sealing:
    return cast("Sealing", file.stream)
