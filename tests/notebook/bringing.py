"""Bringing files in for tests: sealed as an upload is, waited for until it is read."""

from __future__ import annotations

import hashlib
import threading
from typing import Any

import pytest

from daybook.domain.attachment import Attachment
from daybook.domain.records.source import Source
from daybook.notebook import binding
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.messages import Wanted, listed, source_of
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offer, Offers
from daybook.readmodel.press import indexed


def sealed(notebook: Notebook, plain: bytes, name: str = "chat.txt") -> Attachment:
    """A file as it lies in the notebook after an upload."""
    sealer = notebook.seal_file()
    sealer.write(plain)
    done = sealer.finish()
    assert done.sha256 == hashlib.sha256(plain).hexdigest()
    return Attachment(blob=done.blob, name=name, media="text/plain", size=done.size, sha256=done.sha256)


def offered(notebook: Notebook, plain: bytes, name: str = "chat.txt") -> Offer:
    return notebook.beside(Offers).add(sealed(notebook, plain, name))


def brought(notebook: Notebook, plain: bytes, name: str = "chat.txt", **told: Any) -> str:
    """A file brought in and read to its end; its record."""
    record = bring_in(notebook, offered(notebook, plain, name).key, **told)
    notebook.beside(Bringing).wait(record, 60)
    return record


def everything(notebook: Notebook, *, source: str = "", newest: bool = False) -> list[tuple[str, str, str]]:
    """What the list shows, page after page: (sent, sender, text)."""
    shown: list[tuple[str, str, str]] = []
    beyond = None
    while True:
        leaf = listed(notebook, Wanted(), source=source, newest=newest, beyond=beyond)
        shown += [(each.kept.sent, each.kept.sender, each.kept.text) for each in leaf.messages]
        if leaf.after is None:
            return shown
        beyond = leaf.after


def body(notebook: Notebook, record: str) -> Source:
    return source_of(notebook, record)


def second_book_waits(monkeypatch: pytest.MonkeyPatch, may_go_on: threading.Event) -> None:
    """The first book is made as ever; the words of the next are not gone through before this is set."""
    made: list[bytes] = []

    def held(plain: bytes) -> bytes:
        made.append(plain)
        if len(made) == 2:
            may_go_on.wait(20)
        return indexed(plain)

    monkeypatch.setattr(binding, "indexed", held)
