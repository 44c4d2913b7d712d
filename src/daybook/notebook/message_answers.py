"""What she says of messages and calls held against her orders: a whole day at once, or single ones of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from daybook.domain.records.message_day import MessageDay
from daybook.notebook import breaches
from daybook.notebook.her_orders import ORDER, terms_of
from daybook.notebook.message_days import known_soon, message_spans
from daybook.notebook.message_span import CALLS, MessageSpan
from daybook.notebook.messages import Shelf
from daybook.notebook.more import More
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.senders import HELD
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.domain.records.court_order import CourtOrder
    from daybook.domain.records.order_term import OrderTerm
    from daybook.domain.revision import Revision
    from daybook.notebook.breaches import Answer
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan
    from daybook.readmodel.kept import Kept

KIND = "message-day.1"
ANSWERS: tuple[Answer, ...] = ("confirmed", "not", "unsure")
MOST_SHOWN = 5_000
"""So many messages of one span are read for its page: no evening had more."""
MOST_QUOTED = 5
"""Words of so many messages of one day stand on the page for the police."""
A_MOMENT = 0.5
"""Seconds a page waits to say how many days there are to look at."""


class NoSuchDayError(LookupError):
    """That day is not held against this line any more. Go back to the list and open it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLookAt:
    """What waits for her answer: so many things she wrote down, and days of messages or calls of her files.

    With `is_looking` the days are not known yet: they are being looked for.
    """

    things: int = 0
    days: int = 0
    is_looking: bool = False

    def __bool__(self) -> bool:
        """Whether anything waits, or may."""
        return bool(self.things or self.days or self.is_looking)


@dataclass(frozen=True, slots=True, kw_only=True)
class HerSpan:
    """A span with the line and the order it may have broken, and what she said of it, if she did."""

    span: MessageSpan
    term: OrderTerm
    order: CourtOrder
    body: MessageDay | None
    said: Revision | None

    @property
    def answer(self) -> str:
        """What she said: "confirmed", "not", "unsure", or "" for nothing yet."""
        return str(self.said.body.says) if self.said else ""


def her_spans(notebook: Notebook, plan: HerPlan, term: str = "") -> list[HerSpan]:
    """Every span that may have broken a line, or this line, the newest first, with what she said."""
    answered, said = _answered(notebook), breaches.said_of(notebook)
    orders = {each.record: each.body for each in notebook.timeline([ORDER])}
    terms = terms_of(notebook)
    found = []
    for span in message_spans(notebook, plan):
        if span.found.term in terms and term in ("", span.found.term):
            mine = answered.get(span.key)
            mine = mine if mine and mine.body.count else None
            found.append(
                HerSpan(
                    span=span,
                    term=terms[span.found.term],
                    order=orders[span.found.order],
                    body=mine.body if mine else None,
                    said=said.get((mine.record, span.found.term)) if mine else None,
                )
            )
    return found


def to_look_at(notebook: Notebook, plan: HerPlan, order: str = "") -> ToLookAt:
    """What waits for her answer, of every order or of this one, without keeping a page waiting."""
    things = {
        each.happening.record
        for each in breaches.possibilities(notebook, plan)
        if not each.answer and order in ("", each.order_id)
    }
    if not known_soon(notebook, plan, A_MOMENT):
        return ToLookAt(things=len(things), is_looking=True)
    days = {
        each.span.key[:-1]
        for each in her_spans(notebook, plan)
        if not each.answer and order in ("", each.span.found.order)
    }
    return ToLookAt(things=len(things), days=len(days))


def span_of(notebook: Notebook, plan: HerPlan, term: str, name: str) -> HerSpan:
    """One of them by its line and its id. Raises NoSuchDayError."""
    for each in her_spans(notebook, plan, term):
        if each.span.id == name:
            return each
    raise NoSuchDayError


def _answered(notebook: Notebook) -> dict[tuple[str, ...], Revision]:
    return {
        (each.body.source, each.body.sender, each.body.way, each.body.since, each.body.until, each.body.term): each
        for each in notebook.timeline([KIND])
    }


def messages_of(notebook: Notebook, span: MessageSpan | MessageDay, only: Sequence[int] = ()) -> list[Kept]:
    """The messages or calls of a span in order of time, or `only` these of it; up to `MOST_SHOWN`."""
    books = notebook.beside(Shelf).books()
    numbers = {*(only or getattr(span, "numbers", ()) or getattr(span, "only", ()))}
    if numbers:
        there = (books.get(span.source, number) for number in sorted(numbers)[:MOST_SHOWN])
        found = [kept for kept in there if kept and _is_in(span, kept)]
        return sorted(found, key=lambda kept: kept.key)
    wanted = Wanted(sender=span.sender, since=span.since, until=span.until)
    read = books.read(wanted, newest=False, most=MOST_SHOWN, source=span.source)
    return [kept for kept in read if kept.sent and kept.kind in _kinds(span.way)]


def ends_of(notebook: Notebook, span: MessageSpan) -> tuple[str, str]:
    """The first and the last time of a span, as the file has them, without reading what lies between."""
    if span.numbers:
        found = messages_of(notebook, span)
        return (found[0].sent, found[-1].sent) if found else ("", "")
    books, ends = notebook.beside(Shelf).books(), []
    for newest in (False, True):
        wanted = (Wanted(sender=span.sender, kind=k, since=span.since, until=span.until) for k in _kinds(span.way))
        one = [kept for what in wanted for kept in books.read(what, newest=newest, most=1, source=span.source)]
        chosen = (max if newest else min)(one, key=lambda kept: kept.key, default=None)
        ends.append(chosen.sent if chosen else "")
    return ends[0], ends[1]


