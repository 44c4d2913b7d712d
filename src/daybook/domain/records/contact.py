"""A talk with police, a GP, a helpline, a school: who, when and what was said."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

WITH = (
    ("police", "Police"),
    ("health", "GP, hospital or midwife"),
    ("helpline", "Helpline"),
    ("worker", "Support worker"),
    ("school", "School, nursery or college"),
    ("solicitor", "Solicitor or court"),
    ("housing", "Council or landlord"),
    ("someone-else", "Someone else"),
)


@record(
    "contact.1",
    name="A call or a meeting",
    plural="Calls and meetings",
    start="Note a call or a meeting",
    title_field="said",
    dated_by="happened",
    order=20,
    serves=("R7", "R8", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A talk with somebody whose job it is to help: who, when, what was said, and the reference number."""

    whom: str = described("Who was it with?", FieldKind.CHOICE, options=WITH)
    name: str = described("Their name, number or station", FieldKind.LINE, hint="As much as you know.")
    happened: Happened = described("When was it?", FieldKind.WHEN, hint="Only as much as you know.")
    said: str = described(
        "What was said, and what will they do?",
        FieldKind.TEXT,
        hint="What you told them, what they told you, and what happens next.",
        required=True,
    )
    reference: str = described("Reference number", FieldKind.LINE, hint="As it was given to you.")
    files: tuple[Attachment, ...] = described(
        "Letters and files", FieldKind.FILES, hint="A letter, a card, a photo of the form."
    )
