"""Somebody around her: how to reach them safely, what they know, and what they said they would do."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

ROLES = (
    ("friend", "A friend"),
    ("family", "Family"),
    ("neighbour", "A neighbour"),
    ("worker", "A support worker"),
    ("police", "Police"),
    ("health", "GP, nurse or midwife"),
    ("social-worker", "A social worker"),
    ("solicitor", "A solicitor"),
    ("school", "School, nursery or childminder"),
    ("work", "Work"),
    ("college", "College or university"),
    ("housing", "Landlord or council"),
    ("faith", "A place of worship"),
    ("other", "Somebody else"),
)
CLOSE = (
    ("no", "No"),
    ("knows", "They know each other, but are not close"),
    ("close", "They are close, or in touch"),
    ("unsure", "Not sure"),
)
WATCHED = (
    ("no", "No"),
    ("pays", "Yes, pays for it or set it up"),
    ("looks", "Yes, looks at it or could"),
    ("unsure", "Not sure"),
)
DOES = (
    ("call-999", "Calls 999 on hearing or seeing danger"),
    ("door", "Opens the door to me at any hour"),
    ("come", "Comes round"),
    ("stay", "Has me to stay"),
    ("children", "Collects or looks after the children"),
    ("things", "Keeps a bag, papers or a key for me"),
    ("ring", "Rings me with a reason to leave"),
    ("lift", "Drives or fetches me"),
    ("check", "Asks after me if I am not heard from"),
)
THINGS = (
    ("address", "Where I live"),
    ("plan", "My plan"),
    ("phone", "My phone number"),
    ("school", "The children's school or nursery"),
    ("work", "Where I work or study"),
    ("notebook", "This notebook"),
)
"""The confidential things: what must not reach the person harming her by a slip of the tongue."""

CARRY = (
    ("heart", "I know it by heart, or am learning it"),
    ("card", "On a card I carry"),
    ("disguised", "On a card, under another name"),
    ("no", "No"),
)
ASIDE = (("aside", "Set aside for now"),)


@record(
    "person.1",
    name="A person",
    plural="People",
    start="Add a person",
    title_field="name",
    order=70,
    serves=("R6", "R7", "W3", "W5", "W15", "W20", "W23"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody around her. Every part but the name may stay empty; nothing is guessed from what is."""

    name: str = described(
        "What do you call them?",
        FieldKind.LINE,
        hint="A first name, a nickname, a job. It can be one that says nothing to others.",
        required=True,
    )
    number: str = described("Phone number", FieldKind.LINE, hint="It is kept as you type it.", main=True)
    role: str = described("Who are they to you?", FieldKind.CHOICE, options=ROLES, main=True)
    close: str = described(
        "Do they know {person}?",
        FieldKind.CHOICE,
        options=CLOSE,
        hint="People pass things on without meaning harm. “Not sure” is an answer.",
        main=True,
    )
    safely: str = described(
        "How and when is it safe to reach them?",
        FieldKind.TEXT,
        hint="In person, by phone, at what time. What not to write to them.",
    )
    watched: str = described("Does {person} pay for their phone, or look at it?", FieldKind.CHOICE, options=WATCHED)
    does: tuple[str, ...] = described("What have they agreed to do?", FieldKind.CHOICES, options=DOES)
    agreed: str = described(
        "More about what you agreed", FieldKind.TEXT, hint="When, how, and what they will not do: come in alone, say."
    )
    knows: tuple[str, ...] = described("What have you told them?", FieldKind.CHOICES, options=THINGS)
    private: tuple[str, ...] = described(
        "What have you asked them to tell nobody?", FieldKind.CHOICES, options=THINGS, hint="Also by mistake."
    )
    to_tell: tuple[str, ...] = described(
        "What would it help them to know, that you have not told yet?", FieldKind.CHOICES, options=THINGS
    )
    not_on: str = described("Anything else they keep to themselves", FieldKind.TEXT)
    say: str = described(
        "What would you like to say to them?",
        FieldKind.TEXT,
        hint="In your words. You can read it out, learn it, or print it by itself.",
    )
    carry: str = described(
        "Do you carry this number?",
        FieldKind.CHOICE,
        options=CARRY,
        hint="A list can be found. A number in your head cannot. 999 comes first and is on no list.",
    )
    carry_as: str = described(
        "The name to put on the card", FieldKind.LINE, hint="A dull one: the dentist, a shop, a first name."
    )
    aside: str = described("Leave them out for now?", FieldKind.CHOICE, options=ASIDE)
