"""Answering later what a file leaves open, and a damaged part of its messages, as she meets them on the pages."""

from __future__ import annotations

import re
import threading

import pytest

from daybook.notebook import reading
from daybook.notebook.messages import Shelf, mark, sources
from daybook.notebook.reading_again import ReadingAgain
from tests.notebook.lines_format import Lines, chat
from tests.web.conftest import Browser
from tests.web.test_bring import LINES, THREAT, bring, upload


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


def test_an_answer_is_changed_on_the_files_page(opened: Browser) -> None:
    record = bring(opened, chat(*LINES, THREAT))
    mark(opened.desk.notebook, [(record, 5)], add=("threat",))
    opened.get(opened.inside("bring.show", record=record))
    opened.get(opened.link("Answer differently what the file leaves open"))
    assert re.search(r'value="dmy" autocomplete="off" checked', opened.page)
    opened.post(opened.form("Read it again"), {"answer.date-order": "dmy"})
    assert "It is read with these answers already." in opened.page
    opened.get(opened.inside("again.ask", record=record))
    opened.post(opened.form("Read it again"), {"answer.date-order": "mdy"})
    opened.desk.notebook.beside(ReadingAgain).wait(record, 30)
    assert sources(opened.desk.notebook)[record].answers == {"date-order": "mdy"}
    opened.get(opened.inside("messages.marked", tag="threat"))
    assert "3 June 2024, 09:12" in opened.page
    assert "you will be sorry" in opened.page


def test_how_far_it_is_and_that_it_waits_is_said(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    record = bring(opened, chat(*LINES))
    may_go_on = threading.Event()
    monkeypatch.setattr(reading, "_LOOK", 1)
    slow = Lines(lambda number: number == 3 and may_go_on.wait(20))
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (slow,))
    opened.get(opened.inside("again.ask", record=record))
    answer = opened.post(opened.form("Read it again"), {"answer.date-order": "mdy"})
    assert "It is being read again." in opened.page
    assert answer.headers["Refresh"] == "3"
    assert "5 messages." in opened.page
    opened.get(opened.inside("messages.index", source=record))
    assert "5 March 2024" in opened.page
    opened.get(opened.inside("again.ask", record=record))
    opened.post(opened.form("Read it again"), {"answer.date-order": "mdy"})
    assert "This file is being read right now" in opened.page or "being read again" in opened.page
    beside = opened.desk.notebook.beside(ReadingAgain)
    beside.stop(record)
    may_go_on.set()
    beside.wait(record, 20)
    opened.get(opened.inside("bring.show", record=record))
    assert "Reading it again is not at its end." in opened.page
    opened.post(opened.form("Go on reading it again"), {"do": "on"})
    beside.wait(record, 20)
    opened.get(opened.inside("messages.index", source=record))
    assert "3 May 2024" in opened.page
    assert "5 March 2024" not in opened.page


def test_a_damaged_part_is_said_and_made_anew_with_one_press(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BOOK", 3)
    record = bring(opened, chat(*LINES, THREAT), name="sam.txt")
    notebook = opened.desk.notebook
    notebook.beside(Shelf).close()
    blob = sources(notebook)[record].books[1].file.blob
    path = next(path for path in notebook._store.folder.rglob("*") if path.name.startswith(blob))
    path.write_bytes(path.read_bytes()[:-9])
    opened.get(opened.inside("messages.index"))
    assert "A part of the messages of “sam.txt” cannot be opened" in opened.page
    assert "where are you 3" in opened.page
    assert "you will be sorry" not in opened.page
    opened.get(opened.inside("find.index", text="sorry"))
    assert "Nothing holds all of this." in opened.page
    assert "A part of the messages of “sam.txt” cannot be opened" in opened.page
    opened.get(opened.link("Read the file again"))
    assert "A part of these messages cannot be opened: 3 messages." in opened.page
    opened.post(opened.form("Read the file again"), {"do": "on"})
    notebook.beside(ReadingAgain).wait(record, 30)
    opened.get(opened.inside("messages.index"))
    assert "cannot be opened" not in opened.page
    assert "you will be sorry" in opened.page
    opened.get(opened.inside("find.index", text="sorry"))
    assert "cannot be opened" not in opened.page
    assert "you will be <mark>sorry</mark>" in opened.page


def test_a_file_that_leaves_nothing_open_says_so(opened: Browser) -> None:
    upload(opened, b"\0\1", "odd.bin")
    opened.post(opened.form("Keep it as a file"), {"name": "Something"})
    (record,) = sources(opened.desk.notebook)
    opened.get(opened.inside("again.ask", record=record))
    assert "It leaves nothing open." in opened.page
