"""What the rules found, as sentences she can read: short, in her names for her rooms, with the reason beside it."""

from __future__ import annotations

from daybook.domain.home.look import Fire, FromRoom, Look, passes_hazard
from daybook.domain.home.ways import Way, is_climb, is_high, room_of
from daybook.domain.records.home import Home, WayOut
from daybook.domain.said import Said

REASONS: dict[str, str] = {
    "weapon": "there is a weapon, or something kept as one",
    "knives": "there are knives or other sharp things",
    "hot": "there is a cooker, a kettle or a fire",
    "tools": "there are tools or other heavy things",
    "drop": "one could fall: the top of stairs, or another drop",
    "small": "it is small, and easy to be trapped in",
    "outside": "it can be locked from outside",
    "no-way": "no way out can be reached from it",
    "one-door": "it has one door, and no other way out at once",
}
"""Each reason of `why_avoid` in words; weapons are said first."""


def reasons(because: tuple[str, ...]) -> list[str]:
    """The reasons in words, weapons first."""
    return [REASONS[code] for code in REASONS if code in because]


def name_of(home: Home, room: str) -> str:
    """Her name for a room."""
    return room_of(home, room).name


OUT_SHORT = {"door": "door", "window": "window", "fire-escape": "fire escape", "hatch": "way out"}


def out_name(home: Home, out: WayOut) -> str:
    """Her name for a way out, or what it is and where."""
    return out.name or f"{name_of(home, out.room)} {OUT_SHORT.get(out.kind, out.kind)}"


def path_said(home: Home, path: tuple[str, ...]) -> tuple[str, ...]:
    """The rooms of a path after the first one, by name."""
    return tuple(name_of(home, room) for room in path[1:])


def way_said(home: Home, way: Way) -> Said:
    """A way out: the rooms to go through, a key to take along, and the way out itself."""
    through, out = path_said(home, way.rooms), out_name(home, way.out)
    if way.key_from:
        values = {"out": out, "key": name_of(home, way.key_from), "rooms": ", ".join(through)}
        if through:
            return Said("%(rooms)s, then out: %(out)s. Its key is kept here: %(key)s.", values)
        return Said("Straight out: %(out)s. Its key is kept here: %(key)s.", values)
    if not through:
        return Said("Straight out: %(out)s.", {"out": out})
    return Said("%(rooms)s, then out: %(out)s.", {"rooms": ", ".join(through), "out": out})


def way_cautions(home: Home, way: Way) -> list[Said]:
    """What to think of first with this way."""
    found = []
    passed = passes_hazard(home, way)
    if passed:
        found.append(Said("It goes through %(rooms)s.", {"rooms": tuple(name_of(home, room) for room in passed)}))
    if any(room_of(home, room).children for room in way.rooms[1:]):
        found.append(Said("It goes through where the children sleep. Harm could follow you there."))
    if is_high(home, way.out):
        found.append(Said("It is a climb, and a fall can hurt badly. By daylight, look at what is below. Use it last."))
    elif is_climb(home, way.out):
        found.append(Said("It is a climb. By daylight, look at what is outside."))
    if way.out.leads == "shared":
        shared = (
            "It leads to shared stairs or a corridor. Know each way on from there. In a fire, take stairs, not a lift."
        )
        found.append(Said(shared))
    if way.key_from or way.out.opens == "key-near":
        found.append(Said("It opens with a key. A key that is moved may be missed."))
    return found


def place_said(home: Home, here: FromRoom) -> Said:
    """Where to move to from a room when she sees it coming."""
    if not here.place:
        return Said("There is no lower-risk place that can be reached from here, as far as this plan knows.")
    goal, through = name_of(home, here.place[-1]), path_said(home, here.place)[:-1]
    if len(here.place) == 1:
        return Said("Here, on the side of the way out.")
    if through:
        return Said("%(place)s, through %(rooms)s.", {"place": goal, "rooms": through})
    return Said("%(place)s, the next room.", {"place": goal})


def second_said(home: Home, here: FromRoom) -> Said:
    """What is left when someone stands in the first way."""
    if here.first is None:
        return Said("There is no way out from here that this plan knows of.")
    if here.second is None:
        if here.place == (here.room,):
            return Said("There is no second way out from here.")
        return Said("There is no second way out from here. It helps to leave this room early.")
    return way_said(home, here.second)


def fire_said(home: Home, seen: Look, fire: Fire) -> list[tuple[str, Said]]:
    """What changes in a fire: the name of each room whose way is another one than else, with that way."""
    return [
        (name_of(home, room), way_said(home, way))
        for room, way in fire.ways.items()
        if (first := seen.from_room(room).first) is None or (first.out, first.rooms) != (way.out, way.rooms)
    ]


def cut_off_said(home: Home, fire: Fire) -> Said | None:
    """What can be done in the rooms that a fire cuts off (general fire advice); None for none."""
    if not fire.cut_off:
        return None
    return Said(
        "No way out is left from %(rooms)s. There you could shut the door, block the gap below it, "
        "go to the window, call 999 and say which room.",
        {"rooms": tuple(name_of(home, room) for room in fire.cut_off)},
    )


def heard_said(home: Home, seen: Look) -> Said:
    """Where a neighbour would most likely hear her, and whether lower-risk places are among them."""
    if not seen.heard:
        return Said("You have not said where a shout would be heard.")
    rooms = tuple(name_of(home, room) for room in seen.heard)
    both = [room for room in seen.heard if room in seen.lower_risk]
    if both:
        return Said(
            "A neighbour would most likely hear you here: %(rooms)s. Also lower-risk: %(both)s.",
            {"rooms": rooms, "both": tuple(name_of(home, room) for room in both)},
        )
    return Said(
        "A neighbour would most likely hear you here: %(rooms)s. None is a lower-risk place: move on from there.",
        {"rooms": rooms},
    )


def closing_said(home: Home, seen: Look) -> list[Said]:
    """Which room could be closed where there is no way out; nothing where none is known."""
    if not seen.can_be_closed:
        return []
    room = room_of(home, seen.can_be_closed[0])
    phone = "phone" in room.things or "mobile" in room.things
    return [
        Said("%(room)s locks from inside. It can give a little time to call 999.", {"room": room.name}),
        Said("A phone is there." if phone else "Take a phone with you."),
        *([Said("A shout from there may be heard.")] if room.heard else []),
    ]
