"""Words that arrive after the notebook was locked: sealed, and put into its folder all the same."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from daybook.stores.file import FileStore

if TYPE_CHECKING:
    from pathlib import Path

    from daybook.journal.drafts import Letterbox


class LateLetterbox:
    """Seals drafts for a notebook that is closed, holding its folder no longer than that takes.

    It has no key that opens anything. Use it only while the notebook is closed: two may not hold the folder.
    """

    def __init__(self, folder: Path, box: Letterbox) -> None:
        self._folder = folder
        self._box = box
        self._turn = threading.Lock()

    def put(self, slot: str, plain: bytes) -> None:
        """Seal `plain` under `slot`, in place of what was there. Raises AlreadyOpenError, StoreError."""
        with self._turn:
            store = FileStore(self._folder)
            try:
                self._box.put(slot, plain, into=store)
            finally:
                store.close()
