"""Something she does at about the same time each week: when, where, by which way, and who could know."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

DAYS = (
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
)
"""In the order of the week, as every list of days here."""

OVER = (("over", "No, not any more"),)
"""What is over is kept, and counts no more."""

MOVES = (
    ("movable", "Yes, I could move it"),
    ("fixed", "No, it is fixed"),
    ("together", "No, and {person} is there too (to hand over a child, say)"),
)
KNOWN = (
    ("when", "The day and the time"),
    ("where", "The place"),
    ("guess", "{They} could guess it"),
)


@record(
    "routine.1",
    name="A time of your week",
    plural="Times of your week",
    start="Add a time of your week",
    title_field="what",
    order=80,
    serves=("W21",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One regular time of hers. `start` to `end` on each of `days`; an end before the start is on the next day."""

    what: str = described("What is it?", FieldKind.LINE, hint="Work, the school run, a class, shopping.", required=True)
    days: tuple[str, ...] = described("On which days?", FieldKind.CHOICES, options=DAYS, main=True)
    start: str = described("From", FieldKind.CLOCK, hint="Like 8:45 or 18:00.", main=True)
    end: str = described("To", FieldKind.CLOCK, hint="After midnight is fine. Empty counts as an hour.", main=True)
    place: str = described(
        "Where is it?",
        FieldKind.LINE,
        hint="A name you use for it is enough. Use the same name each time: places are compared by name.",
        main=True,
    )
    moves: str = described(
        "Could it be at another time?",
        FieldKind.CHOICE,
        options=MOVES,
        hint="With no answer it counts as fixed, and is not moved.",
    )
    known: tuple[str, ...] = described("What does {person} know of it?", FieldKind.CHOICES, options=KNOWN)
    ways: tuple[str, ...] = described("Which ways could you go?", FieldKind.RECORDS, of="way.1")
    other_days: tuple[str, ...] = described("On which other days could it be?", FieldKind.CHOICES, options=DAYS)
    earliest: str = described(
        "Not before", FieldKind.CLOCK, hint="If it can move. With both empty: up to two hours earlier or later."
    )
    latest: str = described("Over by", FieldKind.CLOCK, hint="The latest it may end.")
    other_place: str = described("Another place for it", FieldKind.LINE, hint="Another shop, another pool.")
    over: str = described("Is it still so?", FieldKind.CHOICE, options=OVER)
