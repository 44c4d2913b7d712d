"""Holds happenings against the lines of orders: every possibility with its reasons, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daybook.domain.breach.bound import Bound
from daybook.domain.breach.covered import FLOOD, MANY, covered
from daybook.domain.breach.happening import Happening
from daybook.domain.breach.of_records import CHILDREN
from daybook.domain.breach.possibility import Possibility, Reason
from daybook.domain.breach.seen import Scanner, Seen
from daybook.domain.breach.when import AFTER, AFTER_PROMISE, timed
from daybook.domain.orders.force import Force, force_of, is_promise
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.domain.said import Said

FROM = Said("It came from “%(sender)s”. You said that this is {person}.").words
FROM_OTHERS = Said("It came from “%(sender)s”. You said that they write or ring for {person}.").words
NOT_NEAR = Said("How near it was is not known here. The line says “%(distance)s”.").words

Lines = list[tuple[str, tuple[Reason, ...], Said | None]]
"""Of one order: the lines that may cover something, why, and what of the distance is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    id: str
    order: str
    term: OrderTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    id: str
    force: Force
    after: Reason
    lines: list[_Line]


class Matcher:
    """The lines of her orders, ready to be held against any number of happenings.

    `orders` and `terms` are by id. A line whose order is not given, or not there, is never matched. What is found
    for one line does not depend on the others, nor for one happening on the rest. Time is linear in the happenings.
    """

    def __init__(self, orders: Mapping[str, CourtOrder], terms: Mapping[str, OrderTerm], bound: Bound) -> None:
        lines = [_Line(id=name, order=order, term=term) for name, term in terms.items() for order in term.order]
        self._orders = [
            _Order(
                id=name,
                force=force,
                after=AFTER_PROMISE if is_promise(order) else AFTER,
                lines=[line for line in lines if line.order == name],
            )
            for name, order in orders.items()
            if (force := force_of(order)) is not None
        ]
        own = {f"own {line.id}": line.term.places for line in lines}
        own |= {f"person {line.id}": line.term.people for line in lines}
        self._scanner = Scanner(bound, own)
        self._known: dict[tuple[object, ...], list[Lines]] = {}

    def possibilities(self, happenings: Iterable[Happening]) -> list[Possibility]:
        """Every line that each of these may have broken, in the order they came."""
        found: list[Possibility] = []
        for happening in happenings:
            times = [timed(order.force, happening.earliest, happening.latest) for order in self._orders]
            if not any(times):
                continue
            for order, when, lines in zip(self._orders, times, self._lines(happening), strict=True):
                if when is None:
                    continue
                after, unknown = when
                sure = (*_from(happening), *((order.after,) if after else ()))
                for term, reasons, distance in lines:
                    not_known = (*unknown, distance) if distance else unknown
                    found.append(Possibility(happening.id, term, order.id, (*reasons, *sure), not_known))
        return found

    def _lines(self, happening: Happening) -> list[Lines]:
        """The lines that may cover it, order by order; read once for everything that shows the same signs."""
        seen = self._seen(happening)
        known = (frozenset(happening.channels), *sorted(seen.items()))
        if known not in self._known:
            self._known[known] = [self._covering(order, seen, happening) for order in self._orders]
        return self._known[known]

    def _seen(self, happening: Happening) -> Seen:
        seen = dict(self._scanner.read(happening.text, happening.teller)) if happening.text else {}
        if happening.most >= FLOOD:
            seen[MANY] = str(happening.most)
        if happening.where:
            for sign, words in self._scanner.where(happening.where).items():
                seen.setdefault(sign, words)
        for person in happening.people:
            if person == CHILDREN:
                seen.setdefault("children", person)
            for sign, words in self._scanner.where(person).items():
                if sign == "children" or sign.startswith("person "):
                    seen.setdefault(sign, words)
        return seen

    def _covering(self, order: _Order, seen: Seen, happening: Happening) -> Lines:
        found: Lines = []
        for line in order.lines:
            if reasons := covered(line.term, line.id, seen, happening.channels):
                far = line.term.how_near == "distance" and line.term.distance
                placed = {"near", "home", "school", "work", "place"} & set(line.term.covers)
                distance = Said(NOT_NEAR, {"distance": line.term.distance}) if far and placed else None
                found.append((line.id, reasons, distance))
        return found


def _from(happening: Happening) -> tuple[Reason, ...]:
    """Who it came from, as she said."""
    if not happening.sender:
        return ()
    words = FROM if happening.teller == "them" else FROM_OTHERS
    return (Reason("person", Said(words, {"sender": happening.sender})),)
