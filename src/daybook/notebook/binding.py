"""Making sealed books of the messages of one file: while one is made searchable, the next is filled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from daybook.domain.attachment import Attachment
from daybook.domain.records.source import Book
from daybook.intake.message import Message, Skipped
from daybook.notebook.more import packed
from daybook.readmodel.press import Gap, Press, Pressed, indexed
from daybook.readmodel.sheet import Row, Sheet
from daybook.readmodel.twins import InBoth

if TYPE_CHECKING:
    from daybook.intake.run import Run
    from daybook.notebook.notebook import Notebook


Keep = Callable[[Book, dict[str, InBoth]], None]
"""Told of each finished book, and of how many of its messages other files hold, too."""


class _Waiting(NamedTuple):
    """A book whose words are being made searchable."""

    words: Future[bytes]
    pressed: Pressed
    first: int
    messages: int
    skipped: int


class Binder:
    """Takes messages in the order of the file; gives each finished book to `keep`, sealed.

    Pressing, sealing and keeping happen in the caller's thread; only the words are gone through in a second one, which
    touches neither keys nor the notebook, so that whatever is locked stays locked. In memory there are at most the book
    that is filled and the one before it. What goes wrong in the second thread is raised here. Close it in the end.
    """

    def __init__(self, notebook: Notebook, press: Press, size: int, keep: Keep) -> None:
        """`size` is how many messages and skipped parts one book holds."""
        self._notebook, self._press, self._size, self._keep = notebook, press, size, keep
        self._second = ThreadPoolExecutor(max_workers=1, thread_name_prefix="words")
        self._waiting: _Waiting | None = None
        self._sheet, self._gaps = Sheet(), list[Gap]()
        self._next = 0

    def add(self, number: int, one: Message) -> None:
        """One message by its number in the file."""
        self._sheet.add(_row(number, one))
        self._next = number + 1
        self._seal_if_full()

    def add_run(self, number: int, run: Run) -> None:
        """Many messages, the first of which has this number in the file."""
        at = 0
        while at < len(run):
            room = self._size - len(self._sheet) - len(self._gaps)
            part = run.part_of(at, at + room)
            base = len(self._sheet)
            columns, places = (part.sent, part.written, part.sender, part.text), (part.start, part.end)
            self._sheet.add_many(number + at, columns, places, chat=part.chat, part=part.part)
            self._sheet.mend({base + index: _row(number + at + index, one) for index, one in part.odd.items()})
            at += len(part)
            self._next = number + at
            self._seal_if_full()

    def skip(self, gap: Skipped) -> None:
        """A part that could not be read."""
        self._gaps.append(Gap(gap.place.start, gap.place.end, gap.place.part, gap.why))
        self._seal_if_full()

    def look(self) -> None:
        """Keep the book whose words are done, if there is one, so that it is safe as early as can be."""
        if self._waiting and self._waiting.words.done():
            self._keep_waiting()

    def finish(self) -> None:
        """Make a book of what is at hand, and return when every book is kept."""
        self._seal()
        self._keep_waiting()

    def close(self) -> None:
        """Let the second thread end; what is not kept by then is dropped."""
        self._waiting = None
        self._second.shutdown(cancel_futures=True)

    def _seal_if_full(self) -> None:
        if len(self._sheet) + len(self._gaps) >= self._size:
            self._seal()

    def _seal(self) -> None:
        sheet, gaps = self._sheet, self._gaps
        if not len(sheet) and not gaps:
            return
        first = sheet.number[0] if len(sheet) else self._next
        pressed = self._press.unindexed(sheet, gaps)
        self._sheet, self._gaps = Sheet(), []
        self._keep_waiting()
        self._waiting = _Waiting(self._second.submit(indexed, pressed.plain), pressed, first, len(sheet), len(gaps))

    def _keep_waiting(self) -> None:
        if self._waiting is None:
            return
        done, self._waiting = self._waiting, None
        file = self._sealed(done.words.result())
        start, end, again = done.pressed.start, done.pressed.end, done.pressed.again
        book = Book(file=file, first=done.first, messages=done.messages, skipped=done.skipped, start=start, end=end)
        self._keep(book, again)

    def _sealed(self, plain: bytes) -> Attachment:
        sealer = self._notebook.seal_file()
        try:
            sealer.write(plain)
            sealed = sealer.finish()
        except BaseException:
            sealer.abandon()
            raise
        return Attachment(blob=sealed.blob, name="", media="", size=sealed.size, sha256=sealed.sha256)


def _row(number: int, one: Message) -> Row:
    place = one.place
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
        packed(one),
        _said(one),
    )


def _said(one: Message) -> str | None:
    """What she would find in another export of the chat: of a line that stands for a file only what is below it.

    What stands for a file or for words taken back differs with the language of the phone, and with whether the export
    holds the files. None for all of the text.
    """
    if one.kind == "deleted":
        return ""
    line, _end, below = one.text.partition("\n")
    names = [each.name for each in one.attachments if each.name]
    if any(name in line for name in names) or ("not-in-export" in one.flags and not names):
        return below
    return None
