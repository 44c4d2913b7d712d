"""Reading a file once more from its original: with other answers of hers, or because a part of it is damaged.

The books that are there stay and are used until the new ones are whole; then they change places in one save. What she
marked stays on the same messages.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from daybook.domain.records.anew import Anew
from daybook.domain.records.source import Again, Book, Source
from daybook.domain.sentence import sentence
from daybook.intake.format import CannotReadError, Question
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.bringing import Bringing
from daybook.notebook.marks_kept import marks_that_move, move_marks
from daybook.notebook.messages import Shelf, source_of, sources
from daybook.notebook.offers import format_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.reading import Progress

_LOOK = 0.2
"""Seconds between two looks whether a reading is at its end."""


class AlreadyReadingError(RuntimeError):
    """This file is being read right now. Wait until it is done, or stop it, and then read it again."""


class ReadingAgain:
    """The readings that end with new books in the place of the old, one thread for each file."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._turn = threading.Lock()
        self._settling = threading.Lock()
        self._closed = threading.Event()
        self._threads: dict[str, threading.Thread] = {}

    def go_on(self, record: str, answers: Mapping[str, str] | None = None) -> None:
        """Read a file again from the beginning, with these answers, or go on with it where they are the same.

        Without answers it goes on with those it has. Raises AlreadyReadingError, NoSuchRecordError.
        """
        notebook = self._notebook
        source = source_of(notebook, record)
        bringing = notebook.beside(Bringing)
        with self._turn:
            at_work = bringing.progress(record)
            if at_work and at_work.running:
                raise AlreadyReadingError
            begun = anew_of(notebook, record)
            given = dict(answers) if answers is not None else None
            if begun is None or _is_over(begun.body) or (given is not None and begun.body.answers != given):
                if begun and (running := bringing.progress(begun.record)) and running.running:
                    raise AlreadyReadingError
                begun = _begin(notebook, record, source, source.answers if given is None else given, begun)
            bringing.go_on(begun.record)
            if record not in self._threads or not self._threads[record].is_alive():
                thread = threading.Thread(target=self._watch, args=(bringing, record, begun.record), daemon=True)
                self._threads[record] = thread
                thread.start()

    def stop(self, record: str) -> None:
        """Let it come to rest; the books that were there are still those that are used."""
        if begun := anew_of(self._notebook, record):
            self._notebook.beside(Bringing).stop(begun.record)

    def progress(self, record: str) -> Progress | None:
        """How far it is; None where it was not read again since the notebook was opened."""
        begun = anew_of(self._notebook, record)
        return self._notebook.beside(Bringing).progress(begun.record) if begun else None

    def wait(self, record: str, seconds: float | None = None) -> None:
        """Return when it is at rest, or after so many seconds."""
        if record in self._threads:
            self._threads[record].join(seconds)

    def settle(self, record: str) -> None:
        """Let new books that are whole take the place of the old ones, if there are any."""
        with self._settling:
            _settle(self._notebook, record)

    def close(self) -> None:
        """The notebook is being locked: it is gone on with later."""
        self._closed.set()

    def _watch(self, bringing: Bringing, record: str, anew: str) -> None:
        while (progress := bringing.progress(anew)) and progress.running and not self._closed.is_set():
            bringing.wait(anew, _LOOK)
        try:
            if not self._closed.is_set():
                self.settle(record)
        except Exception:  # locked meanwhile, nothing is wrong: it is settled when its page is looked at
            if self._notebook.is_open:
                raise


def anew_of(notebook: Notebook, record: str) -> Revision | None:
    """The record of a file's reading anew, also one that is over."""
    return next((one for one in notebook.timeline(["anew.1"]) if one.body.instead_of == record), None)


def waits(notebook: Notebook, record: str) -> bool:
    """Whether reading it again was begun and is not at its end."""
    begun = anew_of(notebook, record)
    return begun is not None and not _is_over(begun.body)


def _is_over(body: Anew) -> bool:
    """Whether its books went over already, and it holds nothing any more."""
    return body.done and not body.original


def _begin(
    notebook: Notebook, record: str, source: Source, answers: Mapping[str, str], before: Revision | None
) -> Revision:
    body = Anew(
        name=source.name,
        original=source.original,
        format=source.format,
        what=source.what,
        answers=dict(answers),
        instead_of=record,
    )
    if before is None:
        return notebook.save(body)
    return notebook.save(body, record=before.record, based_on=before.number)


def _settle(notebook: Notebook, record: str) -> None:
    """Put books that were made anew, and are whole, in the place of the old ones.

    First the new numbers of her marks are noted, then her marks are changed, then one save changes the books. Whatever
    is interrupted, it is done again from there, and does no harm twice.
    """
    begun = anew_of(notebook, record)
    if begun is None or not begun.body.done or not begun.body.original:
        return
    new: Anew = begun.body
    old = source_of(notebook, record)
    over = Anew(name=new.name, done=True, instead_of=record)
    if new.trouble and new.messages < old.messages:
        notebook.save(replace(over, trouble=new.trouble), record=begun.record, based_on=begun.number)
        return
    if not new.noted:
        new = replace(new, noted=True, marks=marks_that_move(notebook, record, new))
        begun = notebook.save(new, record=begun.record, based_on=begun.number)
    move_marks(notebook, new.marks)

    def with_new_books(old: Source) -> Source:
        again = _once_only(notebook, record, old, new)
        return replace(old, books=new.books, answers=new.answers, trouble=new.trouble, done=True, again=again)

    notebook.amend(record, with_new_books)
    notebook.save(over, record=begun.record, based_on=begun.number)


def _once_only(notebook: Notebook, record: str, old: Source, new: Source) -> tuple[Again, ...]:
    """The files whose messages are shown instead of its own: none more, where others are hidden in favour of it.

    Otherwise two files could each be hidden in favour of the other, and a message be shown nowhere. Shown twice is
    the lesser evil.
    """
    pointing = any(one.source == record for other in sources(notebook).values() for one in other.again)
    if not pointing:
        return new.again
    before = {one.source for one in old.again} if old.answers == new.answers else set()
    return tuple(one for one in new.again if one.source in before)


def damaged_books(notebook: Notebook, record: str) -> list[Book]:
    """The books of a file that cannot be opened, as far as a look at their end shows, or as it was met before."""
    met = notebook.beside(Shelf).damaged
    return [book for book in source_of(notebook, record).books if book.file.blob in met or not _opens(notebook, book)]


def damage_met(notebook: Notebook) -> list[str]:
    """The files, by record, of which a book was met that could not be opened."""
    met = notebook.beside(Shelf).damaged
    if not met:
        return []
    return [
        record for record, source in sources(notebook).items() if any(book.file.blob in met for book in source.books)
    ]


def _opens(notebook: Notebook, book: Book) -> bool:
    try:
        notebook.open_file(book.file.blob).close()
    except (DamagedError, MissingFileError):
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a file left open, as it can be asked again. `sentence` says why its original cannot be looked at."""

    questions: tuple[Question, ...] = ()
    sentence: str = ""


def asked_of(notebook: Notebook, record: str) -> Asked:
    """The questions of a file that was brought in. Raises NoSuchRecordError."""
    source = source_of(notebook, record)
    one = format_of(source.format)
    if one is None:
        return Asked()
    original = source.original[0]
    try:
        with notebook.open_file(original.blob) as plain:
            return Asked(questions=one.look(plain, original.name).questions)
    except (CannotReadError, DamagedError, MissingFileError) as error:
        return Asked(sentence=sentence(error))
