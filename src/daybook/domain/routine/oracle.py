"""What a solver of yes-and-no questions has to offer. The one that is used stands above the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

Clause = list[int]
"""Numbers of statements, one of which at least holds; a negative number stands for "does not hold"."""


class TooHardError(RuntimeError):
    """Finding another week took too long. Mark more times as fixed, or give fewer other days, and try again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds, or which of the wishes cannot hold together; one of the two is empty."""

    holds: frozenset[int] = frozenset()
    conflict: tuple[int, ...] = ()


class Oracle(Protocol):
    """Clauses that always hold, and questions about them."""

    def ask(self, wishes: Sequence[int]) -> Answer:
        """Whether all wishes can hold. The same question has the same answer every time. Raises TooHardError."""


OpenOracle = Callable[[list[Clause]], Oracle]
