"""A child in her care: the practice card, who collects, what the school has, and what the child knows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

CARD_WORDS = (
    ("first", "Very few words, to be read out (about 4 to 6)"),
    ("young", "A few words (about 7 to 10)"),
    ("older", "More words (about 11 to 15)"),
    ("teen", "The whole of it (16 and over)"),
    ("others", "No card: words for the grown-ups around"),
)
HIDE = (("hide", "Leave the address off the card"),)
PARENT = (
    ("yes", "Yes"),
    ("no", "No"),
    ("unsure", "Not sure"),
)
PLACES = (
    ("nursery", "Nursery"),
    ("childminder", "Childminder"),
    ("school", "School"),
    ("college", "College"),
    ("home", "At home with me"),
    ("other", "Somewhere else"),
)
ORDERED = (
    ("collect", "Yes, and it says who may collect or see the child"),
    ("other", "Yes, about something else"),
    ("none", "No"),
    ("unsure", "Not sure"),
)
HANDED = (
    ("collect", "A list of who may collect"),
    ("order", "A copy of a court order"),
    ("photo", "Photos of who may collect"),
    ("ring", "Whom to ring first"),
    ("private", "That my address and number go to nobody"),
)
COVERED = (
    ("yes", "Yes, it was covered or not on them"),
    ("no", "No, it can be read"),
    ("unsure", "Not sure"),
)
KEPT_PRIVATE = (
    ("street", "The street and the house"),
    ("school", "School, nursery, clubs"),
    ("times", "When we go where, and who visits"),
    ("photos", "Photos, games and posts that show where we are"),
)
ASIDE = (("aside", "Set aside for now"),)


@record(
    "child.1",
    name="A child",
    plural="Children",
    start="Add a child",
    title_field="name",
    order=72,
    serves=("W4", "W15", "W22", "W28", "R11", "R15", "X24"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child in her care. Every part but the name may stay empty. The card takes nothing but what is typed for it."""

    name: str = described(
        "What do you call this child?",
        FieldKind.LINE,
        hint="A first name or a nickname. It can be one that says nothing to others.",
        required=True,
    )
    age: str = described(
        "How old?", FieldKind.LINE, hint="In years, like 7. It decides which words the card uses.", main=True
    )
    full_name: str = described(
        "Full name, as the child would say it",
        FieldKind.LINE,
        hint="For the practice card. Without it, the card uses the name above.",
        main=True,
    )
    address: str = described(
        "The address the child would say",
        FieldKind.TEXT,
        hint="For the practice card only. It can stay empty: then it is not on the card.",
        main=True,
    )
    number: str = described(
        "The phone number the child would say", FieldKind.LINE, hint="For the practice card only.", main=True
    )
    hide: str = described("Is there a reason to leave the address off the card?", FieldKind.CHOICE, options=HIDE)
    words: str = described(
        "Which words fit this child?",
        FieldKind.CHOICE,
        options=CARD_WORDS,
        hint="Children of one age are not the same. Without a choice, the age decides.",
    )
    practised: dt.date | None = described("When did you last practise?", FieldKind.DAY)
    parent: str = described(
        "Is {person} a parent of this child?",
        FieldKind.CHOICE,
        options=PARENT,
        hint="It changes what a school may do. “Not sure” is an answer.",
    )
    ordered: str = described("Is there a court order about this child?", FieldKind.CHOICE, options=ORDERED)
    place: str = described("Where is the child in the day?", FieldKind.CHOICE, options=PLACES)
    school: str = described(
        "Which school or nursery, and whom do you speak to there?",
        FieldKind.LINE,
        hint="The head, the manager, one teacher you trust.",
    )
    collects: tuple[str, ...] = described(
        "Who may collect?", FieldKind.RECORDS, of="person.1", hint="From your people. You can add others below."
    )
    collects_too: tuple[str, ...] = described(
        "Who else may collect?", FieldKind.PEOPLE, hint="One person on each line."
    )
    password: str = described(
        "The password agreed with school or nursery",
        FieldKind.LINE,
        hint="Dull, rare, and no name. It does not end a parent's right to collect.",
    )
    handed: tuple[str, ...] = described("What has the school or nursery been given?", FieldKind.CHOICES, options=HANDED)
    handed_to: str = described("To whom did you give it?", FieldKind.LINE, hint="A name or a job.")
    handed_on: dt.date | None = described("On which day did you give it?", FieldKind.DAY)
    covered: str = described(
        "On what you gave, was your address covered?",
        FieldKind.CHOICE,
        options=COVERED,
        hint="Court papers can hold it on any page.",
    )
    handed_more: str = described("More about what you gave, or what they said", FieldKind.TEXT)
    knows: str = described(
        "What does this child know?", FieldKind.TEXT, hint="In the words you used, so that you can use them again."
    )
    kept_private: tuple[str, ...] = described(
        "What have you talked about keeping private?", FieldKind.CHOICES, options=KEPT_PRIVATE
    )
    not_to_carry: str = described(
        "What is not for this child to know or carry?",
        FieldKind.TEXT,
        hint="A day you plan, a place, what grown-ups did, messages between you.",
    )
    helps: str = described(
        "What helps this child when things are hard?", FieldKind.TEXT, hint="A toy, a person, a song, medicine."
    )
    aside: str = described("Leave this child out for now?", FieldKind.CHOICE, options=ASIDE)
