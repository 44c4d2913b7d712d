"""Questions about her situation, and the facts that answers give."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Entry, When


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer. `ages` (first, last) belongs to bands of children, `called` to relations."""

    id: str
    label: str
    facts: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    called: str = ""


class Question(Entry, frozen=True, kw_only=True):
    """One thing she may be asked. Skipping gives no facts; "not sure" gives the facts of `not_sure`."""

    order: int
    section: str
    ask: str
    why: str
    kind: Literal["one", "many", "children", "words"]
    core: bool = False
    when: When = ALWAYS
    not_sure: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def gives(self) -> frozenset[str]:
        """Every fact that some answer to this question gives."""
        return frozenset(self.not_sure).union(*(option.facts for option in self.options))
