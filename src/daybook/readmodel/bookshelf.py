"""All books together: one list of messages in order of time, whatever file they came in. In memory only."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from daybook.readmodel.open_book import Kept, Key, OpenBook, Wanted


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

    def put(self, shelved: Iterable[Shelved]) -> None:
        """From now on these are the books. Those that are open already stay open."""
        with self._turn:
            self._shelved = list(shelved)
            for gone in self._open.keys() - set(self._shelved):
                self._open.pop(gone).close()

    def read(
        self, wanted: Wanted, *, newest: bool = True, beyond: Key | None = None, most: int = 50, source: str = ""
    ) -> list[Kept]:
        """So many of the wanted messages from `beyond` on (without it), the newest first or the oldest first."""
        with self._turn:
            return list(islice(self._merged(wanted, newest=newest, beyond=beyond, source=source), most))

    def count(self, wanted: Wanted, most: int, source: str = "") -> int:
        """How many are wanted, counted up to `most`."""
        with self._turn:
            found = 0
            for book in self._books(wanted, source):
                found += book.count(wanted, most - found)
                if found >= most:
                    break
            return found

    def get(self, source: str, number: int) -> Kept | None:
        """One message by its file and its number there, or None."""
        with self._turn:
            for shelved in self._shelved:
                if shelved.source == source and shelved.first <= number < shelved.first + shelved.messages:
                    return self._opened(shelved).get(number)
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
            return {shelved: self._opened(shelved).moments() for shelved in self._shelved}

    def close(self) -> None:
        """Let go of everything."""
        with self._turn:
            self.put(())

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

    def _books(self, wanted: Wanted, source: str) -> Iterator[OpenBook]:
        return (self._opened(shelved) for shelved in self._shelved_for(wanted, source))

    def _shelved_for(self, wanted: Wanted, source: str) -> list[Shelved]:
        """The books that can hold something wanted."""
        return [
            shelved
            for shelved in self._shelved
            if (not source or shelved.source == source)
            and shelved.end >= wanted.since
            and (not wanted.until or shelved.start < wanted.until)
        ]

    def _opened(self, shelved: Shelved) -> OpenBook:
        if shelved not in self._open:
            self._open[shelved] = OpenBook(shelved.source, self._load(shelved.blob), shelved.hidden)
        return self._open[shelved]


def _could_be_next(shelved: Shelved, following: Kept, *, newest: bool) -> bool:
    return shelved.end >= following.at if newest else shelved.start <= following.at
