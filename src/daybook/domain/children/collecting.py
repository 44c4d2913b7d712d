"""Who may collect a child, and what to think of first: whom they are close to, what they know, what a school may do.

Rests on W15 and W22 (who collects, a password, the address to nobody, copies of orders), R6 and W7 (people close to
the person harming her), P15 and X16 (a school cannot refuse a parent without an order), P38 (taking a child away) and
W26 (the address on papers).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from daybook.domain.people.closeness import is_close, may_be_close
from daybook.domain.records.child import Child
from daybook.domain.records.person import Person
from daybook.domain.said import Said

STAFFED = ("nursery", "childminder", "school", "college")
"""Where somebody hands a child over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What her answers say that matters here: the nation, who collects now, and what she fears."""

    in_england: bool = False
    at_school: bool = False
    they_collect: bool = False
    fears_taking: bool = False
    today: dt.date | None = None


def told_by(facts: Collection[str], today: dt.date | None = None) -> Told:
    """What the facts of her plan say."""
    return Told(
        in_england="in_england" in facts,
        at_school="child_at_school" in facts,
        they_collect="they_collect_children" in facts,
        fears_taking="child_abduction_fear" in facts,
        today=today,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """A reason for care: the rule it comes from, what it says, and what may be done."""

    rule: str
    said: Said
    instead: Said


def goes_somewhere(child: Child, told: Told) -> bool:
    """Whether somebody hands this child over in the day, as far as she told."""
    return child.place in STAFFED or (not child.place and told.at_school)


def cares(child: Child, people: Mapping[str, Person], told: Told) -> list[Care]:
    """Every reason for care about who collects and what the school has; `people` are all of hers, by id."""
    known = [people[record] for record in child.collects if record in people]
    return [
        *_about_people(known),
        *_about_password(child, known),
        *_about_papers(child),
        *_about_rights(child, told),
        *_about_taking(child, told),
    ]


def _about_people(known: list[Person]) -> Iterator[Care]:
    """Who is close to the person harming her always warns (R6, W7); then what somebody lacks to collect (W15)."""
    if close := _names(person for person in known if is_close(person)):
        said = Said("Close to {person}, or in touch, and may collect: %(names)s.", {"names": close})
        yield Care(rule="close", said=said, instead=Said("Somebody else may be a safer choice."))
    if unsure := _names(person for person in known if may_be_close(person)):
        said = Said("May collect, and you are not sure if in touch with {person}: %(names)s.", {"names": unsure})
        yield Care(rule="may-be-close", said=said, instead=Said("You could wait until you know."))
    if aside := _names(person for person in known if person.aside):
        said = Said("May collect, and is set aside in your people: %(names)s.", {"names": aside})
        yield Care(
            rule="aside", said=said, instead=Said("If that has changed, the school may still have the old list.")
        )
    if lost := _names(person for person in known if "school" not in person.knows and not person.aside):
        said = Said("May collect, and it is not noted that you told where: %(names)s.", {"names": lost})
        yield Care(rule="where", said=said, instead=Said("You could tell them in person, with the time."))
    if asked := _names(person for person in known if "children" not in person.does and not person.aside):
        said = Said("May collect, and it is not noted that they agreed to: %(names)s.", {"names": asked})
        yield Care(rule="agreed", said=said, instead=Said("Ask them before the school writes down their name."))


def _names(people: Iterator[Person]) -> tuple[str, ...]:
    return tuple(person.name for person in people)


def _about_password(child: Child, known: list[Person]) -> Iterator[Care]:
    """W22: a password that is a name around the child can be guessed by who knows the family."""
    password = _plain(child.password)
    names = [child.name, child.full_name, child.school, *child.collects_too, *(person.name for person in known)]
    if password and any(_plain(name) in password or password in _plain(name) for name in names if _plain(name)):
        said = Said("The password holds a name that stands on this page. Somebody near you could guess it.")
        yield Care(rule="password", said=said, instead=Said("A dull word from nowhere is harder to guess."))


def _plain(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _about_papers(child: Child) -> Iterator[Care]:
    """W26, P15: an order that was handed over can hold the address, and a parent may ask to see what a school has."""
    if "order" in child.handed and child.covered != "yes":
        if child.covered == "no":
            said = Said("The copy of the order that you gave shows your address.")
        else:
            said = Said("A copy of an order was given. It is not noted that your address was covered on it.")
        instead = Said("You could ask for it back and give one with the address covered. Ask a solicitor how.")
        yield Care(rule="address", said=said, instead=instead)


def _about_rights(child: Child, told: Told) -> Iterator[Care]:
    """P15 (England), X16 and X11 (elsewhere): without an order that limits it, a school may not be able to refuse."""
    if child.parent == "no" or child.ordered == "collect" or not goes_somewhere(child, told):
        return
    if told.in_england:
        said = Said(
            "In England, somebody with parental responsibility can normally collect a child or ask for news, "
            "unless a court order limits it. A list or a password does not change that."
        )
    else:
        said = Said(
            "A school or nursery cannot always refuse a parent. It depends on where you live and on any court order. "
            "A list or a password does not change that."
        )
    instead = Said(
        "You could ask the head what they can do if {person} comes, and that they ring you first. "
        "A solicitor can say who has a parent's rights, and if an order would help."
    )
    yield Care(rule="rights", said=said, instead=instead)
    if told.they_collect:
        said = Said("{Person} collects now, so a change would be noticed the same day.")
        yield Care(rule="noticed", said=said, instead=Said("You could plan that afternoon with a worker first."))


def _about_taking(child: Child, told: Told) -> Iterator[Care]:
    """P38 and the plan's actions on taking a child away: an order is asked for before, not after."""
    if told.fears_taking and child.parent != "no":
        said = Said("You fear that {person} could take %(name)s away.", {"name": child.name})
        instead = Said(
            "A solicitor or helpline can say today what would help: an order, the passport, what the school can do. "
            "If it is happening now, call 999."
        )
        yield Care(rule="taking", said=said, instead=instead)
