"""The shipped guidance, read once and in the background, so that no page waits for it that does not need it."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daybook.guide.pack import Pack

_one_reader = threading.Lock()
_found: list[Pack] = []


def begin() -> None:
    """Start reading in the background; nothing happens where that was done before. Never raises."""
    if not _found:
        threading.Thread(target=_quietly, name="guidance", daemon=True).start()


def pack() -> Pack:
    """The guidance, waiting for it where it is still being read. Raises NoPackError, PackError."""
    from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415  (this is what is put off)

    with _one_reader:
        if not _found:
            _found.append(shipped_pack())
        return _found[0]


def pack_if_read() -> Pack | None:
    """The guidance if it is there already, else None; never waits."""
    return _found[0] if _found else None


def _quietly() -> None:
    with contextlib.suppress(Exception):  # said by `pack`, to whoever asks for a page that needs it
        pack()
