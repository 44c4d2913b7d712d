"""The keys of one volume, each for one use."""

from __future__ import annotations

from daybook.crypto.derive import expand
from daybook.crypto.letter import LetterKey
from daybook.crypto.seal import Sealer, same

_PAGES = b"notes.1 pages"
_CHAIN = b"notes.1 chain"
_FILES = b"notes.1 files"
_MARK = b"notes.1 mark"
_DRAFTS = b"notes.1 drafts"
_DRAFT_SLOTS = b"notes.1 draft slots"
_PROOF = b"notes.1 proof"
_SLOT = b"notes.1 slot"


def slot_key(derived: bytes) -> bytes:
    """The key that opens a header slot, from what the passphrase gave."""
    return expand(derived, _SLOT)


class Keys:
    """What an unlocked volume can do: seal pages, link the chain, wrap file keys, open drafts.

    Made from the volume's key, which is not kept. Letting go of this object is all that can be done in
    Python to forget the keys: copies in memory are not overwritten for certain.
    """

    __slots__ = ("_proof", "chain", "draft_slots", "drafts", "files", "mark", "pages", "volume")

    def __init__(self, volume_key: bytes, volume: int) -> None:
        self.volume = volume
        self.pages = Sealer(expand(volume_key, _PAGES))
        self.chain = expand(volume_key, _CHAIN)
        self.files = Sealer(expand(volume_key, _FILES))
        self.mark = Sealer(expand(volume_key, _MARK))
        self.drafts = LetterKey(expand(volume_key, _DRAFTS))
        self.draft_slots = expand(volume_key, _DRAFT_SLOTS)
        self._proof = expand(volume_key, _PROOF)

    def belong_to(self, volume_key: bytes) -> bool:
        """Whether they were made from this volume's key."""
        return same(self._proof, expand(volume_key, _PROOF))
