"""Where a thing for the bag may be found: through who keeps it, or through the place it is in.

Rests on W7 (a bag with friends or family in common may be found), R6, X25 and T06 (copies never in a shared cloud),
T08 (a car may tell where it is) and L05 (what is found can be dangerous).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybook.domain.bag.told import Told
from daybook.domain.people.caution import Caution
from daybook.domain.people.closeness import is_close, may_be_close
from daybook.domain.records.bag_item import BagItem
from daybook.domain.records.person import Person
from daybook.domain.said import Said


def cautions(item: BagItem, keepers: Sequence[Person], told: Told) -> list[Caution]:
    """Every reason for care about one thing, who keeps it first. `keepers` are those it is noted for.

    A thing that is "not for me" has none, but for a keeper who is close: what they hold, they still hold.
    """
    about_people = list(_about_keepers(keepers))
    if item.aside:
        return [caution for caution in about_people if caution.rule == "keeper-close"]
    return [*about_people, *_about_place(item, told)]


def _about_keepers(keepers: Sequence[Person]) -> Iterator[Caution]:
    """W7: not with friends or family in common, by preference. "Not sure" is said as what it is."""
    close = tuple(person.name for person in keepers if is_close(person))
    if close:
        said = Said("Close to {person}, or in touch: %(names)s. Somebody else may be a safer keeper.", {"names": close})
        yield Caution(rule="keeper-close", about="people", said=said)
    unsure = tuple(person.name for person in keepers if may_be_close(person))
    if unsure:
        said = Said("You are not sure if {person} is in touch with %(names)s.", {"names": unsure})
        yield Caution(rule="keeper-unsure", about="people", said=said)


def _about_place(item: BagItem, told: Told) -> Iterator[Caution]:
    """W7 and L05 for a place they use, T06 for a cloud, T08 for a car, W7 for a shared place of work."""
    if item.used == "yes":
        said = Said("{Person} uses the place where it is, or looks there. Outside the home is often safer.")
        yield _place("place-used", said)
    elif item.used == "unsure":
        yield _place("place-unsure", Said("You are not sure if {person} uses the place where it is, or looks there."))
    if item.place == "cloud":
        shared = "{Person} may be able to open your accounts. What is in a cloud or in e-mail can be seen there."
        other = "What is in a cloud or in e-mail can be seen by whoever opens the account. Here it is sealed."
        yield _place("cloud", Said(shared if told.cloud else other))
    if item.place == "car" and told.car:
        yield _place("car", Said("{Person} uses that car, or it may show where it is."))
    if item.place == "work" and told.work:
        yield _place("work", Said("You work in the same place as {person}."))


def _place(rule: str, said: Said) -> Caution:
    return Caution(rule=rule, about="trace", said=said)
