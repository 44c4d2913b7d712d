"""A place she keeps away from for now, and what she uses instead."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.records.routine import OVER

WHY = (
    ("together", "We used to go there together"),
    ("theirs", "{They_are} often there"),
    ("near", "It is near {them}"),
    ("friends", "People close to {them} are there"),
    ("alone", "It is lonely or dark"),
)


@record(
    "avoided-place.1",
    name="A place to avoid",
    plural="Places to avoid",
    start="Add a place to avoid",
    title_field="place",
    order=83,
    serves=("W21",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AvoidedPlace:
    """One place she would rather not be met at: a shop, a bank, a café, a street."""

    place: str = described("Which place?", FieldKind.LINE, hint="A shop, a bank, a café, a street.", required=True)
    why: tuple[str, ...] = described("Why?", FieldKind.CHOICES, options=WHY, main=True)
    instead: str = described("What you use instead", FieldKind.LINE, hint="Another branch, another day, a delivery.")
    note: str = described("More about it", FieldKind.TEXT)
    over: str = described("Is it still so?", FieldKind.CHOICE, options=OVER)
