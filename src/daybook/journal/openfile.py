"""Read a sealed file as if it were a plain one, a chunk at a time, each checked before it is given out."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, BinaryIO

from daybook.crypto.seal import NONCE_BYTES, TAG_BYTES, UnsealError
from daybook.crypto.stream import CHUNK_BYTES, SEALED_CHUNK_BYTES, ChunkCipher
from daybook.journal.errors import DamagedError, LockedError
from daybook.journal.keys import Keys
from daybook.journal.padding import padded_file_size
from daybook.journal.sealer import KEY_PART_BYTES, LENGTH_BYTES, key_context

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class _Chunks:
    """The chunks of one sealed file. Raises DamagedError for a file that is shorter, longer or changed."""

    def __init__(self, sealed: BinaryIO, keys: Keys, notebook: bytes, blob: str) -> None:
        self._sealed = sealed
        self._place = f"file {blob}"
        body = sealed.seek(0, os.SEEK_END) - KEY_PART_BYTES
        self.count = -(-body // SEALED_CHUNK_BYTES)
        sealed.seek(0)
        first = sealed.read(KEY_PART_BYTES)
        try:
            name = bytes.fromhex(blob)
            context = key_context(notebook, keys.volume, name)
            key = keys.files.unseal(first[NONCE_BYTES:], nonce=first[:NONCE_BYTES], context=context)
        except (UnsealError, ValueError):  # ValueError: too short to hold a nonce
            raise DamagedError(self._place) from None
        self._cipher = ChunkCipher(key, context=name)
        self.size = self._length(body)

    def _length(self, body: int) -> int:
        """The plain length, from the end of the last chunk: without that chunk nothing is given out."""
        if self.count < 1:
            raise DamagedError(self._place)
        size = int.from_bytes(self.read(self.count - 1)[-LENGTH_BYTES:], "big")
        if padded_file_size(size + LENGTH_BYTES) + self.count * TAG_BYTES != body:
            raise DamagedError(self._place)
        return size

    def read(self, number: int) -> bytes:
        """The plain chunk with this number, padding and all."""
        self._sealed.seek(KEY_PART_BYTES + number * SEALED_CHUNK_BYTES)
        sealed = self._sealed.read(SEALED_CHUNK_BYTES)
        try:
            return self._cipher.unseal(number, sealed, last=number == self.count - 1)
        except (UnsealError, ValueError):
            raise DamagedError(self._place) from None

    def close(self) -> None:
        """Close the sealed file."""
        self._sealed.close()


class _PlainFile(io.RawIOBase):
    """A raw, seekable file over the chunks, for OpenFile to buffer."""

    def __init__(self, chunks: _Chunks) -> None:
        super().__init__()
        self._chunks: _Chunks | None = chunks
        self._size = chunks.size
        self._at = 0
        self._number = -1
        self._chunk = b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError(offset)
        self._at = start + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if self._chunks is None:
            raise LockedError
        room = memoryview(buffer).cast("B")
        wanted = min(len(room), max(0, self._size - self._at))
        done = 0
        while done < wanted:
            number, within = divmod(self._at, CHUNK_BYTES)
            if number != self._number:
                self._chunk, self._number = self._chunks.read(number), number
            part = memoryview(self._chunk)[within : within + wanted - done]
            room[done : done + len(part)] = part
            done += len(part)
            self._at += len(part)
        return done

    def lock(self) -> None:
        """Forget the key and the chunk at hand."""
        if self._chunks is not None:
            self._chunks.close()
        self._chunks, self._chunk, self._number = None, b"", -1

    def close(self) -> None:
        self.lock()
        super().close()


class OpenFile(io.BufferedReader):
    """A sealed file opened for reading: `read(n)`, `seek`, `tell`, `close`; `size` is the plain length in bytes.

    Opening checks the key and the last chunk, reading checks each chunk before it is given out: DamagedError.
    Once the notebook is locked, LockedError for anything not read yet. Not for two threads at once.
    """

    def __init__(self, sealed: BinaryIO, keys: Keys, notebook: bytes, blob: str) -> None:
        try:
            chunks = _Chunks(sealed, keys, notebook, blob)
        except DamagedError:
            sealed.close()
            raise
        self.size = chunks.size
        self._plain = _PlainFile(chunks)
        super().__init__(self._plain, buffer_size=CHUNK_BYTES)

    def lock(self) -> None:
        """Forget the key: reading on raises LockedError."""
        self._plain.lock()
