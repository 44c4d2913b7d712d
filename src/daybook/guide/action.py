"""Actions: what she could do, with its reasons, cautions and what comes first."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When

Group = Literal["now", "soon", "ready"]
Does = Literal["emergency", "protect", "save", "talk", "prepare", "change", "remove"]
GROUPS: tuple[Group, ...] = ("now", "soon", "ready")


class Cautions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to think of first: proof to save, what to ask a lawyer, children, money."""

    evidence: str = ""
    legal: str = ""
    child: str = ""
    money: str = ""


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A set of facts, and whether the entry is shown for it. Each one is run as a test."""

    facts: tuple[str, ...] = ()
    shown: bool


class Action(Checked, frozen=True, kw_only=True):
    """One thing she can do, as docs/packs.md describes it."""

    title: str
    section: str
    group: Group
    order: int
    does: Does
    why: str
    steps: tuple[str, ...]
    noticed: Literal["no", "maybe", "yes"]
    caution: str = ""
    first: tuple[str, ...] = ()
    serves: tuple[str, ...]
    tool: str | None = None
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS
    cautions: Cautions = Cautions()
    examples: tuple[Example, ...]
