"""The plan she can look at in ten seconds: five short lines."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.home.look import Look
from daybook.domain.home.speech import name_of, out_name
from daybook.domain.home.ways import goes_on, has_hazard, is_climb, is_high, is_open
from daybook.domain.records.home import Home

MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is about (a key of TITLES) and the names that answer it."""

    about: str
    names: tuple[str, ...]


TITLES: dict[str, str] = {
    "go": "Go towards",
    "nearest": "No room is lower-risk. What comes nearest",
    "out": "Out by",
    "away": "Keep away from",
    "early": "Move on early from",
    "phone": "Phone",
    "meet": "Meet",
    "heard": "Likely to be heard from",
}


def glance(home: Home, seen: Look) -> list[Line]:
    """The lines that have an answer, in the order they are needed."""
    places = seen.lower_risk or seen.nearest
    outs = sorted(
        (out for out in home.ways_out if is_open(home, out) and goes_on(out)),
        key=lambda out: (is_high(home, out), has_hazard(home, out.room), is_climb(home, out), out.room not in places),
    )
    phones = [room.name for room in home.rooms if "phone" in room.things]
    carried = [room.name for room in home.rooms if "mobile" in room.things and "phone" not in room.things]
    names = {
        "go" if seen.lower_risk else "nearest": tuple(name_of(home, room) for room in places[:MOST]),
        "out": tuple(out_name(home, out) for out in outs[:MOST]),
        "away": tuple(name_of(home, one.room) for one in seen.avoid if one.is_firm and one.room not in places),
        "early": tuple(name_of(home, one.room) for one in seen.avoid if not one.is_firm and one.room not in places),
        "phone": (*phones, *carried),
        "meet": tuple(place for place in (home.meet, home.meet_other) if place),
        "heard": tuple(name_of(home, room) for room in seen.heard),
    }
    return [Line(about=about, names=found) for about, found in names.items() if found]
