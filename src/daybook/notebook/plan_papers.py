"""A plan made together, as a paper: chosen groups and parts of it only, with or without her notes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from daybook.export.plan_paper import PlanLine, PlanPart, PlanWords, plan_paper
from daybook.export.words import PaperWords
from daybook.guide.action import GROUPS, Group
from daybook.guide.wording import render

if TYPE_CHECKING:
    from daybook.notebook.plans import HerPlan, Item


_OF_THE_SCREEN = re.compile(
    r"\b(Daybook|Shift|directory|notebook|this page|open (the|your|if-then)|here)\b", re.IGNORECASE
)
"""Steps that say this are about the program. On a paper they are of no use, and tell what else there is to find."""


class NothingChosenError(ValueError):
    """There is nothing of the plan in what you chose. Choose at least one part that holds something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoice:
    """What goes on the paper. Empty `sections` means every one. What is not for her never goes on it.

    The name she gave the person harming her is left out unless `name`: the relation or "the person harming you" stands.
    """

    groups: Collection[Group] = GROUPS
    sections: Collection[str] = ()
    notes: bool = False
    steps: bool = False
    done: bool = True
    name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPaperWords:
    """The words of the screen that the paper uses."""

    groups: tuple[tuple[Group, str], ...] = (("now", "Now"), ("soon", "Soon"), ("ready", "When you are ready"))
    states: tuple[tuple[str, str], ...] = (("done", "done"), ("later", "later"))
    noticed: tuple[tuple[str, str], ...] = (("maybe", "It could be noticed."), ("yes", "It would be noticed."))


def sections_of(plan: HerPlan) -> list[tuple[str, str]]:
    """The parts that hold something to print: id and title, in the pack's order."""
    held = {item.action.section for item in plan.items if item.choice != "not_for_me"}
    return [(section.id, plan.words(section.title)) for section in plan.pack.cover.sections if section.id in held]


def plan_on_paper(
    plan: HerPlan,
    choice: PlanChoice,
    *,
    words: PlanPaperWords | None = None,
    made: datetime | None = None,
) -> bytes:
    """The paper as PDF. It holds titles (and steps and notes, if chosen): no answer of hers, no address, no record.

    Raises NothingChosenError, PaperError.
    """
    words = words or PlanPaperWords()
    parts = [
        PlanPart(heading=heading, sections=sections)
        for group, heading in words.groups
        if group in choice.groups and (sections := _sections(plan, group, choice, words))
    ]
    if not parts:
        raise NothingChosenError
    return plan_paper(parts, words=PlanWords(), paper=PaperWords(), made=made or datetime.now(UTC))


def _sections(
    plan: HerPlan, group: Group, choice: PlanChoice, words: PlanPaperWords
) -> list[tuple[str, list[PlanLine]]]:
    found: dict[str, list[PlanLine]] = {section.id: [] for section in plan.pack.cover.sections}
    for item in plan.items:
        if item.group == group and _goes_on(item, choice):
            found[item.action.section].append(_line(plan, item, choice, words))
    titles = {section.id: plan.words(section.title) for section in plan.pack.cover.sections}
    return [(titles[section], lines) for section, lines in found.items() if lines]


def _goes_on(item: Item, choice: PlanChoice) -> bool:
    if item.choice == "not_for_me" or (item.choice == "done" and not choice.done):
        return False
    return not choice.sections or item.action.section in choice.sections


def _line(plan: HerPlan, item: Item, choice: PlanChoice, words: PlanPaperWords) -> PlanLine:
    wording = plan.wording if choice.name else replace(plan.wording, name="")
    return PlanLine(
        title=render(item.action.title, wording, plan.pack),
        steps=[render(step, wording, plan.pack) for step in _steps(item)] if choice.steps else (),
        state=dict(words.states).get(item.choice, ""),
        noticed=dict(words.noticed).get(item.action.noticed, ""),
        note=item.note if choice.notes else "",
    )


def _steps(item: Item) -> list[str]:
    return [step for step in item.action.steps if not _OF_THE_SCREEN.search(step)]
