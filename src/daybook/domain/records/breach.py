"""What she says of a possibility: whether what happened broke a line of an order, and who was told."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

SAYS = (
    ("confirmed", "Yes, I think it broke this line"),
    ("not", "No, it did not"),
    ("unsure", "I am not sure"),
)
TOLD = (
    ("police", "The police"),
    ("solicitor", "A solicitor or the court"),
    ("worker", "A support worker"),
    ("someone-else", "Somebody else"),
)


@record(
    "breach.1",
    name="Was a line of an order broken?",
    plural="Broken lines of orders",
    start="Say if a line was broken",
    title_field="note",
    order=63,
    serves=("W32", "W35"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Her own answer about one happening and one line. If it was a breach in law is for police and court to say."""

    happening: str = described("What happened", FieldKind.GIVEN)
    term: str = described("The line of the order", FieldKind.GIVEN)
    says: str = described("Did it break this line?", FieldKind.CHOICE, options=SAYS, main=True)
    told: tuple[str, ...] = described("Who has been told?", FieldKind.CHOICES, options=TOLD, main=True)
    reported: Happened = described("When did you tell them?", FieldKind.WHEN, hint="Only as much as you know.")
    reference: str = described("Reference number", FieldKind.LINE, hint="As it was given to you.", main=True)
    note: str = described("More about it", FieldKind.TEXT, hint="Who you spoke to, and what they will do.")
