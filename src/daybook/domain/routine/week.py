"""Everything she told about a week, with the words each part is known by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from daybook.domain.records.avoided_place import AvoidedPlace
from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.domain.routine.times import Span, spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Her times, theirs, her ways and the places to avoid, each by id, in the order she told them."""

    mine: Mapping[str, Routine] = field(default_factory=dict)
    theirs: Mapping[str, TheirTime] = field(default_factory=dict)
    ways: Mapping[str, Way] = field(default_factory=dict)
    avoided: Mapping[str, AvoidedPlace] = field(default_factory=dict)
    aside: tuple[str, ...] = ()

    def ways_of(self, item: str) -> dict[str, Way]:
        """The ways to one of her times that are still there, by id."""
        return {way: self.ways[way] for way in self.mine[item].ways if way in self.ways}


def same(name: str) -> str:
    """What two names of one place have in common: no capitals, no extra spaces. Empty for no name."""
    return " ".join(name.split()).casefold()


def stops(names: tuple[str, ...]) -> frozenset[str]:
    """The places on a way, to be compared."""
    return frozenset(filter(None, map(same, names)))


def when(told: Routine | TheirTime) -> tuple[Span, ...]:
    """When something is, once for each of its days."""
    return spans(told.days, told.start, told.end)


def is_movable(told: Routine) -> bool:
    """Whether she said it can be moved. What she did not say counts as fixed."""
    return told.moves == "movable"


def is_pattern(told: Routine) -> bool:
    """Whether the person harming her could wait for it: knows the time, could guess it, or is there too (W21)."""
    return told.moves == "together" or bool({"when", "guess"} & set(told.known))


def is_fresh(way: Way) -> bool:
    """Whether she said that this way is not known. Not sure, or not said, is not fresh."""
    return way.known == "no"
