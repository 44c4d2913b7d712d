"""One look over the files: the counts of every hour of a sender, and what single messages say, held to the orders."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from daybook.domain.breach.days import DAY, NIGHT, DayOf, days_of
from daybook.domain.breach.of_records import Told
from daybook.domain.breach.stretch import EVER, Stretch, stretches
from daybook.domain.orders.force import force_of
from daybook.domain.records.sender import THEM
from daybook.notebook.message_signs import may_tell
from daybook.notebook.message_span import CALLS, MESSAGES, MessageSpan, Whose, iso
from daybook.notebook.messages import Shelf
from daybook.notebook.senders import HELD
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.domain.breach.match import Matcher
    from daybook.domain.breach.possibility import Possibility
    from daybook.domain.records.court_order import CourtOrder
    from daybook.domain.records.order_term import OrderTerm
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.kept import Kept

_AN_HOUR, _A_DAY, _NONE = dt.timedelta(hours=1), dt.timedelta(hours=23, minutes=59), dt.timedelta()
_TO_HOUR = len("2024-03-14T21")
_MOST_REASONS = 4
CHANNELS = {
    "sms-backup": {"text"},
    "google-voice": {"text"},
    "imessage": {"text", "message"},
    "apple-messages": {"text", "message"},
    "message-csv": {"text", "message"},
    "meta-json": {"message", "social"},
    "meta-html": {"message", "social"},
}
"""How the messages of a file came, by its format; those of any other came in an app or by mail."""

Spans = dict[tuple[str, ...], MessageSpan]
Bounds = tuple[dt.date, dt.datetime, dt.datetime]
"""The day something is of, and from when until when it lies in one stretch of an order."""


class Look:
    """One look over the files."""

    def __init__(
        self, notebook: Notebook, matcher: Matcher, orders: Mapping[str, CourtOrder], terms: Mapping[str, OrderTerm]
    ) -> None:
        self._notebook, self._matcher, self._orders, self._terms = notebook, matcher, orders, terms
        self._books = notebook.beside(Shelf).books()

    def of_sender(self, source: str, sender: str, who: str, form: str) -> Iterator[MessageSpan]:
        """Every span of one sender of a file, for every order."""
        hours, in_utc, slack = self._hours(source, sender)
        whose = Whose(
            source=source,
            sender=sender,
            who=who,
            ways=CHANNELS.get(form, {"message"}),
            in_utc=in_utc,
            slack=slack,
        )
        for order, body in self._orders.items():
            force = force_of(body)
            if force is None:
                continue
            parts = stretches(force, slack)
            spans: Spans = {}
            for way, counts in hours.items():
                for day in days_of(counts, parts, self._counter(whose, way), _night(slack)):
                    for span in self._of_day(whose, order, way, day):
                        spans[span.key] = span
            if who == THEM and hours.get(MESSAGES) and parts:
                self._add_told(spans, whose, order, parts)
            yield from spans.values()

    def _hours(self, source: str, sender: str) -> tuple[dict[str, dict[dt.datetime, int]], bool, dt.timedelta]:
        """Counts by way and hour; whether the times are in UTC, and how much earlier than the wall's clock they are."""
        hours: dict[str, Counter[dt.datetime]] = {}
        only_days = False
        for (hour, kind, name, _chat), number in self._books.tallies(source).items():
            if hour and name == sender and kind in HELD:
                way = CALLS if kind == "call" else MESSAGES
                only_days = only_days or len(hour) < _TO_HOUR
                hours.setdefault(way, Counter())[dt.datetime.fromisoformat(hour + ":00" * ("T" in hour))] += number
        first = self._books.read(Wanted(sender=sender), most=1, source=source)
        in_utc = any(kept.at.endswith("+00:00") for kept in first)
        return {way: dict(found) for way, found in hours.items()}, in_utc, _slack(in_utc=in_utc, only_days=only_days)

    def _counter(self, whose: Whose, way: str) -> Callable[[dt.datetime, dt.datetime], int]:
        def count(since: dt.datetime, until: dt.datetime) -> int:
            kinds = [kind for kind in HELD if (kind == "call") == (way == CALLS)]
            wanted = [Wanted(sender=whose.sender, kind=kind, since=iso(since), until=iso(until)) for kind in kinds]
            return sum(self._books.count(what, 10**9, whose.source) for what in wanted)

        return count

    def _of_day(self, whose: Whose, order: str, way: str, day: DayOf) -> Iterator[MessageSpan]:
        told = Told(
            id=iso(day.since),
            earliest=day.since,
            latest=day.since + whose.slack,
            channels=whose.channels(way),
            teller=whose.teller,
            sender=whose.sender,
            most=day.most,
        )
        for found in self._matcher.possibilities([told]):
            if found.order == order:
                yield self._span(whose, way, (day.day, day.since, day.until), found, day.count)

    @staticmethod
    def _span(whose: Whose, way: str, bounds: Bounds, found: Possibility, count: int) -> MessageSpan:
        day, since, until = bounds
        return MessageSpan(
            source=whose.source,
            sender=whose.sender,
            way=way,
            since=iso(since),
            until=iso(until),
            day=day,
            count=count,
            found=found,
            in_utc=whose.in_utc,
        )

    def _add_told(self, spans: Spans, whose: Whose, order: str, parts: list[Stretch]) -> None:
        """Add what single messages say: to the day they are of, or as a span of their own where no day was found."""
        terms = [term for term in self._terms.values() if order in term.order]
        since, until = iso(parts[0].since), iso(parts[-1].until) if parts[-1].until != EVER else ""
        for kept in may_tell(self._notebook, terms, source=whose.source, sender=whose.sender, since=since, until=until):
            at = dt.datetime.fromisoformat(kept.at).replace(second=0, microsecond=0, tzinfo=None)
            part = next((part for part in parts if part.since <= at < part.until), None)
            if part is None:
                continue
            for found in self._matcher.possibilities([_told(whose, kept, at)]):
                if found.order == order:
                    self._add(spans, whose, kept.number, found, _bounds(at, part, _night(whose.slack)))

    def _add(
        self,
        spans: Spans,
        whose: Whose,
        number: int,
        found: Possibility,
        bounds: Bounds,
    ) -> None:
        fresh = replace(self._span(whose, MESSAGES, bounds, found, 1), numbers=(number,))
        there = spans.get(fresh.key)
        if there is None:
            spans[fresh.key] = fresh
            return
        reasons = [*there.found.reasons, *(one for one in found.reasons if one not in there.found.reasons)]
        about = [one for one in reasons if one.about != "what"]
        what = [one for one in reasons if one.about == "what"][:_MOST_REASONS]
        numbers = (*there.numbers, number) if there.numbers else ()
        spans[fresh.key] = replace(
            there,
            found=replace(there.found, reasons=(*what, *about)),
            numbers=numbers,
            count=len(numbers) or there.count,
        )


def _slack(*, in_utc: bool, only_days: bool) -> dt.timedelta:
    """How much later than the time in the file the clock on her wall may have been: in the UK, an hour in summer."""
    if only_days:
        return _A_DAY
    return _AN_HOUR if in_utc else _NONE


def _night(slack: dt.timedelta) -> dt.timedelta:
    """How long a day goes on after midnight; a file that knows only days has no nights."""
    return _NONE if slack == _A_DAY else NIGHT


def _bounds(at: dt.datetime, part: Stretch, night: dt.timedelta) -> Bounds:
    """The day a message is of, and from when until when that day lies in this stretch."""
    day = (at - night).date()
    begin = dt.datetime.combine(day, dt.time()) + night
    return day, max(begin, part.since), min(begin + DAY, part.until)


def _told(whose: Whose, kept: Kept, at: dt.datetime) -> Told:
    return Told(
        id=str(kept.number),
        earliest=at,
        latest=at + whose.slack,
        text=kept.text,
        channels=whose.channels(MESSAGES),
        teller=whose.teller,
        sender=whose.sender,
    )
