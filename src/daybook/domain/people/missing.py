"""What is not said yet about a person, and about the people together, in words."""

from __future__ import annotations

from collections.abc import Iterable

from daybook.domain.records.person import Person
from daybook.domain.said import Said


def missing_of(person: Person) -> list[Said]:
    """What is not said about one person (R6, W3, W20): whether the two know each other, how to reach them."""
    found = []
    if not person.close:
        found.append(Said("Does %(name)s know {person}?", {"name": person.name}))
    if not (person.number or person.safely):
        found.append(Said("How could you reach %(name)s safely?", {"name": person.name}))
    return found


def missing_of_all(people: Iterable[Person]) -> list[Said]:
    """What nobody in her list does yet: call 999 (W5, R15), and be reached without the phone at hand (W3, X23)."""
    here = [person for person in people if not person.aside]
    if not here:
        return []
    found = []
    if not any("call-999" in person.does for person in here):
        found.append(Said("It is not noted that somebody would call 999 for you. A neighbour can be the quickest."))
    if not any(person.carry in ("heart", "card", "disguised") for person in here):
        found.append(Said("No number is noted as learned or carried. One by heart is a good start."))
    return found
