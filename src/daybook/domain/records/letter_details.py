"""What her letters can say, written down once; each letter says only what she releases to its reader."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record


@record("letter-details.1", listed=False, name="What letters can say", serves=("W22", "W23", "W26"))
@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDetails:
    """Her words for the confidential things of `domain/letters/things.py`, by their ids; `me` is the name below."""

    me: str = described("Your name, as the reader knows it", FieldKind.LINE)
    person_name: str = described("The name of the person harming you", FieldKind.LINE)
    phone: str = described("Your phone number", FieldKind.LINE)
    email: str = described("Your e-mail address", FieldKind.LINE)
    address: str = described("Where you live now", FieldKind.TEXT)
    old_address: str = described("The address they have of you", FieldKind.TEXT)
    children: str = described("The children's names", FieldKind.LINE)
    school: str = described("The children's school or nursery", FieldKind.LINE)
    work: str = described("Where you work or study", FieldKind.LINE)
    collectors: str = described("Who may collect the children", FieldKind.LINE)
    password: str = described("The password for collecting the children", FieldKind.LINE)
    order: str = described("Which court order you have", FieldKind.LINE)
    order_details: str = described("The court, the number and the dates of the order", FieldKind.TEXT)
    police: str = described("Your police reference", FieldKind.LINE)
    plan: str = described("What you plan", FieldKind.TEXT)
