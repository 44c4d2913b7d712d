"""Two threads make one file's books: the same books as one thread would, and no trouble of the second is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from daybook.intake.format import Answers
from daybook.intake.message import Message, Skipped
from daybook.intake.run import Run
from daybook.notebook import binding, reading
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.messages import Shelf, wanted
from daybook.notebook.messages import count as counted
from daybook.notebook.notebook import Notebook
from daybook.readmodel.press import indexed
from tests.notebook.bringing import body, brought, everything, offered
from tests.notebook.lines_format import Lines, chat

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
MANY = [f"{day:02}/03/2024 21:05 {'Sam' if day % 4 else 'Alex'}: words {day}" for day in range(1, 29)]
CALL = "20/03/2024 21:05 Sam: (call)"


class InRuns(Lines):
    """The made-up kind of file, many messages at once: three, then one, then five and so on."""

    def runs(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped | Run]:
        waiting: list[Message] = []
        for number, one in enumerate(self.read(file, name, answers)):
            if isinstance(one, Message) and number % 9:
                waiting.append(one)
                continue
            if waiting:
                yield _run(waiting)
            waiting = []
            yield one
        if waiting:
            yield _run(waiting)


def _run(several: list[Message]) -> Run:
    return Run(
        sent=[one.sent for one in several],
        written=[one.sent_as_written for one in several],
        sender=[one.sender for one in several],
        text=[one.text for one in several],
        start=[one.place.start for one in several],
        end=[one.place.end for one in several],
        odd={number: one for number, one in enumerate(several) if one.kind != "message"},
    )


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BOOK", 5)
    monkeypatch.setattr(reading, "_LOOK", 1)


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (InRuns(),))
    notebook = Notebook.create(tmp_path / "notes", PASSPHRASE)
    yield notebook
    notebook.close()


def test_runs_are_cut_into_the_same_books(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*MANY[:6], "no time here", *MANY[6:20], CALL, "nor here", *MANY[20:]]
    first = brought(notebook, chat(*lines), "runs.txt")
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    second = brought(notebook, chat(*lines), "one-by-one.txt")
    books = [[(book.first, book.messages, book.skipped, book.start, book.end) for book in body(notebook, record).books]
             for record in (first, second)]  # fmt: skip
    assert books[0] == books[1]
    assert {messages + skipped for _first, messages, skipped, *_ in books[0][:-1]} == {5}
    shelf = notebook.beside(Shelf).books()
    rows = [[shelf.get(record, number) for number in range(29)] for record in (first, second)]
    assert [one and one[1:] for one in rows[0]] == [one and one[1:] for one in rows[1]]
    assert [number for number, one in enumerate(rows[0]) if one and one.kind == "call"] == [20]
    assert len(everything(notebook)) == 29
    assert counted(notebook, wanted("words")) == 28


@pytest.mark.parametrize("at", range(12))
def test_what_is_odd_in_a_run_stays_where_it_is(notebook: Notebook, at: int) -> None:
    record = brought(notebook, chat(*MANY[:at], CALL, *MANY[at:]))
    shelf = notebook.beside(Shelf).books()
    rows = [shelf.get(record, number) for number in range(29)]
    assert [one.text for one in rows if one] == [f"words {n}" for n in range(1, at + 1)] + [""] + [
        f"words {n}" for n in range(at + 1, 29)
    ]
    assert [number for number, one in enumerate(rows) if one and one.kind == "call"] == [at]


@pytest.mark.parametrize("at", [1, 4, 9, 13, 19, 26])
def test_stopped_anywhere_and_continued_nothing_is_lost(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    bringing = notebook.beside(Bringing)
    records: list[str] = []

    def watch(number: int) -> None:
        if number == at:
            for record in list(bringing._stops):
                bringing.stop(record)

    monkeypatch.setattr("daybook.intake.format.formats", lambda: (InRuns(watch),))
    records.append(bring_in(notebook, offered(notebook, chat(*MANY)).key))
    bringing.wait(records[0], 20)
    before = body(notebook, records[0])
    assert not before.done
    assert before.messages < len(MANY)
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (InRuns(),))
    bringing.go_on(records[0])
    bringing.wait(records[0], 20)
    assert [text for *_, text in everything(notebook)] == [f"words {day}" for day in range(1, 29)]
    assert [book.first for book in body(notebook, records[0]).books] == [
        sum(book.messages for book in body(notebook, records[0]).books[:number])
        for number in range(len(body(notebook, records[0]).books))
    ]


def _threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("words")]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_goes_wrong_in_the_second_thread_is_told(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def broken(plain: bytes) -> bytes:
        calls.append(threading.current_thread().name)
        if len(calls) == 2:
            raise MemoryError
        return indexed(plain)

    monkeypatch.setattr(binding, "indexed", broken)
    record = brought(notebook, chat(*MANY))
    progress = notebook.beside(Bringing).progress(record)
    assert progress
    assert (progress.went_wrong, progress.running) == (True, False)
    assert (body(notebook, record).messages, body(notebook, record).done) == (5, False)
    assert all(name.startswith("words") for name in calls)
    assert not _threads()
    monkeypatch.setattr(binding, "indexed", indexed)
    notebook.beside(Bringing).go_on(record)
    notebook.beside(Bringing).wait(record, 20)
    assert [text for *_, text in everything(notebook)] == [f"words {day}" for day in range(1, 29)]


def test_locking_ends_both_threads_and_keeps_no_half_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def slowly(plain: bytes) -> bytes:
        if not begun.is_set():
            begun.set()
            assert may_go_on.wait(20)
        return indexed(plain)

    monkeypatch.setattr("daybook.intake.format.formats", lambda: (InRuns(),))
    monkeypatch.setattr(binding, "indexed", slowly)
    folder = tmp_path / "notes"
    notebook = Notebook.create(folder, PASSPHRASE)
    bringing = notebook.beside(Bringing)
    record = bring_in(notebook, offered(notebook, chat(*MANY)).key)
    assert begun.wait(20)
    assert _threads(), "the control: while it is at work there is a second thread"
    notebook.close()
    may_go_on.set()
    bringing.wait(record, 20)
    progress = bringing.progress(record)
    assert progress
    assert (progress.running, progress.went_wrong) == (False, False)
    assert not _threads()
    again = Notebook.unlock(folder, PASSPHRASE)
    assert body(again, record).books == ()
    again.beside(Bringing).go_on(record)
    again.beside(Bringing).wait(record, 20)
    assert len(everything(again)) == 28
    again.close()


def test_the_second_thread_is_given_no_key(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs there is one function of bytes to bytes; sealing and keeping happen in the thread that reads."""
    names: dict[str, set[str]] = {"sealed": set(), "words": set()}
    seal = notebook.seal_file

    def watched(what: str, does: Callable[..., object]) -> Callable[..., object]:
        def doing(*given: object) -> object:
            names[what].add(threading.current_thread().name)
            return does(*given)

        return doing

    monkeypatch.setattr(binding, "indexed", watched("words", indexed))
    monkeypatch.setattr(notebook, "seal_file", watched("sealed", seal))
    brought(notebook, chat(*MANY))
    assert all(name.startswith("words") for name in names["words"])
    assert names["words"]
    assert not any(name.startswith("words") for name in names["sealed"])
    assert names["sealed"]
