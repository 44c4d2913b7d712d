"""A letter of hers: to whom, what it says, and what she chose to let it say."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.letters.things import READERS, THINGS


@record(
    "letter.1",
    name="A letter",
    plural="Letters",
    start="Write a letter",
    title_field="title",
    order=72,
    serves=("W15", "W22", "W23", "W26", "W29", "R6"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as she left it. `began` is the letter of the guidance it began as; nothing is sent by keeping it."""

    title: str = described("What is it about?", FieldKind.LINE, hint="For your list. It is not on the paper.")
    reader: str = described("Who is it to?", FieldKind.CHOICE, options=READERS, main=True)
    whom: tuple[str, ...] = described("Which of your people is that?", FieldKind.RECORDS, of="person.1")
    dear: str = described("Dear …", FieldKind.LINE, hint="A name, or “Sir or Madam”.")
    released: tuple[str, ...] = described(
        "What may it say?",
        FieldKind.CHOICES,
        options=tuple((thing.id, thing.words) for thing in THINGS.values()),
        hint="What is not ticked is left out.",
    )
    text: str = described("The letter", FieldKind.TEXT, required=True, main=True)
    began: str = ""
