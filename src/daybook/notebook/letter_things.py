"""What her letters can say, gathered from where she told it: for her letters, or in her people, children and record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from daybook.domain.fields import fields_of
from daybook.domain.letters.things import THINGS
from daybook.domain.records.child import Child
from daybook.domain.records.contact import Contact
from daybook.domain.records.letter_details import LetterDetails
from daybook.notebook.people import people_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

R = TypeVar("R")


def things_of(notebook: Notebook, plan: HerPlan) -> dict[str, str]:
    """Every confidential thing by its id, "" where it is not known, and `me`. Her words for letters come first."""
    details: LetterDetails = notebook.one(LetterDetails)
    told = {name: getattr(details, name) for name in fields_of(LetterDetails)}
    found = _told_elsewhere(notebook, plan)
    return {name: told.get(name) or found.get(name, "") for name in (*THINGS, "me")}


def keep_things(notebook: Notebook, plan: HerPlan, typed: Mapping[str, str]) -> None:
    """Keep what she typed for her letters. What is as she told it elsewhere stays there alone, and follows it."""
    now = things_of(notebook, plan)
    changed = {name: words for name, words in typed.items() if name in fields_of(LetterDetails) and words != now[name]}
    if changed:
        notebook.change(LetterDetails, lambda details: replace(details, **changed))


def _told_elsewhere(notebook: Notebook, plan: HerPlan) -> dict[str, str]:
    children = [child for child in _bodies(notebook, "child.1", Child) if not child.aside]
    with_police = [talk for talk in _bodies(notebook, "contact.1", Contact) if talk.whom == "police"]
    references = [talk.reference for talk in with_police if talk.reference]
    return {
        "person_name": plan.wording.name,
        "children": _list(child.full_name or child.name for child in children),
        "school": _list(child.school for child in children),
        "password": _list(child.password for child in children),
        "collectors": _list(_collectors(notebook, children)),
        "order": _list(_orders(plan)),
        "police": references[-1] if references else "",
        "calls": "\n".join(_call(talk) for talk in with_police),
    }


def _bodies(notebook: Notebook, kind: str, cls: type[R]) -> list[R]:
    return [revision.body for revision in notebook.timeline([kind]) if isinstance(revision.body, cls)]


def _collectors(notebook: Notebook, children: list[Child]) -> list[str]:
    """Who she said may collect a child; where she did not say, who agreed to collect the children."""
    people = {record: person for record, person in people_of(notebook).items() if not person.aside}
    named = [people[record].name for child in children for record in child.collects if record in people]
    named += [name for child in children for name in child.collects_too]
    return named or [person.name for person in people.values() if "children" in person.does]


def _orders(plan: HerPlan) -> list[str]:
    """The orders she said there are, as she picked them."""
    found = []
    for question in plan.pack.questions:
        for option in question.options:
            if "has_order" in option.facts and option.id in plan.answers.chosen.get(question.id, ()):
                words = plan.words(option.label, voice="hers")
                found.append(words[:1].lower() + words[1:])
    return found


def _call(talk: Contact) -> str:
    day = str(talk.happened)
    return f"{day[:1].upper()}{day[1:]}" + (f", reference {talk.reference}" if talk.reference else "")


def _list(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))
