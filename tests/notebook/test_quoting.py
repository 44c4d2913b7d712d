"""On paper an entry that was begun with messages says out of which file they are, with its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from daybook.domain.records.incident import Incident
from daybook.notebook.notebook import Notebook
from daybook.notebook.papers import chronology_of
from daybook.notebook.quoting import begin_incident
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat

FILE = chat(*(f"{day:02}/03/2024 21:05 Sam: words {day}" for day in range(1, 6)))


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard tinsel")
    yield notebook
    notebook.close()


def paper(notebook: Notebook) -> str:
    pages = pypdfium2.PdfDocument(chronology_of(notebook))  # type: ignore[no-untyped-call]
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    return "".join(letter for letter in text if letter.isprintable())


def test_the_chronology_says_where_quoted_messages_are_from(notebook: Notebook) -> None:
    source = brought(notebook, FILE, name="Chat with Sam")
    notebook.save(Incident(account="Something else."))
    assert "Messages quoted here" not in paper(notebook)
    key = begin_incident(notebook, [(source, 3), (source, 1)])
    draft = notebook.drafts.get(key)
    assert draft
    assert "Messages quoted here" not in paper(notebook)  # nothing is saved of it yet
    notebook.save(Incident(account=draft.typed["account"][0]), key=key)
    text = paper(notebook)
    assert text.count("Messages quoted here") == 1
    assert "Out of the file “Chat with Sam”, number 2, 4. SHA-256 of the file:" in text
    assert hashlib.sha256(FILE).hexdigest() in text.replace(" ", "")
