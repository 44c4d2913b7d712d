"""The ideas about her week that she left out for now."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@record("week-aside.1", listed=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAside:
    """Ideas left out, each as the rule and what it is about: "move RECORD"."""

    aside: tuple[str, ...] = ()
