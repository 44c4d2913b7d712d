"""Copies of files that went with messages: sealed as files of their own, with where they come from."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from daybook.domain.attachment import Attachment
from daybook.domain.records.kept_file import KeptFile
from daybook.export.media import HEAD, media_of
from daybook.journal.errors import JournalError
from daybook.notebook.given_files import pieces_of
from daybook.notebook.messages import source_of

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.intake.message import Given
    from daybook.notebook.messages import HerMessage
    from daybook.notebook.notebook import Notebook


def copy_of(notebook: Notebook, her: HerMessage, given: Given) -> Attachment:
    """Seal a copy of it as a file of its own, with its fingerprint, its name and where it comes from.

    Raises NotInExportError, CannotReadError, and what the journal raises; then nothing of it stays behind.
    """
    sealer = notebook.seal_file()
    head = b""
    try:
        for piece in pieces_of(notebook, her.kept.source, given):
            head = head if len(head) >= HEAD else (head + piece)[:HEAD]
            sealer.write(piece)
        sealed = sealer.finish()
    except BaseException:
        with contextlib.suppress(JournalError):
            sealer.abandon()
        raise
    name = given.name or "file"
    return Attachment(
        blob=sealed.blob,
        name=name,
        media=media_of(head, name),
        size=sealed.size,
        sha256=sealed.sha256,
        caption=came_with(notebook, her),
    )


def came_with(notebook: Notebook, her: HerMessage) -> str:
    """Where a file comes from: "From “Chat with Sam”, 03/05/2024 21:05, Sam"."""
    kept = her.kept
    parts = (f"From “{source_of(notebook, kept.source).name}”", kept.written or kept.sent, kept.sender)
    return " ".join(", ".join(part for part in parts if part).split())[:500]


def keep_given(notebook: Notebook, her: HerMessage, given: Given, at: int) -> Revision:
    """Keep a copy of the `at`-th file that went with a message as an entry of her record; pressed twice, once.

    Raises NotInExportError, CannotReadError, and what the journal raises.
    """
    key = f"copy {her.kept.source} {her.kept.number} {at}"
    if saved := notebook.saved_as(key):
        return saved
    source = source_of(notebook, her.kept.source)
    body = KeptFile(
        name=given.name or "",
        files=(replace(copy_of(notebook, her, given), caption=""),),
        device=source.device,
        obtained=came_with(notebook, her),
        came_with=f"{her.kept.source} {her.kept.number}",
    )
    return notebook.save(body, key=key)


def copies_of(notebook: Notebook, source: str, number: int) -> list[Revision]:
    """What she kept of the files that went with a message."""
    wanted = f"{source} {number}"
    return [kept for kept in notebook.timeline(["kept-file.1"]) if kept.body.came_with == wanted]
