"""Seal a file as its bytes arrive, so that it never lies anywhere in the clear."""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass

from daybook.crypto.seal import NONCE_BYTES, TAG_BYTES, fresh_key, fresh_nonce
from daybook.crypto.stream import CHUNK_BYTES, ChunkCipher
from daybook.journal.errors import LockedError
from daybook.journal.header import FORMAT
from daybook.journal.keys import Keys
from daybook.journal.padding import padded_file_size
from daybook.journal.store import Store

KEY_PART_BYTES = NONCE_BYTES + 32 + TAG_BYTES
LENGTH_BYTES = 8

_CONTEXT = struct.Struct(">H16sH16s")  # format, notebook, volume, blob


def key_context(notebook: bytes, volume: int, blob: bytes) -> bytes:
    """What the key of a file is bound to."""
    return _CONTEXT.pack(FORMAT, notebook, volume, blob)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A file that was sealed: its name in the store, and the plain bytes' number and SHA-256 (hex)."""

    blob: str
    size: int
    sha256: str


class FileSealer:
    """Takes the plain bytes of one file and writes only sealed ones, 64 KiB at a time.

    The file is part of the notebook once `finish` returned, and removed again by `abandon`, by an error, and
    by locking the notebook. Not for two threads at once.
    """

    def __init__(self, store: Store, keys: Keys, notebook: bytes) -> None:
        blob = os.urandom(16)
        key, nonce = fresh_key(), fresh_nonce()
        self._blob = blob.hex()
        self._cipher: ChunkCipher | None = ChunkCipher(key, context=blob)
        self._hash = hashlib.sha256()
        self._held = bytearray()
        self._size = 0
        self._chunks = 0
        self._file = store.new_file(self._blob)
        wrapped = keys.files.seal(key, nonce=nonce, context=key_context(notebook, keys.volume, blob))
        self._file.write(nonce + wrapped)

    def write(self, plain: bytes | bytearray | memoryview) -> int:
        """Seal the next bytes and say how many there were. Raises StoreError and LockedError."""
        if self._cipher is None:
            raise LockedError
        self._hash.update(plain)
        self._size += len(plain)
        self._feed(memoryview(plain))
        return len(plain)

    def finish(self) -> SealedFile:
        """Pad, seal the last chunk and keep the file; it survives a power cut once this returns."""
        size = self._size
        fill = padded_file_size(size + LENGTH_BYTES) - LENGTH_BYTES - size
        zeros = memoryview(bytes(min(fill, CHUNK_BYTES)))
        while fill:
            self._feed(zeros[:fill])
            fill -= len(zeros[:fill])
        self._emit(bytes(self._held) + size.to_bytes(LENGTH_BYTES, "big"), last=True)
        self._cipher = None
        self._file.commit()
        return SealedFile(blob=self._blob, size=size, sha256=self._hash.hexdigest())

    def abandon(self) -> None:
        """Remove what was sealed so far and forget the key. Does nothing to a finished file."""
        self._cipher = None
        self._held.clear()
        self._file.abandon()

    def _feed(self, plain: memoryview) -> None:
        # The length always follows, so a full chunk met here is never the last one.
        at = 0
        if self._held:
            at = CHUNK_BYTES - len(self._held)
            self._held += plain[:at]
            if len(self._held) < CHUNK_BYTES:
                return
            self._emit(bytes(self._held), last=False)
            self._held.clear()
        while at + CHUNK_BYTES <= len(plain):
            self._emit(plain[at : at + CHUNK_BYTES], last=False)
            at += CHUNK_BYTES
        self._held += plain[at:]

    def _emit(self, chunk: bytes | memoryview, *, last: bool) -> None:
        if self._cipher is None:
            raise LockedError
        self._file.write(self._cipher.seal(self._chunks, chunk, last=last))
        self._chunks += 1
