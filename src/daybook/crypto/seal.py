"""Seal and unseal a short message under one key and one context."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

NONCE_BYTES = 12
TAG_BYTES = 16
CHAIN_TAG_BYTES = 32


class UnsealError(ValueError):
    """This was changed, or sealed somewhere else. Do not rely on it; open a backup."""


class Sealer:
    """AES-256-GCM-SIV (RFC 8452) under one 32-byte key.

    Should two nonces ever be the same, only equal messages can be seen to be equal.
    """

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCMSIV(key)

    def seal(self, plain: bytes, *, nonce: bytes, context: bytes) -> bytes:
        """The sealed form, 16 bytes longer than `plain`, which must not be empty; bound to `context`."""
        return self._cipher.encrypt(nonce, plain, context)

    def unseal(self, sealed: bytes, *, nonce: bytes, context: bytes) -> bytes:
        """What was sealed. Raises UnsealError unless key, nonce, context and every bit are the same."""
        try:
            return self._cipher.decrypt(nonce, sealed, context)
        except InvalidTag:
            raise UnsealError from None


def fresh_nonce() -> bytes:
    """Twelve random bytes."""
    return os.urandom(NONCE_BYTES)


def fresh_key() -> bytes:
    """Thirty-two random bytes."""
    return os.urandom(32)


def chain_tag(key: bytes, context: bytes, nonce: bytes, sealed: bytes) -> bytes:
    """HMAC-SHA-256 over context, nonce and the SHA-256 of what is sealed: checks without unsealing."""
    return hmac.digest(key, context + nonce + hashlib.sha256(sealed).digest(), "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Whether two byte strings are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)
