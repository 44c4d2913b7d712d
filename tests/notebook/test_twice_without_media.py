"""One chat exported with and without its files, or on a phone in another language, stands there once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daybook.notebook.notebook import Notebook
from tests.notebook.bringing import body, brought, everything

WITH = """14/03/2024, 21:04 - Sam: are you there
14/03/2024, 21:05 - Sam: IMG-20240314-WA0001.jpg (file attached)
14/03/2024, 21:06 - Alex: hello
14/03/2024, 21:07 - Sam: This message was deleted
14/03/2024, 21:08 - Sam: IMG-20240314-WA0002.jpg (file attached)
look at this
14/03/2024, 21:09 - Alex: no
"""
WITHOUT = """14/03/2024, 21:04 - Sam: are you there
14/03/2024, 21:05 - Sam: <Media omitted>
14/03/2024, 21:06 - Alex: hello
14/03/2024, 21:07 - Sam: This message was deleted
14/03/2024, 21:08 - Sam: <Media omitted>
look at this
14/03/2024, 21:09 - Alex: no
15/03/2024, 09:00 - Sam: new
"""
GERMAN = """14.03.24, 21:04 - Sam: are you there
14.03.24, 21:05 - Sam: <Medien ausgeschlossen>
14.03.24, 21:06 - Alex: hello
14.03.24, 21:07 - Sam: Diese Nachricht wurde gelöscht.
14.03.24, 21:08 - Sam: <Medien ausgeschlossen>
look at this
14.03.24, 21:09 - Alex: no
16.03.24, 09:00 - Sam: newer
"""


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.journal.journal.derive", lambda _words, _salt, _cost: b"k" * 32)
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard tinsel")
    yield notebook
    notebook.close()


def test_what_stands_for_a_file_or_for_words_taken_back_is_no_other_message(notebook: Notebook) -> None:
    first = brought(notebook, WITH.encode(), "may.txt")
    second = brought(notebook, WITHOUT.encode(), "june.txt")
    third = brought(notebook, GERMAN.encode(), "old phone.txt")
    assert [(one.source, one.messages) for one in body(notebook, second).again] == [(first, 6)]
    assert {one.source for one in body(notebook, third).again} >= {first}
    assert [sent for sent, _who, _text in everything(notebook)] == [
        *(f"2024-03-14T21:0{minute}" for minute in range(4, 10)), "2024-03-15T09:00", "2024-03-16T09:00"
    ]  # fmt: skip
