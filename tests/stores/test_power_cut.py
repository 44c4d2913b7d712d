"""What was acknowledged survives a power cut, and a weaker setting is shown not to keep that promise."""

from __future__ import annotations

import pytest

pytest.importorskip("apsw")

from tests.stores.power_cuts import FULL, cut_power, weaker

RUNS = 200


def test_nothing_acknowledged_is_lost_or_torn(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cut_power(RUNS, FULL, monkeypatch)
    assert (outcome.runs, outcome.lost, outcome.torn) == (RUNS, 0, 0)
    assert outcome.acknowledged > 3 * RUNS


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_with_a_weaker_setting_the_same_test_shows_loss(synchronous: str, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cut_power(RUNS, weaker(synchronous), monkeypatch)
    assert outcome.lost + outcome.torn > RUNS // 20
