"""What is not said about a thing for the bag yet, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daybook.domain.records.bag_item import BagItem
from daybook.domain.records.person import Person
from daybook.domain.said import Said

LOOK_AGAIN = 183
"""Days after which sizes, dates and cash are worth another look: half a year (W7, the bag is kept up)."""


def missing(item: BagItem, keepers: Sequence[Person], today: date) -> list[Said]:
    """What is not said about one thing she has: where it is, whether that place is private, what its keeper agreed.

    Nothing is asked about what she does not have, or what is not for her.
    """
    if item.aside or not ({"have", "copy"} & set(item.have) or item.pictures):
        return []
    found = []
    if "lost" not in item.have and not (item.place or item.keeper or item.where or item.pictures):
        found.append(Said("It is not noted where it is. By heart is fine too."))
    if item.place and not item.used and item.place not in ("me", "cloud"):
        found.append(Said("Does {person} use that place, or look there?"))
    found += [Said("Does %(name)s know {person}?", {"name": person.name}) for person in keepers if not person.close]
    asked = tuple(person.name for person in keepers if "things" not in person.does)
    if asked:
        words = "It is not noted that they agreed to keep things for you: %(names)s."
        found.append(Said(words, {"names": asked}))
    if item.checked and (today - item.checked).days > LOOK_AGAIN:
        found.append(Said("You looked at it more than half a year ago. Sizes, dates and cash change."))
    return found
