"""A key at once instead of after half a second: the price of a try is tested in tests/crypto, elsewhere it is only slow."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from daybook.crypto.derive import Cost

DERIVE = "daybook.journal.journal.derive"


def quick_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hashlib.sha256(salt + passphrase.encode()).digest()


@contextmanager
def quick_keys() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DERIVE, quick_key)
        yield patch
