"""Describing a home: quick beginnings, one room at a time, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybook.domain.home.changes import (
    add_rooms,
    put_aside,
    put_doors,
    put_room,
    put_way,
    quick,
    with_heard,
    without_room,
    without_way,
)
from daybook.domain.home.gaps import Told, gaps
from daybook.domain.home.glance import glance
from daybook.domain.home.look import climbs_for_children, look
from daybook.domain.home.practice import ANYONE, prompts
from daybook.domain.home.written import HomeFileError, read_home
from daybook.domain.records.home import Home, WayOut

HOUSE = add_rooms(Home(), ["hall", "landing", "living", "kitchen", "bedroom", "child-bedroom", "bathroom"], "k")


def doors(home: Home) -> set[frozenset[str]]:
    return {frozenset((door.one, door.other)) for door in home.doorways}


def test_common_rooms_come_with_their_likely_doors_floors_and_hazards() -> None:
    assert [room.floor for room in HOUSE.rooms] == [0, 1, 0, 0, 1, 1, 1]
    assert frozenset(("k0", "k1")) in doors(HOUSE)
    assert frozenset(("k1", "k4")) in doors(HOUSE)
    assert frozenset(("k0", "k3")) in doors(HOUSE)
    assert len(HOUSE.doorways) == 6
    assert HOUSE.rooms[3].hazards == ("knives", "hot")
    assert HOUSE.rooms[5].children
    assert HOUSE.guessed


def test_without_a_hall_the_living_room_is_the_middle_and_without_a_landing_nothing_is_upstairs() -> None:
    home = add_rooms(Home(), ["bathroom", "kitchen", "living", "bedroom"], "k")
    assert doors(home) == {frozenset(("k2", name)) for name in ("k0", "k1", "k3")}
    assert {room.floor for room in home.rooms} == {0}


def test_rooms_that_nothing_fits_open_to_the_first_one() -> None:
    assert doors(add_rooms(Home(), ["kitchen", "bathroom"], "k")) == {frozenset(("k0", "k1"))}


def test_the_same_form_twice_adds_nothing_twice_and_a_second_bedroom_has_its_own_name() -> None:
    again = add_rooms(HOUSE, ["hall", "landing"], "k")
    assert again.rooms == HOUSE.rooms
    more = add_rooms(HOUSE, ["bedroom", "nonsense"], "m")
    assert more.rooms[-1].name == "My bedroom 2"
    assert len(more.rooms) == len(HOUSE.rooms) + 1


def test_two_ticks_give_a_first_result() -> None:
    home = quick(HOUSE, level=0, doors=["k0", "k3"], windows=[], phones=["k2"])
    seen = look(home)
    assert seen.lower_risk == ("k0",)
    assert {line.about for line in glance(home, seen)} == {"go", "out", "away", "early", "phone"}
    assert climbs_for_children(home, seen) == []


def test_ticking_again_keeps_what_was_described() -> None:
    home = quick(HOUSE, level=0, doors=["k0"], windows=["k2"], phones=[])
    named = put_way(home, replace(home.ways_out[0], name="Front door", opens="key-near"))
    same = quick(named, level=1, doors=["k0"], windows=[], phones=["k0"])
    assert [way.name for way in same.ways_out] == ["Front door"]
    assert same.ways_out[0].opens == "key-near"
    assert same.rooms[0].things == ("phone",)
    assert quick(same, level=1, doors=["k0"], windows=[], phones=[]).rooms[0].things == ()


def test_a_room_is_changed_with_its_doors_and_taken_out_with_everything_of_it() -> None:
    home = put_way(quick(HOUSE, level=0, doors=["k0"], windows=[], phones=[]), WayOut(id="w", room="k2", key_room="k3"))
    room = replace(home.rooms[3], name="Galley", hazards=())
    home = put_room(home, room, beside=["k2", "k9"], shut=["k2"])
    assert frozenset(("k3", "k2")) in doors(home)
    assert frozenset(("k3", "k0")) not in doors(home)
    assert not home.guessed
    gone = without_room(put_aside(home, "avoid k3", aside=True), "k3")
    assert all(room.id != "k3" for room in gone.rooms)
    assert not any(door.joins("k3") for door in gone.doorways)
    assert gone.ways_out[-1].key_room == ""
    assert gone.aside == ()
    assert without_way(gone, "w").ways_out == gone.ways_out[:1]
    assert put_room(gone, room, beside=[], shut=[]) == gone
    assert put_way(gone, WayOut(id="x", room="k3")) == gone


def test_doors_are_put_as_pairs_and_what_is_shut_stays_shut() -> None:
    home = put_room(HOUSE, HOUSE.rooms[2], beside=["k0"], shut=["k0"])
    again = put_doors(home, [("k0", "k2"), ("k2", "k3"), ("k0", "nowhere"), ("k1", "k1")])
    assert doors(again) == {frozenset(("k0", "k2")), frozenset(("k2", "k3"))}
    assert [door.shut for door in again.doorways] == [True, False]


def test_what_is_missing_is_asked_by_what_she_told() -> None:
    told = Told(ages=(4,), weapons=True, landline=True)
    asked = [gap.said.said({}) for gap in gaps(HOUSE, look(HOUSE), told)]
    assert asked[0] == "No way out is written down yet that can be used."
    assert "You told that there may be weapons. If you know the room, mark it there." in asked
    assert not any("landline" in sentence for sentence in asked)  # no phone at all comes first
    home = with_heard(quick(HOUSE, level=0, doors=["k0", "k3"], windows=[], phones=["k0"]), ["k0"])
    home = replace(home, rooms=tuple(replace(room, children=False) for room in home.rooms))
    home = replace(home, meet="The shop", guessed=False)
    asked = [gap.said.said({}) for gap in gaps(home, look(home), replace(told, weapons=False, tried=True))]
    assert asked == ["Where do the children sleep?"]
    assert gaps(Home(), look(Home()), told) == []


def test_prompts_follow_the_ages_of_the_children() -> None:
    assert prompts(()) == list(ANYONE)
    words = " ".join(said.words for said in prompts((1, 12)))
    assert "Under five" in words
    assert "Eleven to fifteen" in words
    assert "Five to ten" not in words
    assert "fire drill is a reason" in words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rooms = 1", "Write a table for each room"),
        ("[rooms.hall", "cannot be read as TOML"),
        ('[rooms.hall]\nkind = "hal"', "Did you mean “hall”?"),
        ('[rooms.hall]\ndoors = ["kichen"]\n[rooms.kitchen]', "Did you mean “kitchen”?"),
        ('[rooms.hall]\nhazards = ["knifes"]', "Did you mean “knives”?"),
        ('[rooms.hall]\nheard = "yes"', "true or false"),
        ('[rooms.hall]\nfloor = "1"', "whole number"),
        ("[rooms.hall]\nname = 1", "quotation marks"),
        ("[rooms.hall]\ndors = []", "“dors” is not known"),
        ('[rooms.hall]\nout = "door"', "[[rooms.hall.out]]"),
        ('[[rooms.hall.out]]\nkey = "cellar"', "“key” names “cellar”"),
        ('[[rooms.hall.out]]\nopens = "easily"', "“opens” has no “easily”"),
        ('children = ["four"]\n[rooms.hall]', "list of ages"),
        ('[rooms."two words"]', "one word"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_that_names_the_place(text: str, says: str) -> None:
    with pytest.raises(HomeFileError) as caught:
        read_home(text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
