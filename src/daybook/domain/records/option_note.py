"""What she noted about one of her options."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@record("option-note.1", listed=False, name="A note on one of your options")
@dataclass(frozen=True, slots=True, kw_only=True)
class OptionNote:
    """Her note on one option, by its id, and whether she put it aside for now. Nothing is chosen by it."""

    option: str
    note: str = ""
    not_now: bool = False
