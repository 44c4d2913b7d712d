"""From a passphrase to a key, at a price that makes guessing dear."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

KEY_BYTES = 32
SALT_BYTES = 16
LONGEST_PASSPHRASE = 1024

_LEAST = (64 * 1024, 3, 1)
_MOST = (1024 * 1024, 10, 16)

# One derivation at a time: a flood of tries must not take all of the memory.
_ONE_AT_A_TIME = threading.Lock()


class RefusedCostError(ValueError):
    """This notebook asks to be unlocked in a way that is not safe, so Daybook stopped. Open a backup."""


class PassphraseError(ValueError):
    """A passphrase needs at least one character and at most about a thousand. Choose another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one try at the passphrase costs: `memory` in KiB, passes over it, and lanes side by side.

    The default takes about half a second to a second and 256 MiB. `check` raises RefusedCostError
    outside 64 MiB to 1 GiB, 3 to 10 passes and 1 to 16 lanes: less is quick to guess, more is a trap
    that would use up the memory of the computer.
    """

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Raise RefusedCostError unless every figure is within its limits."""
        figures = (self.memory, self.passes, self.lanes)
        if not all(low <= figure <= high for low, figure, high in zip(_LEAST, figures, _MOST, strict=True)):
            raise RefusedCostError


def normalised(passphrase: str) -> bytes:
    """The bytes a passphrase stands for: NFKC, then UTF-8, so that every keyboard gives the same ones.

    Raises PassphraseError when it is empty or longer than 1024 bytes.
    """
    try:
        plain = unicodedata.normalize("NFKC", passphrase).encode()
    except UnicodeEncodeError:
        raise PassphraseError from None
    if not 1 <= len(plain) <= LONGEST_PASSPHRASE:
        raise PassphraseError
    return plain


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a passphrase (Argon2id, RFC 9106). The cost is checked before anything is done.

    Raises RefusedCostError and PassphraseError.
    """
    cost.check()
    plain = normalised(passphrase)
    with _ONE_AT_A_TIME:
        kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
        return kdf.derive(plain)


def expand(key: bytes, label: bytes) -> bytes:
    """A 32-byte key for one use only, named by `label` (HKDF-Expand with SHA-256, RFC 5869)."""
    return HKDFExpand(algorithm=hashes.SHA256(), length=KEY_BYTES, info=label).derive(key)
