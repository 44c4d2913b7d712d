"""What she has typed and not saved yet: sealed as she goes, found again after a lock or a power cut."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import msgspec

from daybook.domain.attachment import Attachment
from daybook.journal.errors import StoreError

if TYPE_CHECKING:
    from daybook.journal.drafts import Drafts as SealedDrafts


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An unsaved form: its kind of record, what was typed, its files, and what it amends, if anything."""

    kind: str
    key: str
    typed: dict[str, list[str]]
    files: dict[str, tuple[Attachment, ...]] = {}
    record: str = ""
    based_on: int = 0
    kept: datetime = msgspec.field(default_factory=lambda: datetime.now(UTC))

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing of hers: a new form that was sent without a word, a tick or a file."""
        typed = any(value.strip() for values in self.typed.values() for value in values)
        return not (self.record or typed or any(self.files.values()))


class Keeper(Protocol):
    """What can seal a draft: the open notebook, or the letterbox that stays when it is locked."""

    def put(self, slot: str, plain: bytes) -> None:
        """Seal `plain` under `slot`, in place of what was there."""


def put_draft(keeper: Keeper, draft: Draft) -> None:
    """Seal a draft under its form's key, over the one kept there before."""
    keeper.put(draft.key, msgspec.json.encode(draft))


class Drafts:
    """The drafts of an open notebook. What the disk refuses is held in memory, and tried again when it is locked."""

    def __init__(self, sealed: SealedDrafts) -> None:
        self._sealed = sealed
        self._held: dict[str, Draft] = {}

    def put(self, draft: Draft) -> None:
        """Keep a draft; durable once this returns. Where it raises StoreError the draft is held all the same."""
        self._held[draft.key] = draft
        put_draft(self._sealed, draft)
        self._held.pop(draft.key, None)

    def put_held(self) -> None:
        """Try once more what the disk refused: there may be room by now. What it refuses again goes with the keys."""
        for draft in list(self._held.values()):
            with contextlib.suppress(StoreError):
                self.put(draft)

    def get(self, key: str) -> Draft | None:
        """The draft of the form with this key, or None."""
        if key in self._held:
            return self._held[key]
        plain = self._sealed.get(key)
        return None if plain is None else msgspec.json.decode(plain, type=Draft)

    def all(self) -> list[Draft]:
        """Every draft that can be read and holds something, the newest first."""
        slots = {*self._sealed.slots(), *self._held}
        found = [draft for slot in slots if (draft := self.get(slot)) and not draft.is_empty]
        return sorted(found, key=lambda draft: draft.kept, reverse=True)

    def damaged(self) -> int:
        """How many drafts are there that cannot be read."""
        return self._sealed.damaged()

    def remove(self, key: str) -> None:
        """Let go of a draft; what it became, or that she threw it away, is the caller's to know."""
        self._held.pop(key, None)
        self._sealed.remove(key)

    def blobs(self) -> set[str]:
        """The sealed files that drafts speak of."""
        return {file.blob for draft in self.all() for files in draft.files.values() for file in files}
