"""Another week: what is fixed stays, what is known changes; or why there is none, and the nearest to it.

Each rule of `encode` is a wish of its own. Where all hold together there is a week; where they do not, the smallest
set that cannot hold together says why, and leaving out as few of them as it takes gives the nearest week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from daybook.domain.routine.candidates import repeats
from daybook.domain.routine.encode import Kind, Puzzle, Rule, puzzle
from daybook.domain.routine.oracle import OpenOracle, Oracle, TooHardError
from daybook.domain.routine.overlaps import elsewhere
from daybook.domain.routine.times import DAY, DAY_CODES, Span
from daybook.domain.routine.week import Week, is_movable, is_pattern

KEEP_FIRST: tuple[Kind, ...] = ("clash", "avoided", "theirs", "pattern")
"""What is given up last where not everything can be kept."""
MOST_WEEKS = 4
"""How many weeks in a row are made to differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One of her times in the other week. `theirs` is the time of theirs that puts them elsewhere meanwhile."""

    item: str
    own: Span
    span: Span
    place: str
    way: str
    theirs: str = ""
    repeats: bool = False

    @property
    def is_moved(self) -> bool:
        """Whether it is at another time."""
        return self.span != self.own


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Rules that cannot hold together on any of these days, though they could if one of them were left out."""

    rules: tuple[Rule, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied:
    """Another week in order. `why_not` is empty where every rule holds in it; `given_up` are those that do not."""

    entries: tuple[Entry, ...]
    why_not: tuple[Conflict, ...] = ()
    given_up: tuple[Conflict, ...] = ()


def vary(week: Week, open_oracle: OpenOracle, turn: int = 0) -> Varied:
    """Week number `turn` of a row of weeks that differ where they can, 0 to MOST_WEEKS - 1; the same every time.

    Raises TooHardError.
    """
    made = puzzle(week)
    wishes = _wishes(made)
    oracle = open_oracle(made.clauses)
    rules = {name: rule for rule, name in sorted(made.rules.items(), key=lambda pair: _rank(pair[0]))}
    why_not = _merged([[rules[name] for name in rules if name in least] for least in _conflicts(oracle, [*rules])])
    kept = _most(oracle, (), rules)
    before: list[list[Entry]] = []
    for _ in range(min(turn, MOST_WEEKS - 1) + 1):
        before.append(_another(made, open_oracle, kept, wishes, before))
    given_up = _merged([[rule] for name, rule in rules.items() if name not in kept])
    return Varied(entries=tuple(sorted(before[-1], key=lambda e: e.span)), why_not=why_not, given_up=given_up)


def _conflicts(oracle: Oracle, wishes: list[int]) -> Iterator[set[int]]:
    """Sets of wishes that cannot hold together, each as small as can be, until the rest can."""
    while least := _least(oracle, wishes):
        yield least
        wishes = [wish for wish in wishes if wish not in least]


def _merged(found: Iterable[list[Rule]]) -> tuple[Conflict, ...]:
    """The same rules on several days as one, in the order they were found."""
    days: dict[tuple[Rule, ...], list[str]] = {}
    for rules in found:
        key = tuple(dict.fromkeys(replace(rule, day="") for rule in rules))
        days.setdefault(key, []).extend(rule.day for rule in rules)
    return tuple(
        Conflict(rules=rules, days=tuple(day for day in DAY_CODES if day in named)) for rules, named in days.items()
    )


def _rank(rule: Rule) -> int:
    return KEEP_FIRST.index(rule.kind)


def _another(
    made: Puzzle, open_oracle: OpenOracle, kept: list[int], wishes: list[int], before: list[list[Entry]]
) -> list[Entry]:
    """A week that keeps these, differs from those before where it can, and then fulfils wishes in their order."""
    clauses, new = list(made.clauses), made.made
    unlike: list[int] = []
    for entries in before:
        for number, entry in enumerate(entries):
            if len(made.spans[number]) * max(1, len(made.ways[number])) > 1:
                new += 1
                way = [-made.ways[number][entry.way]] if entry.way else []
                clauses.append([-new, -made.spans[number][entry.span], *way])
                unlike.append(new)
    oracle = open_oracle(clauses)
    holds = oracle.ask(_most(oracle, kept, [*unlike, *wishes])).holds
    return [_entry(made, number, holds) for number in range(len(made.visits))]


def _entry(made: Puzzle, number: int, holds: frozenset[int]) -> Entry:
    visit = made.visits[number]
    span = next(span for span, name in made.spans[number].items() if name in holds)
    place = next(place for place, name in made.places[number].items() if name in holds)
    way = next((way for way, name in made.ways[number].items() if name in holds), "")
    known = is_pattern(made.week.mine[visit.item]) and repeats(made.week, visit, span, place, way)
    return Entry(
        item=visit.item,
        own=visit.own,
        span=span,
        place=place,
        way=way,
        theirs=elsewhere(made.week, place, span),
        repeats=known,
    )


def _least(oracle: Oracle, wishes: Sequence[int]) -> set[int]:
    """Wishes that cannot hold together, none of which can be left out of the set; empty where all can hold."""
    conflict = list(oracle.ask(wishes).conflict)
    for wish in sorted(conflict):
        fewer = [other for other in conflict if other != wish]
        if found := oracle.ask(fewer).conflict:
            conflict = [other for other in fewer if other in found]
    return set(conflict)


def _most(oracle: Oracle, kept: Iterable[int], wishes: Iterable[int]) -> list[int]:
    """What is kept, and of the wishes, in their order, each that can hold beside those before it."""
    found = list(kept)
    for wish in wishes:
        try:
            if not oracle.ask([*found, wish]).conflict:
                found.append(wish)
        except TooHardError:
            continue  # a wish too hard to decide is left out, the same one every time
    return found


def _wishes(made: Puzzle) -> list[int]:
    """What would be nice, the first the most: what nobody knows stays; they are elsewhere; a safe stop; no new pattern.

    New statements are made, so call it before the clauses are used.
    """
    return [*_stays(made), *_while_elsewhere(made), *_near_and_safe(made), *_no_new_pattern(made)]


def _stays(made: Puzzle) -> Iterator[int]:
    for visit, spans, places in zip(made.visits, made.spans, made.places, strict=True):
        if not is_pattern(made.week.mine[visit.item]) and len(spans) > 1:
            yield made.wish(spans[visit.own])
            yield made.wish(places[visit.places[0]])


def _while_elsewhere(made: Puzzle) -> Iterator[int]:
    for visit, spans in zip(made.visits, made.spans, strict=True):
        away = [name for span, name in spans.items() if elsewhere(made.week, visit.places[0], span)]
        if is_movable(made.week.mine[visit.item]) and away:
            yield made.wish(*away)


def _near_and_safe(made: Puzzle) -> Iterator[int]:
    for visit, spans, ways in zip(made.visits, made.spans, made.ways, strict=True):
        if len(spans) > 1:
            yield made.wish(*(name for span, name in spans.items() if span.day in made.week.mine[visit.item].days))
        stops = [name for way, name in ways.items() if made.week.ways[way].stop]
        if len(ways) > 1 and stops:
            yield made.wish(*stops)


def _no_new_pattern(made: Puzzle) -> Iterator[int]:
    """What is done on several days is at different times, and by different ways, one day after the other."""
    for number, (one, other) in enumerate(pairwise(made.visits)):
        if one.item != other.item or not is_pattern(made.week.mine[one.item]):
            continue
        wish = made.new()
        for span, name in made.spans[number].items():
            for later, second in made.spans[number + 1].items():
                if len(one.spans) > 1 and span.start % DAY == later.start % DAY:
                    made.clauses.append([-wish, -name, -second])
        yield wish
        if len(one.ways) > 1:
            wish = made.new()
            made.clauses.extend([-wish, -name, -made.ways[number + 1][way]] for way, name in made.ways[number].items())
            yield wish
