"""A time at which she knows, or thinks she knows, where the person harming her is."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.records.routine import DAYS, OVER

SURE = (("sure", "I know it"), ("think", "I think so"), ("changes", "It changes"))


@record(
    "their-time.1",
    name="A time of {person}",
    plural="Times of {person}",
    start="Add where {person} is, and when",
    title_field="what",
    order=81,
    serves=("W21",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class TheirTime:
    """One regular time of theirs, only from what she knows already. Nobody is asked to find out more."""

    what: str = described(
        "What is it?",
        FieldKind.LINE,
        hint="Work, the gym, contact with the children. Only what you know anyway: nothing here asks you to find out.",
        required=True,
    )
    days: tuple[str, ...] = described("On which days?", FieldKind.CHOICES, options=DAYS, main=True)
    start: str = described("From", FieldKind.CLOCK, hint="Like 8:45 or 18:00.", main=True)
    end: str = described("To", FieldKind.CLOCK, hint="After midnight is fine. Empty counts as an hour.", main=True)
    place: str = described(
        "Where is it?", FieldKind.LINE, hint="The same name as for a place of yours, if it is the same.", main=True
    )
    passes: tuple[str, ...] = described(
        "Which streets, stops or shops are on the way?", FieldKind.PEOPLE, hint="One on each line."
    )
    sure: str = described("How sure are you?", FieldKind.CHOICE, options=SURE)
    over: str = described("Is it still so?", FieldKind.CHOICE, options=OVER)
