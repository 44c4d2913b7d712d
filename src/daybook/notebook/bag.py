"""Her bag: the things of the guidance that fit her, with what she noted about each, and things of her own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from daybook.domain.bag.cautions import cautions
from daybook.domain.bag.missing import missing
from daybook.domain.bag.readiness import Left, is_left, left
from daybook.domain.bag.reminders import reminders
from daybook.domain.bag.told import OLDEST, Told, told_by
from daybook.domain.records.bag_item import BagItem
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import people_of

if TYPE_CHECKING:
    from daybook.domain.people.caution import Caution
    from daybook.domain.records.person import Person
    from daybook.domain.said import Said
    from daybook.guide.thing import Thing
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "bag-item.1"
TOOL = "bag"
STAGES = ("carry", "bag", "leaving")
MARKS = ("have", "copy", "aside")
"""What can be ticked in the list itself."""


class NoSuchThingError(LookupError):
    """This is not in the list any more. Open the bag and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One line of the list: a thing of the guidance for her or a child, or one of her own, and what she noted of it.

    `thing` is None for her own, `item` None where she noted nothing; `record` is then "".
    """

    thing: Thing | None
    whom: str
    label: str
    record: str
    item: BagItem | None
    keepers: Mapping[str, Person]
    cautions: list[Caution]
    missing: list[Said]

    @property
    def id(self) -> str:
        """What a form calls this line."""
        return f"{self.thing.id} {self.whom}" if self.thing else self.record

    @property
    def stage(self) -> str:
        """When it is taken: as she said, else as the guidance says."""
        return (self.item.stage if self.item else "") or (self.thing.stage if self.thing else "bag")

    @property
    def is_paper(self) -> bool:
        """Whether a copy can stand in for it."""
        return self.thing.kind == "paper" if self.thing else True

    @property
    def is_aside(self) -> bool:
        """Whether it is not for her."""
        return bool(self.item and self.item.aside)

    @property
    def is_lost(self) -> bool:
        """Whether she said that it is lost or out of reach."""
        return bool(self.item and "lost" in self.item.have and not self.item.aside)

    @property
    def errand(self) -> str:
        """Where one gets it."""
        return self.thing.errand if self.thing else "home"

    @property
    def marks(self) -> tuple[str, ...]:
        """What is ticked."""
        if self.item is None:
            return ()
        ticked = {*self.item.have, *(["aside"] if self.item.aside else [])}
        return tuple(mark for mark in MARKS if mark in ticked)


@dataclass(frozen=True, slots=True, kw_only=True)
class HerBag:
    """Every line that fits her, in order. `children` are those whose age she told: (whom, age)."""

    slots: list[Slot]
    told: Told
    children: list[tuple[str, int]]
    reminders: list[Said]

    def of(self, stage: str) -> list[Slot]:
        """The lines of a stage that are for her."""
        return [slot for slot in self.slots if slot.stage == stage and not slot.is_aside]

    @property
    def aside(self) -> list[Slot]:
        """What is not for her."""
        return [slot for slot in self.slots if slot.is_aside]

    @property
    def careful(self) -> list[Slot]:
        """The lines with a reason for care."""
        return [slot for slot in self.slots if slot.cautions]

    def left(self, *stages: str) -> Left:
        """What is left of these stages."""
        return left((slot.item, slot.errand) for slot in self.slots if slot.stage in stages)

    def slot(self, name: str) -> Slot:
        """The line a form calls so, or the one of this record. Raises NoSuchThingError."""
        for slot in self.slots:
            if name and name in (slot.id, slot.record):
                return slot
        raise NoSuchThingError


def bag_of(notebook: Notebook, plan: HerPlan, today: date) -> HerBag:
    """The list as it is now, with what follows from it."""
    told = told_by(plan.facts, plan.answers.ages)
    noted = {revision.record: revision.body for revision in notebook.timeline([KIND])}
    people = people_of(notebook)
    slots = []
    for thing, whom in _offered(plan, noted.values(), told):
        record = next((name for name, item in noted.items() if (item.entry, item.whom) == (thing.id, whom)), "")
        slots.append(_slot(plan, (thing, whom), (record, noted.pop(record, None)), (people, told, today)))
    for record, item in noted.items():
        slots.append(_slot(plan, (None, item.whom), (record, item), (people, told, today)))
    children = [(whom, age) for whom, age in _children(told)]
    return HerBag(slots=slots, told=told, children=children, reminders=reminders(told))


def _children(told: Told) -> Iterator[tuple[str, int]]:
    yield from ((f"child-{number}", age) for number, age in enumerate(told.ages, start=1) if age <= OLDEST)


def _offered(plan: HerPlan, noted: Collection[BagItem], told: Told) -> Iterator[tuple[Thing, str]]:
    """Things with whom they are for: those that fit what she told, and those she noted something about."""
    known = {(item.entry, item.whom) for item in noted}
    for thing in sorted(plan.pack.things.values(), key=lambda thing: (thing.order, thing.id)):
        whoms = [""] if thing.whom in ("you", "each") else []
        if thing.whom in ("child", "each"):
            first, last = thing.ages
            whoms += [whom for whom, age in _children(told) if first <= age <= last]
        fits = thing.when.holds(plan.facts)
        others = sorted(whom for entry, whom in known if entry == thing.id and whom not in whoms)
        yield from ((thing, whom) for whom in (*whoms, *others) if fits or (thing.id, whom) in known)


def _slot(
    plan: HerPlan,
    about: tuple[Thing | None, str],
    noted: tuple[str, BagItem | None],
    beside: tuple[Mapping[str, Person], Told, date],
) -> Slot:
    (thing, whom), (record, item), (people, told, today) = about, noted, beside
    keepers = {name: people[name] for name in (item.keeper if item else ()) if name in people}
    return Slot(
        thing=thing,
        whom=whom,
        label=plan.words(thing.label) if thing else (item.what if item else ""),
        record=record,
        item=item,
        keepers=keepers,
        cautions=cautions(item, [*keepers.values()], told) if item else [],
        missing=missing(item, [*keepers.values()], today) if item else [],
    )


def tick(notebook: Notebook, slot: Slot, before: Collection[str], now: Collection[str]) -> None:
    """Keep what was ticked or taken back in one line. What was left alone keeps what another window said."""
    came, went = set(now) - set(before), set(before) - set(now)
    if not came | went:
        return

    def by(item: BagItem) -> BagItem:
        have = {*item.have, *(came & {"have", "copy"})} - (went & {"have", "copy"})
        if "have" in came:
            have -= {"lost"}
        aside = item.aside
        if "aside" in came | went:
            aside = "aside" if "aside" in came else ""
        return replace(item, have=tuple(sorted(have, key=("have", "copy", "lost").index)), aside=aside)

    _change(notebook, slot, by)


def looked(notebook: Notebook, slot: Slot, day: date) -> None:
    """Keep that she looked at it on this day."""
    _change(notebook, slot, lambda item: replace(item, checked=day))


def set_aside(notebook: Notebook, slot: Slot, *, aside: bool) -> None:
    """Keep that it is not for her, or that it is again."""
    _change(notebook, slot, lambda item: replace(item, aside="aside" if aside else ""))


def _change(notebook: Notebook, slot: Slot, by: Callable[[BagItem], BagItem]) -> None:
    """Amend the record of a line by `by`, or begin it, over whatever another window kept a moment before."""
    record = slot.record
    if not record and slot.thing:
        fresh = BagItem(what=slot.label, entry=slot.thing.id, whom=slot.whom)
        begun = notebook.save(by(fresh), key=f"{KIND} {slot.id}")
        record = begun.record
    if not isinstance(notebook.latest(record).body, BagItem):
        raise NoSuchRecordError
    notebook.amend(record, by)


def steps_of(plan: HerPlan, bag: HerBag) -> list[tuple[Item, bool]]:
    """The open things of her plan that the bag does, each with whether it looks done; hers to say that it is.

    Done is one whose own things are there or left out; one without things of its own when nothing is left in the bag.
    """
    found = []
    for item in plan.chosen("open"):
        if item.action.tool == TOOL:
            own = [slot for slot in bag.slots if slot.thing and item.id in slot.thing.actions]
            about = own or [slot for slot in bag.slots if slot.stage != "leaving"]
            begun = any(slot.item for slot in about)
            found.append((item, begun and not any(is_left(slot.item) for slot in about)))
    return found
