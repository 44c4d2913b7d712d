"""Papers that can be made again: which are lost, who makes a new one where she lives, and where it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.notebook.bag import NoSuchThingError
from daybook.notebook.nations import Where, by_nation, nation_of

if TYPE_CHECKING:
    from daybook.guide.thing import Again, Thing
    from daybook.notebook.bag import HerBag, Slot
    from daybook.notebook.plans import HerPlan, Item

TOOL = "papers-lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper: how it is made again by nation, hers alone where she has said; `lines` are those of her list."""

    thing: Thing
    label: str
    again: list[tuple[Where, Again]]
    lines: list[Slot]

    @property
    def is_lost(self) -> bool:
        """Whether she said so of one of them."""
        return any(slot.is_lost for slot in self.lines)


def papers_of(plan: HerPlan, bag: HerBag) -> list[Paper]:
    """Every paper that can be made again and is in her list, those that are lost first."""
    here = {slot.thing.id for slot in bag.slots if slot.thing}
    things = sorted(plan.pack.things.values(), key=lambda thing: (thing.order, thing.id))
    found = [_paper(plan, bag, thing) for thing in things if thing.again and thing.id in here]
    return sorted(found, key=lambda paper: not paper.is_lost)


def paper_of(plan: HerPlan, bag: HerBag, name: str) -> Paper:
    """One paper by its id, in her list or not. Raises NoSuchThingError."""
    thing = plan.pack.things.get(name)
    if thing is None or not thing.again:
        raise NoSuchThingError
    return _paper(plan, bag, thing)


def _paper(plan: HerPlan, bag: HerBag, thing: Thing) -> Paper:
    nation = nation_of(plan.pack, plan.facts)
    return Paper(
        thing=thing,
        label=plan.words(thing.label),
        again=[
            (where, again)
            for where, ways in by_nation(plan.pack, thing.again)
            for again in ways
            if not nation or nation in again.nations
        ],
        lines=[slot for slot in bag.slots if slot.thing is thing],
    )


def steps_of(plan: HerPlan, papers: list[Paper]) -> list[tuple[Item, bool]]:
    """The open things of her plan about lost papers; they look done once papers were noted and none is lost."""
    noted = any(slot.item for paper in papers for slot in paper.lines)
    is_done = noted and not any(paper.is_lost for paper in papers)
    return [(item, is_done) for item in plan.chosen("open") if item.action.tool == TOOL]
