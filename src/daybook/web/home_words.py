"""What the rules found in a home, in her language and with her words for the person harming her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.home.layout import floors
from daybook.domain.home.speech import (
    cut_off_said,
    fire_said,
    name_of,
    out_name,
    place_said,
    reasons,
    second_said,
    way_cautions,
    way_said,
)
from daybook.domain.home.vocabulary import THINGS
from daybook.domain.said import Said
from daybook.web.home_drawing import FLOORS
from daybook.web.i18n import N_, _

AROUND = (
    (N_("left of it %(room)s"), -1, 0),
    (N_("right of it %(room)s"), 1, 0),
    (N_("above it %(room)s"), 0, -1),
    (N_("below it %(room)s"), 0, 1),
)
"""What can stand around a room on the drawing, with how far right and down that is."""

if TYPE_CHECKING:
    from daybook.domain.home.look import FromRoom
    from daybook.domain.home.ways import Way
    from daybook.domain.records.home import Doorway, Home, Room
    from daybook.notebook.homes import HerHome


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWords:
    """One room with everything there is from it, in sentences; `reasons` are those to keep away."""

    id: str
    name: str
    floor: int
    where: str
    is_lower: bool
    is_firm: bool
    reasons: list[str]
    place: str
    first: str
    first_id: str
    first_cautions: list[str]
    blocked: str
    second: str
    second_cautions: list[str]
    phone: str
    things: list[str]
    doors: list[str]
    ways: list[tuple[str, str]]


def speak(her: HerHome, said: Said) -> str:
    """One sentence in her language and words."""
    return said.said(her.person, _, _("%s and %s"))


def fires_for_page(her: HerHome) -> list[tuple[str, list[tuple[str, str]], str]]:
    """For each room a fire could begin in: its name, what changes elsewhere, and who is cut off."""
    found = []
    for fire in her.seen.fires:
        ways = [(name, speak(her, said)) for name, said in fire_said(her.home, her.seen, fire)]
        cut_off = cut_off_said(her.home, fire)
        found.append((name_of(her.home, fire.room), ways, speak(her, cut_off) if cut_off else ""))
    return found


def rooms_for_page(her: HerHome) -> list[RoomWords]:
    """Every room in sentences, in the order she named them."""
    return [_room(her, room, her.seen.from_room(room.id)) for room in her.home.rooms]


def _room(her: HerHome, room: Room, here: FromRoom) -> RoomWords:
    home, first = her.home, here.first
    return RoomWords(
        id=room.id,
        name=room.name,
        floor=room.floor,
        where=where_words(home, room),
        is_lower=room.id in her.seen.lower_risk,
        is_firm=her.seen.is_firm(room.id),
        reasons=[_(reason) for reason in reasons(her.seen.why_avoid(room.id))],
        place=speak(her, place_said(home, here)),
        first=speak(her, way_said(home, first)) if first else "",
        first_id=first.out.id if first else "",
        first_cautions=_cautions(her, first),
        blocked=out_name(home, first.out) if first else "",
        second=speak(her, second_said(home, here)),
        second_cautions=_cautions(her, here.second),
        phone=_phone(her, here),
        things=[_(dict(THINGS).get(thing, thing)) for thing in room.things],
        doors=[_door(home, room, door) for door in home.doorways if door.joins(room.id)],
        ways=[(way.id, out_name(home, way)) for way in home.ways_out if way.room == room.id],
    )


def _cautions(her: HerHome, way: Way | None) -> list[str]:
    return [speak(her, said) for said in way_cautions(her.home, way)] if way else []


def _phone(her: HerHome, here: FromRoom) -> str:
    if not here.phone:
        return ""
    return _("Here.") if len(here.phone) == 1 else name_of(her.home, here.phone[-1])


def _door(home: Home, room: Room, door: Doorway) -> str:
    """The room behind a door, and what there is to know of it: stairs, or that it is often locked."""
    other = door.beyond(room.id)
    beyond = next((found for found in home.rooms if found.id == other), None)
    about = []
    if beyond and beyond.floor > room.floor:
        about.append(_("up the stairs"))
    elif beyond and beyond.floor < room.floor:
        about.append(_("down the stairs"))
    if door.shut:
        about.append(_("often locked"))
    name = name_of(home, other)
    return _("%(room)s (%(about)s)", room=name, about=", ".join(about)) if about else name


def where_words(home: Home, room: Room) -> str:
    """The floor of a room, and what stands around it on the drawn plan."""
    floor = _(FLOORS.get(room.floor, ""))
    around = beside_words(home, room.id)
    return _("%(floor)s. On the drawing: %(around)s.", floor=floor, around=around) if around else f"{floor}."


def beside_words(home: Home, room: str) -> str:
    """What stands around a room on the drawn plan: "left of it Hall, below it Kitchen"; "" where nothing does."""
    cells = next((floor.cells for floor in floors(home) if room in floor.cells), {})
    if room not in cells:
        return ""
    column, row = cells[room]
    rooms = {cell: other for other, cell in cells.items()}
    found = []
    for words, right, down in AROUND:
        if other := rooms.get((column + right, row + down)):
            found.append(_(words) % {"room": name_of(home, other)})
    return ", ".join(found)


def put_aside_words(her: HerHome) -> list[tuple[str, str]]:
    """What she put aside and can bring back: the suggestion and its words."""
    names = {room.id: room.name for room in her.home.rooms}
    outs = {way.id: out_name(her.home, way) for way in her.home.ways_out}
    found = []
    for suggestion in her.home.aside:
        rule, _space, about = suggestion.partition(" ")
        name = outs.get(about, "") if rule == "way" else names.get(about, "")
        words = {
            "lower": _("As a lower-risk place: %(name)s", name=name),
            "avoid": _("As a room to keep away from: %(name)s", name=name),
            "way": _("As a way out: %(name)s", name=name),
        }
        if name:
            found.append((suggestion, words[rule]))
    return found
