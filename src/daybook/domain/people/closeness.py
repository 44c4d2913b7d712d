"""Whether what somebody knows may reach the person harming her, and by which way."""

from __future__ import annotations

from daybook.domain.records.person import Person

KNOWS_THE_PLACE = ("neighbour",)
"""Who knows where she lives without being told."""


def is_close(person: Person) -> bool:
    """Whether she said that they are close to the person harming her, or in touch (R6, W7: friends in common)."""
    return person.close == "close"


def may_be_close(person: Person) -> bool:
    """Whether she is not sure of it. "Not sure" is taken on the careful side, and said as what it is."""
    return person.close == "unsure"


def phone_seen(person: Person) -> bool:
    """Whether the person harming her pays for their phone or looks at it, or may (R6, T06)."""
    return person.watched in ("pays", "looks", "unsure")


def knows_place(person: Person) -> bool:
    """Whether they know where she lives: because she told them, or because they live next door."""
    return "address" in person.knows or person.role in KNOWS_THE_PLACE
