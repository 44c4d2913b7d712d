"""What her pictures are counted from: her dated records, and the messages of every file, as she reads their times."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.counts.counted import span_of
from daybook.domain.counts.stretch import ALWAYS, Stretch
from daybook.domain.counts.thing import Entry, Sort, Tally, entry_of
from daybook.domain.kinds import kind_of
from daybook.notebook.messages import Shelf
from daybook.notebook.notebook import dated_kinds

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.bookshelf import Shelved

MESSAGES, CALLS = "messages", "calls"
"""What can be left out of a picture beside the kinds of records."""
SORTS: dict[str, Sort] = {"message": "message", "deleted": "message", "mail": "message", "call": "call"}
"""The kinds of messages that somebody sent; lines of an app, address books and calendars are not counted."""
_DAY, _HOUR = 10, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to count: these kinds (of records, `MESSAGES`, `CALLS`; none is all), this sender, from and until a day.

    A sender is asked of messages and calls only: entries of hers are not sorted by person.
    """

    kinds: tuple[str, ...] = ()
    sender: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def limits(self) -> Stretch:
        """The days she chose, or all there are."""
        start = dt.datetime.combine(self.since, dt.time()) if self.since else ALWAYS.start
        last = dt.datetime.combine(self.until, dt.time(23, 59)) if self.until else ALWAYS.last
        return Stretch(min(start, last), last)

    def wants(self, kind: str) -> bool:
        """Whether this kind is counted."""
        return not self.kinds or kind in self.kinds


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Entries, and tallies in order of time (`times` are their beginnings), with those without a time at the end."""

    entries: Sequence[Entry]
    tallies: Sequence[Tally]
    times: Sequence[dt.datetime]

    def sent_in(self, stretch: Stretch) -> Sequence[Tally]:
        """The tallies that begin in this stretch, and those without a time."""
        first, last = bisect_left(self.times, stretch.start), bisect_right(self.times, stretch.last)
        return [*self.tallies[first:last], *self.tallies[len(self.times) :]]

    @property
    def span(self) -> Stretch | None:
        """From the first to the last of them; None where nothing has a date."""
        return span_of(self.entries, [*self.tallies[:1], *self.tallies[len(self.times) - 1 : len(self.times)]])


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file messages came from: what she calls it, and the first and last day it has messages of."""

    record: str
    name: str
    first: dt.date | None
    last: dt.date | None


class Tallied:
    """Everything that can be counted in an open notebook, kept until something is saved or brought in."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._at, self._entries = -1, list[Entry]()
        self._books: dict[Shelved, list[Tally]] = {}
        self._tallies: list[Tally] = []
        self._times: list[dt.datetime] = []
        self.zone: dt.tzinfo | None = None
        """The clock that instants are read on; None is that of the computer."""

    def close(self) -> None:
        """The notebook is being locked."""
        self._at, self._entries = -1, []
        self._books, self._tallies, self._times = {}, [], []

    def entries(self) -> Sequence[Entry]:
        """Every dated record of hers."""
        pages = self._notebook.pages
        if pages != self._at:
            found = self._notebook.timeline(dated_kinds())
            self._entries = [entry_of(one.record, one.kind, kind_of(one.kind).when(one.body)) for one in found]
            self._at = pages
        return self._entries

    def tallies(self) -> tuple[Sequence[Tally], Sequence[dt.datetime]]:
        """All tallies in order of time, those without one last, and the times of the others."""
        books = self._notebook.beside(Shelf).books().moments()
        if books.keys() != self._books.keys():
            self._books = {
                book: self._books.get(book) or list(_tallies(book.source, moments, self.zone))
                for book, moments in books.items()
            }
            all_of = [tally for tallies in self._books.values() for tally in tallies]
            timed = sorted((tally for tally in all_of if tally.at), key=lambda tally: (tally.at, tally.raw))
            self._tallies = [*timed, *(tally for tally in all_of if not tally.at)]
            self._times = [tally.at for tally in timed if tally.at]
        return self._tallies, self._times


def things(notebook: Notebook, choice: Choice = EVERYTHING) -> Things:
    """What is counted with this choice. Of the days chosen nothing is left out here."""
    tallied = notebook.beside(Tallied)
    tallies, times = tallied.tallies()
    entries = tallied.entries()
    if choice.kinds:
        entries = [entry for entry in entries if entry.kind in choice.kinds]
    if choice.kinds or choice.sender:
        wanted = {sort for name, sort in ((MESSAGES, "message"), (CALLS, "call")) if choice.wants(name)}
        tallies = [one for one in tallies if one.sort in wanted and (not choice.sender or one.sender == choice.sender)]
        times = [one.at for one in tallies if one.at]
    return Things(entries=entries, tallies=tallies, times=times)


def senders(notebook: Notebook) -> list[str]:
    """Who sent anything that is counted, most first."""
    numbers: dict[str, int] = {}
    for one in notebook.beside(Tallied).tallies()[0]:
        if one.sender:
            numbers[one.sender] = numbers.get(one.sender, 0) + one.number
    return sorted(numbers, key=lambda sender: (-numbers[sender], sender))


def kinds_there(notebook: Notebook) -> list[str]:
    """The kinds of which there is something to count."""
    tallied = notebook.beside(Tallied)
    there = {entry.kind for entry in tallied.entries()}
    sorts = {tally.sort for tally in tallied.tallies()[0]}
    sent = [name for name, sort in ((MESSAGES, "message"), (CALLS, "call")) if sort in sorts]
    return [*(code for code in dated_kinds() if code in there), *sent]


def files(notebook: Notebook) -> dict[str, File]:
    """Every file that holds messages, with the days it has messages of, by its record."""
    spans: dict[str, list[dt.datetime]] = {}
    for one in notebook.beside(Tallied).tallies()[0]:
        span = spans.setdefault(one.source, [])
        if one.at:
            span[:] = [span[0] if span else one.at, one.at]  # they are in order of time
    return {
        record: File(
            record=record,
            name=str(notebook.latest(record).body.name),
            first=span[0].date() if span else None,
            last=span[1].date() if span else None,
        )
        for record, span in spans.items()
    }


def _tallies(source: str, moments: Sequence[tuple[str, str, str, int]], zone: dt.tzinfo | None) -> Iterator[Tally]:
    """The tallies of one book, on a wall's clock: instants are read in `zone`, all else stands as the file has it."""
    known: dict[str, tuple[dt.datetime | None, bool]] = {}
    for raw, kind, sender, number in moments:
        if sort := SORTS.get(kind):
            if raw not in known:
                known[raw] = _moment(raw, zone)
            at, timed = known[raw]
            yield Tally(at, timed, sort, sender, source, number, raw if at else "")


def _moment(raw: str, zone: dt.tzinfo | None) -> tuple[dt.datetime | None, bool]:
    """The beginning of the hour (or the day) on the clock she reads, and whether the hour is known."""
    try:
        if raw.endswith("Z"):
            here = dt.datetime.fromisoformat(raw).astimezone(zone)
            return here.replace(minute=0, tzinfo=None, fold=0), True
        if len(raw) == _HOUR:
            return dt.datetime.fromisoformat(f"{raw}:00"), True
        return dt.datetime.fromisoformat(raw[:_DAY]), False
    except (ValueError, OverflowError):
        return None, False
