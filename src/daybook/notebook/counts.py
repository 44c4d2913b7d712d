"""What her pictures are counted from: her dated records, and the messages of every file, as she reads their times."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from daybook.domain.counts.counted import span_of
from daybook.domain.counts.stretch import ALWAYS, Stretch, start_of, stretch_of
from daybook.domain.counts.thing import Entry, Sort, Tally, entry_of
from daybook.domain.kinds import kind_of
from daybook.notebook.messages import Shelf
from daybook.notebook.notebook import dated_kinds

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.bookshelf import Shelved

MESSAGES, CALLS = "messages", "calls"
"""What can be left out of a picture beside the kinds of records."""
SORTS: dict[str, Sort] = {"message": "message", "deleted": "message", "mail": "message", "call": "call"}
"""The kinds of messages that somebody sent; lines of an app, address books and calendars are not counted."""
_DAY, _HOUR = 10, 13
_MOST_MADE = 8


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


class Sent:
    """Tallies in order of time (`times` are their beginnings), with those without a time at the end."""

    def __init__(self, tallies: Sequence[Tally], times: Sequence[dt.datetime]) -> None:
        self.tallies, self.times = tallies, times

    @cached_property
    def by_day(self) -> Sent:
        """The same with the hours of a day together, for whoever counts whole days: far fewer."""
        return self._together(lambda at: start_of("day", at), timed=False)

    @cached_property
    def by_month(self) -> Sent:
        """The same with all Mondays at nine of a month together, as if all were on the first, and so on."""
        return self._together(lambda at: at.replace(day=(at.day - 1) % 7 + 1))

    def _together(self, where: Callable[[dt.datetime], dt.datetime], *, timed: bool = True) -> Sent:
        numbers: dict[tuple[dt.datetime | None, bool, Sort, str, str], int] = {}
        known: dict[dt.datetime, dt.datetime] = {}
        for at, has_hour, sort, _sender, source, number, raw in self.tallies:
            place = None if at is None else known.get(at) or known.setdefault(at, where(at))
            key = place, timed and has_hour, sort, source, raw[-1:] if raw.endswith("Z") else ""
            numbers[key] = numbers.get(key, 0) + number
        found = [Tally(at, has, sort, "", source, n, raw) for (at, has, sort, source, raw), n in numbers.items()]
        found.sort(key=lambda tally: tally.at or ALWAYS.last)
        return Sent(found, [tally.at for tally in found if tally.at])

    def within(self, stretch: Stretch) -> Sequence[Tally]:
        """Those that begin in this stretch, and those without a time."""
        first, last = bisect_left(self.times, stretch.start), bisect_right(self.times, stretch.last)
        return [*self.tallies[first:last], *self.tallies[len(self.times) :]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Entries in order of time, and what was sent."""

    entries: Sequence[Entry]
    sent: Sent

    @property
    def tallies(self) -> Sequence[Tally]:
        """Every tally, in order of time."""
        return self.sent.tallies

    def sent_in(self, stretch: Stretch) -> Sequence[Tally]:
        """What was sent in this stretch, by the hour, and what has no time."""
        return self.sent.within(stretch)

    def sent_by_day(self, stretch: Stretch) -> Sequence[Tally]:
        """The same for whoever counts whole days."""
        return self.sent.by_day.within(stretch)

    def sent_by_weekday(self, stretch: Stretch) -> Sequence[Tally]:
        """The same for whoever asks only for the day of the week and the hour; faster for whole months."""
        months = Stretch(start_of("month", stretch.start), stretch_of("month", stretch.last).last)
        return (self.sent.by_month if months == stretch else self.sent).within(stretch)

    @property
    def span(self) -> Stretch | None:
        """From the first to the last of them; None where nothing has a date."""
        timed = len(self.sent.times)
        return span_of(self.entries, [*self.tallies[: min(1, timed)], *self.tallies[max(0, timed - 1) : timed]])


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
        self._of: dict[tuple[str, int], Entry] = {}
        self._books: dict[Shelved, list[Tally]] = {}
        self._all = Sent((), ())
        self._some: dict[tuple[frozenset[str], str], Sent] = {}
        self.zone: dt.tzinfo | None = None
        """The clock that instants are read on; None is that of the computer."""

    def close(self) -> None:
        """The notebook is being locked."""
        self._at, self._entries, self._of = -1, [], {}
        self._books, self._all, self._some = {}, Sent((), ()), {}

    def entries(self) -> Sequence[Entry]:
        """Every dated record of hers in order of time; only what changed is read anew."""
        pages = self._notebook.pages
        if pages != self._at:
            if self._of:
                there = self._notebook.numbers(dated_kinds())
                self._of = {key: self._of.get(key) or _entry(self._notebook.latest(key[0])) for key in there}
            else:
                found = self._notebook.happened(dated_kinds())
                self._of = {(record, number): entry_of(record, kind, when) for record, number, kind, when in found}
            self._entries = sorted(self._of.values(), key=lambda entry: (entry.earliest or ALWAYS.last, entry.record))
            self._at = pages
        return self._entries

    def tallies(self) -> Sequence[Tally]:
        """All tallies in order of time, those without one last."""
        return self._sent().tallies

    def sent(self, sorts: Collection[str], sender: str) -> Sent:
        """What was sent of these sorts, by this sender if one is given."""
        everything = self._sent()
        if len(sorts) == len(set(SORTS.values())) and not sender:
            return everything
        key = frozenset(sorts), sender
        if key not in self._some:
            if len(self._some) >= _MOST_MADE:
                self._some.clear()
            found = [one for one in everything.tallies if one.sort in sorts and (not sender or one.sender == sender)]
            self._some[key] = Sent(found, [one.at for one in found if one.at])
        return self._some[key]

    def _sent(self) -> Sent:
        books = self._notebook.beside(Shelf).books().moments()
        if books.keys() != self._books.keys():
            self._books = {
                book: self._books.get(book) or list(_tallies(book.source, moments, self.zone))
                for book, moments in books.items()
            }
            all_of = [tally for tallies in self._books.values() for tally in tallies]
            timed = sorted((tally for tally in all_of if tally.at), key=attrgetter("at", "raw"))
            untimed = [tally for tally in all_of if not tally.at]
            self._all, self._some = Sent([*timed, *untimed], [tally.at for tally in timed if tally.at]), {}
        return self._all


