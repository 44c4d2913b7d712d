"""A home written in a file that a person can read: rooms as tables, doors by name. For the command line and tests."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from daybook.domain.home.gaps import Told
from daybook.domain.home.vocabulary import HAZARDS, HEIGHTS, LEADS, LOCKS, OPENS, ROOM_KINDS, THINGS, WAYS, Options
from daybook.domain.records.home import Doorway, Home, Room, WayOut

_TOP = {
    "title",
    "level",
    "meet",
    "meet_other",
    "neighbour",
    "children",
    "weapons",
    "landline",
    "tried",
    "rooms",
    "expect",
}
_ROOM = {"name", "kind", "floor", "hazards", "things", "lock", "heard", "children", "doors", "shut", "out"}
_WAY = {"name", "kind", "leads", "opens", "key", "height"}


class HomeFileError(ValueError):
    """This home cannot be read. Write a table for each room: [rooms.hall], with doors = ["kitchen"]."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or type(self).__doc__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A home as a file describes it, and what it says beside it; `expect` is for tests and is not looked at."""

    title: str
    home: Home
    told: Told
    expect: Mapping[str, Any]


def read_home(text: str) -> Written:
    """The home in a TOML text. Raises HomeFileError, naming the first room and key it cannot make sense of."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HomeFileError(f"This home cannot be read as TOML: {error}.") from None
    rooms = table.get("rooms")
    if not isinstance(rooms, dict) or not rooms or not all(isinstance(room, dict) for room in rooms.values()):
        raise HomeFileError
    _known(table, _TOP, "the file")
    home = Home(
        rooms=tuple(_room(name, room) for name, room in rooms.items()),
        doorways=tuple(_doorways(rooms)),
        ways_out=tuple(_ways(rooms)),
        level=_number(table, "level", "the file"),
        meet=_text(table, "meet", "the file"),
        meet_other=_text(table, "meet_other", "the file"),
        neighbour=_text(table, "neighbour", "the file"),
    )
    ages = table.get("children", [])
    if not isinstance(ages, list) or not all(type(age) is int and age >= 0 for age in ages):
        raise HomeFileError("“children” is a list of ages, such as [4, 9].")
    said = {name: _truth(table, name, "the file") for name in ("weapons", "landline", "tried")}
    return Written(
        title=_text(table, "title", "the file"),
        home=home,
        told=Told(ages=tuple(ages), **said),
        expect=table.get("expect", {}),
    )


def _room(name: str, table: Mapping[str, Any]) -> Room:
    where = f"the room “{name}”"
    if not name or " " in name:
        raise HomeFileError(f"{where.capitalize()}: a room's key is one word. Its name may be longer: name = “…”.")
    _known(table, _ROOM, where)
    kind = _text(table, "kind", where) or (name if name in ROOM_KINDS else "other")
    if kind not in ROOM_KINDS:
        raise HomeFileError(f"In {where}, there is no kind “{kind}”.{_near(kind, ROOM_KINDS)}")
    usual = ROOM_KINDS[kind]
    return Room(
        id=name,
        name=_text(table, "name", where) or (usual.words if kind != "other" else name.replace("-", " ").capitalize()),
        kind=kind,
        floor=_number(table, "floor", where),
        hazards=_codes(table, "hazards", HAZARDS, where) if "hazards" in table else usual.hazards,
        things=_codes(table, "things", THINGS, where),
        lock=_code(table, "lock", LOCKS, where),
        heard=_truth(table, "heard", where),
        children=_truth(table, "children", where) if "children" in table else usual.children,
    )


def _doorways(rooms: Mapping[str, Mapping[str, Any]]) -> list[Doorway]:
    found: dict[frozenset[str], Doorway] = {}
    for key in ("doors", "shut"):
        for name, room in rooms.items():
            for other in _list(room, key, f"the room “{name}”"):
                if other not in rooms or other == name:
                    raise HomeFileError(f"In the room “{name}”, “{key}” names “{other}”.{_near(other, rooms)}")
                found[frozenset((name, other))] = Doorway(one=name, other=other, shut=key == "shut")
    return list(found.values())


def _ways(rooms: Mapping[str, Mapping[str, Any]]) -> list[WayOut]:
    found = []
    for name, room in rooms.items():
        where = f"a way out of the room “{name}”"
        tables = room.get("out", [])
        if not isinstance(tables, list) or not all(isinstance(way, dict) for way in tables):
            raise HomeFileError(f"In the room “{name}”, write each way out as [[rooms.{name}.out]].")
        for number, way in enumerate(tables):
            _known(way, _WAY, where)
            key = _text(way, "key", where)
            if key and key not in rooms:
                raise HomeFileError(f"In {where}, “key” names “{key}”.{_near(key, rooms)}")
            found.append(
                WayOut(
                    id=f"{name}-{number}",
                    room=name,
                    kind=_code(way, "kind", WAYS, where) or "door",
                    name=_text(way, "name", where),
                    leads=_code(way, "leads", LEADS, where) or "street",
                    opens="key-elsewhere" if key else _code(way, "opens", OPENS, where) or "freely",
                    key_room=key,
                    height=_code(way, "height", HEIGHTS, where) or "level",
                )
            )
    return found


def _known(table: Mapping[str, Any], keys: set[str], where: str) -> None:
    for key in table:
        if key not in keys:
            raise HomeFileError(f"In {where}, “{key}” is not known.{_near(key, keys)}")


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise HomeFileError(f"In {where}, “{key}” is text in quotation marks.")
    return value


def _number(table: Mapping[str, Any], key: str, where: str) -> int:
    value = table.get(key, 0)
    if type(value) is not int:
        raise HomeFileError(f"In {where}, “{key}” is a whole number.")
    return value


def _truth(table: Mapping[str, Any], key: str, where: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise HomeFileError(f"In {where}, “{key}” is true or false.")
    return value


def _list(table: Mapping[str, Any], key: str, where: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise HomeFileError(f"In {where}, “{key}” is a list of names in quotation marks.")
    return value


def _codes(table: Mapping[str, Any], key: str, options: Options, where: str) -> tuple[str, ...]:
    known = [code for code, _ in options]
    for code in _list(table, key, where):
        if code not in known:
            raise HomeFileError(f"In {where}, “{key}” has no “{code}”.{_near(code, known)}")
    return tuple(table.get(key, []))


def _code(table: Mapping[str, Any], key: str, options: Options, where: str) -> str:
    code, known = _text(table, key, where), [code for code, _ in options]
    if code and code not in known:
        raise HomeFileError(f"In {where}, “{key}” has no “{code}”.{_near(code, known)}")
    return code


def _near(name: str, known: Any) -> str:  # noqa: ANN401  (any collection of names)
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else f" Known here: {', '.join(sorted(filter(None, known)))}."
