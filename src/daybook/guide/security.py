"""What can be looked at to make a home safer, who may change it where she lives, and calls she can read out."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When

Changes = Literal["nothing", "locks", "fittings", "accounts"]
"""What a check would change: nothing, locks, what is fixed to the building, or the account of a device."""

Part = Literal[
    "door", "window", "way-out", "keys", "light", "fire", "alarm", "letterbox", "outside", "neighbours", "phone",
    "post", "smart",
]  # fmt: skip


class HomeCheck(Checked, frozen=True, kw_only=True):
    """One thing to look at in the home. `order` is a place on the page; what is noticed moves it behind the rest.

    `title` says what it is once it is in place, so that it can be ticked. `calls` are ids of what she could ask for.
    """

    title: str
    part: Part
    order: int
    why: str
    how: tuple[str, ...]
    noticed: Literal["no", "maybe", "yes"]
    caution: str = ""
    changes: Changes = "nothing"
    proof: str = ""
    calls: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS


class WhoMay(Checked, frozen=True, kw_only=True):
    """One sentence on who may change something, and what to ask first. No `nations`: it holds wherever she lives."""

    changes: Changes
    says: str
    nations: tuple[str, ...] = ()
    order: int
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to ask in a call, in her own voice."""

    says: str
    when: When = ALWAYS


class Call(Checked, frozen=True, kw_only=True):
    """Something to ask for, as a page she can read out: whom to ask, how to begin, and what to ask, in her voice.

    `first` is what to think of before the call. `services` are ids of the directory.
    """

    title: str
    whom: str
    first: tuple[str, ...]
    begin: tuple[str, ...]
    asks: tuple[Asked, ...]
    after: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    order: int
    when: When = ALWAYS
