"""Who knows what: the state of each cell of people and confidential things, and the cells with a reason for care.

Rests on W20 (decide whom to tell what, so that nobody gives it away by mistake), R6 and W7 (people who are close to
the person harming her), W15 and W23 (school and work), W5 (a neighbour who calls) and L04 (would it be noticed?).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from daybook.domain.people.closeness import is_close, knows_place, may_be_close, phone_seen
from daybook.domain.records.person import THINGS, Person
from daybook.domain.said import Said, Value

Cell = Literal["no", "told", "private", "help"]
CELLS: tuple[Cell, ...] = ("no", "told", "private", "help")
"""Not told; told; told and asked to tell nobody; not told, and it would help."""

THING_WORDS: dict[str, str] = {
    "address": "where you live",
    "plan": "your plan",
    "phone": "your phone number",
    "school": "the children's school or nursery",
    "work": "where you work or study",
    "notebook": "this notebook",
}
_NEED_PLACE = ("call-999", "come", "lift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Cells of one person that have a reason for care: the rule, the things, the reason, and what may be done."""

    person: str
    rule: str
    things: tuple[str, ...]
    said: Said
    instead: Said


def cell(person: Person, thing: str) -> Cell:
    """The state of one cell. Told wins over "it would help": once told, it is told."""
    if thing in person.knows:
        return "private" if thing in person.private else "told"
    return "help" if thing in person.to_tell else "no"


def with_cell(person: Person, thing: str, state: Cell) -> Person:
    """The person with one cell in this state; every other cell stays as it is."""

    def having(things: tuple[str, ...], *, has: bool) -> tuple[str, ...]:
        others = (other for other in things if other != thing)
        return _in_order((*others, thing) if has else others)

    return replace(
        person,
        knows=having(person.knows, has=state in ("told", "private")),
        private=having(person.private, has=state == "private"),
        to_tell=having(person.to_tell, has=state == "help"),
    )


def risks(people: Mapping[str, Person]) -> list[Risk]:
    """The cells with a reason for care, by person id; the rules in the order of RULES, people in the order given."""
    found = [risk for record, person in people.items() if not person.aside for risk in _of(record, person)]
    return sorted(found, key=lambda risk: RULES.index(risk.rule))


RULES = ("told-close", "place", "school", "seen-phone", "told-unsure", "help", "not-asked")
"""What can be passed on first, then what somebody lacks who would act, then what may be asked."""


def _of(record: str, person: Person) -> Iterator[Risk]:
    told = _in_order(person.knows)
    if is_close(person) and told:
        said = "%(name)s knows %(things)s, and is close to {person} or in touch."
        instead = "What is told cannot be taken back. You could tell no more, and ask that it goes no further."
        yield _risk((record, person), "told-close", told, said, instead)
    if may_be_close(person) and told:
        said = "%(name)s knows %(things)s. You are not sure if %(name)s is in touch with {person}."
        yield _risk((record, person), "told-unsure", told, said, "You could wait with the rest until you know.")
    if phone_seen(person) and told:
        said = "%(name)s knows %(things)s. {Person} may be able to see the phone of %(name)s."
        yield _risk((record, person), "seen-phone", told, said, "Said aloud it is safer than in a message.")
    yield from _lacking(record, person)
    open_ones = tuple(thing for thing in told if cell(person, thing) == "told")
    if open_ones and not is_close(person):
        said = "%(name)s knows %(things)s. It is not noted that you asked to keep it private."
        instead = "One sentence is enough: please tell nobody, also if they ask with a good story."
        yield _risk((record, person), "not-asked", open_ones, said, instead)


def _lacking(record: str, person: Person) -> Iterator[Risk]:
    """What somebody does not know who would act on it, and what she marked herself."""
    someone_else = "%(name)s is close to {person}. Somebody else may be a safer choice."
    safer = someone_else if is_close(person) else "You could say it in person, and ask to keep it private."
    place = bool(set(person.does) & set(_NEED_PLACE)) and not knows_place(person)
    school = "children" in person.does and "school" not in person.knows
    if place:
        said = "%(name)s would call 999 or come to you. It is not noted that %(name)s knows %(things)s."
        yield _risk((record, person), "place", ("address",), said, safer)
    if school:
        said = "%(name)s would collect the children. It is not noted that %(name)s knows %(things)s."
        yield _risk((record, person), "school", ("school",), said, safer)
    said_already = {"address"} if place else set()
    said_already |= {"school"} if school else set()
    help_ = _in_order(thing for thing in person.to_tell if cell(person, thing) == "help" and thing not in said_already)
    if help_:
        said = "It would help %(name)s to know %(things)s. It is not told yet."
        yield _risk((record, person), "help", help_, said, safer)


def _risk(whose: tuple[str, Person], rule: str, things: tuple[str, ...], said: str, instead: str) -> Risk:
    record, person = whose
    values: dict[str, Value] = {"name": person.name, "things": tuple(THING_WORDS[thing] for thing in things)}
    return Risk(person=record, rule=rule, things=things, said=Said(said, values), instead=Said(instead, values))


def _in_order(things: Iterable[str]) -> tuple[str, ...]:
    wanted = set(things)
    return tuple(thing for thing, _words in THINGS if thing in wanted)
