"""Her week: what she told of it, where it comes together with theirs, what could change, and another week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from daybook.domain.records.week_aside import WeekAside
from daybook.domain.routine.gaps import Gap, gaps
from daybook.domain.routine.ideas import Idea, ideas
from daybook.domain.routine.overlaps import Overlap, at_avoided, overlaps
from daybook.domain.routine.vary import MOST_WEEKS, Varied, vary
from daybook.domain.routine.week import Week
from daybook.notebook.solver import MiniSat

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

MINE, THEIRS, WAY, AVOIDED = "routine.1", "their-time.1", "way.1", "avoided-place.1"
KINDS = (MINE, THEIRS, WAY, AVOIDED)
TOOL = "routine"


@dataclass(frozen=True, slots=True, kw_only=True)
class HerWeek:
    """Her week and what follows from it; `left_out` are the ideas put aside. `steps` are the things of her plan."""

    week: Week
    overlaps: list[Overlap]
    avoided: Mapping[str, str]
    ideas: list[Idea]
    left_out: list[Idea]
    gaps: list[Gap]
    steps: list[Item]
    facts: frozenset[str]
    person: Mapping[str, str]


def week_of(notebook: Notebook) -> Week:
    """Her week as she told it, without what is over."""
    aside: WeekAside = notebook.one(WeekAside)
    return Week(
        mine=_now(notebook, MINE),
        theirs=_now(notebook, THEIRS),
        ways=_now(notebook, WAY),
        avoided=_now(notebook, AVOIDED),
        aside=aside.aside,
    )


def _now(notebook: Notebook, kind: str) -> dict[str, Any]:
    """The records of a kind that are not over, by id, in the order she added them."""
    return {found.record: found.body for found in notebook.timeline([kind]) if not found.body.over}


def everything(notebook: Notebook) -> list[tuple[str, list[Revision]]]:
    """All she told about her week, what is over too, by kind."""
    return [(kind, notebook.timeline([kind])) for kind in KINDS]


def her_week(notebook: Notebook, plan: HerPlan) -> HerWeek:
    """Her week and what follows from it."""
    week = week_of(notebook)
    everything = ideas(replace(week, aside=()))
    return HerWeek(
        week=week,
        overlaps=overlaps(week),
        avoided=at_avoided(week),
        ideas=[idea for idea in everything if idea.id not in week.aside],
        left_out=[idea for idea in everything if idea.id in week.aside],
        gaps=gaps(week),
        steps=[item for item in plan.items if item.action.tool == TOOL and item.choice in ("open", "later", "done")],
        facts=plan.facts,
        person={"person": plan.words("{person}"), "Person": plan.words("{Person}")},
    )


def another(notebook: Notebook, turn: int) -> Varied:
    """Another week; each `turn` is another one, and they come round again. Raises TooHardError."""
    return vary(week_of(notebook), MiniSat, turn % MOST_WEEKS)


def leave_out(notebook: Notebook, idea: str, *, out: bool) -> None:
    """Leave an idea out for now, or bring it back. One that there is not is passed over."""
    if idea not in {found.id for found in ideas(replace(week_of(notebook), aside=()))}:
        return

    def by(kept: WeekAside) -> WeekAside:
        others = tuple(other for other in kept.aside if other != idea)
        return WeekAside(aside=(*others, idea) if out else others)

    notebook.change(WeekAside, by)
