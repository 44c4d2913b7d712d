"""The order of the day: when a line is, and what comes before what, each by a rule that has a name and a source.

Rests on W12 and L09 (leaving is the most dangerous time), W13 and X33 (go while the person harming her is out; devices
may report it), T01 to T09 with the rule of uk-facts section 5 (safer device, notice, proof, worker, then change).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daybook.domain.leaving.line import Line, Moment, Trait
from daybook.domain.records.leaving_day import MOMENTS
from daybook.domain.said import Said

MOMENT_ORDER: tuple[str, ...] = tuple(moment for moment, _words in MOMENTS)


@dataclass(frozen=True, slots=True)
class When:
    """A rule that gives a line its moment: the first in WHENS whose trait the line has. `says` is shown to her."""

    id: str
    trait: Trait | None
    moment: Moment
    says: Said
    rests: tuple[str, ...]


WHENS = (
    When("later", "later", "week", Said("It can wait until you have slept."), ("W12",)),
    When("once-away", "away", "night", Said("It waits until you are away. Then it is safer to do."), ("W12", "T05")),
    When("under-way", "under-way", "way", Said("It comes once you have left."), ("W13",)),
    When(
        "device-last",
        "changes",
        "door",
        Said("Something that goes quiet or moves can be noticed. So it waits until the moment you go."),
        ("T01", "X33"),
    ),
    When("go", "goes", "door", Said("This is the moment itself."), ("W13",)),
    When(
        "notice-waits",
        "noticed",
        "hour",
        Said("It could be noticed, so it waits until {person} is out."),
        ("W13", "L04"),
    ),
    When("last-hour", "begins", "hour", Said("It opens the time you have."), ("W13",)),
    When("quiet-now", None, "before", Said("It leaves little to see, so there is time for it before."), ("L04",)),
)


@dataclass(frozen=True, slots=True)
class First:
    """A rule of two lines: any with the trait `first` comes before any with the trait `then`."""

    id: str
    first: Trait
    then: Trait
    rests: tuple[str, ...]

    def holds(self, one: Line, other: Line) -> bool:
        """Whether `one` comes before `other` by this rule; a line that is both is bound by neither side."""
        return (
            self.first in one.traits
            and self.then in other.traits
            and not (self.first in other.traits or self.then in one.traits)
        )


FIRSTS = (
    First("worker-first", "talks", "noticed", ("W12", "L09")),
    First("hide-first", "hides", "noticed", ("W13", "L04")),
    First("hide-before-sending", "hides", "sends", ("T01", "X32")),
    First("look-before-change", "looks", "changes", ("T03", "T07")),
    First("proof-before-change", "saves", "changes", ("T03", "V03")),
    First("worker-before-change", "talks", "changes", ("T01", "T03")),
    First("sure-of-the-time", "begins", "noticed", ("W13",)),
    First("people-before-things", "people", "takes", ("W14",)),
    First("pack-then-stop", "takes", "stops", ("W13", "W14")),
    First("stop-before-change", "stops", "changes", ("T01", "X33")),
    First("change-before-go", "changes", "goes", ("T01", "X33")),
    First("away-before-settled", "away", "later", ("W12",)),
)
"""What protects from notice before what is noticed; proof before removal; devices at the very last; people first.

Changes made once she is away (an account, T05) carry the trait `away` and not `changes`.
"""


def when_of(line: Line) -> When:
    """The rule that gives this line its moment."""
    return next(when for when in WHENS if when.trait is None or when.trait in line.traits)


def moment_of(line: Line) -> Moment:
    """When a line is: where she put it herself, else by the rules."""
    return line.moment or when_of(line).moment


def in_order(lines: Iterable[Line]) -> list[Line]:
    """The lines by moment, within it by the rules, and else as they were given; hers last in their moment.

    The rules are a topological sort: whatever can come next and was given first does. Raises TangledError.
    """
    given = list(lines)
    ordered: list[Line] = []
    for moment in MOMENT_ORDER:
        here = [line for line in given if moment_of(line) == moment]
        ordered += _sorted([*(line for line in here if not line.hers), *(line for line in here if line.hers)])
    return ordered


class TangledError(RuntimeError):
    """The rules of the order contradict each other. Nothing you wrote is wrong: tell whoever looks after Daybook."""


def _sorted(lines: Sequence[Line]) -> list[Line]:
    """A stable topological sort by FIRSTS (Kahn's way)."""
    follows: dict[int, list[int]] = {number: [] for number in range(len(lines))}
    waits = [0] * len(lines)
    for one, later in follows.items():
        for other in follows:
            if one != other and any(rule.holds(lines[one], lines[other]) for rule in FIRSTS):
                later.append(other)
                waits[other] += 1
    free = [number for number, count in enumerate(waits) if not count]
    found: list[Line] = []
    while free:
        number = heapq.heappop(free)
        found.append(lines[number])
        for other in follows[number]:
            waits[other] -= 1
            if not waits[other]:
                heapq.heappush(free, other)
    if len(found) < len(lines):
        raise TangledError
    return found
