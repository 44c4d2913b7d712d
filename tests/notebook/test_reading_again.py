"""A file read once more from its original: other answers, a damaged book, and whatever is interrupted on the way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from daybook.intake.format import Answers
from daybook.intake.message import Message, Skipped
from daybook.notebook import reading
from daybook.notebook.bringing import Bringing
from daybook.notebook.messages import Shelf, mark, marked, message, wanted
from daybook.notebook.notebook import Notebook
from daybook.notebook.reading_again import (
    AlreadyReadingError,
    ReadingAgain,
    anew_of,
    asked_of,
    damage_met,
    damaged_books,
    waits,
)
from tests.notebook.bringing import body, brought, everything
from tests.notebook.lines_format import Lines, chat

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
FEW = [f"{day:02}/03/2024 21:05 Sam: words {day}" for day in range(1, 13)]
BY_DAY = [(f"2024-03-{n:02}T21:05", "Sam", f"words {n}") for n in range(1, 13)]
BY_MONTH = [(f"2024-{n:02}-03T21:05", "Sam", f"words {n}") for n in range(1, 13)]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    monkeypatch.setattr(reading, "BOOK", 5)
    monkeypatch.setattr(reading, "_LOOK", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def notebook(folder: Path) -> Iterator[Notebook]:
    notebook = Notebook.create(folder, PASSPHRASE)
    yield notebook
    notebook.close()


def again(notebook: Notebook, record: str, answers: dict[str, str] | None = None) -> None:
    notebook.beside(ReadingAgain).go_on(record, answers)
    notebook.beside(ReadingAgain).wait(record, 30)


def spoil(folder: Path, notebook: Notebook, record: str, number: int) -> str:
    """Change one byte in the middle of a book."""
    blob = str(body(notebook, record).books[number].file.blob)
    path = next(path for path in folder.rglob("*") if path.name.startswith(blob))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return blob


def test_another_answer_reads_it_anew_and_marks_stay(notebook: Notebook) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    mark(notebook, [(record, 3), (record, 11)], tags=("threat",), note="Look")
    assert [question.id for question in asked_of(notebook, record).questions] == ["date-order"]
    again(notebook, record, {"date-order": "mdy"})
    assert everything(notebook) == BY_MONTH
    assert [her.kept.text for her in marked(notebook, "threat")] == ["words 4", "words 12"]
    source = body(notebook, record)
    assert (source.answers, source.done, source.messages) == ({"date-order": "mdy"}, True, 12)
    said = [revision.body.answers for revision in notebook.history(record)]
    assert said[-2:] == [{"date-order": "dmy"}, {"date-order": "mdy"}], "what it said before is still there"
    assert not waits(notebook, record)
    again(notebook, record, {"date-order": "dmy"})
    assert everything(notebook) == BY_DAY


def _slow(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    reached, may_go_on = threading.Event(), threading.Event()

    def watch(number: int) -> None:
        if number == 7:
            reached.set()
            may_go_on.wait(20)

    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(watch),))
    return reached, may_go_on


def test_the_old_books_are_used_until_the_new_are_whole(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    reached, may_go_on = _slow(monkeypatch)
    notebook.beside(ReadingAgain).go_on(record, {"date-order": "mdy"})
    assert reached.wait(20)
    assert everything(notebook) == BY_DAY
    assert waits(notebook, record)
    with pytest.raises(AlreadyReadingError):
        notebook.beside(ReadingAgain).go_on(record, {"date-order": "dmy"})
    notebook.beside(ReadingAgain).stop(record)
    may_go_on.set()
    notebook.beside(ReadingAgain).wait(record, 20)
    assert everything(notebook) == BY_DAY
    begun = anew_of(notebook, record)
    assert begun
    assert 0 < begun.body.messages < 12
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    again(notebook, record)
    assert everything(notebook) == BY_MONTH


def test_a_lock_in_the_middle_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = Notebook.create(folder, PASSPHRASE)
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    reached, may_go_on = _slow(monkeypatch)
    notebook.beside(ReadingAgain).go_on(record, {"date-order": "mdy"})
    assert reached.wait(20)
    beside = notebook.beside(ReadingAgain)
    notebook.close()
    may_go_on.set()
    beside.wait(record, 20)
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    notebook = Notebook.unlock(folder, PASSPHRASE)
    assert everything(notebook) == BY_DAY
    assert waits(notebook, record)
    again(notebook, record)
    assert everything(notebook) == BY_MONTH
    notebook.close()


@pytest.mark.parametrize("after", range(1, 6))
def test_whatever_save_is_the_last_it_is_gone_on_with(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The power goes after so many saves while the books change places."""
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    mark(notebook, [(record, 3), (record, 4)], tags=("threat",))
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Shifted(),))
    beside = notebook.beside(ReadingAgain)
    with monkeypatch.context() as patch:
        patch.setattr(ReadingAgain, "settle", lambda *_: None)
        again(notebook, record)
    save, left = notebook.save, [after]

    def cut(*given: Any, **more: Any) -> Any:
        if not left[0]:
            raise OSError
        left[0] -= 1
        return save(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(notebook, "save", cut)
        try:
            beside.settle(record)
        except OSError:
            assert after < 5
    beside.settle(record)
    assert [her.kept.text for her in marked(notebook, "threat")] == ["words 4", "words 5"]
    assert not waits(notebook, record)
    assert [text for _sent, _who, text in everything(notebook)][1:] == [f"words {n}" for n in range(1, 13)]


class Shifted(Lines):
    """A newer reader that makes a message of what the old one passed over."""

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        found = list(super().read(file, name, answers))
        first = found[0]
        assert isinstance(first, Message)
        yield Message(sent="2024-01-01T00:00", sent_as_written="", sender="", text="new", place=type(first.place)(0, 5))
        yield from found


def test_a_damaged_book_is_passed_over_said_and_made_anew(notebook: Notebook, folder: Path) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    other = brought(notebook, chat("01/05/2024 10:00 Alex: other"), "other.txt")
    mark(notebook, [(record, 6)], tags=("threat",))
    notebook.beside(Shelf).close()
    spoil(folder, notebook, record, 1)
    left = [*BY_DAY[:5], *BY_DAY[10:], ("2024-05-01T10:00", "Alex", "other")]
    assert everything(notebook) == left
    assert notebook.beside(Shelf).books().count(wanted("words"), 99) == 7
    assert damage_met(notebook) == [record]
    assert [book.first for book in damaged_books(notebook, record)] == [5]
    assert damaged_books(notebook, other) == []
    third = brought(notebook, chat("02/05/2024 10:00 Alex: third"), "third.txt")
    assert body(notebook, third).done, "one damaged book keeps no other file from being read"
    again(notebook, record)
    assert [one for one in everything(notebook) if one[1] == "Sam"] == BY_DAY
    assert [her.kept.text for her in marked(notebook)] == ["words 7"]
    assert damage_met(notebook) == []
    assert damaged_books(notebook, record) == []


def test_a_book_that_is_gone_is_made_anew(notebook: Notebook, folder: Path) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    notebook.beside(Shelf).close()
    blob = body(notebook, record).books[0].file.blob
    next(path for path in folder.rglob("*") if path.name.startswith(blob)).unlink()
    assert [book.first for book in damaged_books(notebook, record)] == [0]
    again(notebook, record)
    assert everything(notebook) == BY_DAY


def test_without_its_original_everything_stays_as_it_is(notebook: Notebook, folder: Path) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    blob = body(notebook, record).original[0].blob
    next(path for path in folder.rglob("*") if path.name.startswith(blob)).unlink()
    assert asked_of(notebook, record).sentence
    again(notebook, record, {"date-order": "mdy"})
    assert everything(notebook) == BY_DAY
    progress = notebook.beside(ReadingAgain).progress(record)
    assert progress
    assert progress.went_wrong


def test_a_reading_that_gets_less_far_changes_nothing(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    monkeypatch.setattr("daybook.intake.format.formats", tuple)
    again(notebook, record, {"date-order": "mdy"})
    assert everything(notebook) == BY_DAY
    begun = anew_of(notebook, record)
    assert begun
    assert "is not in this copy" in begun.body.trouble


def test_two_files_are_never_each_hidden_in_favour_of_the_other(notebook: Notebook) -> None:
    """Both were read with the wrong answer; one of them is read again."""
    first = brought(notebook, chat(*FEW), answers={"date-order": "mdy"})
    second = brought(notebook, chat(*FEW, "03/12/2024 21:05 Sam: words 13"), "b.txt", answers={"date-order": "mdy"})
    third = brought(notebook, chat(*FEW), "c.txt", answers={"date-order": "dmy"})
    again(notebook, first, {"date-order": "dmy"})
    texts = {text for _sent, _who, text in everything(notebook)}
    assert texts == {f"words {n}" for n in range(1, 14)}
    assert {one.source for one in body(notebook, second).again} == {first}
    assert body(notebook, third).again == () or body(notebook, first).again == ()


def test_it_is_not_begun_while_the_file_is_read_for_the_first_time(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = brought(notebook, chat(*FEW))
    progress = notebook.beside(Bringing).progress(record)
    assert progress
    monkeypatch.setattr(progress, "running", True)
    with pytest.raises(AlreadyReadingError):
        notebook.beside(ReadingAgain).go_on(record)


def test_the_same_answers_again_read_nothing_twice(notebook: Notebook) -> None:
    record = brought(notebook, chat(*FEW), answers={"date-order": "dmy"})
    again(notebook, record, {"date-order": "mdy"})
    assert message(notebook, (record, 0)).kept.sent == "2024-01-03T21:05"
    assert len(notebook.timeline(["source.1"])) == 1
    assert len(notebook.timeline(["anew.1"])) == 1
