"""Where her week and theirs come together: the same place, or a place on the way, at about the same time (W21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.domain.routine.times import Span, meets, near
from daybook.domain.routine.week import Week, same, stops, when

How = Literal["place", "way", "unsure"]
ON_THE_WAY = 30
"""Minutes taken for going there, and again for coming back. No way's length is asked for."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody at a place for a stretch of the week, with the places passed on the way there and back."""

    span: Span
    place: str = ""
    passes: frozenset[str] = frozenset()

    def travels(self) -> tuple[Span, Span]:
        """The stretches before and after, on the way."""
        return Span(0, ON_THE_WAY).at(self.span.start - ON_THE_WAY), Span(0, ON_THE_WAY).at(self.span.end)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two stays come together: at one place, on the way, or at one time at places not told. `at` is compared."""

    how: How
    at: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """One of her times and one of theirs that come together on these days, and by which of her ways if on one."""

    mine: str
    theirs: str
    how: How
    at: str
    days: tuple[str, ...]
    exact: bool
    way: str = ""


def meeting(one: Stay, other: Stay) -> Meeting | None:
    """How two stays come together; None where they do not. It does not matter whose is whose."""
    if one.place and one.place == other.place:
        return Meeting("place", one.place, meets(one.span, other.span)) if near(one.span, other.span) else None
    shared = {*_passing(one, other), *_passing(other, one), *_both_pass(one, other)}
    if shared:
        return Meeting("way", min(shared))
    if not (one.place and other.place) and meets(one.span, other.span):
        return Meeting("unsure")
    return None


def _passing(one: Stay, other: Stay) -> Iterator[str]:
    """The place of one that the other passes while one is there."""
    if one.place in other.passes and any(meets(one.span, travel) for travel in other.travels()):
        yield one.place


def _both_pass(one: Stay, other: Stay) -> frozenset[str]:
    """The places both pass at about the same time."""
    both = one.passes & other.passes
    return both if both and any(meets(a, b) for a in one.travels() for b in other.travels()) else frozenset()


def stay(told: Routine | TheirTime, span: Span, way: Way | None = None) -> Stay:
    """One of her times, by one of her ways, or one of theirs."""
    passes = told.passes if isinstance(told, TheirTime) else way.passes if way else ()
    return Stay(span, same(told.place), stops(passes))


def overlaps(week: Week) -> list[Overlap]:
    """Every overlap in her week, in the order of her times, then of theirs. A time told without a day has none.

    What she does together with them, as arranged, does not overlap with that arrangement at the same place.
    """
    found = []
    for mine in week.mine:
        for theirs in week.theirs:
            together = week.mine[mine].moves == "together"
            here = list(_between(week, mine, theirs))
            if together and any(overlap.how == "place" for overlap in here):
                continue
            found += here
    return found


def _between(week: Week, mine: str, theirs: str) -> Iterator[Overlap]:
    """The overlaps of two times, one for each place and way, with the days of each."""
    days: dict[tuple[How, str, str], dict[str, bool]] = {}
    hers, ways = week.mine[mine], week.ways_of(mine)
    for span in when(hers):
        for their_span in when(week.theirs[theirs]):
            for way in ways or [""]:
                found = meeting(stay(hers, span, ways.get(way)), stay(week.theirs[theirs], their_span))
                if found:
                    key = (found.how, found.at, way if found.how == "way" else "")
                    on = days.setdefault(key, {})
                    on[span.day] = on.get(span.day, False) or found.exact
    for (how, at, way), on in days.items():
        if how != "unsure" or len(days) == 1:
            exact = any(on.values())
            yield Overlap(mine=mine, theirs=theirs, how=how, at=at, days=tuple(on), exact=exact, way=way)


def elsewhere(week: Week, place: str, span: Span) -> str:
    """The one of their times that puts them at another place all this while; empty for none. `place` as she told it."""
    for theirs, told in week.theirs.items():
        if not told.place or same(told.place) == same(place) or told.sure == "changes":
            continue
        if any(_within(span, their_span) for their_span in when(told)):
            return theirs
    return ""


def _within(span: Span, other: Span) -> bool:
    """Whether a stretch lies inside another."""
    ahead = Span(0, 1).at(span.start - other.start).start
    return ahead + span.length <= other.length


def at_avoided(week: Week) -> dict[str, str]:
    """Those of her times that are at a place to avoid, each with that place by id."""
    return {
        item: avoided
        for avoided, told in week.avoided.items()
        for item, hers in week.mine.items()
        if same(hers.place) == same(told.place)
    }
