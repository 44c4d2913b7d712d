"""Where each room stands on the drawn plan: a small grid for each floor, and how she moves a room on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from daybook.domain.home.ways import beside
from daybook.domain.records.home import Home, Room

WIDEST = 3
"""Columns: as many as can be read on a small phone."""
Cell = tuple[int, int]
"""(column, row)"""
Direction = Literal["up", "down", "left", "right"]
STEPS: Mapping[Direction, Cell] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """One floor: the cell of each room on it, counted from 0 at the top left, and how many columns and rows it has."""

    number: int
    cells: Mapping[str, Cell]

    @property
    def columns(self) -> int:
        """How many columns are used."""
        return max(column for column, _ in self.cells.values()) + 1

    @property
    def rows(self) -> int:
        """How many rows are used."""
        return max(row for _, row in self.cells.values()) + 1


def floors(home: Home) -> list[Floor]:
    """The floors with their rooms placed, the highest first. No two rooms share a cell; none is wider than WIDEST."""
    numbers = sorted({room.floor for room in home.rooms}, reverse=True)
    return [_placed(home, number) for number in numbers]


def _placed(home: Home, number: int) -> Floor:
    rooms = [room for room in home.rooms if room.floor == number]
    here = {room.id for room in rooms}
    cells: dict[str, Cell] = {}
    for room in rooms:
        cell = _own_cell(room)
        if cell and cell not in cells.values():
            cells[room.id] = cell
    for room in _from_the_middle(home, rooms):
        if room.id not in cells:
            joined = [cells[other] for other in beside(home, room.id) if other in here and other in cells]
            cells[room.id] = _best(cells.values(), joined)
    return Floor(number=number, cells=_from_zero(cells))


def _own_cell(room: Room) -> Cell | None:
    """Where she put it; a width that no phone can show is passed over."""
    if room.column is None or room.row is None or not (-WIDEST < room.column < WIDEST):
        return None
    return room.column, room.row


def _from_the_middle(home: Home, rooms: list[Room]) -> list[Room]:
    """The room with the most doors first, then by doors away from it; what is not joined comes last."""
    here = {room.id: room for room in rooms}
    order: list[Room] = []
    left = sorted(rooms, key=lambda room: -len([other for other in beside(home, room.id) if other in here]))
    while left:
        queue = [left[0].id]
        while queue:
            room = here[queue.pop(0)]
            if room in left:
                left.remove(room)
                order.append(room)
                queue += [other for other in beside(home, room.id) if other in here]
    return order


def _best(taken: Collection[Cell], joined: list[Cell]) -> Cell:
    """The free cell nearest to the rooms it has doors to, in a block no wider than WIDEST; of equals the upper left."""
    if not taken:
        return 0, 0
    left, right = min(c for c, _ in taken), max(c for c, _ in taken)
    top, bottom = min(r for _, r in taken), max(r for _, r in taken)
    columns = range(max(left - 1, right - WIDEST + 1), min(right + 1, left + WIDEST - 1) + 1)
    free = [(c, r) for c in columns for r in range(top - 1, bottom + 2) if (c, r) not in taken]
    near = joined or list(taken)

    def far(cell: Cell) -> tuple[int, int, int, Cell]:
        away = [abs(cell[0] - c) + abs(cell[1] - r) for c, r in near]
        wide = max(right, cell[0]) - min(left, cell[0])
        high = max(bottom, cell[1]) - min(top, cell[1])
        return sum(away) if joined else min(away), max(wide, high), wide, (cell[1], cell[0])

    return min(free, key=far)


def _from_zero(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    left, top = min(c for c, _ in cells.values()), min(r for _, r in cells.values())
    return {room: (c - left, r - top) for room, (c, r) in cells.items()}


def nudge(home: Home, room: str, direction: Direction) -> Home:
    """With a room one cell further, in exchange with the room that is there; the same home where the plan ends.

    Every room of its floor keeps its place from now on.
    """
    number = next((found.floor for found in home.rooms if found.id == room), None)
    floor = next((floor for floor in floors(home) if floor.number == number), None)
    if floor is None:
        return home
    cells = dict(floor.cells)
    before, (right, down) = cells[room], STEPS[direction]
    goal = before[0] + right, before[1] + down
    other = next((found for found, cell in cells.items() if cell == goal), None)
    cells[room] = goal
    if other:
        cells[other] = before
    columns = [column for column, _ in cells.values()]
    rows = [row for _, row in cells.values()]
    if max(columns) - min(columns) >= WIDEST or max(rows) - min(rows) >= len(cells) + 1:
        return home
    return _pinned(home, _from_zero(cells))


def _pinned(home: Home, cells: Mapping[str, Cell]) -> Home:
    rooms = (
        replace(room, column=cells[room.id][0], row=cells[room.id][1]) if room.id in cells else room
        for room in home.rooms
    )
    return replace(home, rooms=tuple(rooms))
