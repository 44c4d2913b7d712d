"""Reading one file she brought in, from where it was left off: book after book, each sealed before the next begins."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from daybook.domain.records.anew import Anew
from daybook.domain.records.source import Again, Book, Source
from daybook.domain.sentence import sentence
from daybook.intake.format import CannotReadError
from daybook.intake.message import Message, Skipped
from daybook.intake.run import Run, runs_of
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.binding import Binder
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import format_of
from daybook.notebook.righted import righted_book, rights
from daybook.readmodel.empty_book import empty_book
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.press import Press
from daybook.readmodel.twins import InBoth

if TYPE_CHECKING:
    from daybook.journal.openfile import OpenFile

BOOK = 50_000
"""Messages and skipped parts in one book: this and the memory of two books keep bringing in under 200 MB."""
_LOOK = 500
"""After so many messages it looks whether it is to stop, and says how far it is."""
_FEWEST = 3
_HALF = 0.5
_GONE = "The program that reads this kind of file is not in this copy. A newer one has it."


@dataclass(slots=True)
class Progress:
    """How far a file is read: messages and skipped parts so far, and bytes of the original out of `size`.

    `began` is the running clock's, in seconds.
    """

    size: int
    messages: int = 0
    skipped: int = 0
    at: int = 0
    running: bool = True
    went_wrong: bool = False
    began: float = dataclasses.field(default_factory=time.monotonic)

    @property
    def percent(self) -> int:
        """How much of the original was read, where its places say so; 0 to 99 while it runs."""
        return min(99, self.at * 100 // self.size) if self.size else 0


def read_on(notebook: Notebook, record: str, progress: Progress, stop: Event) -> None:
    """Read the file of this record from where it was left off, until it ends or `stop` is set.

    Each book is saved as it is made: whatever happens, what was saved is whole. Raises what the journal raises.
    """
    source: Source = notebook.latest(record).body
    one = format_of(source.format)
    if one is None:
        _change(notebook, record, done=True, trouble=_GONE)
        return
    original = source.original[0]
    with notebook.open_file(original.blob) as plain, closing(Press()) as press:
        reading = _Reading(notebook, record, press, progress, stop)
        reading.begin(source)
        read = runs_of(one, plain, original.name, dict(source.answers))
        try:
            with closing(Binder(notebook, press, BOOK, reading.keep)) as binder:
                finished = reading.all(read, binder, plain)
            if finished:
                _change(notebook, record, done=True, again=reading.again(original.sha256))
        except CannotReadError as error:
            _change(notebook, record, done=True, trouble=sentence(error))


class _Reading:
    """One reading, from its first new message to its last."""

    def __init__(self, notebook: Notebook, record: str, press: Press, progress: Progress, stop: Event) -> None:
        self._notebook, self._record, self._press = notebook, record, press
        self._progress, self._stop = progress, stop
        self._others: dict[str, Source] = {}
        self._again: dict[str, InBoth] = {}

    def begin(self, source: Source) -> None:
        """Learn what the other files say, and what the earlier books of this one say."""
        itself = (self._record, source.instead_of if isinstance(source, Anew) else "")
        for other in self._notebook.timeline(["source.1"]):
            if other.record not in itself and other.body.books:
                self._others[other.record] = other.body
                hidden = {again.source for again in other.body.again}
                self._press.know(other.record, self._said(other.record, other.body, hidden))
        for book in source.books:
            self._press.at = book.end
            if self._others:
                with closing(OpenBook(self._record, self._bytes(book), ())) as opened:
                    self._press.count(same for same, _number in opened.said())
                    self._add(opened.again())
        self._progress.messages, self._progress.skipped = source.messages, source.skipped

    def all(self, read: Iterator[Message | Skipped | Run], binder: Binder, plain: OpenFile) -> bool:
        """Everything that was not read before; False when it was stopped. What is at hand then is kept, too."""
        progress, looked = self._progress, 0
        counted = _Counted(self._progress.messages, self._progress.skipped)
        try:
            for one in read:
                counted.take(one, binder)
                if counted.messages + counted.skipped < looked:
                    continue
                looked = counted.messages + counted.skipped + _LOOK
                progress.at = max(progress.at, plain.tell())
                progress.messages = max(counted.old_messages, counted.messages)
                progress.skipped = max(counted.old_skipped, counted.skipped)
                if self._stop.is_set():
                    if self._notebook.is_open:
                        binder.finish()
                    return False
                binder.look()
        except CannotReadError:
            binder.finish()
            raise
        binder.finish()
        progress.messages, progress.skipped = counted.messages, counted.skipped
        return True

    def keep(self, book: Book, again: dict[str, InBoth]) -> None:
        """Name a sealed book in the record."""
        self._add(again)
        _change(self._notebook, self._record, add=book)

    def again(self, sha256: str) -> tuple[Again, ...]:
        """The other files that hold the same conversation, by how much both say where their times overlap.

        Two chats can hold the same "ok" in the same minute by chance. So a file counts as the same conversation only
        if at least three that are the same are more than a picture without words, and at least half of what one of
        the two says in that time, or if both files are the same to the byte.
        """
        mine: Source = self._notebook.latest(self._record).body
        found = []
        for record, both in self._again.items():
            other = self._others[record]
            fewer = min(self._within(mine, self._record, other), self._within(other, record, mine))
            is_file = any(original.sha256 == sha256 for original in other.original)
            if is_file or (both.telling >= _FEWEST and both.messages >= _HALF * fewer):
                found.append(Again(source=record, messages=both.messages))
        return tuple(found)

    def _within(self, source: Source, record: str, other: Source) -> int:
        """How many messages of a file lie in the span of another's, by the minute."""
        start, end = min(book.start for book in other.books), max(book.end for book in other.books)
        count = 0
        for book in source.books:
            if start <= book.start and book.end <= end:
                count += book.messages
            elif book.end >= start and book.start <= end:
                with closing(OpenBook(record, self._bytes(book), ())) as opened:
                    count += opened.between(start, end)
        return count

    def _said(self, record: str, source: Source, hidden: set[str]) -> Iterator[tuple[int, int]]:
        of_file = rights(self._notebook).get(record, {})
        for book in source.books:
            plain, right = self._bytes(book), righted_book(book, of_file)
            with closing(OpenBook(record, right.made_of(plain) if right else plain, hidden)) as opened:
                yield from opened.said()

    def _add(self, again: dict[str, InBoth]) -> None:
        for source, both in again.items():
            self._again[source] = self._again.get(source, InBoth()).and_also(both)

    def _bytes(self, book: Book) -> bytes:
        """A book; an empty one for one that is damaged or gone: it keeps no other file from being read."""
        try:
            with self._notebook.open_file(book.file.blob) as plain:
                return plain.read()
        except (DamagedError, MissingFileError):
            return empty_book()


@dataclass(slots=True)
class _Counted:
    """How much of a file was gone through, and how much of it was read before and is not to be read again."""

    old_messages: int
    old_skipped: int
    messages: int = 0
    skipped: int = 0

    def take(self, one: Message | Skipped | Run, binder: Binder) -> None:
        """Give what is new to the binder."""
        if isinstance(one, Message):
            if self.messages >= self.old_messages:
                binder.add(self.messages, one)
            self.messages += 1
        elif isinstance(one, Run):
            known = min(max(self.old_messages - self.messages, 0), len(one))
            binder.add_run(self.messages + known, one.part_of(known, len(one)))
            self.messages += len(one)
        else:
            if self.skipped >= self.old_skipped:
                binder.skip(one)
            self.skipped += 1


def _change(notebook: Notebook, record: str, *, add: Book | None = None, **changes: object) -> None:
    """Save the record with these changes, over whatever she changed in it meanwhile."""

    def changed(body: Source) -> Source:
        books = (*body.books, add) if add else body.books
        return dataclasses.replace(body, **{"books": books, **changes})  # type: ignore[arg-type]

    notebook.amend(record, changed)
