"""The drawn plan: every room has its own place, and moving one loses none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.domain.home.changes import add_rooms
from daybook.domain.home.layout import STEPS, WIDEST, floors, nudge
from daybook.domain.records.home import Home
from tests.domain.home.made import homes

quickly = settings(max_examples=120, deadline=None)


def is_sound(home: Home) -> None:
    drawn = floors(home)
    assert sorted(room for floor in drawn for room in floor.cells) == sorted(room.id for room in home.rooms)
    for floor in drawn:
        cells = list(floor.cells.values())
        assert len(set(cells)) == len(cells)
        assert 1 <= floor.columns <= WIDEST
        assert min(column for column, _ in cells) == 0
        assert min(row for _, row in cells) == 0


@quickly
@given(homes(12))
def test_each_room_has_a_cell_of_its_own(home: Home) -> None:
    is_sound(home)
    assert floors(home) == floors(home)


@quickly
@given(homes(), st.lists(st.tuples(st.integers(0, 6), st.sampled_from(sorted(STEPS))), max_size=8))
def test_nudging_moves_rooms_and_changes_nothing_else(home: Home, moves: list[tuple[int, str]]) -> None:
    moved = home
    for number, direction in moves:
        moved = nudge(moved, f"r{number}", direction)  # type: ignore[arg-type]
        is_sound(moved)
    assert moved.doorways == home.doorways
    assert [(room.id, room.name) for room in moved.rooms] == [(room.id, room.name) for room in home.rooms]


@quickly
@given(homes(), st.sampled_from(sorted(STEPS)))
def test_there_and_back_is_where_it_was(home: Home, direction: str) -> None:
    room = home.rooms[0].id
    other = {"up": "down", "down": "up", "left": "right", "right": "left"}[direction]
    there = nudge(home, room, direction)  # type: ignore[arg-type]
    if there == home:
        return
    number = home.rooms[0].floor
    again = nudge(there, room, other)  # type: ignore[arg-type]
    before = next(floor.cells for floor in floors(home) if floor.number == number)
    after = next(floor.cells for floor in floors(again) if floor.number == number)
    assert before == after


def test_rooms_with_a_door_between_them_stand_side_by_side_where_they_can() -> None:
    home = add_rooms(Home(), ["hall", "living", "kitchen", "bathroom", "bedroom"], "k")
    (floor,) = floors(home)
    hall = floor.cells["k0"]
    away = [abs(c - hall[0]) + abs(r - hall[1]) for room, (c, r) in floor.cells.items() if room != "k0"]
    assert away == [1, 1, 1, 1]