def _is_in(span: MessageSpan | MessageDay, kept: Kept) -> bool:
    return kept.sender == span.sender and span.since <= kept.at < span.until and kept.kind in _kinds(span.way)


def _kinds(way: str) -> list[str]:
    return [kind for kind in HELD if (kind == "call") == (way == CALLS)]


def calls_of(calls: Sequence[Kept]) -> tuple[list[tuple[str, ...]], list[int | None]]:
    """Of calls: what is flagged of each (missed, rejected), and how many seconds each took, where the file says it."""
    more = [msgspec.msgpack.decode(each.more, type=More) if each.more else More() for each in calls]
    return [each.flags for each in more], [each.seconds for each in more]


def found_again(notebook: Notebook, plan: HerPlan, record: str) -> HerSpan | None:
    """What a `message-day.1` of hers is about, as it is held against the line now; None where it is not any more."""
    body = notebook.latest(record).body
    if not isinstance(body, MessageDay):
        raise NoSuchRecordError
    there = her_spans(notebook, plan, body.term)
    return next((each for each in there if each.body is not None and each.body == body), None)


def answer_about(notebook: Notebook, record: str) -> str:
    """The record of her answer (`breach.1`) about a `message-day.1`. Raises NoSuchRecordError."""
    for (happening, _term), said in breaches.said_of(notebook).items():
        if happening == record:
            return said.record
    raise NoSuchRecordError


def spans_with(notebook: Notebook, plan: HerPlan, messages: Sequence[Kept]) -> list[tuple[HerSpan, list[int]]]:
    """The spans that hold any of these messages, with their numbers, line by line."""
    found = []
    for each in her_spans(notebook, plan):
        span = each.span
        inside = [kept.number for kept in messages if kept.source == span.source and _is_in(span, kept)]
        inside = [number for number in inside if not span.numbers or number in span.numbers]
        if inside:
            found.append((each, inside))
    return sorted(found, key=lambda pair: (pair[0].order.name, pair[0].term.number, pair[0].span.since))


def say_days(notebook: Notebook, plan: HerPlan, term: str, names: Iterable[str], answer: Answer) -> int:
    """Keep one answer about every one of these days and a line; how many. Raises NoSuchDayError before any is kept."""
    there = {each.span.id: each for each in her_spans(notebook, plan, term)}
    wanted = dict.fromkeys(names)
    if not wanted or not wanted.keys() <= there.keys():
        raise NoSuchDayError
    for name in wanted:
        say(notebook, there[name], answer)
    return len(wanted)


def say(
    notebook: Notebook,
    her: HerSpan,
    answer: Answer,
    *,
    only: Sequence[int] = (),
    quoted: Sequence[int] | None = None,
) -> Revision:
    """Keep her answer about a span and its line, or about `only` these messages of it; its record (`breach.1`).

    `quoted` are those whose words stand on the page for the police; None leaves them as they are.
    """
    span = her.span
    meant = [kept.number for kept in messages_of(notebook, span, only)] if only else list(span.numbers)
    shown = messages_of(notebook, span, meant) if meant else []
    first, last = (shown[0].sent, shown[-1].sent) if shown else ends_of(notebook, span)
    with notebook.alone():
        before = _answered(notebook).get(span.key)
        body = before.body if before else _empty(span)
        chosen = body.quoted if quoted is None else tuple(dict.fromkeys(quoted))[:MOST_QUOTED]
        body = replace(
            body,
            only=tuple(meant),
            quoted=tuple(number for number in chosen if not meant or number in meant),
            count=len(meant) or span.count,
            first=first,
            last=last,
        )
        if before:
            kept = notebook.save(body, record=before.record, based_on=before.number)
        else:
            kept = notebook.save(body, key="\0".join((KIND, *span.key)))
    return breaches.say(notebook, kept.record, span.found.term, answer)


def _empty(span: MessageSpan) -> MessageDay:
    return MessageDay(
        source=span.source,
        sender=span.sender,
        way=span.way,
        since=span.since,
        until=span.until,
        term=span.found.term,
    )


def follow(notebook: Notebook, before: Kept, now: Kept) -> bool:
    """Let her answers follow a message that was put right; whether one of them is about it.

    An answer stays about those messages it was given for that are still of its day. One that came to the day is left
    out of it until she says so. Where none is left, nothing is answered of that day any more.
    """
    touched = False
    for each in notebook.timeline([KIND]):
        body: MessageDay = each.body
        was, still = _is_in(body, before), _is_in(body, now)
        if body.source != now.source or not (was or still) or (body.only and now.number not in body.only):
            continue
        touched = True
        inside = [kept for kept in messages_of(notebook, body, body.only) if was or kept.number != now.number]
        numbers = tuple(kept.number for kept in inside)
        told: dict[str, Any] = {
            "only": numbers if body.only or not was else (),
            "quoted": tuple(number for number in body.quoted if number in numbers),
            "count": len(inside),
            "first": inside[0].sent if inside else "",
            "last": inside[-1].sent if inside else "",
        }
        if replace(body, **told) != body:
            notebook.amend(each.record, partial(replace, **told))
    return touched
