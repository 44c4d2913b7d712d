"""All books together: one list of messages in order of time, whatever file they came in. In memory only."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from daybook.readmodel.kept import Kept, Key
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.wanted import Wanted

T = TypeVar("T")
_AT_ONCE = 2
"""So many books are counted at a time: nearly all of it is done by the database, which holds up no other thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A book that can be opened: whose file it is of, its name, the span of its times, and its first and last number.

    `hidden` are the other files whose messages are shown in place of those here that say the same.
    """

    source: str
    blob: str
    start: str
    end: str
    first: int
    messages: int
    hidden: frozenset[str] = frozenset()


class Bookshelf:
    """Books, opened when they are first needed and kept until `close`. Safe to use from several threads.

    `load` gives the bytes of a book by its name. It may raise; the book is tried again the next time.
    """

    def __init__(self, load: Callable[[str], bytes]) -> None:
        self._load = load
        self._turn = threading.RLock()
        self._shelved: list[Shelved] = []
        self._open: dict[Shelved, OpenBook] = {}
        self._opening: threading.Thread | None = None
        self._stems: set[str] = set()
        self._learnt: set[Shelved] = set()
        self._looked = threading.Event()

    def put(self, shelved: Iterable[Shelved]) -> None:
        """From now on these are the books. Those that are open already stay open."""
        with self._turn:
            self._shelved = list(shelved)
            for gone in self._open.keys() - set(self._shelved):
                self._open.pop(gone).close()

    def begin(self) -> None:
        """Open every book in the background, so that nobody waits for it later. `close` and `put` stop it."""
        with self._turn:
            is_at_it = self._opening is not None and self._opening.is_alive()
            if not is_at_it and not self._learnt.issuperset(self._shelved):
                self._looked.clear()
                self._opening = threading.Thread(target=self._open_all, daemon=True)
                self._opening.start()

    def _open_all(self) -> None:
        """Newest first; then everything that is made of a book when it is first needed."""
        with self._turn:
            coming = sorted(set(self._shelved) - self._learnt, key=lambda one: one.end, reverse=True)
        try:
            for shelved in coming:
                with self._turn:
                    there = self._open.get(shelved)
                    if there:
                        _sorted(there)
                if not there:
                    self._beside(shelved, _sorted)
            self._looked.set()
            for shelved in coming:
                stems = self._beside(shelved, _learned)
                if stems is not None:
                    self._keep(shelved, stems)
        except Exception:  # noqa: BLE001  (locked meanwhile, or damaged: whoever needs a book is told)
            return
        finally:
            self._looked.set()

    def wait(self, seconds: float) -> None:
        """Give the background so many seconds to have every book open."""
        if self._opening is not None:
            self._looked.wait(seconds)

    @property
    def sealed(self) -> int:
        """How many books are not open yet."""
        with self._turn:
            return len(set(self._shelved) - self._open.keys())

    def _beside(self, shelved: Shelved, do: Callable[[OpenBook], T]) -> T | None:
        """Do what takes long to an opening of a book that nobody else has, so that nobody waits for it.

        It becomes the open one, or that learns from it. None where it is not among the books any more.
        """
        with self._turn:
            there = self._open.get(shelved)
            if shelved not in self._shelved:
                return None
            plain = there.plain() if there else None
        book = OpenBook(shelved.source, plain or self._load(shelved.blob), shelved.hidden)
        done = do(book)
        with self._turn:
            there = self._open.setdefault(shelved, book) if shelved in self._shelved else None
            if there is not book:
                if there:
                    there.learn_from(book)
                book.close()
            return done if there else None

    def _keep(self, shelved: Shelved, stems: Iterable[str]) -> None:
        with self._turn:
            if shelved in self._shelved:
                self._stems.update(stems)
                self._learnt.add(shelved)

    def stems(self) -> set[str]:
        """Every stem in the books. It may hold some of a book that is gone."""
        with self._turn:
            for shelved in self._shelved:
                if shelved not in self._learnt:
                    self._keep(shelved, self._opened(shelved).stems())
            return self._stems

    def senders(self, source: str = "", *, as_far: bool = False) -> Counter[str]:
        """Who sent how many, by the name in the file; `as_far` as books are open already."""
        found: Counter[str] = Counter()
        with self._turn:
            for shelved in self._shelved:
                if (not source or shelved.source == source) and (not as_far or shelved in self._open):
                    found.update(self._opened(shelved).senders())
        return found

    def read(
        self, wanted: Wanted, *, newest: bool = True, beyond: Key | None = None, most: int = 50, source: str = ""
    ) -> list[Kept]:
        """So many of the wanted messages from `beyond` on (without it), the newest first or the oldest first."""
        with self._turn:
            return list(islice(self._merged(wanted, newest=newest, beyond=beyond, source=source), most))

    def count(
        self, wanted: Wanted, most: int, source: str = "", *, newest: bool = True, beyond: Key | None = None
    ) -> int:
        """How many are wanted from `beyond` on (without it), counted up to `most`."""
        with self._turn:
            found = 0
            for book in self._books(wanted, source):
                found += book.count(wanted, most - found, newest=newest, beyond=beyond)
                if found >= most:
                    break
            return found

    def get(self, source: str, number: int) -> Kept | None:
        """One message by its file and its number there, or None."""
        with self._turn:
            try:
                return self._book_of(source, number).get(number)
            except LookupError:
                return None

    def said_again(self, messages: Sequence[Kept]) -> dict[tuple[str, int], list[tuple[str, int]]]:
        """For messages that came in other files too: by (file, number), the other files and the numbers there."""
        found: dict[tuple[str, int], list[tuple[str, int]]] = {}
        with self._turn:
            for source in {message.source for message in messages}:
                numbers = [message.number for message in messages if message.source == source]
                for shelved in self._shelved:
                    if source in shelved.hidden:
                        for theirs, here in self._opened(shelved).said_again(source, numbers):
                            found.setdefault((source, theirs), []).append((shelved.source, here))
        return found

    def skipped(self, source: str, first: int, most: int) -> list[tuple[int, int, str, str]]:
        """Parts of a file that could not be read, from the `first` on: begin, end, inside what, and why."""
        with self._turn:
            books = (self._opened(shelved) for shelved in self._shelved if shelved.source == source)
            return list(islice((gap for book in books for gap in book.skipped()), first, first + most))

    def tallies(self, source: str = "") -> Counter[tuple[str, str, str, str]]:
        """How many messages by hour, kind, sender and chat."""
        found: Counter[tuple[str, str, str, str]] = Counter()
        with self._turn:
            for book in self._books(Wanted(), source):
                for hour, kind, sender, chat, count in book.tallies():
                    found[hour, kind, sender, chat] += count
        return found

    def moments(self) -> dict[Shelved, list[tuple[str, str, str, int]]]:
        """How many messages by moment, kind and sender, for each book; a book that stays gives the same list again."""
        with self._turn:
            fresh = [
                shelved for shelved in self._shelved if not (there := self._open.get(shelved)) or not there.is_counted
            ]
        if len(fresh) > 1:
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                list(threads.map(lambda shelved: self._beside(shelved, _counted), fresh))
        with self._turn:
            return {shelved: self._opened(shelved).moments() for shelved in self._shelved}

    def close(self) -> None:
        """Let go of everything."""
        with self._turn:
            self.put(())
            self._stems, self._learnt = set(), set()

    def _merged(self, wanted: Wanted, *, newest: bool, beyond: Key | None, source: str) -> Iterator[Kept]:
        """Messages of all books in order; a book is opened only when one of its own could be the next."""
        waiting = self._shelved_for(wanted, source)
        waiting.sort(key=lambda one: one.end if newest else one.start, reverse=not newest)
        begun: list[tuple[Kept, Iterator[Kept]]] = []
        choose = max if newest else min
        while waiting or begun:
            following = choose(begun, key=lambda one: one[0].key) if begun else None
            if waiting and (following is None or _could_be_next(waiting[-1], following[0], newest=newest)):
                each = self._opened(waiting.pop()).read(wanted, newest=newest, beyond=beyond)
            elif following is not None:
                begun.remove(following)
                yield following[0]
                each = following[1]
            begun += [(kept, each) for kept in islice(each, 1)]

    def _book_of(self, source: str, number: int) -> OpenBook:
        """The book with this message. Raises LookupError."""
        for shelved in self._shelved:
            if shelved.source == source and shelved.first <= number < shelved.first + shelved.messages:
                return self._opened(shelved)
        raise LookupError

    def _books(self, wanted: Wanted, source: str) -> Iterator[OpenBook]:
        return (self._opened(shelved) for shelved in self._shelved_for(wanted, source))

    def _shelved_for(self, wanted: Wanted, source: str) -> list[Shelved]:
        """The books that can hold something wanted."""
        return [
            shelved
            for shelved in self._shelved
            if (not source or shelved.source == source)
            and (wanted.picks is None or shelved.source in wanted.picks)
            and shelved.end >= wanted.since
            and (not wanted.until or shelved.start < wanted.until)
        ]

    def _opened(self, shelved: Shelved) -> OpenBook:
        if shelved not in self._open:
            self._open[shelved] = OpenBook(shelved.source, self._load(shelved.blob), shelved.hidden)
        return self._open[shelved]


def _sorted(book: OpenBook) -> None:
    """Ready for whoever asks for a person."""
    book.senders()
    book.sort_by_sender()


def _counted(book: OpenBook) -> None:
    """Ready for whoever counts, and says from whom."""
    book.senders()
    book.moments()


def _learned(book: OpenBook) -> list[str]:
    """Its stems, after all else that is made of it was made."""
    book.learn_exact()
    book.moments()
    return book.stems()


def _could_be_next(shelved: Shelved, following: Kept, *, newest: bool) -> bool:
    return shelved.end >= following.at if newest else shelved.start <= following.at
