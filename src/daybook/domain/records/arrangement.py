"""How contact with the children is arranged, and what that rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

RESTS = (
    ("order", "A court order"),
    ("written", "Something we both wrote or signed"),
    ("spoken", "Something we said"),
    ("habit", "Nothing. It is how it goes"),
    ("told", "I was told, and did not agree"),
    ("unsure", "Not sure"),
)


@record(
    "arrangement.1",
    name="How contact is arranged",
    plural="How contact is arranged",
    start="Note how contact is arranged",
    title_field="says",
    order=73,
    serves=("R11", "W22"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What is arranged about contact, as it stands. It is not advice on what ought to stand."""

    says: str = described(
        "What is arranged?",
        FieldKind.TEXT,
        hint="Days, times, place, calls. If it is an order, the words as they stand on it.",
        required=True,
    )
    rests: str = described("What does it rest on?", FieldKind.CHOICE, options=RESTS, main=True)
    children: tuple[str, ...] = described("For which children?", FieldKind.PEOPLE, hint="One on each line.")
    where: str = described("Where are the children handed over?", FieldKind.LINE)
    by: tuple[str, ...] = described("Who hands them over, or is there?", FieldKind.PEOPLE, hint="One on each line.")
    messages: str = described(
        "How are messages about the children sent?",
        FieldKind.LINE,
        hint="One e-mail address or app used only for this leaves a record.",
    )
    since: dt.date | None = described("Since which day?", FieldKind.DAY)
    until: dt.date | None = described("Until which day, or when is it looked at again?", FieldKind.DAY)
    different: str = described(
        "What would make it calmer or safer?",
        FieldKind.TEXT,
        hint="A place with people, another adult, a contact centre. Advice first, before anything is changed.",
    )
    files: tuple[Attachment, ...] = described(
        "The order or agreement", FieldKind.FILES, hint="A photo or a copy. Your address may be on it."
    )
