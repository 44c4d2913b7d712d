"""What she decided about one action of her plan."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@record("step.1", listed=False, name="A step of your plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Her choice about one action: open, done, not for me or later, with her own note."""

    action: str
    choice: str = "open"
    note: str = ""
