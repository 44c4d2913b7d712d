"""What is not said about a child yet, in words: for the card, for who collects, for what the child knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from daybook.domain.children.age import words_of
from daybook.domain.children.collecting import Told, goes_somewhere
from daybook.domain.records.child import Child
from daybook.domain.said import Said

A_WHILE = dt.timedelta(days=183)
"""After half a year a child may have forgotten a number, and staff may have changed."""


def missing_for_card(child: Child, told: Told) -> list[Said]:
    """What the practice card lacks (W4): age, address, number, and whether it was practised. None without a card."""
    name = {"name": child.name}
    words = words_of(child)
    if words == "others":
        return []
    found = []
    if words is None:
        found.append(Said("How old is %(name)s? The words of the card depend on it.", name))
    if not child.address.strip() and not child.hide:
        found.append(Said("There is no address on the card. Without one, %(name)s may not know what to say.", name))
    if not child.number.strip():
        found.append(Said("There is no phone number on the card."))
    if words and child.practised is None:
        found.append(Said("It is not noted that you practised with %(name)s. Once, as a game, is a good start.", name))
    elif words and told.today and child.practised and told.today - child.practised > A_WHILE:
        found.append(Said("You practised more than half a year ago."))
    return found


def missing_of_school(child: Child, told: Told) -> list[Said]:
    """What is not noted about school or nursery (W15, W22); nothing for a child who is with her in the day."""
    return list(_of_school(child, told)) if goes_somewhere(child, told) else []


def _of_school(child: Child, told: Told) -> Iterator[Said]:
    if not child.parent:
        yield Said("Is {person} a parent of %(name)s? It changes what a school may do.", {"name": child.name})
    if not child.collects and not child.collects_too:
        yield Said("It is not written down who may collect %(name)s.", {"name": child.name})
    if not child.password:
        yield Said("There is no password with school or nursery.")
    if "private" not in child.handed:
        yield Said("It is not noted that you asked the school or nursery to give your address and number to nobody.")
    if child.handed and not child.handed_to:
        yield Said("It is not written down to whom you gave it.")
    if child.handed and not child.handed_on:
        yield Said("It is not written down on which day you gave it.")
    elif told.today and child.handed_on and told.today - child.handed_on > 2 * A_WHILE:
        yield Said("You gave it more than a year ago. Staff change: you could ask if they still have it.")


def missing_of_knowing(child: Child) -> list[Said]:
    """What is not noted about what the child knows (W28), for a child who is old enough to be told."""
    if child.knows or child.kept_private or words_of(child) == "others":
        return []
    return [Said("It is not written down what %(name)s knows.", {"name": child.name})]


def missing_of(child: Child, told: Told) -> list[Said]:
    """Everything that is not said about one child, what the card lacks first; nothing for one who is set aside."""
    if child.aside:
        return []
    return [*missing_for_card(child, told), *missing_of_school(child, told), *missing_of_knowing(child)]
