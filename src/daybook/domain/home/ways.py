"""Ways from a room to the outside: which of them can be used, in which order they are offered, and a second one."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from daybook.domain.records.home import Home, Room, WayOut

NOTHING: frozenset[str] = frozenset()
_OPEN = ("freely", "key-near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out: the rooms from where she is to where it goes out, both included, and the way out itself.

    `key_from` is the room on the way where its key is taken along, or empty.
    """

    rooms: tuple[str, ...]
    out: WayOut
    key_from: str = ""


def room_of(home: Home, room: str) -> Room:
    """The room with this id. Raises KeyError."""
    for found in home.rooms:
        if found.id == room:
            return found
    raise KeyError(room)


def beside(home: Home, room: str) -> Iterator[str]:
    """The rooms one can go to straight from this one, through doors that are not often locked or blocked."""
    for doorway in home.doorways:
        if doorway.joins(room) and not doorway.shut:
            yield doorway.beyond(room)


def is_fall(home: Home, out: WayOut) -> bool:
    """Rule *no falls*: a window two floors up or more is never a way out, nor one she calls too high (R15)."""
    floor = home.level + room_of(home, out.room).floor
    return out.height == "high" or (out.kind == "window" and floor >= 2)  # noqa: PLR2004


def is_high(home: Home, out: WayOut) -> bool:
    """Rule *high climbs last*: a window one floor up comes after every other way (R15)."""
    return out.kind == "window" and home.level + room_of(home, out.room).floor >= 1


def is_climb(home: Home, out: WayOut) -> bool:
    """Whether she would climb: a window one floor up, or what she says is a climb. Of ways alike it is last."""
    return is_high(home, out) or out.height == "climb"


def is_open(home: Home, out: WayOut) -> bool:
    """Rule *only what opens*: she can open it, it is no fall, and she has not put it aside. "Not sure" is not open."""
    opens = out.opens in _OPEN or (out.opens == "key-elsewhere" and any(r.id == out.key_room for r in home.rooms))
    return opens and not is_fall(home, out) and f"way {out.id}" not in home.aside


def goes_on(out: WayOut) -> bool:
    """Rule *not into a closed yard*: away from a person a closed garden is no way out; from fire it is (W10)."""
    return out.leads not in ("closed", "unsure")


def own_ways(home: Home, room: str, *, from_fire: bool = False) -> list[WayOut]:
    """The ways out that a room has itself and that can be used."""
    return [o for o in home.ways_out if o.room == room and is_open(home, o) and (from_fire or goes_on(o))]


def has_hazard(home: Home, room: str) -> bool:
    """Whether something in this room could be used to hurt, one could fall, or be shut in there."""
    found = room_of(home, room)
    return bool(found.hazards) or found.lock in ("outside", "both")


def route(
    home: Home, start: str, goal: str, closed: frozenset[str] = NOTHING, *, from_fire: bool = False
) -> tuple[str, ...]:
    """The rooms from `start` to `goal`, as `routes` finds them; () where there is none."""
    return routes(home, start, closed, from_fire=from_fire).get(goal, ())


def routes(
    home: Home, start: str, closed: frozenset[str] = NOTHING, *, from_fire: bool = False
) -> dict[str, tuple[str, ...]]:
    """The rooms from `start` to each room that can be reached: the fewest with a hazard on the way, then the fewest.

    Rule *round the kitchen*: a longer way past no knives, tools or weapons comes before a shorter one past them (W10).
    A hazard in the last room counts for every way there alike. In a fire only the number of rooms counts. What is
    `closed` is not gone through; `start` never is.
    """
    queue: list[tuple[int, int, tuple[str, ...]]] = [(0, 1, (start,))]
    found: dict[str, tuple[str, ...]] = {}
    while queue:
        hazards, steps, path = heapq.heappop(queue)
        if path[-1] in found:
            continue
        found[path[-1]] = path
        for room in beside(home, path[-1]):
            if room not in closed and room not in found:
                more = 0 if from_fire else int(has_hazard(home, room))
                heapq.heappush(queue, (hazards + more, steps + 1, (*path, room)))
    return found


def ways_out(
    home: Home,
    start: str,
    *,
    closed: frozenset[str] = NOTHING,
    blocked: frozenset[str] = NOTHING,
    from_fire: bool = False,
) -> list[Way]:
    """Every way out from a room, without the rooms that are `closed` and the ways out that are `blocked`.

    One for each way out that can be used: high climbs last, then the fewest rooms with a hazard, then those without a
    climb, then the shortest. From fire the shortest first. A key that is kept elsewhere is fetched on the way.
    """
    found: list[Way] = []
    from_here = routes(home, start, closed, from_fire=from_fire)
    for out in home.ways_out:
        there = out.room not in closed or out.room == start
        if out.id in blocked or not there or not is_open(home, out) or not (from_fire or goes_on(out)):
            continue
        way = _by_key(home, from_here, out, closed, from_fire=from_fire)
        if way:
            found.append(way)
    return sorted(found, key=lambda way: _order(home, way, from_fire=from_fire))


def _by_key(
    home: Home, from_here: dict[str, tuple[str, ...]], out: WayOut, closed: frozenset[str], *, from_fire: bool
) -> Way | None:
    if out.opens != "key-elsewhere":
        rooms = from_here.get(out.room)
        return Way(rooms=rooms, out=out) if rooms else None
    there = from_here.get(out.key_room)
    on = route(home, out.key_room, out.room, closed, from_fire=from_fire) if there else ()
    return Way(rooms=(*there, *on[1:]), out=out, key_from=out.key_room) if there and on else None


def _order(home: Home, way: Way, *, from_fire: bool) -> tuple[bool, int, bool, int, str]:
    passed = len(way.rooms) if from_fire else sum(has_hazard(home, room) for room in way.rooms[1:])
    return is_high(home, way.out), passed, is_climb(home, way.out), len(way.rooms), way.out.id


def first_way(home: Home, start: str) -> Way | None:
    """The way out to think of first, or None."""
    return next(iter(ways_out(home, start)), None)


def second_way(home: Home, first: Way) -> Way | None:
    """A way out if someone stands in the first one: by another way out, and not through the rooms of the first.

    Rule *not past the one who blocks*: where every other way shares rooms with the first, it may share them, but never
    the room the first one goes out from, unless she is in it (R15).
    """
    start = first.rooms[0]
    blocked = frozenset({first.out.id})
    for closed in (frozenset(first.rooms[1:]), frozenset(first.rooms[-1:]) - {start}):
        found = ways_out(home, start, closed=closed - {start}, blocked=blocked)
        if found:
            return found[0]
    return None
