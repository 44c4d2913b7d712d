"""In which order looks at a home are offered: what nobody notices first, locks last."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, Protocol, TypeVar

Group = Literal["no", "maybe", "yes", "locks"]
"""Whether the person harming her would notice; a change of locks is a group of its own."""

GROUPS: tuple[Group, ...] = ("no", "maybe", "yes", "locks")
TOGETHER = "lives_with_them"
NEVER_TOGETHER = ("locks", "accounts")
"""Changes that are not offered to somebody who lives with the person harming her (X17, T07, uk-facts)."""


class Look(Protocol):
    """What the rules read of one look: `noticed` is no, maybe or yes; `changes` nothing, locks, fittings, accounts."""

    @property
    def id(self) -> str:
        """Its name in the guidance."""

    @property
    def order(self) -> int:
        """Its place among its like."""

    @property
    def noticed(self) -> Literal["no", "maybe", "yes"]:
        """Whether the person harming her would notice."""

    @property
    def changes(self) -> str:
        """What it changes."""


L = TypeVar("L", bound=Look)


def group_of(look: Look) -> Group:
    """Where it stands on the page: a change of locks last, behind who may make it (X17)."""
    if look.changes == "locks":
        return "locks"
    return look.noticed


def offered(looks: Iterable[L], facts: Collection[str]) -> list[L]:
    """Those that may be offered to her, in a careful order: by group, and inside it as written.

    The rule of the plan (docs/packs.md): what would be noticed comes after what would not. To somebody who lives with
    the person harming her no change of locks or of accounts is offered, whatever the guidance says.
    """
    together = TOGETHER in facts
    fitting = (look for look in looks if not (together and look.changes in NEVER_TOGETHER))
    return sorted(fitting, key=lambda look: (GROUPS.index(group_of(look)), look.order, look.id))
