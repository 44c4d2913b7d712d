"""One look at a home: everything the rules find, from each room and for all of them together."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.home.places import (
    Avoid,
    avoid,
    can_be_closed,
    comes_nearest,
    lower_risk,
    nearest_with,
    place_from,
)
from daybook.domain.home.ways import Way, first_way, has_hazard, is_climb, room_of, second_way, ways_out
from daybook.domain.records.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class FromRoom:
    """What there is from one room. Each path begins with the room itself and is () where there is none.

    `place` leads to the nearest lower-risk place (or what comes nearest), `phone` to the nearest phone that stays,
    `heard` to the nearest room where a shout is heard outside.
    """

    room: str
    place: tuple[str, ...]
    first: Way | None
    second: Way | None
    phone: tuple[str, ...]
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fire:
    """Fire in one room: the ways that are left from each other room, and the rooms that none is left from."""

    room: str
    ways: dict[str, Way]
    cut_off: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Everything the rules find about a home. Rooms and ways out by their ids."""

    lower_risk: tuple[str, ...]
    nearest: tuple[str, ...]
    avoid: tuple[Avoid, ...]
    can_be_closed: tuple[str, ...]
    rooms: tuple[FromRoom, ...]
    fires: tuple[Fire, ...]
    children: tuple[str, ...]
    heard: tuple[str, ...]

    def from_room(self, room: str) -> FromRoom:
        """What there is from this room. Raises KeyError."""
        for found in self.rooms:
            if found.room == room:
                return found
        raise KeyError(room)

    def is_firm(self, room: str) -> bool:
        """Whether this is a room to keep away from at all, not only one to move on from early."""
        return any(one.room == room and one.is_firm for one in self.avoid)

    def why_avoid(self, room: str) -> tuple[str, ...]:
        """The reasons to keep away from this room; () where there is none."""
        return next((one.because for one in self.avoid if one.room == room), ())


def look(home: Home) -> Look:
    """Look at a home once. The same home always gives the same."""
    nearest = comes_nearest(home)
    places = lower_risk(home) or nearest
    heard = tuple(room.id for room in home.rooms if room.heard)
    return Look(
        lower_risk=tuple(lower_risk(home)),
        nearest=tuple(nearest),
        avoid=tuple(avoid(home)),
        can_be_closed=tuple(can_be_closed(home)),
        rooms=tuple(_from_room(home, room.id, places, list(heard)) for room in home.rooms),
        fires=tuple(fire_in(home, room.id) for room in home.rooms if "hot" in room.hazards and len(home.rooms) > 1),
        children=tuple(room.id for room in home.rooms if room.children),
        heard=heard,
    )


def _from_room(home: Home, room: str, places: list[str], heard: list[str]) -> FromRoom:
    first = first_way(home, room)
    return FromRoom(
        room=room,
        place=place_from(home, room, places),
        first=first,
        second=second_way(home, first) if first else None,
        phone=nearest_with(home, room, "phone"),
        heard=place_from(home, room, heard),
    )


def fire_in(home: Home, room: str) -> Fire:
    """Rule *fire*: what is left when one room cannot be gone through; a garden without a way on counts here (R15)."""
    ways: dict[str, Way] = {}
    others = [other.id for other in home.rooms if other.id != room]
    for other in others:
        found = ways_out(home, other, closed=frozenset({room}), from_fire=True)
        if found:
            ways[other] = found[0]
    return Fire(room=room, ways=ways, cut_off=tuple(other for other in others if other not in ways))


def climbs_for_children(home: Home, seen: Look) -> list[str]:
    """The rooms children sleep in whose first way out is a climb, or that have none."""
    found = []
    for room in seen.children:
        first = seen.from_room(room).first
        if first is None or is_climb(home, first.out):
            found.append(room)
    return found


def passes_hazard(home: Home, way: Way) -> list[str]:
    """The rooms with a hazard that a way goes through, the first room left out; stairs alone are not named."""
    return [room for room in way.rooms[1:] if has_hazard(home, room) and room_of(home, room).hazards != ("drop",)]
