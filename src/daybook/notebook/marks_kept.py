"""Her marks when a file is read anew: each stays on its message, by number, or by its place in the original."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.messages import marks
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from daybook.domain.records.source import Book, Source
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.kept import Kept

Spot = tuple[str, int, int]
"""Where a message stands in the original: inside which part, and its bytes."""


def marks_that_move(notebook: Notebook, record: str, new: Source) -> dict[str, int]:
    """The marks on this file whose messages have another number in the books read anew: that number, by mark.

    Nearly always there is none. Where an old message cannot be opened any more, its mark keeps its number.
    """
    hers = {pick[1]: revision for pick, revision in marks(notebook).items() if pick[0] == record}
    if not hers:
        return {}
    old: Source = notebook.latest(record).body
    spots = {kept.number: _spot(kept) for kept in _numbered(notebook, record, old.books, hers)}
    now = {kept.number: _spot(kept) for kept in _numbered(notebook, record, new.books, hers)}
    moved = {spot: number for number, spot in spots.items() if now.get(number) != spot}
    if not moved:
        return {}
    return {hers[moved[spot]].record: number for number, spot in _all(notebook, record, new.books) if spot in moved}


def move_marks(notebook: Notebook, numbers: Mapping[str, int]) -> None:
    """Give these marks these numbers. Doing it again changes nothing."""
    for record, number in numbers.items():
        notebook.amend(record, partial(replace, message=number))


def _spot(kept: Kept) -> Spot:
    return kept.part, kept.start, kept.end


def _opened(notebook: Notebook, record: str, books: Iterable[Book]) -> Iterator[tuple[Book, OpenBook]]:
    """Those books that can be opened, one at a time."""
    for book in books:
        try:
            with notebook.open_file(book.file.blob) as plain:
                bytes_ = plain.read()
        except (DamagedError, MissingFileError):
            continue
        with closing(OpenBook(record, bytes_, ())) as opened:
            yield book, opened


def _numbered(notebook: Notebook, record: str, books: Iterable[Book], numbers: Iterable[int]) -> Iterator[Kept]:
    """The messages with these numbers."""
    wanted = set(numbers)
    holding = [book for book in books if any(book.first <= number < book.first + book.messages for number in wanted)]
    for book, opened in _opened(notebook, record, holding):
        for number in wanted:
            if book.first <= number < book.first + book.messages and (kept := opened.get(number)):
                yield kept


def _all(notebook: Notebook, record: str, books: Iterable[Book]) -> Iterator[tuple[int, Spot]]:
    for _book, opened in _opened(notebook, record, books):
        for kept in opened.read(Wanted(), newest=False):
            yield kept.number, _spot(kept)
