"""Changes to a home: each takes a home and gives another. What it names and no longer has is passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from daybook.domain.home.vocabulary import ROOM_KINDS
from daybook.domain.records.home import Doorway, Home, Room, WayOut


def add_rooms(home: Home, kinds: Iterable[str], key: str) -> Home:
    """With a room of each of these kinds, and doors where they most likely are.

    `key` is the form's own: the same form sent twice adds nothing twice. Upstairs there are rooms only with a landing.
    """
    new: list[Room] = []
    taken = {room.id for room in home.rooms}
    for number, code in enumerate(kinds):
        kind = ROOM_KINDS.get(code)
        if kind is None or f"{key}{number}" in taken:
            continue
        name = _fresh_name(kind.words, [*home.rooms, *new])
        room = Room(id=f"{key}{number}", name=name, kind=code, hazards=kind.hazards, children=kind.children)
        new.append(room)
    landing = any(room.kind == "landing" for room in (*home.rooms, *new))
    new = [replace(room, floor=1) if landing and ROOM_KINDS[room.kind].upstairs else room for room in new]
    rooms = (*home.rooms, *new)
    doors = list(home.doorways)
    for room in new:
        doors += _likely_door(room, rooms, doors)
    return replace(home, rooms=rooms, doorways=tuple(doors), guessed=home.guessed or bool(new))


def _fresh_name(words: str, rooms: list[Room]) -> str:
    names = {room.name for room in rooms}
    number = 2
    name = words
    while name in names:
        name, number = f"{words} {number}", number + 1
    return name


def _likely_door(room: Room, rooms: tuple[Room, ...], doors: list[Doorway]) -> list[Doorway]:
    """The one door this room most likely has, unless it has it already; nothing where nothing fits."""
    for code in ROOM_KINDS[room.kind].opens_to:
        for other in rooms:
            if other.kind == code and other.id != room.id:
                known = any(door.joins(room.id) and door.joins(other.id) for door in doors)
                return [] if known else [Doorway(one=other.id, other=room.id)]
    first = rooms[0]
    known = any(door.joins(room.id) for door in doors)
    return [] if first.id == room.id or known else [Doorway(one=first.id, other=room.id)]


def quick(home: Home, *, level: int, doors: Collection[str], windows: Collection[str], phones: Collection[str]) -> Home:
    """With a door out, a window to climb out of and a phone in exactly these rooms.

    A way out that is described further stays as it is; where a room has several of a kind, all go or none.
    """
    ways = list(home.ways_out)
    for kind, wanted in (("door", doors), ("window", windows)):
        ways = [way for way in ways if way.kind != kind or way.room in wanted]
        there = {way.room for way in ways if way.kind == kind}
        height = "climb" if kind == "window" else "level"
        ways += [
            WayOut(id=f"{kind[0]}-{room.id}", room=room.id, kind=kind, height=height)
            for room in home.rooms
            if room.id in wanted and room.id not in there
        ]
    rooms = tuple(replace(room, things=_with(room.things, "phone", room.id in phones)) for room in home.rooms)
    return replace(home, level=level, rooms=rooms, ways_out=tuple(ways))


def with_heard(home: Home, rooms: Collection[str]) -> Home:
    """With a shout heard outside from exactly these rooms."""
    return replace(home, rooms=tuple(replace(room, heard=room.id in rooms) for room in home.rooms))


def _with(things: tuple[str, ...], thing: str, there: bool) -> tuple[str, ...]:  # noqa: FBT001
    others = tuple(one for one in things if one != thing)
    return (thing, *others) if there else others


def put_room(home: Home, room: Room, *, beside: Collection[str], shut: Collection[str]) -> Home:
    """With this room in place of the one it was, and doors to exactly these rooms; `shut` are often locked."""
    if all(other.id != room.id for other in home.rooms):
        return home
    rooms = tuple(room if other.id == room.id else other for other in home.rooms)
    others = [door for door in home.doorways if not door.joins(room.id)]
    mine = [
        Doorway(one=room.id, other=other.id, shut=other.id in shut)
        for other in rooms
        if other.id in beside and other.id != room.id
    ]
    return replace(home, rooms=rooms, doorways=(*others, *mine), guessed=False)


def put_doors(home: Home, pairs: Collection[tuple[str, str]]) -> Home:
    """With doors between exactly these pairs of rooms; what is shut stays shut."""
    known = {room.id for room in home.rooms}
    wanted = {frozenset(pair) for pair in pairs if set(pair) <= known and pair[0] != pair[1]}
    kept = [door for door in home.doorways if frozenset((door.one, door.other)) in wanted]
    there = {frozenset((door.one, door.other)) for door in kept}
    new = [Doorway(one=min(pair), other=max(pair)) for pair in sorted(wanted - there, key=sorted)]
    return replace(home, doorways=(*kept, *new), guessed=False)


def without_room(home: Home, room: str) -> Home:
    """Without this room, its doors and its ways out."""
    return replace(
        home,
        rooms=tuple(other for other in home.rooms if other.id != room),
        doorways=tuple(door for door in home.doorways if not door.joins(room)),
        ways_out=tuple(
            replace(way, key_room="") if way.key_room == room else way for way in home.ways_out if way.room != room
        ),
        aside=tuple(one for one in home.aside if one.split(" ")[1] != room),
    )


def put_way(home: Home, way: WayOut) -> Home:
    """With this way out, in place of the one with its id if there was one."""
    if all(room.id != way.room for room in home.rooms):
        return home
    if any(other.id == way.id for other in home.ways_out):
        return replace(home, ways_out=tuple(way if other.id == way.id else other for other in home.ways_out))
    return replace(home, ways_out=(*home.ways_out, way))


def without_way(home: Home, way: str) -> Home:
    """Without this way out."""
    return replace(home, ways_out=tuple(other for other in home.ways_out if other.id != way))


def put_aside(home: Home, suggestion: str, *, aside: bool) -> Home:
    """With a suggestion put aside as not for her, or brought back."""
    others = tuple(one for one in home.aside if one != suggestion)
    return replace(home, aside=(*others, suggestion) if aside else others)
