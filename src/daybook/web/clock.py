"""The two clocks of a machine, and whether it slept between two looks at them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

LONGEST_GAP = 20.0
"""Seconds the clocks may drift apart, or nobody may look at them, before it counts as sleep."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only run forward, and seconds of the day; given as functions so that tests can turn them."""

    running: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


@dataclass(slots=True)
class SleepWatch:
    """Notices that the machine slept, from looks that are about a second apart.

    While a machine sleeps its wall clock goes on; the running clock stands still on Linux and macOS and goes on
    on Windows. So both a drift between the two and a long time without a look mean sleep. A wall clock set by
    hand looks the same, and then the notebook locks once more than it had to.
    """

    clock: Clock
    _running: float = field(init=False)
    _wall: float = field(init=False)

    def __post_init__(self) -> None:
        self._running, self._wall = self.clock.running(), self.clock.wall()

    def slept(self) -> bool:
        """Whether the machine slept since the last look."""
        running, wall = self.clock.running(), self.clock.wall()
        passed, passed_wall = running - self._running, wall - self._wall
        self._running, self._wall = running, wall
        return abs(passed_wall - passed) > LONGEST_GAP or passed > LONGEST_GAP
