"""Her home: what she described, what the rules find in it, and what is still missing; one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.home.gaps import Gap, Told, gaps
from daybook.domain.home.glance import Line, glance
from daybook.domain.home.look import Look, look
from daybook.domain.home.practice import prompts
from daybook.domain.records.home import Home, Room, WayOut
from daybook.domain.said import Said

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "home.1"
REHEARSAL = "rehearsal.1"
TOOL = "home"
OLDEST_CHILD = 17


class NoSuchRoomError(LookupError):
    """This room or way out is not on your plan any more. Open the plan of your home and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerHome:
    """Her home and everything that follows from it. `steps` are the things of her plan that this page does."""

    home: Home
    seen: Look
    glance: list[Line]
    gaps: list[Gap]
    prompts: list[Said]
    told: Told
    tries: list[Revision]
    steps: list[Item]
    person: Mapping[str, str]


def home_of(notebook: Notebook) -> Home:
    """Her home as she described it; an empty one before she did."""
    found: Home = notebook.one(Home)
    return found


def room_of(home: Home, room: str) -> Room:
    """The room with this id. Raises NoSuchRoomError."""
    for found in home.rooms:
        if found.id == room:
            return found
    raise NoSuchRoomError


def way_of(home: Home, way: str) -> WayOut:
    """The way out with this id. Raises NoSuchRoomError."""
    for found in home.ways_out:
        if found.id == way:
            return found
    raise NoSuchRoomError


def tries_of(notebook: Notebook) -> list[Revision]:
    """The ways out she tried, the newest first."""
    return notebook.timeline([REHEARSAL])[::-1]


def her_home(notebook: Notebook, plan: HerPlan) -> HerHome:
    """Her home with what the rules find, in the light of what she told elsewhere."""
    home, tries = home_of(notebook), tries_of(notebook)
    seen = look(home)
    told = told_of(plan, tried=bool(tries))
    called = plan.words("{person}"), plan.words("{Person}")
    return HerHome(
        home=home,
        seen=seen,
        glance=glance(home, seen),
        gaps=gaps(home, seen, told),
        prompts=prompts(told.ages),
        told=told,
        tries=tries,
        steps=[item for item in plan.items if item.action.tool == TOOL and item.choice in ("open", "later", "done")],
        person={"person": called[0], "Person": called[1]},
    )


def told_of(plan: HerPlan, *, tried: bool) -> Told:
    """What she told elsewhere that matters for a way out."""
    return Told(
        ages=tuple(age for age in plan.answers.ages if age <= OLDEST_CHILD),
        weapons="weapons_around" in plan.facts,
        landline="has_landline" in plan.facts,
        mobile="has_mobile" in plan.facts,
        tried=tried,
    )


def change(notebook: Notebook, by: Callable[[Home], Home]) -> Home:
    """Keep her home as `by` changes it, over whatever another window kept a moment before."""
    return notebook.change(Home, by)
