"""One thing about the home that she looked at: whether it is in place, who does it, when, with photos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

STATES = (
    ("done", "In place, or fine as it is"),
    ("to-do", "I would like this"),
    ("asked", "Asked for, waiting"),
    ("not", "Not for me"),
)


@record(
    "home-check.1",
    name="Something about your home",
    plural="Doors, locks and alarms",
    start="Note something about your home",
    title_field="what",
    order=62,
    serves=("R9", "W31", "X17", "X30"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCheck:
    """One look at the home. `what` is the title of a look from the guidance, or her own words for something else."""

    what: str = described(
        "What is it?",
        FieldKind.LINE,
        hint="As it is when it is done: “The back gate locks”.",
        required=True,
    )
    state: str = described("How is it now?", FieldKind.CHOICE, options=STATES, main=True)
    by: str = described(
        "Who does it, or did it?", FieldKind.LINE, hint="A name or a job: me, the landlord, the council.", main=True
    )
    day: date | None = described(
        "When?", FieldKind.DAY, hint="The day it was done, or is to be done. It may stay empty.", main=True
    )
    note: str = described(
        "Your own note", FieldKind.TEXT, hint="Who has a key, what was promised, what it cost. Codes are best not here."
    )
    photos: tuple[Attachment, ...] = described(
        "Photos", FieldKind.FILES, hint="Damage before it is mended, the new lock, a letter."
    )
