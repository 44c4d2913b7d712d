"""What holds for every home there could be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.domain.home.look import fire_in, look
from daybook.domain.home.places import is_small, lower_risk, own_ways
from daybook.domain.home.ways import Way, beside, is_open, room_of, second_way, ways_out
from daybook.domain.records.home import Doorway, Home, Room, WayOut
from tests.domain.home.made import homes

quickly = settings(max_examples=100, deadline=None)


def can_be_walked(home: Home, way: Way) -> bool:
    steps = zip(way.rooms, way.rooms[1:], strict=False)
    return all(after in set(beside(home, before)) for before, after in steps) and way.rooms[-1] == way.out.room


@quickly
@given(homes())
def test_a_lower_risk_place_has_a_way_out_of_its_own_and_no_listed_hazard(home: Home) -> None:
    for name in lower_risk(home):
        room = room_of(home, name)
        assert room.hazards == ()
        assert not is_small(room)
        assert room.lock not in ("outside", "both")
        ways = own_ways(home, name)
        assert any(way.opens in ("freely", "key-near") for way in ways)
        assert all(way.height != "high" and way.leads not in ("closed", "unsure") for way in ways)


@quickly
@given(homes())
def test_a_lower_risk_place_is_never_one_to_keep_away_from(home: Home) -> None:
    seen = look(home)
    assert not {one.room for one in seen.avoid} & set(seen.lower_risk)
    assert not (seen.lower_risk and seen.nearest)


@quickly
@given(homes(), st.data())
def test_what_is_blocked_never_appears_in_a_way_out(home: Home, data: st.DataObject) -> None:
    rooms, outs = [room.id for room in home.rooms], [out.id for out in home.ways_out]
    closed = frozenset(data.draw(st.sets(st.sampled_from(rooms), max_size=3)))
    blocked = frozenset(data.draw(st.sets(st.sampled_from(outs)))) if outs else frozenset()
    start = data.draw(st.sampled_from(rooms))
    for from_fire in (False, True):
        for way in ways_out(home, start, closed=closed, blocked=blocked, from_fire=from_fire):
            assert way.out.id not in blocked
            assert not set(way.rooms[1:]) & (closed - {start})
            assert way.rooms[0] == start
            assert can_be_walked(home, way)
            assert is_open(home, way.out)
            if way.out.opens == "key-elsewhere":
                assert way.key_from in way.rooms


@quickly
@given(homes())
def test_a_second_way_is_another_one_and_not_past_the_one_who_blocks(home: Home) -> None:
    for here in look(home).rooms:
        if here.first and here.second:
            assert here.second.out != here.first.out
            if here.first.out.room != here.room:
                assert here.first.out.room not in here.second.rooms
        if here.first is None:
            assert ways_out(home, here.room) == []


@quickly
@given(homes())
def test_no_way_leads_through_the_fire(home: Home) -> None:
    for room in home.rooms:
        fire = fire_in(home, room.id)
        assert set(fire.ways) | set(fire.cut_off) == {other.id for other in home.rooms} - {room.id}
        for way in fire.ways.values():
            assert room.id not in way.rooms


@quickly
@given(homes())
def test_every_way_there_could_be_is_found(home: Home) -> None:
    """Against the plainest search there is: spread over every open door until nothing new is reached."""
    for room in home.rooms:
        reached, last = {room.id}, set[str]()
        while reached != last:
            last = set(reached)
            reached |= {other for one in last for other in beside(home, one)}
        wanted = {
            out.id
            for out in home.ways_out
            if out.room in reached
            and is_open(home, out)
            and out.leads not in ("closed", "unsure")
            and (out.opens != "key-elsewhere" or out.key_room in reached)
        }
        assert {way.out.id for way in ways_out(home, room.id)} == wanted


@quickly
@given(homes(), st.data())
def test_one_more_blocked_door_never_opens_a_way(home: Home, data: st.DataObject) -> None:
    if not home.doorways:
        return
    which = data.draw(st.sampled_from(range(len(home.doorways))))
    doors = [replace(door, shut=door.shut or number == which) for number, door in enumerate(home.doorways)]
    narrower = replace(home, doorways=tuple(doors))
    for room in home.rooms:
        before = {way.out.id for way in ways_out(home, room.id)}
        assert {way.out.id for way in ways_out(narrower, room.id)} <= before


@quickly
@given(homes())
def test_what_is_not_for_her_is_not_offered_again(home: Home) -> None:
    seen = look(home)
    for place in seen.lower_risk:
        assert place not in look(replace(home, aside=(*home.aside, f"lower {place}"))).lower_risk
    for one in seen.avoid:
        assert not look(replace(home, aside=(*home.aside, f"avoid {one.room}"))).why_avoid(one.room)
    for out in home.ways_out:
        without = replace(home, aside=(*home.aside, f"way {out.id}"))
        assert all(way.out != out for room in home.rooms for way in ways_out(without, room.id))


STRAIGHT = Home(
    rooms=tuple(Room(id=name, name=name) for name in ("a", "b", "c")),
    doorways=(Doorway(one="a", other="b"), Doorway(one="b", other="c")),
    ways_out=(WayOut(id="w1", room="c"),),
)


def test_a_way_goes_round_what_could_hurt_when_there_is_another() -> None:
    kitchen = Room(id="k", name="k", kind="kitchen", hazards=("knives",))
    home = replace(
        STRAIGHT,
        rooms=(*STRAIGHT.rooms, kitchen),
        doorways=(*STRAIGHT.doorways, Doorway(one="a", other="k"), Doorway(one="k", other="c")),
    )
    assert ways_out(home, "a")[0].rooms == ("a", "b", "c")
    shut = replace(home, doorways=tuple(replace(door, shut=door.joins("b")) for door in home.doorways))
    assert ways_out(shut, "a")[0].rooms == ("a", "k", "c")


@pytest.mark.parametrize("change", [{"opens": "not-mine"}, {"opens": "stuck"}, {"opens": "unsure"}, {"height": "high"}])
def test_what_does_not_open_is_no_way_out(change: dict[str, str]) -> None:
    home = replace(STRAIGHT, ways_out=(replace(STRAIGHT.ways_out[0], **change),))
    assert ways_out(home, "a") == []
    assert lower_risk(home) == []


@pytest.mark.parametrize(("level", "offered"), [(-1, True), (0, True), (1, True), (2, False)])
def test_a_window_two_floors_up_is_never_a_way_out(level: int, *, offered: bool) -> None:
    home = replace(STRAIGHT, level=level, ways_out=(WayOut(id="w1", room="c", kind="window"),))
    assert bool(ways_out(home, "a")) == offered
    assert lower_risk(home) == (["c"] if level <= 0 else [])


def test_a_closed_garden_counts_in_a_fire_only() -> None:
    home = replace(STRAIGHT, ways_out=(replace(STRAIGHT.ways_out[0], leads="closed"),))
    assert ways_out(home, "a") == []
    assert len(ways_out(home, "a", from_fire=True)) == 1


def test_a_key_in_another_room_is_fetched_on_the_way() -> None:
    home = replace(STRAIGHT, ways_out=(replace(STRAIGHT.ways_out[0], opens="key-elsewhere", key_room="a"),))
    (way,) = ways_out(home, "b")
    assert way.rooms == ("b", "a", "b", "c")
    assert way.key_from == "a"
    assert second_way(home, way) is None
