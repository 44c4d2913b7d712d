"""The day she may go: what she told anywhere, put in order; one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from daybook.domain.home.glance import glance
from daybook.domain.home.look import look
from daybook.domain.leaving.day import Day, day
from daybook.domain.leaving.known import Child, Known, Thing, names
from daybook.domain.leaving.today import Now, today
from daybook.domain.people.closeness import is_close
from daybook.domain.records.bag_item import PLACES
from daybook.domain.records.leaving_day import LeavingDay
from daybook.domain.records.money import Money
from daybook.notebook.bag import bag_of
from daybook.notebook.children import children_of
from daybook.notebook.homes import home_of
from daybook.notebook.people import CODE, people_of, steps_of_tool

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daybook.domain.records.person import Person
    from daybook.domain.records.their_time import TheirTime
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "leaving-day.1"
TOOL = "leaving-day"
THEIR_TIME, PUT_BY = "their-time.1", "put-by.1"
PACKED, CARRIED, THE_BAG = "bag", "carry", "the-bag"


@dataclass(frozen=True, slots=True, kw_only=True)
class HerDay:
    """The day in order, the few lines for today, and what the page needs beside them.

    `times` are the regular times of the person harming her that she noted; `steps` what of her plan this page does.
    """

    known: Known
    day: Day
    today: list[Now]
    times: list[TheirTime]
    steps: list[Item]

    @property
    def told(self) -> LeavingDay:
        """What she told here."""
        return self.known.day


def her_day(notebook: Notebook, plan: HerPlan) -> HerDay:
    """The day as everything she told makes it. Raises TangledError."""
    known = known_of(notebook, plan)
    times = [revision.body for revision in notebook.timeline([THEIR_TIME])]
    return HerDay(
        known=known,
        day=day(known),
        today=today(known),
        times=[time for time in times if not time.over],
        steps=steps_of_tool(plan, TOOL),
    )


def known_of(notebook: Notebook, plan: HerPlan) -> Known:
    """What her answers, home, people, codes, bag, children and money say that matters for the day."""
    people, home = people_of(notebook), home_of(notebook)
    seen = {line.about: line.names for line in glance(home, look(home))}
    money: Money = notebook.one(Money)
    return Known(
        facts=frozenset(plan.facts),
        day=notebook.one(LeavingDay),
        people=people,
        codes=tuple(revision.body for revision in notebook.timeline([CODE])),
        outs=seen.get("out", ()),
        meet=seen.get("meet", ()),
        bag=tuple(_bag(notebook, plan)),
        children=tuple(_children(notebook, people)),
        cash=bool(money.on_her) or bool(notebook.count([PUT_BY])),
    )


def _bag(notebook: Notebook, plan: HerPlan) -> Iterator[Thing]:
    """What she has or has a copy of, the bag itself first; what is lost or not for her is no help on the day."""
    slots = bag_of(notebook, plan, datetime.now().astimezone().date()).slots
    for slot in sorted(slots, key=lambda slot: not (slot.item and slot.item.entry == THE_BAG)):
        item = slot.item
        if item is None or item.aside or not {"have", "copy"} & set(item.have):
            continue
        yield Thing(
            name=slot.label,
            where=", ".join(names(slot.keepers.values())) or item.where or dict(PLACES).get(item.place, ""),
            packed=slot.stage == PACKED,
            carried=slot.stage == CARRIED,
            close_keeper=any(map(is_close, slot.keepers.values())),
            used=item.used in ("yes", "unsure") and bool(item.place),
        )


def _children(notebook: Notebook, people: Mapping[str, Person]) -> Iterator[Child]:
    for child in children_of(notebook).values():
        if not child.aside:
            collects = names(people[record] for record in child.collects if record in people)
            yield Child(name=child.name, school=child.school, collects=(*collects, *child.collects_too))


def change(notebook: Notebook, by: Callable[[LeavingDay], LeavingDay]) -> LeavingDay:
    """Keep what she told of the day as `by` changes it, over whatever another window kept a moment before."""
    return notebook.change(LeavingDay, by)


def looks_done(item: Item, told: LeavingDay) -> bool:
    """Whether what she told is what a thing of her plan asks for. It is hers to say that it is done.

    X06 (the phone): she chose what happens with it. R13 (the time): when, and how sure. X15 (children), P37 (pets):
    she wrote what happens. Else: how she would go.
    """
    serves = {*item.action.serves, *item.action.statements}
    if "X06" in serves:
        return bool(told.phone)
    if "R13" in serves:
        return bool(told.out_from and told.sure)
    if "X15" in serves:
        return bool(told.children)
    return bool(told.pets) if "P37" in serves else bool(told.how)
