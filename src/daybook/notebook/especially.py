"""What is in her plan because of what she told, and not because it is in everybody's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.guide.pack import Pack
    from daybook.notebook.plans import HerPlan, Item

COMMON = ("situation", "nation")
"""What these questions give is in nearly every plan: it makes nothing special."""


def especially(plan: HerPlan, items: Iterable[Item], most: int = 2) -> list[Item]:
    """At most `most` of these things that follow from the rarest of what she told, in the order of the plan.

    Each stands for something else she told; where she told nothing in particular there are none. It only points:
    the order of the plan stays what it is.
    """
    told = plan.facts - _common(plan.pack)
    asked_by = Counter(fact for action in plan.pack.actions.values() for fact in action.when.all)
    rarest = {
        item: min((asked_by[fact], fact) for fact in item.action.when.all if fact in told)
        for item in items
        if told.intersection(item.action.when.all)
    }
    chosen: list[Item] = []
    stood_for: set[str] = set()
    for item in sorted(rarest, key=lambda item: (rarest[item], item.position)):
        fact = rarest[item][1]
        if fact not in stood_for and len(chosen) < most:
            stood_for.add(fact)
            chosen.append(item)
    return sorted(chosen, key=lambda item: item.position)


def _common(pack: Pack) -> frozenset[str]:
    """The facts that the questions everybody answers can give."""
    options = (option for question in pack.questions if question.id in COMMON for option in question.options)
    return frozenset(fact for option in options for fact in option.facts)
