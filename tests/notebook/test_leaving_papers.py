"""The day on paper: what was chosen, in its order, with neutral titles, and no name unless she asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pypdfium2
import pytest

from daybook.crypto.derive import Cost
from daybook.domain.leaving.day import left_out
from daybook.domain.records.leaving_day import LeavingDay
from daybook.notebook import ready
from daybook.notebook.demo import make_demo
from daybook.notebook.leaving_days import change
from daybook.notebook.leaving_papers import DayChoice, EmptyDayError, day_on_paper
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan

MADE = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    folder = tmp_path_factory.mktemp("day") / "notes"
    notebook = Notebook.create(folder, "one two three", cost=Cost(memory=64 * 1024))
    make_demo(notebook, MADE.date())
    yield notebook
    notebook.close()


def paper(book: Notebook, choice: DayChoice) -> bytes:
    return day_on_paper(book, her_plan(book, ready.pack()), choice, made=MADE)


def text(made: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)).split())


def test_the_whole_day_in_order_without_the_name_she_gave(book: Notebook) -> None:
    made = paper(book, DayChoice())
    found = text(made)
    places = [found.index(words) for words in ("Before", "Once your husband is out", "As you go", "The first week")]
    assert places == sorted(places)
    assert "A paper can be found." in found
    assert "Dan" not in found
    assert pypdfium2.PdfDocument(made).get_metadata_value("Title") == "Papers"
    assert made == paper(book, DayChoice())
    assert "Once Dan is out" in text(paper(book, DayChoice(name=True)))


def test_only_the_parts_she_chose_and_nothing_she_left_out(book: Notebook) -> None:
    found = text(paper(book, DayChoice(moments=("hour",), cautions=False)))
    assert "Stop packing" in found
    assert "It is kinder not to ask a child to lie" not in found
    assert "Tell school" not in found
    kept: LeavingDay = book.one(LeavingDay)
    change(book, lambda told: left_out(told, "stop", out=True))
    assert "Stop packing" not in text(paper(book, DayChoice(moments=("hour",))))
    change(book, lambda _: kept)
    with pytest.raises(EmptyDayError):
        paper(book, DayChoice(moments=()))


def test_today_is_one_sheet(book: Notebook) -> None:
    made = paper(book, DayChoice(today=True))
    assert len(pypdfium2.PdfDocument(made)) == 1
    assert "Only what is in reach" in text(made)
    assert "Stop packing" not in text(made)
