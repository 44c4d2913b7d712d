"""What she could change about a time that is known, or that comes near theirs: each with a reason and a caution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from daybook.domain.routine.candidates import Visit, repeats, visits
from daybook.domain.routine.overlaps import Stay, at_avoided, elsewhere, meeting, overlaps, stay
from daybook.domain.routine.times import WEEK, Span, meets
from daybook.domain.routine.week import Week, is_fresh, is_movable, is_pattern, same, when

Rule = Literal["move", "place", "swap", "way", "second", "together", "wider", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing to change about `item`: to `span`, to `place`, by `way`, or with `other`; `theirs` says why then."""

    rule: Rule
    item: str
    span: Span | None = None
    place: str = ""
    way: str = ""
    other: str = ""
    theirs: str = ""

    @property
    def id(self) -> str:
        """What it is put aside by."""
        return f"{self.rule} {self.item}"


def ideas(week: Week) -> list[Idea]:
    """The ideas for her week that she did not put aside, in the order of her times (W21)."""
    everything = visits(week)
    near = {overlap.mine for overlap in overlaps(week) if overlap.how != "unsure"} | {*at_avoided(week)}
    found = [
        idea
        for item, told in week.mine.items()
        if item in near or is_pattern(told)
        for idea in _for_item(week, item, everything)
    ]
    return [idea for idea in found if idea.id not in week.aside]


def _for_item(week: Week, item: str, everything: list[Visit]) -> Iterator[Idea]:
    told = week.mine[item]
    hers = [visit for visit in everything if visit.item == item]
    if not hers:
        return
    if told.moves == "together":
        yield Idea(rule="together", item=item)
    if is_movable(told):
        yield from _for_movable(week, hers, everything)
        return
    passes = {overlap.way for overlap in overlaps(week) if overlap.mine == item and overlap.how == "way"}
    fresh = [way for way, found in week.ways_of(item).items() if is_fresh(found) and way not in passes]
    if fresh:
        yield Idea(rule="way", item=item, way=fresh[0])
    else:
        yield Idea(rule="second", item=item)
    if told.moves != "together":
        yield Idea(rule="tell", item=item)


def _for_movable(week: Week, hers: list[Visit], everything: list[Visit]) -> Iterator[Idea]:
    """Another time for the first day on which it is known or near theirs; another place; a swap; or wider limits."""
    item, told = hers[0].item, week.mine[hers[0].item]
    troubled = [visit for visit in hers if not is_free(week, visit, visit.own, told.place)]
    moved = _move(week, troubled[0], everything) if troubled else None
    if moved:
        yield moved
    swapped = _swap(week, item, everything)
    if swapped:
        yield swapped
    if told.other_place and same(told.other_place) != same(told.place):
        yield Idea(rule="place", item=item, place=told.other_place)
    elif troubled and not moved and not swapped:
        yield Idea(rule="wider", item=item)


def _move(week: Week, visit: Visit, everything: list[Visit]) -> Idea | None:
    """The time nearest to the own one that is free, where none of her other times is; best while they are elsewhere."""
    others = [other.own for other in everything if other is not visit]
    place = week.mine[visit.item].place
    free = [
        (not elsewhere(week, place, span), _distance(visit.own, span), span)
        for span in visit.spans
        if span != visit.own and not any(meets(span, other) for other in others) and is_free(week, visit, span, place)
    ]
    if not free:
        return None
    span = min(free)[2]
    return Idea(rule="move", item=visit.item, span=span, theirs=elsewhere(week, place, span))


def _swap(week: Week, item: str, everything: list[Visit]) -> Idea | None:
    """Another time of hers that could be at this one's time, while this one is at its."""
    for one, other in combinations(everything, 2):
        if item not in (one.item, other.item) or one.item == other.item:
            continue
        here, there = one.own.at(other.own.start), other.own.at(one.own.start)
        if here in one.spans and there in other.spans and not meets(here, there):
            places = week.mine[one.item].place, week.mine[other.item].place
            if is_free(week, one, here, places[0]) and is_free(week, other, there, places[1]):
                mine, span = (one, here) if one.item == item else (other, there)
                return Idea(rule="swap", item=item, other=(other if mine is one else one).item, span=span)
    return None


def is_free(week: Week, visit: Visit, span: Span, place: str) -> bool:
    """Whether a time at a place is not what they could wait for, not where they are, and no place to avoid."""
    if is_pattern(week.mine[visit.item]) and repeats(week, visit, span, place, ""):
        return False
    if any(same(avoided.place) == same(place) for avoided in week.avoided.values()):
        return False
    here = Stay(span, same(place))
    for their in week.theirs.values():
        for their_span in when(their):
            found = meeting(here, stay(their, their_span))
            if found and found.how != "unsure":
                return False
    return True


def _distance(own: Span, span: Span) -> int:
    """The minutes a time is moved, the shorter way round the week."""
    return min((span.start - own.start) % WEEK, (own.start - span.start) % WEEK)
