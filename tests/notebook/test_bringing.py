"""A file brought in: the original first, then its messages, all of them, once, whatever happens on the way."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.journal.errors import LockedError
from daybook.notebook import reading
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.messages import Shelf, skipped, source_of
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import NoOfferError, Offers
from tests.notebook.bringing import body, brought, everything, offered, second_book_waits
from tests.notebook.lines_format import Lines, chat

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
CANARY = "harbour-lantern-9351"
FEW = [f"{day:02}/03/2024 21:05 Sam: words {day}" for day in range(1, 13)]


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    monkeypatch.setattr(reading, "BOOK", 5)
    monkeypatch.setattr(reading, "_LOOK", 1)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "notes"
    Notebook.create(folder, PASSPHRASE).close()
    return folder


@pytest.fixture
def folder(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty, tmp_path / "notes"))


@pytest.fixture
def notebook(folder: Path) -> Iterator[Notebook]:
    notebook = Notebook.unlock(folder, PASSPHRASE)
    yield notebook
    notebook.close()


def test_nothing_is_kept_before_she_says_yes(notebook: Notebook, folder: Path) -> None:
    offer = offered(notebook, chat(*FEW))
    assert offer.found is not None
    assert (offer.found.name, [question.id for question in offer.found.questions]) == (
        "A chat in lines",
        ["date-order"],
    )
    assert [sample.text for sample in offer.samples] == ["words 1", "words 2", "words 3"]
    first = {value: readings[0].sent for _question, value, readings in offer.readings}
    assert first == {"dmy": "2024-03-01T21:05", "mdy": "2024-01-03T21:05"}
    assert notebook.timeline(["source.1"]) == []
    notebook.beside(Offers).drop(offer.key)
    assert list((folder / "files").iterdir()) == []
    with pytest.raises(NoOfferError):
        bring_in(notebook, offer.key)


def test_a_file_that_is_only_looked_at_is_gone_after_locking(notebook: Notebook, folder: Path) -> None:
    offered(notebook, chat(*FEW))
    assert len(list((folder / "files").iterdir())) == 1
    notebook.close()
    Notebook.unlock(folder, PASSPHRASE).close()
    assert list((folder / "files").iterdir()) == []


def test_every_message_and_every_skipped_part_is_there(notebook: Notebook) -> None:
    lines = [*FEW[:4], "no time here", *FEW[4:], "nor here"]
    record = brought(notebook, chat(*lines), device="Mine", answers={"date-order": "mdy", "made-up": "x"})
    source = body(notebook, record)
    assert (source.messages, source.skipped, source.done, source.trouble) == (12, 2, True, "")
    assert (source.device, source.answers) == ("Mine", {"date-order": "mdy"})
    assert len(source.books) == 3
    assert everything(notebook) == [(f"2024-{n:02}-03T21:05", "Sam", f"words {n}") for n in range(1, 13)]
    gaps = skipped(notebook, record)
    assert [chat(*lines)[start:end] for start, end, _part, _why in gaps] == [b"no time here\n", b"nor here\n"]
    assert {why for *_place, why in gaps} == {"This line has no time."}
    with notebook.open_file(source.original[0].blob) as plain:
        assert plain.read() == chat(*lines)


def test_a_file_that_breaks_off_keeps_what_was_read(notebook: Notebook) -> None:
    record = brought(notebook, chat(*FEW[:7], "!", *FEW[7:]))
    source = body(notebook, record)
    assert (source.messages, source.done, source.trouble) == (7, True, "The rest of this file cannot be read.")


def test_a_file_nobody_knows_is_kept_as_a_file(notebook: Notebook) -> None:
    offer = offered(notebook, b"\x00\x01\x02 nothing", "odd.bin")
    assert "can be kept as it is" in offer.sentence
    record = bring_in(notebook, offer.key)
    source = body(notebook, record)
    assert (source.name, source.format, source.done, source.books) == ("odd.bin", "", True, ())
    assert source.trouble == offer.sentence


def test_it_is_stopped_and_continued_without_loss(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, may_go_on = threading.Event(), threading.Event()

    def watch(number: int) -> None:
        if number == 7:
            reached.set()
            may_go_on.wait(20)

    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(watch),))
    bringing = notebook.beside(Bringing)
    record = bring_in(notebook, offered(notebook, chat(*FEW)).key)
    assert reached.wait(20)
    bringing.stop(record)
    may_go_on.set()
    bringing.wait(record, 20)
    source = body(notebook, record)
    assert 0 < source.messages < 12
    assert not source.done
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    bringing.go_on(record)
    bringing.wait(record, 20)
    assert body(notebook, record).done
    assert [text for _sent, _who, text in everything(notebook)] == [f"words {n}" for n in range(1, 13)]


def test_a_lock_in_the_middle_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, may_go_on = threading.Event(), threading.Event()

    def watch(number: int) -> None:
        if number == 10:
            reached.set()
            may_go_on.wait(20)

    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(watch),))
    second_book_waits(monkeypatch, may_go_on)
    notebook = Notebook.unlock(folder, PASSPHRASE)
    bringing = notebook.beside(Bringing)
    record = bring_in(notebook, offered(notebook, chat(*FEW)).key)
    assert reached.wait(20)
    notebook.close()
    may_go_on.set()
    bringing.wait(record, 20)
    progress = bringing.progress(record)
    assert progress
    assert not progress.running
    assert not progress.went_wrong
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    again = Notebook.unlock(folder, PASSPHRASE)
    source = source_of(again, record)
    assert (source.messages, source.done) == (5, False), "a book that was being made is gone, no other"
    again.beside(Bringing).go_on(record)
    again.beside(Bringing).wait(record, 20)
    assert [text for _sent, _who, text in everything(again)] == [f"words {n}" for n in range(1, 13)]
    again.close()


def test_locking_drops_what_was_open(notebook: Notebook) -> None:
    brought(notebook, chat(*FEW))
    shelf = notebook.beside(Shelf)
    assert everything(notebook)
    assert shelf._books._open
    notebook.close()
    assert shelf._books._open == {}
    with pytest.raises(LockedError):
        notebook.beside(Shelf)


def test_nothing_of_it_is_readable_on_the_disk(notebook: Notebook, folder: Path) -> None:
    line = f"02/03/2024 21:05 Sam: {CANARY}"
    brought(notebook, chat(*FEW, line), f"{CANARY}.txt")
    assert everything(notebook)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 6
    for path in files:
        assert CANARY not in str(path)
        for form in (CANARY.encode(), CANARY.encode("utf-16-le"), b"harbour"):
            assert form not in path.read_bytes(), path


def test_the_search_on_the_disk_would_find_it(notebook: Notebook, folder: Path) -> None:
    (folder / "files" / "left-lying").write_bytes(chat(CANARY))
    assert any(CANARY.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_pictures_without_words_make_no_two_chats_the_same(notebook: Notebook) -> None:
    pictures = [f"{day:02}/03/2024 21:05 Sam: " for day in range(1, 9)]
    brought(notebook, chat(*pictures), "sam.txt")
    others = [line.replace("Sam", "Jo") for line in pictures]
    second = brought(notebook, chat(*others, "09/03/2024 21:05 Jo: see you"), "jo.txt")
    assert body(notebook, second).again == ()
    assert len(everything(notebook)) == 17


def test_the_same_calls_of_two_exports_are_shown_once(notebook: Notebook) -> None:
    calls = [f"{day:02}/03/2024 21:05 Sam: (call)" for day in range(1, 9)]
    first = brought(notebook, chat(*calls), "may.txt")
    second = brought(notebook, chat(*calls[2:], "09/03/2024 21:05 Sam: (call)"), "july.txt")
    assert [(one.source, one.messages) for one in body(notebook, second).again] == [(first, 6)]
    assert len(everything(notebook)) == 9


def test_the_same_message_of_two_exports_is_shown_once(notebook: Notebook) -> None:
    first = brought(notebook, chat(*FEW[:8]), "may.txt")
    renamed = [line.replace("Sam", "Do not answer") for line in FEW[4:]]
    second = brought(notebook, chat(*renamed), "july.txt")
    assert [text for _sent, _who, text in everything(notebook)] == [f"words {n}" for n in range(1, 13)]
    (again,) = body(notebook, second).again
    assert (again.source, again.messages) == (first, 4)
    assert body(notebook, first).again == ()
    books = notebook.beside(Shelf).books()
    kept = [books.get(first, number) for number in range(8)]
    assert books.said_again([one for one in kept if one]) == {(first, 4 + n): [(second, n)] for n in range(4)}


def test_two_chats_that_happen_to_say_ok_in_one_minute_stay_two(notebook: Notebook) -> None:
    brought(notebook, chat(*FEW, "20/03/2024 10:00 Sam: ok"), "sam.txt")
    other = [f"{day:02}/03/2024 09:0{day % 10} Mum: soup {day}" for day in range(1, 25)]
    brought(notebook, chat(*other, "20/03/2024 10:00 Mum: ok"), "mum.txt")
    assert Counter(text for _sent, _who, text in everything(notebook))["ok"] == 2


def test_the_same_file_twice_adds_nothing_to_the_list(notebook: Notebook) -> None:
    brought(notebook, chat(FEW[0]))
    assert offered(notebook, chat(FEW[0])).before
    brought(notebook, chat(FEW[0]))
    assert len(everything(notebook)) == 1


minutes = st.integers(0, 3)
texts = st.sampled_from(["ok", "no", "I am outside", ""])
said = st.lists(st.tuples(minutes, st.sampled_from(["Sam", "Alex"]), texts), min_size=4, max_size=14)


def _lines_of(said: list[tuple[int, str, str]]) -> list[str]:
    return [f"01/05/2024 10:{minute:02} {who}: {text}" for minute, who, text in said]


def _shown(folder: Path, work: Path, files: list[list[str]]) -> tuple[Counter[tuple[str, str]], int]:
    notebook = Notebook.unlock(Path(shutil.copytree(folder, work, dirs_exist_ok=False)), PASSPHRASE)
    try:
        records = [brought(notebook, chat(*lines)) for lines in files]
        shown = Counter((sent, text) for sent, _who, text in everything(notebook))
        assert [pair[0] for pair in everything(notebook)] == sorted(sent for sent, _text in shown.elements())
        assert everything(notebook) == everything(notebook, newest=True)[::-1]
        return shown, sum(body(notebook, record).messages for record in records)
    finally:
        notebook.close()


@settings(max_examples=12)
@given(said=said, cut=st.integers(0, 14), back=st.integers(0, 14))
def test_two_exports_of_one_chat_lose_nothing_and_their_order_does_not_matter(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, str, str]], cut: int, back: int
) -> None:
    lines = _lines_of(said)
    one, two = lines[: max(1, cut)], lines[max(0, cut - back) :] or lines[-1:]
    work = tmp_path_factory.mktemp("twice")
    there, count = _shown(empty, work / "a", [one, two])
    back_again, _ = _shown(empty, work / "b", [two, one])
    assert there == back_again
    assert count == len(one) + len(two)
    assert not Counter(there.keys()) - Counter(back_again.keys())
    each = [_shown(empty, work / str(number), [file])[0] for number, file in enumerate((one, two))]
    assert not (each[0] | each[1]) - there, "what one file says is shown at least as often as there"
    assert not there - (each[0] + each[1])
    shutil.rmtree(work)
