"""A way out that was tried, on foot or in the mind: when, with whom, and what to change."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

HOW = (
    ("mind", "In my mind"),
    ("day", "On foot, by day"),
    ("dark", "On foot, in the dark"),
    ("drill", "As a fire drill with children"),
    ("told", "Talked through with someone"),
)
NOTICED = (
    ("no", "I do not think so"),
    ("maybe", "Perhaps"),
    ("yes", "Yes"),
)


@record(
    "rehearsal.1",
    name="A way out you tried",
    plural="Ways out you tried",
    start="Note a way out you tried",
    title_field="tried",
    order=60,
    serves=("W6", "R15"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One try of a way out. It is for her plan: it has no place in a paper for the police unless she asks for it."""

    tried: str = described(
        "What did you try?",
        FieldKind.TEXT,
        hint="From where, which way, and to where. A few words are enough.",
        required=True,
    )
    happened: Happened = described("When was it?", FieldKind.WHEN, hint="Only as much as you know.")
    how: tuple[str, ...] = described("How did you try it?", FieldKind.CHOICES, options=HOW)
    whom: tuple[str, ...] = described(
        "Who tried it with you?",
        FieldKind.PEOPLE,
        hint="One person on each line. For a child the age helps later: “Mia, 4, carried”.",
    )
    children: str = described(
        "What was it like for the children?",
        FieldKind.TEXT,
        hint="What each could do at this age: carried, by the hand, alone. What they asked.",
    )
    change: str = described(
        "What would you change?",
        FieldKind.TEXT,
        hint="A lock that sticks, shoes that were far, a stair that creaks, a word to agree.",
    )
    noticed: str = described("Could anyone have noticed?", FieldKind.CHOICE, options=NOTICED)
