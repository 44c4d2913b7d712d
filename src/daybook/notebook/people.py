"""The people around her and the codes she agreed with them: what she wrote, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.people.caution import Caution
from daybook.domain.people.closeness import knows_place
from daybook.domain.people.codes import cautions, missing
from daybook.domain.people.knowing import Cell, Risk, cell, risks, with_cell
from daybook.domain.people.told import Told, told_by
from daybook.domain.people.traces import better
from daybook.domain.records.code import Code
from daybook.domain.records.person import THINGS, Person
from daybook.guide.wording import render
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from daybook.domain.her_words import Voice
    from daybook.domain.said import Said
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

PERSON, CODE = "person.1", "code.1"
R = TypeVar("R", Person, Code)


@dataclass(frozen=True, slots=True, kw_only=True)
class HerCode:
    """A code with who knows it, what there is to think of, what is not said yet, and a way that leaves less behind."""

    record: str
    code: Code
    people: Mapping[str, Person]
    cautions: list[Caution]
    missing: list[Said]
    better: Said | None

    @property
    def names(self) -> str:
        """Who knows it, in a list."""
        return ", ".join(person.name for person in self.people.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoKnows:
    """People and confidential things: which things are shown, and the risks, by rule and by cell."""

    people: Mapping[str, Person]
    things: tuple[tuple[str, str], ...]
    risks: list[Risk]

    def cell(self, record: str, thing: str) -> Cell:
        """The state of one cell."""
        return cell(self.people[record], thing)

    def says(self, record: str, thing: str) -> Cell | Literal["near"]:
        """What a cell says: its state; "near" for a neighbour, who knows the place without being told."""
        state = self.cell(record, thing)
        return "near" if thing == "address" and state == "no" and knows_place(self.people[record]) else state

    def rules(self, record: str, thing: str) -> list[str]:
        """The rules that give one cell a reason for care."""
        return [risk.rule for risk in self.risks if risk.person == record and thing in risk.things]


def people_of(notebook: Notebook) -> dict[str, Person]:
    """Everybody in her list by id, in the order she added them; who is set aside too."""
    return {revision.record: revision.body for revision in notebook.timeline([PERSON])}


def person_of(notebook: Notebook, record: str) -> Person:
    """One of them. Raises NoSuchRecordError."""
    found = notebook.latest(record).body
    if not isinstance(found, Person):
        raise NoSuchRecordError
    return found


def codes_of(notebook: Notebook, told: Told) -> list[HerCode]:
    """Her codes in the order she agreed them, those no longer used at the end."""
    people = people_of(notebook)
    codes = {revision.record: revision.body for revision in notebook.timeline([CODE])}
    found = [_her_code(record, codes, people, told) for record in codes]
    return sorted(found, key=lambda her: bool(her.code.stopped))


def code_of(notebook: Notebook, record: str, told: Told) -> HerCode:
    """One of her codes. Raises NoSuchRecordError."""
    for her in codes_of(notebook, told):
        if her.record == record:
            return her
    raise NoSuchRecordError


def _her_code(record: str, codes: Mapping[str, Code], people: Mapping[str, Person], told: Told) -> HerCode:
    code = codes[record]
    knowing = {whom: people[whom] for whom in code.whom if whom in people}
    others = [other for name, other in codes.items() if name != record]
    return HerCode(
        record=record,
        code=code,
        people=knowing,
        cautions=cautions(code, [*knowing.values()], told, others),
        missing=missing(code, [*knowing.values()]),
        better=better(code, told),
    )


def who_knows(notebook: Notebook, plan: HerPlan) -> WhoKnows:
    """The people who are not set aside, and the things that fit what she told. What somebody was told always fits."""
    people = {record: person for record, person in people_of(notebook).items() if not person.aside}
    spoken_of = {thing for person in people.values() for thing in (*person.knows, *person.to_tell)}
    fits = {
        "school": not plan.facts or "has_children" in plan.facts,
        "work": not plan.facts or bool(plan.facts & {"has_job", "is_student", "company_officer"}),
    }
    found = risks(people)
    spoken_of |= {thing for risk in found for thing in risk.things}
    things = tuple((thing, words) for thing, words in THINGS if fits.get(thing, True) or thing in spoken_of)
    return WhoKnows(people=people, things=things, risks=found)


def mark(notebook: Notebook, record: str, before: Mapping[str, Cell], now: Mapping[str, Cell]) -> None:
    """Keep what changed between two states of a person's cells; a cell left alone keeps what another window said."""

    def by(person: Person) -> Person:
        for thing, state in now.items():
            if state != before.get(thing):
                person = with_cell(person, thing, state)
        return person

    _change(notebook, record, Person, by)


def set_aside(notebook: Notebook, record: str, *, aside: bool) -> None:
    """Leave a person out for now, or bring them back. Raises NoSuchRecordError."""
    _change(notebook, record, Person, lambda person: replace(person, aside="aside" if aside else ""))


def stop(notebook: Notebook, record: str, *, stopped: bool) -> None:
    """Keep that a code is no longer used, or is again. Raises NoSuchRecordError."""
    _change(notebook, record, Code, lambda code: replace(code, stopped="stopped" if stopped else ""))


def tried(notebook: Notebook, record: str, day: date) -> None:
    """Keep that a code was tried on this day. Raises NoSuchRecordError."""
    when = Happened(how="exact", start=PartialDate(year=day.year, month=day.month, day=day.day))
    _change(notebook, record, Code, lambda code: replace(code, tried=when))


def told_in(plan: HerPlan) -> Told:
    """What her answers say about her phone and her home."""
    return told_by(plan.facts)


def looks_done(item: Item, people: Iterable[Person]) -> bool:
    """Whether what she noted about people is what a thing of her plan asks for, by the ledger ids it serves.

    W3: a number she carries or knows. W7: whether each one is close was said. W5: somebody who calls or opens the
    door. Else (R6, W20): somebody was told something. It is hers to say that it is done.
    """
    here, serves = [person for person in people if not person.aside], item.action.serves
    if "W3" in serves:
        return any(person.carry in ("heart", "card", "disguised") for person in here)
    if "W7" in serves:
        return bool(here) and all(person.close for person in here)
    if "W5" in serves:
        return any({"call-999", "door", "stay"} & set(person.does) for person in here)
    return any(person.knows for person in here)


def steps_of_tool(plan: HerPlan, *tools: str) -> list[Item]:
    """The open things of her plan that these tools do, in order."""
    return [item for item in plan.chosen("open") if item.action.tool in tools]


def spoken(plan: HerPlan, said: Said, speak: Callable[[str], str] = str, *, voice: Voice = "yours") -> str:
    """A sentence in the words she chose for the person harming her. `speak` translates."""
    # A name may hold a per cent sign, and the sentence is still to be filled in.
    wording = replace(plan.wording, name=plan.wording.name.replace("%", "%%"))
    return said.said({}, lambda words: render(speak(words), wording, plan.pack, voice=voice), speak("%s and %s"))


def _change(notebook: Notebook, record: str, cls: type[R], by: Callable[[R], R]) -> None:
    """Amend a record of this class by `by`, over whatever another window kept a moment before."""
    if not isinstance(notebook.latest(record).body, cls):
        raise NoSuchRecordError
    notebook.amend(record, by)
