"""Her home in the notebook: kept whole, changed one thing at a time, and read with what she told elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.home.changes import add_rooms, put_aside, quick
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.home import Home
from daybook.domain.records.rehearsal import Rehearsal
from daybook.notebook import plans
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.homes import KIND, NoSuchRoomError, change, her_home, home_of, room_of, way_of
from daybook.notebook.notebook import ChangedElsewhereError, Notebook
from daybook.notebook.plans import her_plan
from tests.notebook.found_entries import entries_with
from tests.notebook.test_plans import LEAST

ROOMS = ["hall", "kitchen", "bedroom"]


@pytest.fixture
def notebook(tmp_path: Path) -> Any:
    made = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble", cost=LEAST)
    yield made
    made.close()


def described(notebook: Notebook) -> Home:
    change(notebook, lambda home: add_rooms(home, ROOMS, "k"))
    return change(notebook, lambda home: quick(home, level=0, doors=["k0", "k1"], windows=[], phones=["k0"]))


def test_a_home_is_one_record_with_its_history_and_survives_locking(notebook: Notebook, tmp_path: Path) -> None:
    home = described(notebook)
    assert notebook.count([KIND]) == 1
    assert notebook.timeline() == []
    notebook.close()
    again = Notebook.unlock(tmp_path / "notes", "lantern gravel unison pebble")
    try:
        assert home_of(again) == home
        (record,) = again.timeline([KIND])
        assert [len(revision.body.ways_out) for revision in again.history(record.record)] == [0, 2]
    finally:
        again.close()


def test_two_windows_at_once_lose_nothing(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    described(notebook)
    save, first = notebook.save, [True]

    def slow(body: Any, **more: Any) -> Any:
        if first:
            first.pop()
            monkeypatch.setattr(notebook, "save", save)
            change(notebook, lambda home: add_rooms(home, ["garage"], "m"))
            return save(body, **more)
        return save(body, **more)

    monkeypatch.setattr(notebook, "save", slow)
    kept = change(notebook, lambda home: put_aside(home, "lower k0", aside=True))
    assert kept.aside == ("lower k0",)
    assert kept.rooms[-1].kind == "garage"
    assert home_of(notebook) == kept
    (record,) = notebook.timeline([KIND])
    with pytest.raises(ChangedElsewhereError):
        notebook.save(Home(), record=record.record, based_on=record.number - 1)


def test_what_she_told_elsewhere_is_asked_after_and_her_steps_are_offered(notebook: Notebook) -> None:
    described(notebook)
    told = SituationAnswers(
        chosen={"situation": ("living-with",), "weapons": ("yes",), "phone": ("landline",)},
        ages=(3, 40),
        relation="husband",
        pronouns="he",
    )
    notebook.keep(told)
    pack = shipped_pack()
    found = her_home(notebook, her_plan(notebook, pack))
    assert found.told.ages == (3,)
    assert found.told.weapons
    assert found.person["person"] == "your husband"
    assert {gap.page for gap in found.gaps} >= {"rooms", "words", "rehearsal"}
    assert "lower-risk-places" in {item.id for item in found.steps}
    plans.choose(notebook, pack, "lower-risk-places", "done")
    steps = {item.id: item.choice for item in her_home(notebook, her_plan(notebook, pack)).steps}
    assert steps["lower-risk-places"] == "done"


def test_a_try_is_found_by_its_words_and_stands_on_no_timeline_and_in_no_chronology(notebook: Notebook) -> None:
    before = her_home(notebook, her_plan(notebook, shipped_pack()))
    assert before.tries == []
    happened = Happened(how="exact", start=PartialDate(year=2026, month=11, day=3))
    kept = notebook.save(Rehearsal(tried="Down the stairs in the dark", happened=happened), key="t1")
    described(notebook)
    found = her_home(notebook, her_plan(notebook, shipped_pack()))
    assert [each.record for each in found.tries] == [kept.record]
    assert not any(gap.page == "rehearsal" for gap in found.gaps)
    assert [each.record for each in entries_with(notebook, "stairs")] == [kept.record]
    assert notebook.timeline() == []
    assert notebook.count() == 0


def test_what_is_not_there_is_said(notebook: Notebook) -> None:
    home = described(notebook)
    assert room_of(home, "k1").kind == "kitchen"
    assert way_of(home, "d-k0").room == "k0"
    for find in (room_of, way_of):
        with pytest.raises(NoSuchRoomError):
            find(home, "nowhere")
