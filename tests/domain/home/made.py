"""Homes drawn at random: any shape, any locks, any hazards."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from daybook.domain.home.vocabulary import HAZARDS, HEIGHTS, LEADS, LOCKS, OPENS, ROOM_KINDS, THINGS, WAYS, Options
from daybook.domain.records.home import Doorway, Home, Room, WayOut


def code(options: Options) -> st.SearchStrategy[str]:
    return st.sampled_from([value for value, _ in options])


def mostly(options: Options, usual: str) -> st.SearchStrategy[str]:
    """Mostly the usual one, so that many homes have several ways out that can be used."""
    return st.one_of(st.just(usual), st.just(usual), code(options))


def some(options: Options) -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(st.just(()), st.lists(code(options), unique=True, max_size=2).map(tuple))


# Made once: making them anew for each room took most of the time of these tests.
_ROOM = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(sorted(ROOM_KINDS)),
        "floor": st.sampled_from((0, 0, 1)),
        "hazards": some(HAZARDS),
        "things": some(THINGS),
        "lock": mostly(LOCKS, ""),
        "heard": st.booleans(),
        "children": st.booleans(),
    }
)
_WAY, _LEADS = mostly(WAYS, "door"), mostly(LEADS, "street")
_OPENS, _HEIGHT = mostly(OPENS, "freely"), mostly(HEIGHTS, "level")
_SHUT = st.sampled_from((False, False, True))
_ASIDE = st.sampled_from(("lower", "avoid", "way"))


@st.composite
def homes(draw: st.DrawFn, most: int = 7) -> Home:
    ids = [f"r{number}" for number in range(draw(st.integers(1, most)))]
    rooms = tuple(Room(id=name, name=f"Room {name}", **draw(_ROOM)) for name in ids)
    one = st.sampled_from(ids)
    doors = draw(st.lists(st.builds(Doorway, one=one, other=one, shut=_SHUT), max_size=9))
    ways = draw(
        st.lists(
            st.builds(
                WayOut,
                id=st.just(""),
                room=one,
                kind=_WAY,
                leads=_LEADS,
                opens=_OPENS,
                key_room=st.sampled_from(["", *ids]),
                height=_HEIGHT,
            ),
            max_size=4,
        )
    )
    aside = draw(st.lists(st.builds("{} {}".format, _ASIDE, one), max_size=2))
    return Home(
        rooms=rooms,
        doorways=tuple(door for door in doors if door.one != door.other),
        ways_out=tuple(_numbered(way, number) for number, way in enumerate(ways)),
        level=draw(st.integers(-1, 2)),
        aside=tuple(aside),
    )


def _numbered(way: WayOut, number: int) -> WayOut:
    return replace(way, id=f"w{number}")
