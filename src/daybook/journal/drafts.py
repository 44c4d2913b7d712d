"""Words not saved yet, sealed as they are typed; they can be put in even while the notebook is locked."""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterator

from daybook.crypto.letter import LetterKey, LetterSlot
from daybook.crypto.seal import UnsealError
from daybook.journal.errors import DamagedError, LockedError
from daybook.journal.header import FORMAT
from daybook.journal.keys import Keys
from daybook.journal.padding import PaddingError, padded, unpadded
from daybook.journal.store import Store

SLOT_BYTES = 16

_CONTEXT = struct.Struct(">H16sH16s")  # format, notebook, volume, slot
_NAME = struct.Struct(">H")  # how long the name of the slot is; the name and the words follow
_PLACE = "a draft"


class Letterbox:
    """Where words go in and none come out: holds no key that opens anything, so it may outlive a lock.

    The name of a slot is sealed with the words; the store sees only a keyed digest of it.
    """

    __slots__ = ("_notebook", "_seal_to", "_slot_key", "_store", "_volume")

    def __init__(self, store: Store, keys: Keys, notebook: bytes) -> None:
        self._store = store
        self._seal_to: LetterSlot = keys.drafts.slot
        self._slot_key = keys.draft_slots
        self._notebook = notebook
        self._volume = keys.volume

    def put(self, slot: str, plain: bytes, *, into: Store | None = None) -> None:
        """Keep `plain` as the draft of this slot, in place of an earlier one. Raises PageTooLongError, StoreError.

        `into` is another opening of the same store, for when its own is closed.
        """
        place, name = self.place(slot), slot.encode()
        letter = padded(_NAME.pack(len(name)) + name + plain)
        (into or self._store).put_draft(place, self._seal_to.seal(letter, context=self.context(place)))

    def place(self, slot: str) -> bytes:
        """The 16 bytes under which the store keeps this slot."""
        return hmac.digest(self._slot_key, slot.encode(), "sha256")[:SLOT_BYTES]

    def context(self, place: bytes) -> bytes:
        """What a draft is bound to: it cannot be put into another slot or another notebook."""
        return _CONTEXT.pack(FORMAT, self._notebook, self._volume, place)


class Drafts:
    """The drafts of an unlocked notebook, each in a slot with a name.

    A draft is not part of the chain: somebody who can write to the folder could put back an older one, or
    remove one, unnoticed. Saving is what keeps words.
    """

    __slots__ = ("_key", "_letterbox", "_store")

    def __init__(self, store: Store, keys: Keys, letterbox: Letterbox) -> None:
        self._store = store
        self._letterbox = letterbox
        self._key: LetterKey | None = keys.drafts

    def put(self, slot: str, plain: bytes) -> None:
        """Keep `plain` as the draft of this slot, in place of an earlier one. Raises LockedError, StoreError."""
        self._opened()
        self._letterbox.put(slot, plain)

    def get(self, slot: str) -> bytes | None:
        """The draft in this slot, or None. Raises DamagedError, LockedError."""
        key, place = self._opened(), self._letterbox.place(slot)
        sealed = self._store.drafts().get(place)
        return None if sealed is None else self._open(key, place, sealed)[1]

    def slots(self) -> list[str]:
        """The names of all slots whose draft can be opened, in alphabetical order. Raises LockedError."""
        return sorted(name for name in self._names() if name is not None)

    def damaged(self) -> int:
        """How many drafts were changed, moved or torn; not even their slots can be named. Raises LockedError."""
        return sum(name is None for name in self._names())

    def remove(self, slot: str) -> None:
        """Remove the draft in this slot, if there is one. Raises LockedError."""
        self._opened()
        self._store.remove_draft(self._letterbox.place(slot))

    def lock(self) -> None:
        """Forget the key."""
        self._key = None

    def _names(self) -> Iterator[str | None]:
        key = self._opened()
        for place, sealed in self._store.drafts().items():
            try:
                yield self._open(key, place, sealed)[0]
            except DamagedError:
                yield None

    def _opened(self) -> LetterKey:
        if self._key is None:
            raise LockedError
        return self._key

    def _open(self, key: LetterKey, place: bytes, sealed: bytes) -> tuple[str, bytes]:
        try:
            plain = unpadded(key.unseal(sealed, context=self._letterbox.context(place)))
            end = _NAME.size + _NAME.unpack_from(plain)[0]
            return plain[_NAME.size : end].decode(), plain[end:]
        except (UnsealError, PaddingError, struct.error, UnicodeDecodeError):
            raise DamagedError(_PLACE) from None