def things(notebook: Notebook, choice: Choice = EVERYTHING) -> Things:
    """What is counted with this choice. Of the days chosen nothing is left out here."""
    tallied = notebook.beside(Tallied)
    entries = tallied.entries()
    if choice.kinds:
        entries = [entry for entry in entries if entry.kind in choice.kinds]
    sorts = frozenset(sort for name, sort in ((MESSAGES, "message"), (CALLS, "call")) if choice.wants(name))
    return Things(entries=entries, sent=tallied.sent(sorts, choice.sender))


def senders(notebook: Notebook) -> list[str]:
    """Who sent anything that is counted, most first."""
    numbers: dict[str, int] = {}
    for one in notebook.beside(Tallied).tallies():
        if one.sender:
            numbers[one.sender] = numbers.get(one.sender, 0) + one.number
    return sorted(numbers, key=lambda sender: (-numbers[sender], sender))


def kinds_there(notebook: Notebook) -> list[str]:
    """The kinds of which there is something to count."""
    tallied = notebook.beside(Tallied)
    there = {entry.kind for entry in tallied.entries()}
    sorts = {tally.sort for tally in tallied.tallies()}
    sent = [name for name, sort in ((MESSAGES, "message"), (CALLS, "call")) if sort in sorts]
    return [*(code for code in dated_kinds() if code in there), *sent]


def files(notebook: Notebook) -> dict[str, File]:
    """Every file that holds messages, with the days it has messages of, by its record."""
    spans: dict[str, list[dt.datetime]] = {}
    for one in notebook.beside(Tallied).tallies():
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


def _entry(revision: Revision) -> Entry:
    return entry_of(revision.record, revision.kind, kind_of(revision.kind).when(revision.body))


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
