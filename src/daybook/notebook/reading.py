"""Reading one file she brought in, from where it was left off: book after book, each sealed before the next begins."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import msgspec

from daybook.domain.attachment import Attachment
from daybook.domain.records.anew import Anew
from daybook.domain.records.source import Again, Book, Source
from daybook.intake.format import CannotReadError
from daybook.intake.message import Flag, Given, Message, Skipped
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.notebook import ChangedElsewhereError, Notebook
from daybook.notebook.offers import format_of
from daybook.readmodel.empty_book import empty_book
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.press import Gap, Press, Pressed, Row

if TYPE_CHECKING:
    from daybook.journal.openfile import OpenFile

BOOK = 50_000
"""Messages and skipped parts in one book: this and the memory of one book keep bringing in under 200 MB."""
_LOOK = 500
"""After so many messages it looks whether it is to stop, and says how far it is."""
_FEWEST = 3
_HALF = 0.5
_GONE = "The program that reads this kind of file is not in this copy. A newer one has it."


class More(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """What a message has beyond the columns of a book."""

    flags: tuple[Flag, ...] = ()
    attachments: tuple[Given, ...] = ()
    to: tuple[str, ...] = ()
    seconds: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_NOTHING_MORE = ((), (), (), None, ())


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
        try:
            run = _Run(notebook, record, press, progress, stop)
            run.begin(source)
            if run.all(iter(one.read(plain, original.name, dict(source.answers))), plain):
                _change(notebook, record, done=True, again=run.again(original.sha256))
        except CannotReadError as error:
            run.seal()
            _change(notebook, record, done=True, trouble=str(error) or (type(error).__doc__ or "").strip())


class _Run:
    """One reading, from its first new message to its last."""

    def __init__(self, notebook: Notebook, record: str, press: Press, progress: Progress, stop: Event) -> None:
        self._notebook, self._record, self._press = notebook, record, press
        self._progress, self._stop = progress, stop
        self._rows: list[Row] = []
        self._gaps: list[Gap] = []
        self._others: dict[str, Source] = {}
        self._again: dict[str, int] = {}

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

    def all(self, read: Iterator[Message | Skipped], plain: OpenFile) -> bool:
        """Everything that was not read before; False when it was stopped. What is at hand then is kept, too."""
        messages = skipped = 0
        old_messages, old_skipped = self._progress.messages, self._progress.skipped
        for number, one in enumerate(read):
            if isinstance(one, Message):
                messages += 1
                if messages > old_messages:
                    self._rows.append(_row(messages - 1, one))
            else:
                skipped += 1
                if skipped > old_skipped:
                    self._gaps.append(Gap(one.place.start, one.place.end, one.place.part, one.why))
            if len(self._rows) + len(self._gaps) >= BOOK:
                self.seal()
            if number % _LOOK == 0:
                self._progress.at = max(self._progress.at, plain.tell())
                self._progress.messages = max(old_messages, messages)
                self._progress.skipped = max(old_skipped, skipped)
                if self._stop.is_set():
                    if self._notebook.is_open:
                        self.seal()
                    return False
        self.seal()
        self._progress.messages, self._progress.skipped = messages, skipped
        return True

    def seal(self) -> None:
        """Make a book of what is at hand, seal it, and name it in the record."""
        if not self._rows and not self._gaps:
            return
        first = self._rows[0].number if self._rows else self._progress.messages
        pressed = self._press.book(self._rows, self._gaps)
        book = Book(
            file=self._sealed(pressed),
            first=first,
            messages=len(self._rows),
            skipped=len(self._gaps),
            start=pressed.start,
            end=pressed.end,
        )
        self._rows, self._gaps = [], []
        self._add(pressed.again)
        _change(self._notebook, self._record, add=book)

    def again(self, sha256: str) -> tuple[Again, ...]:
        """The other files that hold the same conversation, by how much both say where their times overlap.

        Two chats can hold the same "ok" in the same minute by chance. So a file counts as the same conversation only
        if at least three messages are the same and at least half of what one of the two says in that time, or if
        both files are the same to the byte.
        """
        mine: Source = self._notebook.latest(self._record).body
        found = []
        for record, count in self._again.items():
            other = self._others[record]
            fewer = min(self._within(mine, self._record, other), self._within(other, record, mine))
            is_file = any(original.sha256 == sha256 for original in other.original)
            if is_file or (count >= _FEWEST and count >= _HALF * fewer):
                found.append(Again(source=record, messages=count))
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
        for book in source.books:
            with closing(OpenBook(record, self._bytes(book), hidden)) as opened:
                yield from opened.said()

    def _add(self, again: dict[str, int]) -> None:
        for source, count in again.items():
            self._again[source] = self._again.get(source, 0) + count

    def _bytes(self, book: Book) -> bytes:
        """A book; an empty one for one that is damaged or gone: it keeps no other file from being read."""
        try:
            with self._notebook.open_file(book.file.blob) as plain:
                return plain.read()
        except (DamagedError, MissingFileError):
            return empty_book()

    def _sealed(self, pressed: Pressed) -> Attachment:
        sealer = self._notebook.seal_file()
        try:
            sealer.write(pressed.plain)
            sealed = sealer.finish()
        except BaseException:
            sealer.abandon()
            raise
        return Attachment(blob=sealed.blob, name="", media="", size=sealed.size, sha256=sealed.sha256)


def _row(number: int, one: Message) -> Row:
    place = one.place
    more = (one.flags, one.attachments, one.to, one.seconds, one.headers)
    return Row(
        number,
        one.sent,
        one.sent_as_written,
        one.sender,
        one.chat,
        one.kind,
        one.text,
        place.start,
        place.end,
        place.part,
        None if more == _NOTHING_MORE else _encode(More(*more)),
    )


def _change(notebook: Notebook, record: str, *, add: Book | None = None, **changes: object) -> None:
    """Save the record with these changes, over whatever she changed in it meanwhile."""
    while True:
        latest = notebook.latest(record)
        body: Source = latest.body
        if add is not None:
            changes["books"] = (*body.books, add)
        try:
            notebook.save(dataclasses.replace(body, **changes), record=record, based_on=latest.number)  # type: ignore[arg-type]
        except ChangedElsewhereError:
            continue
        return
