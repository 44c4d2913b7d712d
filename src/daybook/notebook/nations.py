"""Where things hold: the nations of the pack, hers if she has said, and entries put together by where they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from daybook.guide.pack import Pack
    from daybook.guide.question import Question
    from daybook.notebook.plans import HerPlan


class Placed(Protocol):
    """Anything that holds in some nations."""

    @property
    def nations(self) -> tuple[str, ...]:
        """The ids of the nations, as the pack names them."""


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Where:
    """Some nations by their names, in the pack's order. `everywhere`: all there are, together `title`."""

    names: tuple[str, ...]
    everywhere: bool
    title: str


def nation_of(pack: Pack, facts: Collection[str]) -> str:
    """The nation she said she lives in; "" where she has not said, or lives in none of them."""
    return next((nation for nation in pack.cover.nations if f"in_{nation}" in facts), "")


def question_of(pack: Pack) -> Question | None:
    """The question that asks for her nation."""
    facts = {f"in_{nation}" for nation in pack.cover.nations}
    return next((question for question in pack.questions if question.gives & facts), None)


def lives_elsewhere(plan: HerPlan) -> bool:
    """Whether she said that she lives in none of the pack's nations."""
    question = question_of(plan.pack)
    return bool(question and question.id in plan.answers.chosen and not nation_of(plan.pack, plan.facts))


def where(pack: Pack, nations: Collection[str]) -> Where:
    """These nations by name, as the question about them says it."""
    question = question_of(pack)
    labels = {fact: option.label for option in (question.options if question else ()) for fact in option.facts}
    known = [nation for nation in pack.cover.nations if nation in nations]
    names = tuple(labels.get(f"in_{nation}", nation) for nation in known)
    return Where(names, everywhere=len(known) == len(pack.cover.nations), title=pack.cover.title)


def by_nation(pack: Pack, entries: Iterable[P]) -> list[tuple[Where, list[P]]]:
    """Entries by where they hold: those of one nation first, in the pack's order, those of all of them last."""
    found: dict[tuple[str, ...], list[P]] = {}
    order = list(pack.cover.nations)
    for entry in entries:
        nations = tuple(sorted((n for n in entry.nations if n in order), key=order.index))
        found.setdefault(nations, []).append(entry)
    groups = sorted(found, key=lambda nations: (len(nations), [order.index(nation) for nation in nations]))
    return [(where(pack, nations), found[nations]) for nations in groups]
