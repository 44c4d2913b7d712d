"""The plan of a home as shapes for an SVG: boxes on a grid, doors between them, arrows to the outside."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.home.layout import Cell, Floor, floors
from daybook.domain.home.places import plain_ways
from daybook.domain.home.ways import own_ways
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from daybook.domain.home.look import Look
    from daybook.domain.records.home import Doorway, Home, Room

WIDE, HIGH, BETWEEN, EDGE = 136, 128, 24, 28
"""Units of the drawing: a room, the gap between rooms, and the rim that arrows stand in."""
LINE, LETTERS = 25, 9
FLOORS = {-1: N_("Below"), 0: N_("Where you come in"), 1: N_("One floor up"), 2: N_("Two floors up")}
_SHORT = {"phone": N_("phone"), "mobile": N_("mobile"), "keys": N_("keys"), "coat": N_("coat")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One room: where it is, how it is drawn ("lower", "away" or ""), and its lines of words.

    Each line is its words, how far down it stands, and whether it is part of the name.
    """

    room: str
    x: int
    y: int
    look: str
    chosen: bool
    lines: list[tuple[str, int, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One floor: its size, its boxes, and the paths of open doors, doors often locked, far doors, and ways out."""

    title: str
    width: int
    height: int
    boxes: list[Box]
    doors: list[str]
    shut: list[str]
    far: list[str]
    ways: list[str]


def drawings(home: Home, seen: Look, chosen: str = "") -> list[Drawing]:
    """Each floor as a drawing, the highest first. `chosen` is the room to be moved."""
    found = []
    for floor in floors(home):
        rooms = {room.id: room for room in home.rooms if room.id in floor.cells}
        boxes = [
            Box(
                room=name,
                x=_left(floor.cells[name]),
                y=_top(floor.cells[name]),
                look="lower" if name in seen.lower_risk else "away" if seen.is_firm(name) else "",
                chosen=name == chosen,
                lines=_lines(room.name, list(_marks(home, seen, room, floor))),
            )
            for name, room in rooms.items()
        ]
        doors = [door for door in home.doorways if door.one in floor.cells and door.other in floor.cells]
        near = [door for door in doors if _are_beside(floor, door)]
        found.append(
            Drawing(
                title=_(FLOORS.get(floor.number, FLOORS[2])),
                width=2 * EDGE + floor.columns * (WIDE + BETWEEN) - BETWEEN,
                height=2 * EDGE + floor.rows * (HIGH + BETWEEN) - BETWEEN,
                boxes=boxes,
                doors=[_opening(floor, door) for door in near],
                shut=[_bar(floor, door) for door in near if door.shut],
                far=[_round(floor.cells[door.one], floor.cells[door.other]) for door in doors if door not in near],
                ways=[arrow for name in rooms if (arrow := _arrow(home, floor, name))],
            )
        )
    return found


def _lines(name: str, marks: list[str]) -> list[tuple[str, int, bool]]:
    """The words of a room, in the middle of it from top to bottom."""
    names = textwrap.wrap(name, LETTERS, max_lines=2, placeholder=" …", break_long_words=False)
    words = [*names, *marks]
    top = (HIGH - LINE * len(words)) // 2 + LINE - 6
    return [(line, top + LINE * number, number < len(names)) for number, line in enumerate(words)]


def _marks(home: Home, seen: Look, room: Room, floor: Floor) -> Iterator[str]:
    """At most two short lines: what the room is for a way out, and what is kept here."""
    if seen.is_firm(room.id):
        yield _("keep away")
    elif plain_ways(home, room.id):
        yield _("way out")
    elif own_ways(home, room.id):
        yield _("last way")
    elif seen.why_avoid(room.id):
        yield _("move on")
    things = [_(_SHORT[thing]) for thing in room.things if thing in _SHORT]
    if any(door.joins(room.id) and door.beyond(room.id) not in floor.cells for door in home.doorways):
        things.append(_("stairs"))
    if things:
        yield ", ".join(things[:2])


def _left(cell: Cell) -> int:
    return EDGE + cell[0] * (WIDE + BETWEEN)


def _top(cell: Cell) -> int:
    return EDGE + cell[1] * (HIGH + BETWEEN)


def _are_beside(floor: Floor, door: Doorway) -> bool:
    (c, r), (d, s) = floor.cells[door.one], floor.cells[door.other]
    return abs(c - d) + abs(r - s) == 1


def _opening(floor: Floor, door: Doorway) -> str:
    """Two short walls across the gap between two rooms that stand side by side, as a closed path."""
    one, other = sorted((floor.cells[door.one], floor.cells[door.other]))
    if one[1] == other[1]:
        x, y = _left(one) + WIDE, _top(one) + HIGH // 2
        return f"M{x - 2} {y - 16}h{BETWEEN + 4}v32h-{BETWEEN + 4}z"
    x, y = _left(one) + WIDE // 2, _top(one) + HIGH
    return f"M{x - 16} {y - 2}v{BETWEEN + 4}h32v-{BETWEEN + 4}z"


def _bar(floor: Floor, door: Doorway) -> str:
    """The bar across a door that is often locked."""
    one, other = sorted((floor.cells[door.one], floor.cells[door.other]))
    if one[1] == other[1]:
        return f"M{_left(one) + WIDE + BETWEEN // 2} {_top(one) + HIGH // 2 - 24}v48"
    return f"M{_left(one) + WIDE // 2 - 24} {_top(one) + HIGH + BETWEEN // 2}h48"


def _round(one: Cell, other: Cell) -> str:
    """A line through the gaps from one room to another that does not stand beside it."""
    (c, r), (d, s) = one, other
    half = BETWEEN // 2
    x, y, gx, gy = _left(one) + WIDE // 2, _top(one) + HIGH // 2, _left(other) + WIDE // 2, _top(other) + HIGH // 2
    if r == s:
        below = _top(one) + HIGH
        return f"M{x} {below}V{below + half}H{gx}V{below}"
    if c == d:
        beyond = _left(one) + WIDE
        return f"M{beyond} {y}H{beyond + half}V{gy}H{beyond}"
    edge, lane = (_top(one) + HIGH, _top(one) + HIGH + half) if s > r else (_top(one), _top(one) - half)
    side, beside = (_left(other), _left(other) - half) if d > c else (_left(other) + WIDE, _left(other) + WIDE + half)
    return f"M{x} {edge}V{lane}H{beside}V{gy}H{side}"


def _arrow(home: Home, floor: Floor, name: str) -> str:
    """An arrow from a room with a way out to the outside, on a side where no room stands; "" where there is none."""
    if not own_ways(home, name):
        return ""
    column, row = floor.cells[name]
    x, y, taken = _left((column, row)), _top((column, row)), set(floor.cells.values())
    if (column, row + 1) not in taken:
        return f"M{x + WIDE // 2} {y + HIGH - 6}v26m-9 -10l9 10l9 -10"
    if (column, row - 1) not in taken:
        return f"M{x + WIDE // 2} {y + 6}v-26m-9 10l9 -10l9 10"
    if (column - 1, row) not in taken:
        return f"M{x + 6} {y + HIGH // 2}h-26m10 -9l-10 9l10 9"
    if (column + 1, row) not in taken:
        return f"M{x + WIDE - 6} {y + HIGH // 2}h26m-10 -9l10 9l-10 9"
    return ""
