"""What she has not told yet and could: in words, each with the page that asks for it. Nothing is counted or scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.domain.leaving.known import Known
from daybook.domain.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is not told. `page` is "day" for what this tool asks itself, else the id of another tool."""

    id: str
    said: Said
    page: str = "day"


def missing(known: Known) -> Iterator[Missing]:
    """What is not told, the most useful first (W13: when; X33: devices; W14: what comes along; W20: who knows)."""
    told, facts = known.day, known.facts
    at_school = any(child.school or child.collects for child in known.children)
    asked = (
        ("when", told.out_from and told.out_until, Said("When {person} is out, and for how long.")),
        ("sure", told.sure, Said("How sure that is.")),
        ("how", told.how, Said("How you would go.")),
        (
            "where",
            told.first_place or known.who("stay"),
            Said("Where you go first. A word that only you understand is enough."),
        ),
        ("phone", told.phone, Said("What happens with your phone. A worker can help you choose.")),
        (
            "children",
            told.children or at_school or not known.has_children,
            Said("Where each child is at that time, and who fetches them."),
        ),
        ("pets", told.pets or "has_pets" not in facts, Said("What happens with the pet.")),
        ("medicine", told.medicine or "takes_medication" not in facts, Said("Which medicine comes with you.")),
        ("told", told.tell_before or told.tell_after, Said("Who is told, and when.")),
        ("night", told.first_night, Said("Where you sleep the first night.")),
    )
    yield from (Missing(id=name, said=said) for name, is_told, said in asked if not is_told)
    elsewhere = (
        ("people", known.people, Said("Who is on your side. Nobody is in your list yet.")),
        ("bag", known.bag, Said("What is in your bag, and where it is.")),
        ("home", known.outs, Said("The ways out of your home, and where to meet.")),
    )
    yield from (Missing(id=name, said=said, page=name) for name, is_told, said in elsewhere if not is_told)
