"""Which of the things she made ready come first on the emergency page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from daybook.domain.home.glance import Line
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person

FIRST = ("out", "go", "nearest", "meet")
"""Of the lines of her home plan, those for the first seconds, in this order (R15); the others follow below."""
MOST = 2
"""Names in one of these lines: more is not read in ten seconds. The page of her home has all."""


@dataclass(frozen=True, slots=True)
class CodeNow:
    """A code as it is used: what it is and how, what follows, and who knows it."""

    what: str
    how: str
    means: tuple[str, ...]
    more: str
    who: tuple[str, ...]


def first_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines for the first seconds, each with its first names."""
    found = {line.about: line for line in lines}
    return [Line(about=about, names=found[about].names[:MOST]) for about in FIRST if about in found]


def other_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines of her home plan that come after."""
    return [line for line in lines if line.about not in FIRST]


def codes_now(codes: Iterable[Code], people: Mapping[str, Person]) -> list[CodeNow]:
    """Her codes that are in use and that somebody knows; those for the police first (R15), then those to come or fetch.

    A code nobody is noted to know stands last: it may work, and it may not be understood.
    """
    used = [code for code in codes if not code.stopped]
    return [_now(code, people) for code in sorted(used, key=lambda code: (not code.whom, _urgency(code.means)))]


def _urgency(means: Sequence[str]) -> int:
    order = ("call-999", "come", "fetch", "children")
    return next((number for number, meaning in enumerate(order) if meaning in means), len(order))


def _now(code: Code, people: Mapping[str, Person]) -> CodeNow:
    known = tuple(people[record].name for record in code.whom if record in people)
    return CodeNow(what=code.what, how=code.how, means=code.means, more=code.more, who=known)


def who_to_ring(people: Iterable[Person]) -> list[Person]:
    """People with a number who agreed to call 999, open the door, come or fetch; those who call 999 first."""
    does = ("call-999", "door", "come", "lift")
    wanted = [person for person in people if not person.aside and person.number and set(does) & set(person.does)]
    return sorted(wanted, key=lambda person: min(does.index(each) for each in person.does if each in does))
