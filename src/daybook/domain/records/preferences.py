"""The few settings a notebook has."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@record("preferences.1", listed=False, name="Settings")
@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Where leaving goes ("blank" or one of the exit sites), and how many idle minutes until it locks."""

    exit_to: str = "blank"
    idle_minutes: int = 5
