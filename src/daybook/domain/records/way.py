"""A way she goes: what it passes, whether it is known, and where she could stop safely."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.records.routine import OVER

BY = (
    ("foot", "On foot"),
    ("bus", "By bus"),
    ("train", "By train or tram"),
    ("car", "By car"),
    ("taxi", "By taxi"),
    ("lift", "Somebody takes me"),
    ("bike", "By bike"),
    ("wheels", "By wheelchair or scooter"),
)
WAY_KNOWN = (("no", "No"), ("yes", "Yes"), ("guess", "{They} could guess it"), ("unsure", "Not sure"))
STOP_IS = (
    ("late", "Open late"),
    ("people", "People are about"),
    ("staff", "Staff who would help"),
    ("camera", "Cameras"),
    ("known", "Somebody there knows me"),
)


@record(
    "way.1",
    name="A way you go",
    plural="Ways you go",
    start="Add a way you go",
    title_field="name",
    order=82,
    serves=("W21",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to somewhere. Only a way said to be unknown to the person harming her counts as a fresh one."""

    name: str = described(
        "What do you call this way?", FieldKind.LINE, hint="By the park, the 42 bus, over the bridge.", required=True
    )
    known: str = described("Does {person} know it?", FieldKind.CHOICE, options=WAY_KNOWN, main=True)
    stop: str = described(
        "A safe stop on it",
        FieldKind.LINE,
        hint="Where you could go in: a shop, a station, a police station, a friend's door.",
        main=True,
    )
    stop_is: tuple[str, ...] = described("What is it like there?", FieldKind.CHOICES, options=STOP_IS)
    open_until: str = described("Open until", FieldKind.CLOCK, hint="Look once at the door: hours change.")
    by: str = described("How do you go?", FieldKind.CHOICE, options=BY)
    passes: tuple[str, ...] = described(
        "Which streets, stops or shops does it pass?", FieldKind.PEOPLE, hint="One on each line."
    )
    over: str = described("Is it still so?", FieldKind.CHOICE, options=OVER)
