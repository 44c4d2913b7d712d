"""Seal a file in chunks as it streams by, and open any chunk of it again."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from daybook.crypto.seal import TAG_BYTES, UnsealError

CHUNK_BYTES = 64 * 1024
SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES


class ChunkCipher:
    """AES-256-GCM over numbered chunks (the STREAM construction), under a key used for one file only.

    The nonce is the chunk's number in 11 bytes and one byte that is 1 for the last chunk, so chunks cannot
    be reordered, and a file cut short has no last chunk. A key must never seal two files.
    """

    __slots__ = ("_cipher", "_context")

    def __init__(self, key: bytes, *, context: bytes) -> None:
        self._cipher = AESGCM(key)
        self._context = context

    def seal(self, number: int, plain: bytes | memoryview, *, last: bool) -> bytes:
        """The sealed chunk, 16 bytes longer."""
        return self._cipher.encrypt(_nonce(number, last=last), plain, self._context)

    def unseal(self, number: int, sealed: bytes | memoryview, *, last: bool) -> bytes:
        """The plain chunk. Raises UnsealError unless it is this chunk of this file, first to last bit."""
        try:
            return self._cipher.decrypt(_nonce(number, last=last), sealed, self._context)
        except InvalidTag:
            raise UnsealError from None


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
