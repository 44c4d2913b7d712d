"""The home she lives in, as far as a way out of it goes: rooms, doors between them, ways out, and a meeting place."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One room. `id` says nothing and stays; the codes are those of `domain/home/vocabulary.py`.

    `floor` counts from the floor one comes in on. `things` are what is kept here, `lock` says from where it locks,
    `heard` whether a shout from here would be heard outside the home, `children` that they sleep here.
    `column` and `row` are where she put it on the plan, or None.
    """

    id: str
    name: str
    kind: str = "other"
    floor: int = 0
    hazards: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    lock: str = ""
    heard: bool = False
    children: bool = False
    column: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """A way between two rooms, the same in both directions. One that is `shut` is often locked or blocked."""

    one: str
    other: str
    shut: bool = False

    def joins(self, room: str) -> bool:
        """Whether it belongs to this room."""
        return room in (self.one, self.other)

    def beyond(self, room: str) -> str:
        """The room on the other side of it, seen from this one."""
        return self.other if room == self.one else self.one


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """A way from one room to the outside.

    `kind` is what it is, `leads` what is behind it, `opens` what it takes to open it, `key_room` the room where its key
    is when that is another one, `height` how far down it is.
    """

    id: str
    room: str
    kind: str = "door"
    name: str = ""
    leads: str = "street"
    opens: str = "freely"
    key_room: str = ""
    height: str = "level"


@record("home.1", listed=False, name="Your home", serves=("R15", "W6", "W9", "W10", "W11"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Her home as she described it. `level` is the floor of the house that one comes in on.

    `aside` holds suggestions that are not for her, as "rule id" ("way w1"). `guessed` says that the doorways are still
    those the program put there when she named the rooms. A room, doorway or way out that gets a further field needs a
    new code: an older copy would drop it in silence.
    """

    rooms: tuple[Room, ...] = ()
    doorways: tuple[Doorway, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    level: int = 0
    meet: str = ""
    meet_other: str = ""
    neighbour: str = ""
    note: str = ""
    aside: tuple[str, ...] = ()
    guessed: bool = False
