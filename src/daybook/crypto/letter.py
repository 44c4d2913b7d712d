"""Seal to a public key, so that something can be locked away by one who cannot open it."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from daybook.crypto.seal import UnsealError

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class LetterSlot:
    """The public half: whoever holds it can seal a letter and can open none (HPKE base mode, RFC 9180).

    Base mode names no sender: a letter that opens was sealed by somebody who held the public half.
    """

    __slots__ = ("_public",)

    def __init__(self, public: X25519PublicKey) -> None:
        self._public = public

    def seal(self, plain: bytes, *, context: bytes) -> bytes:
        """The letter: 32 bytes of key share, then the sealed bytes, 48 more than `plain` in all."""
        return _SUITE.encrypt(plain, self._public, context)


class LetterKey:
    """The private half, made from 32 secret bytes: opens what was sealed to its slot."""

    __slots__ = ("_private",)

    def __init__(self, seed: bytes) -> None:
        self._private = X25519PrivateKey.from_private_bytes(seed)

    @property
    def slot(self) -> LetterSlot:
        """The public half."""
        return LetterSlot(self._private.public_key())

    def unseal(self, sealed: bytes, *, context: bytes) -> bytes:
        """What the letter says. Raises UnsealError when it was changed or belongs elsewhere."""
        try:
            return _SUITE.decrypt(sealed, self._private, context)
        except (InvalidTag, ValueError):
            raise UnsealError from None
