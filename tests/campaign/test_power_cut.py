"""Many power cuts: `pytest -m campaign tests/campaign`, with DAYBOOK_POWER_CUTS for how many."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("apsw")

from tests.stores.power_cuts import FULL, cut_power

RUNS = int(os.environ.get("DAYBOOK_POWER_CUTS", "10000"))


@pytest.mark.campaign
def test_nothing_acknowledged_is_lost_or_torn(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cut_power(RUNS, FULL, monkeypatch, seed=1_000_000)
    assert (outcome.runs, outcome.lost, outcome.torn) == (RUNS, 0, 0)
