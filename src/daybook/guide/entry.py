"""What every kind of entry shares: its id, its place, and when it applies."""

from collections.abc import Collection
from datetime import date

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, eq=False, forbid_unknown_fields=True):
    """One entry of a pack. `id` and `file` are given by where it stands, never written in it."""

    id: str = ""
    file: str = ""


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When an entry applies: every fact of `all` is there and no fact of `none`. This is the whole grammar."""

    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def holds(self, facts: Collection[str]) -> bool:
        """Whether an entry with this rule fits these facts."""
        return all(fact in facts for fact in self.all) and not any(fact in facts for fact in self.none)

    @property
    def facts(self) -> frozenset[str]:
        """Every fact the rule names."""
        return frozenset(self.all) | frozenset(self.none)


ALWAYS = When()


class Checked(Entry, frozen=True, kw_only=True):
    """An entry somebody looked over: when, when to look again, and who."""

    checked: date
    check_again: date
    reviewer: str
