"""How long a plan takes, beside reading every rule once in plain Python."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.figure import Figure
from daybook.guide.decide import decide
from daybook.guide.load import load_pack
from daybook.notebook.guidance import shipped_folder, shipped_pack


def _median(work: Callable[[], object], times: int) -> float:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def figures() -> list[Figure]:
    """Milliseconds to load the pack, and to decide a plan from nothing and from every fact there is."""
    pack = shipped_pack()
    facts = pack.facts
    once = _median(lambda: [set(action.when.all) <= facts for action in pack.actions.values()], 50)
    found = [Figure("load the pack", _median(lambda: load_pack(shipped_folder()), 3) * 1000, "ms")]
    for name, given in (("no answers", frozenset[str]()), ("every fact", facts)):
        took = _median(lambda given=given: decide(pack, given), 50)  # type: ignore[misc]
        found.append(Figure(f"plan, {name}", took * 1000, "ms", took / once, "reading every rule once"))
    return found
