"""Money put by, or taken out again: how much, and on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

WAYS = (("in", "I put it by"), ("out", "I took it out"))


@record(
    "put-by.1",
    name="Money put by",
    plural="Money put by",
    start="Note money put by",
    title_field="note",
    order=80,
    serves=("W17",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PutBy:
    """One time that she put money by. `amount` is in pence; where the money is, nobody asks."""

    amount: int | None = described("How much?", FieldKind.AMOUNT, hint="In pounds, like 5 or 2.50.", required=True)
    way: str = described("Was it put by, or taken out?", FieldKind.CHOICE, options=WAYS, main=True)
    day: date | None = described("On which day?", FieldKind.DAY, hint="It can stay empty.", main=True)
    note: str = described("A note", FieldKind.LINE, hint="From what it was left over, if that helps you.")
    place: str = described(
        "Where it is: best left empty",
        FieldKind.LINE,
        hint="If somebody made you open this notebook, they could read it here. "
        "Write it only if you might forget, and then as a hint that only you understand.",
    )
