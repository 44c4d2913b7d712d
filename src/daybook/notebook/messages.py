"""Every message of every file she brought in: listed, found, seen in context, marked, counted by the hour."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from daybook.domain.records.message_mark import MessageMark
from daybook.domain.records.source import Source
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.more import More
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.righted import KIND, RightedBook, Rights, righted_book, rights
from daybook.readmodel.asked import asked
from daybook.readmodel.bookshelf import Bookshelf, Shelved
from daybook.readmodel.empty_book import empty_book
from daybook.readmodel.kept import Kept, Key
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.domain.records.source import Book
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook

T = TypeVar("T")
A_PAGE = 50
A_FEW, A_MOMENT = 2, 0.3
"""So many books a page waits for, and so many seconds, only to say who wrote; the rest is there the next time."""
MOST_COUNTED = 300
"""More found messages than this are said to be "more than": counting them all would keep her waiting."""

Pick = tuple[str, int]
"""One message: the record of the file it came in, and its number there."""


class NoSuchMessageError(LookupError):
    """That message is not in this notebook. Go back to the list and open it from there."""


class Shelf:
    """The books of an open notebook, opened as they are needed and dropped when it is locked."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._books = Bookshelf(self._bytes)
        self.damaged: set[str] = set()
        self._made: dict[str, tuple[int, Any]] = {}
        self._righted: dict[str, RightedBook] = {}

    def made_of(self, kind: str, make: Callable[[], T]) -> T:
        """What `make` makes of all records of a kind; made anew only when one of them changed."""
        changes = self._notebook.changes(kind)
        if self._made.get(kind, (-1,))[0] != changes:
            self._made[kind] = (changes, make())
        made: T = self._made[kind][1]
        return made

    def books(self) -> Bookshelf:
        """All books there are now, their messages as she put them right."""
        righted = self.put_right()
        self._books.put(
            self._shelved(record, source, book, righted.get(record, {}))
            for record, source in sources(self._notebook).items()
            for book in source.books
        )
        return self._books

    def put_right(self) -> dict[str, Rights]:
        """What she put right, by file and number."""
        return self.made_of(KIND, lambda: rights(self._notebook))

    def as_kept(self, pick: Pick) -> Kept | None:
        """A message as it lies in its book, whatever she put right since."""
        source = sources(self._notebook).get(pick[0])
        for book in source.books if source else ():
            if book.first <= pick[1] < book.first + book.messages:
                with contextlib.closing(OpenBook(pick[0], self._bytes(book.file.blob), ())) as opened:
                    return opened.get(pick[1])
        return None

    def _shelved(self, record: str, source: Source, book: Book, of_file: Rights) -> Shelved:
        right = righted_book(book, of_file)
        if right:
            self._righted[right.name] = right
        start, end = right.span(book) if right else (book.start, book.end)
        return Shelved(
            source=record,
            blob=right.name if right else book.file.blob,
            start=start,
            end=end,
            first=book.first,
            messages=book.messages,
            hidden=frozenset(again.source for again in source.again),
        )

    def close(self) -> None:
        """The notebook is being locked."""
        self._books.close()
        self._righted.clear()

    def _bytes(self, name: str) -> bytes:
        """A book; an empty one in the place of one that cannot be opened, which is noted: the rest goes on."""
        right = self._righted.get(name)
        blob = right.blob if right else name
        try:
            with self._notebook.open_file(blob) as plain:
                read = plain.read()
        except (DamagedError, MissingFileError):
            self.damaged.add(blob)
            return empty_book()
        return right.made_of(read) if right else read


