"""One thing for the bag: whether she has it, where it is, who keeps it, and photos of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

HAVE = (
    ("have", "I have it, or can take it at once"),
    ("copy", "I have a copy"),
    ("lost", "It is lost, or I cannot get at it"),
)
PLACES = (
    ("me", "On me"),
    ("home", "At home"),
    ("car", "In a car"),
    ("work", "At work, college or school"),
    ("kept", "With somebody I trust"),
    ("office", "With a worker, a solicitor or a bank"),
    ("cloud", "In a cloud, or in e-mail"),
    ("other", "Somewhere else"),
)
USED = (
    ("no", "No"),
    ("yes", "Yes"),
    ("unsure", "Not sure"),
)
STAGES = (
    ("carry", "I carry it always"),
    ("bag", "It waits in the bag"),
    ("leaving", "I take it at the last moment"),
)
ASIDE = (("aside", "Not for me"),)


@record(
    "bag-item.1",
    name="A thing for the bag",
    plural="Bag and papers",
    start="A thing for the bag",
    title_field="what",
    order=72,
    serves=("W7", "W14", "W18", "W19"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class BagItem:
    """One thing for the bag. `entry` is its id in the guidance, or "" for a thing she added herself.

    `whom` is "" for what is hers, "child-1" for what is the child's whose age she told first, and so on.
    """

    what: str = described("What is it?", FieldKind.LINE, required=True)
    have: tuple[str, ...] = described("Do you have it?", FieldKind.CHOICES, options=HAVE, main=True)
    place: str = described("Where is it?", FieldKind.CHOICE, options=PLACES, main=True)
    used: str = described(
        "Does {person} use that place, or look there?",
        FieldKind.CHOICE,
        options=USED,
        hint="“Not sure” is an answer.",
        main=True,
    )
    keeper: tuple[str, ...] = described("Who keeps it?", FieldKind.RECORDS, of="person.1")
    where: str = described(
        "More about the place",
        FieldKind.LINE,
        hint="Words that only you understand are enough. You can leave it out and know it by heart.",
    )
    pictures: tuple[Attachment, ...] = described(
        "Photos of it",
        FieldKind.FILES,
        hint="They are sealed here. The phone keeps its own copy, and so may its cloud: look there afterwards.",
    )
    checked: dt.date | None = described(
        "When did you last look at it?", FieldKind.DAY, hint="Sizes, dates and cash change."
    )
    stage: str = described("When do you take it?", FieldKind.CHOICE, options=STAGES)
    note: str = described("Anything else about it", FieldKind.TEXT)
    aside: str = described("Leave it out?", FieldKind.CHOICE, options=ASIDE)
    entry: str = described("Which thing of the list", FieldKind.GIVEN)
    whom: str = described("For whom", FieldKind.GIVEN)
