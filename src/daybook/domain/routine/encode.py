"""A week as yes-and-no statements: what always holds, the rules that can be named, and what would be nice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Literal, TypeVar

from daybook.domain.routine.candidates import Visit, repeats, visits
from daybook.domain.routine.oracle import Clause, TooHardError
from daybook.domain.routine.overlaps import Stay, meeting, stay
from daybook.domain.routine.times import DAY, Span, meets
from daybook.domain.routine.week import Week, is_movable, is_pattern, same, stops, when

Kind = Literal["clash", "avoided", "theirs", "pattern"]
T = TypeVar("T")
MOST_PAIRS = 600_000
"""How many pairs of times are compared before a week counts as too large."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by name, for one of her times and what it meets: another of hers, one of theirs, a place to avoid.

    `day` is the day the time is on now; empty where the rule is meant on every day it has.
    """

    kind: Kind
    item: str
    other: str = ""
    day: str = ""


@dataclass(slots=True, kw_only=True)
class Puzzle:
    """The statements of a week, by number, and the clauses over them; made by `puzzle`."""

    week: Week
    visits: list[Visit]
    clauses: list[Clause] = field(default_factory=list)
    spans: list[dict[Span, int]] = field(default_factory=list)
    places: list[dict[str, int]] = field(default_factory=list)
    ways: list[dict[str, int]] = field(default_factory=list)
    rules: dict[Rule, int] = field(default_factory=dict)
    made: int = 0

    def new(self) -> int:
        """A statement not used yet."""
        self.made += 1
        return self.made

    def wish(self, *one_of: int) -> int:
        """A statement that, where it is wished for, makes one of these hold."""
        name = self.new()
        self.clauses.append([-name, *one_of])
        return name

    def forbid(self, rule: Rule, *together: int) -> None:
        """Where the rule holds, these do not hold together."""
        if rule not in self.rules:
            self.rules[rule] = self.new()
        self.clauses.append([-self.rules[rule], *(-each for each in together)])


def puzzle(week: Week) -> Puzzle:
    """All that is asked of another week. Raises TooHardError for one with too much that could move."""
    made = Puzzle(week=week, visits=visits(week))
    if _pairs(made.visits) > MOST_PAIRS:
        raise TooHardError
    for visit in made.visits:
        made.spans.append(_one_of(made, visit.spans))
        made.places.append(_one_of(made, visit.places))
        made.ways.append(_one_of(made, visit.ways))
    _on_different_days(made)
    _no_clash(made)
    for number in range(len(made.visits)):
        _keep_apart(made, number)
        _avoid(made, number)
        _no_pattern(made, number)
    return made


def _one_of(made: Puzzle, options: tuple[T, ...]) -> dict[T, int]:
    """Exactly one of these, which always holds; nothing where there are none."""
    names = {option: made.new() for option in options}
    if names:
        made.clauses.append([*names.values()])
    before = 0  # "one of those so far holds": a ladder, because pairs of three hundred times would be many
    for name in names.values():
        so_far = made.new()
        made.clauses.append([-name, so_far])
        if before:
            made.clauses.extend(([-before, so_far], [-before, -name]))
        before = so_far
    return names


def _pairs(found: list[Visit]) -> int:
    """How many pairs of times are compared: those of two visits of which one can move."""
    every, fixed = [len(visit.spans) for visit in found], sum(len(visit.spans) == 1 for visit in found)
    return (sum(every) ** 2 - sum(each**2 for each in every)) // 2 - fixed * (fixed - 1) // 2


def _on_different_days(made: Puzzle) -> None:
    """What she does on several days stays on as many, in their order."""
    for number, (one, other) in enumerate(pairwise(made.visits)):
        if one.item == other.item and is_movable(made.week.mine[one.item]):
            days, later_days = _days(made, number), _days(made, number + 1)
            made.clauses.extend(
                [-first, -second] for day, first in days.items() for later, second in later_days.items() if day >= later
            )


def _days(made: Puzzle, number: int) -> dict[int, int]:
    """Statements "it is on this day", by day."""
    days: dict[int, int] = {}
    for span, name in made.spans[number].items():
        day = span.start // DAY
        if day not in days:
            days[day] = made.new()
        made.clauses.append([-name, days[day]])
    return days


def _no_clash(made: Puzzle) -> None:
    """Two of her times are not at once, where at least one can move and they are not at once already."""
    for (one, visit), (other, second) in combinations(enumerate(made.visits), 2):
        if len(visit.spans) == len(second.spans) == 1 or meets(visit.own, second.own):
            continue
        rule = Rule("clash", visit.item, second.item, visit.own.day)
        for span, name in made.spans[one].items():
            for later, second_name in made.spans[other].items():
                if meets(span, later):
                    made.forbid(rule, name, second_name)


def _keep_apart(made: Puzzle, number: int) -> None:
    """No meeting with one of their times at a place, or on the way; but what is fixed stays where it is."""
    visit = made.visits[number]
    told = made.week.mine[visit.item]
    ways = made.ways[number] or {"": 0}
    for theirs, their in made.week.theirs.items():
        if told.moves == "together" and same(told.place) == same(their.place):
            continue
        for their_span in when(their):
            there = stay(their, their_span)
            for span, place, way in _choices(made, number):
                found = meeting(_mine(made.week, span, place, way), there)
                if found and (found.how == "way" or (found.how == "place" and is_movable(told))):
                    parts = (made.spans[number][span], made.places[number][place], ways[way])
                    made.forbid(Rule("theirs", visit.item, theirs, visit.own.day), *filter(None, parts))


def _choices(made: Puzzle, number: int) -> Iterator[tuple[Span, str, str]]:
    """Every stretch, place and way one visit can have."""
    visit = made.visits[number]
    for span in visit.spans:
        for place in visit.places:
            for way in visit.ways or ("",):
                yield span, place, way


def _mine(week: Week, span: Span, place: str, way: str) -> Stay:
    return Stay(span, same(place), stops(week.ways[way].passes) if way else frozenset())


def _avoid(made: Puzzle, number: int) -> None:
    """No place to avoid, and no way past one; but what is fixed stays where it is."""
    visit, week = made.visits[number], made.week
    for avoided, told in week.avoided.items():
        rule = Rule("avoided", visit.item, avoided, visit.own.day)
        for place, name in made.places[number].items():
            if is_movable(week.mine[visit.item]) and same(place) == same(told.place):
                made.forbid(rule, name)
        for way, name in made.ways[number].items():
            if same(told.place) in stops(week.ways[way].passes):
                made.forbid(rule, name)


def _no_pattern(made: Puzzle, number: int) -> None:
    """Nothing as the person harming her could wait for it."""
    visit, week = made.visits[number], made.week
    if not is_pattern(week.mine[visit.item]):
        return
    ways = made.ways[number] or {"": 0}
    for span, place, way in _choices(made, number):
        if repeats(week, visit, span, place, way):
            parts = (made.spans[number][span], made.places[number][place], ways[way])
            made.forbid(Rule("pattern", visit.item, day=visit.own.day), *filter(None, parts))
