"""Who told nothing yet is helped all the same: her orders are held against what she wrote of "he", "she" or a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan

ACCOUNTS = ("He rang me nine times at work.", "She rang me nine times.", "They rang me in the night.")


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.journal.journal.derive", lambda _words, _salt, _cost: b"k" * 32)
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard tinsel")
    given = Happened(how="exact", start=PartialDate(year=2026, month=11, day=6))
    told = {"made": date(2026, 11, 2), "served": "yes", "served_on": given, "until": "further"}
    order = notebook.save(CourtOrder(name="The order", what="non-molestation-order", **told)).record  # type: ignore[arg-type]
    notebook.save(OrderTerm(order=(order,), words="Not to ring.", covers=("call",), protects=("me",)))
    at = Happened(how="exact", start=PartialDate(year=2026, month=11, day=10, hour=14, minute=0))
    for account in ACCOUNTS:
        notebook.save(Incident(account=account, happened=at))
    yield notebook
    notebook.close()


def held(notebook: Notebook) -> set[str]:
    found = breaches.possibilities(notebook, her_plan(notebook, ready.pack()))
    return {each.happening.body.account for each in found}


def test_before_she_chose_any_words_everybody_can_be_meant(notebook: Notebook) -> None:
    assert held(notebook) == set(ACCOUNTS)


def test_when_she_chose_he_a_woman_who_rang_is_somebody_else(notebook: Notebook) -> None:
    notebook.keep(read_answers(ready.pack(), {"words": {"pronouns": "he"}}))
    assert held(notebook) == {ACCOUNTS[0]}
