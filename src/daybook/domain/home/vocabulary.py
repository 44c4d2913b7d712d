"""The words a home is described with: kinds of rooms, hazards, things, locks, ways out. Codes are never renamed."""

from __future__ import annotations

from dataclasses import dataclass

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A kind of room: what it brings with it when it is added, and whether one could be shut in there.

    `hazards` are what such a room nearly always has; she takes out what is not true. `opens_to` names the kinds it
    most likely opens to, the likeliest first. `upstairs` says on which floor it is when there are two.
    """

    code: str
    words: str
    hazards: tuple[str, ...] = ()
    small: bool = False
    upstairs: bool = False
    opens_to: tuple[str, ...] = ("hall", "shared-hall", "living", "one-room")
    children: bool = False


_UP = ("landing", "hall", "shared-hall", "living", "one-room")

ROOM_KINDS: dict[str, RoomKind] = {
    kind.code: kind
    for kind in (
        RoomKind("hall", "Hall", opens_to=("living", "one-room")),
        RoomKind("landing", "Landing upstairs", ("drop",), upstairs=True),
        RoomKind("living", "Living room"),
        RoomKind("kitchen", "Kitchen", ("knives", "hot")),
        RoomKind("dining", "Dining room"),
        RoomKind("bedroom", "My bedroom", upstairs=True, opens_to=_UP),
        RoomKind("child-bedroom", "Children's bedroom", upstairs=True, opens_to=_UP, children=True),
        RoomKind("other-bedroom", "Another bedroom", upstairs=True, opens_to=_UP),
        RoomKind("bathroom", "Bathroom", small=True, upstairs=True, opens_to=_UP),
        RoomKind("toilet", "Toilet", small=True),
        RoomKind("one-room", "One room for everything", ("knives", "hot")),
        RoomKind("utility", "Utility room", opens_to=("kitchen", "hall", "living")),
        RoomKind("porch", "Porch"),
        RoomKind("conservatory", "Conservatory", opens_to=("living", "dining", "kitchen", "hall")),
        RoomKind("garage", "Garage or workshop", ("tools",), opens_to=("utility", "kitchen", "hall", "living")),
        RoomKind("cellar", "Cellar", ("drop",), small=True, opens_to=("hall", "kitchen", "living")),
        RoomKind("cupboard", "Cupboard or box room", small=True),
        RoomKind("balcony", "Balcony", ("drop",), opens_to=("living", "bedroom", "one-room", "kitchen")),
        RoomKind("shared-hall", "Shared hall or stairs", opens_to=("hall", "living", "one-room")),
        RoomKind("shared-living", "Shared living room"),
        RoomKind("shared-kitchen", "Shared kitchen", ("knives", "hot")),
        RoomKind("other", "Another room"),
    )
}
"""In the order they are offered."""

HAZARDS: Options = (
    ("knives", "Knives or other sharp things"),
    ("hot", "A cooker, kettle or fire"),
    ("tools", "Tools, or other heavy things"),
    ("weapon", "A weapon, or something kept as one"),
    ("drop", "The top of stairs, or another drop"),
)
THINGS: Options = (
    ("phone", "A phone that stays here"),
    ("mobile", "My mobile, most of the time"),
    ("keys", "Keys to the ways out"),
    ("coat", "Coat and shoes"),
)
LOCKS: Options = (
    ("", "It has no lock"),
    ("inside", "It locks from inside"),
    ("outside", "It locks from outside"),
    ("both", "It locks from both sides"),
)
WAYS: Options = (
    ("door", "A door"),
    ("window", "A window I could climb out of"),
    ("fire-escape", "A fire escape"),
    ("hatch", "Another way, such as a hatch"),
)
LEADS: Options = (
    ("street", "The street, or open ground"),
    ("gate", "A garden or yard with a way on"),
    ("shared", "Shared stairs or a corridor"),
    ("closed", "A garden or yard with no way on"),
    ("unsure", "Not sure"),
)
OPENS: Options = (
    ("freely", "It opens from inside without a key"),
    ("key-near", "With a key that hangs by it"),
    ("key-elsewhere", "With a key kept in another room"),
    ("not-mine", "With a key I do not have"),
    ("stuck", "It is stuck, blocked or painted shut"),
    ("unsure", "Not sure"),
)
HEIGHTS: Options = (
    ("level", "Level, or a step"),
    ("climb", "A climb, and it can be done"),
    ("high", "Too high to climb"),
)
FLOORS: Options = (
    ("-1", "Below, in a cellar or basement"),
    ("0", "Where I come in"),
    ("1", "One floor up from there"),
    ("2", "Two floors up from there"),
)
"""Where a room is, seen from the floor one comes in on."""

LEVELS: Options = (
    ("0", "On the ground, or a few steps up"),
    ("1", "One floor up"),
    ("2", "Two floors up, or higher"),
    ("-1", "Below the street"),
)
"""Where in the house that floor is."""


def kind_words(code: str) -> str:
    """What a kind of room is called; the code itself where it is not known."""
    return ROOM_KINDS[code].words if code in ROOM_KINDS else code
