"""What is still not known about a home, in words, each with the page where it can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.domain.home.look import Look
from daybook.domain.home.speech import name_of, out_name
from daybook.domain.home.ways import goes_on, is_open
from daybook.domain.records.home import Home
from daybook.domain.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What she said elsewhere that matters here: children's ages, weapons, a landline, and whether a way was tried."""

    ages: tuple[int, ...] = ()
    weapons: bool = False
    landline: bool = False
    mobile: bool = False
    tried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing not known.

    `page` says where it can be told: "quick", "rooms", "doors", "heard", "words", "rehearsal"; "room", "way" with `id`.
    """

    said: Said
    page: str
    id: str = ""


def gaps(home: Home, seen: Look, told: Told) -> list[Gap]:
    """What is not known, what matters most first; empty for a home that nothing is known of."""
    if not home.rooms:
        return []
    return [*_about_ways(home), *_about_rooms(home, seen, told), *_about_meeting(home, seen, told)]


def _about_ways(home: Home) -> Iterator[Gap]:
    usable = [out for out in home.ways_out if is_open(home, out) and goes_on(out)]
    if not usable:
        yield Gap(said=Said("No way out is written down yet that can be used."), page="quick")
    elif len(usable) == 1:
        only = out_name(home, usable[0])
        yield Gap(said=Said("There is one way out in all: %(out)s. Is there another?", {"out": only}), page="quick")
    for out in home.ways_out:
        name = out_name(home, out)
        if out.opens == "unsure":
            yield Gap(said=Said("Does it open, and with what key? %(out)s", {"out": name}), page="way", id=out.id)
        elif out.opens == "key-elsewhere" and not out.key_room:
            yield Gap(said=Said("Where is the key kept? %(out)s", {"out": name}), page="way", id=out.id)
        if out.leads == "unsure":
            yield Gap(said=Said("Where does it lead? %(out)s", {"out": name}), page="way", id=out.id)


def _about_rooms(home: Home, seen: Look, told: Told) -> Iterator[Gap]:
    if home.guessed and len(home.rooms) > 1:
        yield Gap(said=Said("The doors between the rooms are a guess so far."), page="doors")
    for here in seen.rooms:
        if here.first is None and not any(doorway.joins(here.room) for doorway in home.doorways):
            name = name_of(home, here.room)
            yield Gap(said=Said("Which room does it open to? %(room)s", {"room": name}), page="room", id=here.room)
    things = {thing for room in home.rooms for thing in room.things}
    if not things & {"phone", "mobile"}:
        yield Gap(said=Said("Where is the nearest phone?"), page="quick")
    elif told.landline and "phone" not in things:
        yield Gap(said=Said("You told of a landline. In which room is it?"), page="quick")
    if told.weapons and not any("weapon" in room.hazards for room in home.rooms):
        yield Gap(said=Said("You told that there may be weapons. If you know the room, mark it there."), page="rooms")
    if told.ages and not seen.children:
        yield Gap(said=Said("Where do the children sleep?"), page="rooms")


def _about_meeting(home: Home, seen: Look, told: Told) -> Iterator[Gap]:
    if not home.meet:
        if told.ages or seen.children:
            yield Gap(
                said=Said("Where could you and the children meet, if you get out by different ways?"), page="words"
            )
        else:
            yield Gap(said=Said("Where could you wait for help, outside and near people?"), page="words")
    if not seen.heard:
        yield Gap(said=Said("In which rooms would a neighbour hear you?"), page="heard")
    if not told.tried:
        yield Gap(said=Said("No way out has been tried yet, on foot or in your mind."), page="rehearsal")
