"""A part of a zip as a file that can be read from its beginning more than once, unpacked as it is read."""

from __future__ import annotations

import io
import os

from daybook.intake.downloads.parts import Part, Stream


class Unpacked(io.RawIOBase):
    """The bytes of a part. Going back unpacks from the beginning once more; its end is known without unpacking.

    Raises TooBigInsideError and DamagedPartError while it is read.
    """

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self._stream: Stream | None = None
        self._at = self._reached = 0

    def seekable(self) -> bool:
        """That it can be gone back in."""
        return True

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; nothing is unpacked until it is read there."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._part.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        """Where it is."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, all that is left where it is -1, b"" at the end."""
        stream = self._stream
        if stream is None or self._at < self._reached:
            stream, self._reached = self._part.open(), 0
            self._stream = stream
        stream.skip(self._at - self._reached)
        block = stream.read(size if size >= 0 else self._part.size)
        self._at += len(block)
        self._reached = self._at
        return block
