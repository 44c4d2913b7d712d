"""In which order looks at a home are offered: what nobody notices first, locks last."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, Protocol, TypeVar

Group = Literal["quiet", "noticed", "locks"]
GROUPS: tuple[Group, ...] = ("quiet", "noticed", "locks")
TOGETHER = "lives_with_them"
NEVER_TOGETHER = ("locks", "accounts")
"""Changes that are not offered to somebody who lives with the person harming her (X17, T07, uk-facts)."""

_HOW_MUCH = ("no", "maybe", "yes")


class Look(Protocol):
    """What the rules read of one look: `noticed` is no, maybe or yes; `changes` nothing, locks, fittings, accounts."""

    @property
    def id(self) -> str:
        """Its name in the guidance."""

    @property
    def order(self) -> int:
        """Its place among its like."""

    @property
    def noticed(self) -> str:
        """Whether the person harming her would notice."""

    @property
    def changes(self) -> str:
        """What it changes."""


L = TypeVar("L", bound=Look)


def group_of(look: Look) -> Group:
    """Where it stands on the page. A change of locks is by itself, behind who may make it (X17)."""
    if look.changes == "locks":
        return "locks"
    return "quiet" if look.noticed == "no" else "noticed"


def offered(looks: Iterable[L], facts: Collection[str]) -> list[L]:
    """Those that may be offered to her, in a careful order: by group, then by how much is noticed, then as written.

    The rule of the plan (docs/packs.md): what would be noticed comes after what would not. To somebody who lives with
    the person harming her no change of locks or of accounts is offered, whatever the guidance says.
    """
    together = TOGETHER in facts
    fitting = (look for look in looks if not (together and look.changes in NEVER_TOGETHER))
    return sorted(
        fitting,
        key=lambda look: (GROUPS.index(group_of(look)), _HOW_MUCH.index(look.noticed), look.order, look.id),
    )