@dataclass(frozen=True, slots=True, kw_only=True)
class HerMessage:
    """One message with what is known about it: other files that hold it too, her mark, what was begun with it."""

    kept: Kept
    more: More
    also: tuple[Pick, ...] = ()
    mark: MessageMark | None = None
    incidents: tuple[Revision, ...] = ()

    @property
    def pick(self) -> Pick:
        """What names it."""
        return self.kept.source, self.kept.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One stretch of the list. `before` and `after` are the keys to go on from in both directions, None at the ends."""

    messages: tuple[HerMessage, ...]
    before: Key | None = None
    after: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """What arrived in one hour of one chat from one sender: "2024-03-14T21", and how many messages and calls."""

    hour: str
    sender: str
    chat: str
    messages: int
    calls: int


def sources(notebook: Notebook) -> dict[str, Source]:
    """Every file she brought in, the newest first."""
    return notebook.beside(Shelf).made_of(
        "source.1",
        lambda: {revision.record: revision.body for revision in notebook.timeline(["source.1"], newest=True)},
    )


def source_of(notebook: Notebook, record: str) -> Source:
    """One of them. Raises NoSuchRecordError."""
    body = notebook.latest(record).body
    if not isinstance(body, Source):
        raise NoSuchRecordError
    return body


def wanted(
    text: str = "", *, sender: str | None = None, chat: str | None = None, kind: str = "", since: str = ""
) -> Wanted:
    """What to list or find, from what she typed and chose; `since` is the beginning of an ISO time."""
    return Wanted(words=asked(text), sender=sender, chat=chat, kind=kind, since=since)


def listed(
    notebook: Notebook,
    what: Wanted,
    *,
    source: str = "",
    newest: bool = True,
    beyond: Key | None = None,
    most: int = A_PAGE,
) -> Leaf:
    """So many messages from `beyond` on, in order of time. The same message of two files is there once."""
    books = notebook.beside(Shelf).books()
    found = books.read(what, newest=newest, beyond=beyond, most=most + 1, source=source)
    shown = found[:most]
    after = shown[-1].key if len(found) > most else None
    before = None
    if beyond and shown and books.read(what, newest=not newest, beyond=shown[0].key, most=1, source=source):
        before = shown[0].key
    return Leaf(messages=_with_all(notebook, books, shown), before=before, after=after)


def listed_back(notebook: Notebook, what: Wanted, *, source: str = "", newest: bool = True, beyond: Key) -> Leaf:
    """The page before the one that begins after `beyond`."""
    books = notebook.beside(Shelf).books()
    found = books.read(what, newest=not newest, beyond=beyond, most=A_PAGE, source=source)[::-1]
    if not found:
        return listed(notebook, what, source=source, newest=newest)
    more = books.read(what, newest=not newest, beyond=found[0].key, most=1, source=source)
    messages = _with_all(notebook, books, found)
    return Leaf(messages=messages, before=found[0].key if more else None, after=found[-1].key)


def count(notebook: Notebook, what: Wanted, source: str = "") -> int:
    """How many there are, counted up to one more than `MOST_COUNTED`."""
    return notebook.beside(Shelf).books().count(what, MOST_COUNTED + 1, source)


def forgiven(notebook: Notebook, what: Wanted, source: str = "") -> Wanted | None:
    """The same with slips of the finger forgiven, where that finds something."""
    books = notebook.beside(Shelf).books()
    also = replace(what, match=what.words.forgiving(books.stems()))
    return also if also.match and books.count(also, 1, source) else None


def message(notebook: Notebook, pick: Pick) -> HerMessage:
    """One message. Raises NoSuchMessageError."""
    books = notebook.beside(Shelf).books()
    found = books.get(*pick)
    if found is None:
        raise NoSuchMessageError
    return _with_all(notebook, books, [found])[0]


def around(notebook: Notebook, pick: Pick, each: int = 10) -> tuple[HerMessage, ...]:
    """A message with those before and after it in the same chat of the same file, in order of time."""
    books = notebook.beside(Shelf).books()
    found = books.get(*pick)
    if found is None:
        raise NoSuchMessageError
    same = Wanted(chat=found.chat)
    before = books.read(same, newest=True, beyond=found.key, most=each, source=pick[0])[::-1]
    after = books.read(same, newest=False, beyond=found.key, most=each, source=pick[0])
    return _with_all(notebook, books, [*before, found, *after])


def skipped(notebook: Notebook, source: str, first: int = 0, most: int = A_PAGE) -> list[tuple[int, int, str, str]]:
    """Parts of a file that could not be read: where each begins and ends, inside what, and why."""
    return notebook.beside(Shelf).books().skipped(source, first, most)


def busiest(notebook: Notebook, source: str = "", most: int = 20, fewest: int = 10) -> list[Hour]:
    """The hours in which most arrived from one sender in one chat, and at least `fewest`; the fullest first.

    Counts, and nothing is concluded from them. Hours are those of the file: of a wall's clock, or of UTC.
    """
    sums: dict[tuple[str, str, str], Counter[str]] = {}
    for (hour, kind, sender, chat), number in notebook.beside(Shelf).books().tallies(source).items():
        if hour and kind in ("message", "deleted", "mail", "call"):
            sums.setdefault((hour, sender, chat), Counter())["call" if kind == "call" else "message"] += number
    full = [(of, sums[of]) for of in sums if sums[of].total() >= fewest]
    full.sort(key=lambda pair: (-pair[1].total(), pair[0]))
    return [
        Hour(hour=hour, sender=sender, chat=chat, messages=number["message"], calls=number["call"])
        for (hour, sender, chat), number in full[:most]
    ]


def people(notebook: Notebook, source: str = "") -> list[tuple[str, int]]:
    """Who sent how many, most first; where many books are sealed still, those of the books that are open."""
    books = notebook.beside(Shelf).books()
    books.begin()
    if 0 < books.sealed <= A_FEW:
        books.wait(A_MOMENT)
    found = books.senders(source, as_far=True)
    return [(sender, number) for sender, number in found.most_common() if sender]


def may_be_more_people(notebook: Notebook) -> bool:
    """Whether there are books that nobody looked into yet: `people` may know more of them in a moment."""
    return notebook.beside(Shelf).books().sealed > 0


def marks(notebook: Notebook) -> dict[Pick, Revision]:
    """Every mark she made and has not taken off, by message."""
    return notebook.beside(Shelf).made_of(
        "mark.1",
        lambda: {
            (revision.body.source, revision.body.message): revision
            for revision in notebook.timeline(["mark.1"])
            if revision.body.tags or revision.body.note or revision.body.quoted
        },
    )


def marked(notebook: Notebook, tag: str = "") -> tuple[HerMessage, ...]:
    """Every message she marked, in order of time; with one tag, if one is given."""
    books = notebook.beside(Shelf).books()
    picks = [pick for pick, one in marks(notebook).items() if tag in one.body.tags or not tag]
    found = [kept for kept in (books.get(*pick) for pick in picks) if kept]
    return _with_all(notebook, books, sorted(found, key=lambda kept: kept.key))


def mark(
    notebook: Notebook, picks: Iterable[Pick], *, add: Sequence[str] = (), key: str = "", **exactly: object
) -> None:
    """Add tags to the marks of these messages, or set `tags` and `note` exactly. `key` is that of an incident's form.

    Raises NoSuchMessageError before anything is saved.
    """
    chosen = [message(notebook, pick) for pick in dict.fromkeys(picks)]
    for each in chosen:
        with notebook.alone():
            before = _mark_of(notebook, each.pick)
            body = before.body if before else MessageMark(source=each.kept.source, message=each.kept.number)
            tags = tuple(dict.fromkeys((*body.tags, *add)))
            quoted = tuple(dict.fromkeys((*body.quoted, *([key] if key else []))))
            body = replace(body, **{"tags": tags, "quoted": quoted, **exactly})
            if before:
                notebook.save(body, record=before.record, based_on=before.number)
            else:
                notebook.save(body)


def _mark_of(notebook: Notebook, pick: Pick) -> Revision | None:
    """The mark of a message, also one that was taken off."""
    for revision in notebook.timeline(["mark.1"]):
        if (revision.body.source, revision.body.message) == pick:
            return revision
    return None


def quoted_in(notebook: Notebook, key: str) -> list[HerMessage]:
    """The messages that the form with this key was begun with, in order of time."""
    found = []
    for pick, one in marks(notebook).items():
        if key in one.body.quoted:
            with contextlib.suppress(NoSuchMessageError):
                found.append(message(notebook, pick))
    return sorted(found, key=lambda each: each.kept.key)


def with_all_known(notebook: Notebook, found: Sequence[Kept]) -> tuple[HerMessage, ...]:
    """These messages with what is known about each, in the order they are given in."""
    return _with_all(notebook, notebook.beside(Shelf).books(), found)


def _with_all(notebook: Notebook, books: Bookshelf, found: Sequence[Kept]) -> tuple[HerMessage, ...]:
    again = books.said_again(found)
    by_pick = marks(notebook)
    all_of = []
    for kept in found:
        pick = (kept.source, kept.number)
        one = by_pick[pick].body if pick in by_pick else None
        saved = [revision for key in (one.quoted if one else ()) if (revision := notebook.saved_as(key))]
        more = msgspec.msgpack.decode(kept.more, type=More) if kept.more else More()
        all_of.append(
            HerMessage(kept=kept, more=more, also=tuple(again.get(pick, ())), mark=one, incidents=tuple(saved))
        )
    return tuple(all_of)
