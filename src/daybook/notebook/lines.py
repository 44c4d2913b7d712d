"""Who she can talk to: the few lines that fit her, with a number that can be rung."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.guide.directory import services_for

if TYPE_CHECKING:
    from daybook.guide.service import Service, Way
    from daybook.notebook.plans import HerPlan

TALK = "talk"
REFUGE = "refuge"
FOR_HER: dict[str, str] = {
    "is_man": "men",
    "is_lgbt": "lgbt",
    "is_older": "older",
    "is_deaf": "deaf",
    "honour_abuse": "forced-marriage",
}
"""What else a line is looked for by, for what she told of herself."""
MOST = 4
ENOUGH = 2
FEW = 2
"""How many stand where there is room for little: on the page and on the paper for today."""
FOR_OTHERS = ("men", "lgbt")
"""What the lines beside are for, where one number would stand alone: it may be for women first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One helpline: its name, where it is for (empty where her nation is known), and the ways in that need no page."""

    name: str
    where: str
    for_whom: str
    ways: tuple[Way, ...]


def lines_for(plan: HerPlan) -> list[Line]:
    """The lines for what she told of herself, then the one of her nation; of every nation where it is not known."""
    nation_known = any(f"in_{nation}" in plan.facts for nation in plan.pack.cover.nations)
    found: dict[str, Service] = {}
    for fact, need in FOR_HER.items():
        if fact in plan.facts:
            found |= _widest(plan, need)
    wide = [service for service in services_for(plan.pack, plan.facts, REFUGE) if TALK in service.needs]
    found |= {service.id: service for service in wide}
    if sum(1 for service in found.values() if _rung(service)) < ENOUGH:
        for need in FOR_OTHERS:
            found |= _widest(plan, need)
    lines = [
        Line(
            name=plan.words(service.name),
            where="" if nation_known else _where(plan, service),
            for_whom=plan.words(service.for_whom).strip(),
            ways=_rung(service),
        )
        for service in found.values()
    ]
    return [line for line in lines if line.ways][: MOST if nation_known else None]


def _rung(service: Service) -> tuple[Way, ...]:
    """The ways in that need no page."""
    return tuple(way for way in service.ways if way.kind in ("phone", "text"))


def _widest(plan: HerPlan, need: str) -> dict[str, Service]:
    """The service to talk to about this that serves the most nations, by its id."""
    fitting = [service for service in services_for(plan.pack, plan.facts, need) if TALK in service.needs]
    widest = max(fitting, key=lambda service: len(service.nations), default=None)
    return {widest.id: widest} if widest else {}


def _where(plan: HerPlan, service: Service) -> str:
    """The nation a service is for, as the question about it says; empty where it is for several."""
    if len(service.nations) != 1:
        return ""
    fact = f"in_{service.nations[0]}"
    labels = (option.label for question in plan.pack.questions for option in question.options if fact in option.facts)
    return next(labels, "")
