"""A sealed note of how far the journal had come, kept beside it."""

from __future__ import annotations

import struct

from daybook.crypto.seal import NONCE_BYTES, UnsealError, fresh_nonce
from daybook.journal.chain import Head
from daybook.journal.header import FORMAT
from daybook.journal.keys import Keys

MARK_BYTES = 128

_CONTEXT = struct.Struct(">H16sH")  # format, notebook, volume
_HEAD = struct.Struct(">Q32s60x")


def seal_mark(head: Head, keys: Keys, notebook: bytes) -> bytes:
    """The head as 128 sealed bytes."""
    nonce = fresh_nonce()
    plain = _HEAD.pack(head.count, head.tag)
    return nonce + keys.mark.seal(plain, nonce=nonce, context=_CONTEXT.pack(FORMAT, notebook, keys.volume))


def read_mark(stored: bytes | None, keys: Keys, notebook: bytes) -> Head | None:
    """The head that was marked, or None when there is no mark that can be read.

    A mark catches accidents: an old copy of the pages put back, a part of the database left behind when the
    folder was copied. Somebody who removes the mark or puts the whole folder back to an earlier day is not
    noticed; only a head kept elsewhere, in a backup or an export, shows that.
    """
    if stored is None or len(stored) != MARK_BYTES:
        return None
    nonce, sealed = stored[:NONCE_BYTES], stored[NONCE_BYTES:]
    try:
        plain = keys.mark.unseal(sealed, nonce=nonce, context=_CONTEXT.pack(FORMAT, notebook, keys.volume))
    except UnsealError:
        return None
    return Head(*_HEAD.unpack(plain))
