"""Which rooms are lower-risk, which to keep away from and why, and which one can be closed. Reasons, never numbers."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.home.vocabulary import ROOM_KINDS
from daybook.domain.home.ways import beside, has_hazard, is_high, own_ways, room_of, route, ways_out
from daybook.domain.records.home import Home, Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoid:
    """A room to keep away from when it gets bad, with every reason: hazards' codes and the rules below."""

    room: str
    because: tuple[str, ...]

    @property
    def is_firm(self) -> bool:
        """Whether to keep away at all; a room that only has one door, or only a drop, is one to move on from early."""
        return not set(self.because) <= {"drop", "one-door", "no-way"}


def is_small(room: Room) -> bool:
    """Rule *small rooms*: bathroom, toilet, cellar, cupboard: one could be trapped or shut in there (W10, X28)."""
    return room.kind in ROOM_KINDS and ROOM_KINDS[room.kind].small


def plain_ways(home: Home, room: str) -> list[str]:
    """The ids of the ways out a room has itself that can be used at once: no high climb, no key from another room."""
    return [out.id for out in own_ways(home, room) if not is_high(home, out) and out.opens != "key-elsewhere"]


def why_avoid(home: Home, room: Room) -> tuple[str, ...]:
    """Every reason to keep away from a room, the plainest first; () where there is none.

    Rules (W10, X28): *hazard* (what could be used to hurt, or a drop; under its own code) · "small" · "outside" (it can
    be locked from outside) · "one-door" (no way out of its own, one door) · "no-way" (no way out can be reached).
    """
    because = list(room.hazards)
    if is_small(room):
        because.append("small")
    if room.lock in ("outside", "both"):
        because.append("outside")
    if not ways_out(home, room.id):
        because.append("no-way")
    elif not plain_ways(home, room.id) and len(set(beside(home, room.id))) <= 1:
        because.append("one-door")
    return tuple(because)


def avoid(home: Home) -> list[Avoid]:
    """The rooms to keep away from, those with something that could hurt first; without what she put aside."""
    found = [Avoid(room=room.id, because=why_avoid(home, room)) for room in home.rooms]
    wanted = [one for one in found if one.because and f"avoid {one.room}" not in home.aside]
    return sorted(wanted, key=lambda one: not room_of(home, one.room).hazards)


def is_lower_risk(home: Home, room: Room) -> bool:
    """Rule *lower-risk place*: a way out of its own, nothing listed that could hurt, not small, no lock outside.

    W10: "where there is a way out". A phone is looked for beside it, not made a condition: she can carry hers.
    """
    fine = not room.hazards and not is_small(room) and room.lock not in ("outside", "both")
    return fine and bool(plain_ways(home, room.id)) and f"lower {room.id}" not in home.aside


def lower_risk(home: Home) -> list[str]:
    """The lower-risk places: where no child sleeps first, then more than one way to leave, a phone, and being heard.

    Rule *not towards the children* (general knowledge of safety planning): harm could follow her there.
    """
    found = [room for room in home.rooms if is_lower_risk(home, room)]
    return [room.id for room in sorted(found, key=lambda room: _leaning(home, room))]


def _leaning(home: Home, room: Room) -> tuple[bool, bool, bool, bool]:
    leaves = len(plain_ways(home, room.id)) + len(set(beside(home, room.id)))
    return room.children, leaves < 2, "phone" not in room.things, not room.heard  # noqa: PLR2004


def comes_nearest(home: Home) -> list[str]:
    """Where no room is lower-risk: rooms with a way out of their own all the same; else two doors and no hazard."""
    if lower_risk(home):
        return []
    wanted = [
        room for room in home.rooms if f"lower {room.id}" not in home.aside and room.lock not in ("outside", "both")
    ]
    ways = [room.id for room in wanted if plain_ways(home, room.id)]
    if ways:
        return ways
    return [
        room.id
        for room in wanted
        if not room.hazards and not is_small(room) and len(set(beside(home, room.id))) > 1 and ways_out(home, room.id)
    ]


def place_from(home: Home, start: str, places: list[str]) -> tuple[str, ...]:
    """The rooms from where she is to the nearest of these places: past the fewest hazards, then the fewest rooms."""
    found = [path for place in places if (path := route(home, start, place))]
    return min(found, key=lambda path: (_passed(home, path), len(path), places.index(path[-1])), default=())


def _passed(home: Home, path: tuple[str, ...]) -> int:
    return sum(has_hazard(home, room) for room in path[1:])


def nearest_with(home: Home, start: str, thing: str) -> tuple[str, ...]:
    """The rooms from here to the nearest room where this thing is (W9); () where none is known or reached."""
    return place_from(home, start, [room.id for room in home.rooms if thing in room.things])


def can_be_closed(home: Home) -> list[str]:
    """Rooms to close oneself in when there is no way out: a lock inside only, nothing that could hurt.

    Rule *a door to shut* (X28, the plan's own words "a lock or a way out, and a phone in reach"): those with a phone
    first, then those a neighbour hears. It is a way to gain time, never a lower-risk place.
    """
    found = [room for room in home.rooms if room.lock == "inside" and not room.hazards]
    return [
        r.id for r in sorted(found, key=lambda r: ("phone" not in r.things and "mobile" not in r.things, not r.heard))
    ]
