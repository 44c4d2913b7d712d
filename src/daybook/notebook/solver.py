"""Another week found by MiniSat, through PySAT: which statements can hold together, and which cannot (ADR 0023)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from daybook.domain.routine.oracle import Answer, Clause, TooHardError

EFFORT = 20_000
"""Conflicts met before one question counts as too hard: a bound on time that is the same on every machine."""


class MiniSat:
    """Clauses in MiniSat, which answers questions about them one after the other."""

    def __init__(self, clauses: list[Clause]) -> None:
        # Only another week needs this, so that starting does not wait for it.
        self._solver = import_module("pysat.solvers").Minisat22(bootstrap_with=clauses)

    def ask(self, wishes: Sequence[int]) -> Answer:
        """Whether all wishes can hold, and what holds then; else which ones cannot hold together."""
        self._solver.conf_budget(EFFORT)
        found = self._solver.solve_limited(assumptions=list(wishes))
        if found is None:
            raise TooHardError
        if found:
            return Answer(holds=frozenset(name for name in self._solver.get_model() if name > 0))
        conflict = set(self._solver.get_core() or ())
        return Answer(conflict=tuple(wish for wish in wishes if wish in conflict))
