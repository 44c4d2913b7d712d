"""The first 4096 bytes of a notebook: how to derive its key, and eight slots of which some hold it."""

from __future__ import annotations

import hashlib
import os
import secrets
import struct
from dataclasses import dataclass, replace

from daybook.crypto.derive import KEY_BYTES, SALT_BYTES, Cost
from daybook.crypto.seal import NONCE_BYTES, TAG_BYTES, Sealer, UnsealError, fresh_nonce
from daybook.journal.errors import DamagedError, NewerVersionError, WrongPassphraseError

HEADER_BYTES = 4096
FORMAT = 1
SLOTS = 8
SLOT_BYTES = 128
NOTEBOOK_BYTES = 16

_MAGIC = b"NOTES\0"
_FIXED = struct.Struct(">6sH16s16sIHHB15x")  # magic, format, notebook, salt, memory, passes, lanes, volumes
_CHECK_BYTES = 32
_SLOT_PLAIN = SLOT_BYTES - NONCE_BYTES - TAG_BYTES
_SLOT = struct.Struct(f">BB{KEY_BYTES}s")  # kind, volume, key; zeros follow
_SLOTS_END = _FIXED.size + SLOTS * SLOT_BYTES

PASSPHRASE_SLOT = 1


@dataclass(frozen=True, slots=True)
class OpenedSlot:
    """What a key found in the header: the key of a volume, which volume, and in which slot it lay."""

    position: int
    kind: int
    volume: int
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header, taken apart. `rest` is random and without meaning in this format; it is kept as it is."""

    notebook: bytes
    salt: bytes
    cost: Cost
    slots: tuple[bytes, ...]
    rest: bytes
    volumes: int = 1

    @classmethod
    def fresh(cls, cost: Cost) -> Header:
        """A new header for a new notebook: every slot random, none of them holding a key yet."""
        return cls(
            notebook=os.urandom(NOTEBOOK_BYTES),
            salt=os.urandom(SALT_BYTES),
            cost=cost,
            slots=tuple(os.urandom(SLOT_BYTES) for _ in range(SLOTS)),
            rest=os.urandom(HEADER_BYTES - _SLOTS_END - _CHECK_BYTES),
        )

    @classmethod
    def parse(cls, stored: bytes) -> Header:
        """Take a stored header apart. Raises DamagedError and NewerVersionError, and never derives anything."""
        whole, check = stored[:-_CHECK_BYTES], stored[-_CHECK_BYTES:]
        if len(stored) != HEADER_BYTES or hashlib.sha256(whole).digest() != check:
            raise DamagedError("its first page")
        magic, format_, notebook, salt, memory, passes, lanes, volumes = _FIXED.unpack_from(whole)
        if magic != _MAGIC:
            raise DamagedError("its first page")
        if format_ != FORMAT or volumes != 1:
            raise NewerVersionError
        slots = tuple(whole[at : at + SLOT_BYTES] for at in range(_FIXED.size, _SLOTS_END, SLOT_BYTES))
        cost = Cost(memory=memory, passes=passes, lanes=lanes)
        header = cls(notebook=notebook, salt=salt, cost=cost, slots=slots, rest=whole[_SLOTS_END:])
        if header.pack() != stored:  # bytes that must be zero are not
            raise NewerVersionError
        return header

    def pack(self) -> bytes:
        """The 4096 bytes to store; the last 32 are the SHA-256 of the others, against accidents only."""
        whole = self.fixed + b"".join(self.slots) + self.rest
        return whole + hashlib.sha256(whole).digest()

    @property
    def fixed(self) -> bytes:
        """The first 64 bytes, to which every slot is bound."""
        cost = (self.cost.memory, self.cost.passes, self.cost.lanes)
        return _FIXED.pack(_MAGIC, FORMAT, self.notebook, self.salt, *cost, self.volumes)

    def with_key(self, key: bytes, slot_key: bytes, *, position: int | None = None, volume: int = 0) -> Header:
        """This header with a volume's key sealed under `slot_key`, in a slot chosen at random unless told."""
        at = secrets.randbelow(SLOTS) if position is None else position
        nonce = fresh_nonce()
        plain = _SLOT.pack(PASSPHRASE_SLOT, volume, key).ljust(_SLOT_PLAIN, b"\0")
        slot = nonce + Sealer(slot_key).seal(plain, nonce=nonce, context=self.fixed)
        return replace(self, slots=(*self.slots[:at], slot, *self.slots[at + 1 :]))

    def open(self, slot_key: bytes) -> OpenedSlot:
        """Try all eight slots, never stopping early, and give what was found. Raises WrongPassphraseError."""
        sealer = Sealer(slot_key)
        found = [self._try(sealer, position) for position in range(SLOTS)]
        opened = [slot for slot in found if slot is not None]
        if not opened:
            raise WrongPassphraseError
        return opened[0]

    def _try(self, sealer: Sealer, position: int) -> OpenedSlot | None:
        slot = self.slots[position]
        nonce, sealed = slot[:NONCE_BYTES], slot[NONCE_BYTES:]
        try:
            plain = sealer.unseal(sealed, nonce=nonce, context=self.fixed)
        except UnsealError:
            return None
        kind, volume, key = _SLOT.unpack_from(plain)
        known = kind == PASSPHRASE_SLOT and volume < self.volumes and not any(plain[_SLOT.size :])
        return OpenedSlot(position, kind, volume, key) if known else None
