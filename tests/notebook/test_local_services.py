"""Lists of local services in a notebook: sealed, the newer list speaks, taken out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from daybook.guide.local_entry import LocalEntry
from daybook.guide.local_file import read_local
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.local_services import add_list, lists_of, local_services, take_out
from daybook.notebook.notebook import Notebook

SAMPLE = Path(__file__).parents[2] / "packs" / "sample-local" / "services.csv"
WORDS = "lantern gravel unison pebble orchard tinsel"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path / "notes", WORDS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def entries() -> list[LocalEntry]:
    return read_local(SAMPLE.read_bytes(), "a.csv", shipped_pack(), date(2026, 11, 21))[0]


def test_a_list_is_the_same_after_closing_and_opening(
    notebook: Notebook, entries: list[LocalEntry], tmp_path: Path
) -> None:
    add_list(notebook, entries)
    before = [service for _id, service, _list in local_services(notebook)]
    notebook.close()
    again = Notebook.unlock(tmp_path / "notes", WORDS)
    assert [service for _id, service, _list in local_services(again)] == before
    again.close()
    assert before[0].name == "Millbrook Outreach"
    assert before[0].checked == date(2026, 11, 2)
    assert before[0].ways[0].value == "01632 960 101"


def test_nothing_of_a_list_can_be_read_on_the_disk(
    notebook: Notebook, entries: list[LocalEntry], tmp_path: Path
) -> None:
    add_list(notebook, entries)
    notebook.close()
    files = [path for path in (tmp_path / "notes").rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert b"Millbrook" not in path.read_bytes()
        assert b"960 101" not in path.read_bytes()


def test_the_same_form_sent_twice_adds_one_list(notebook: Notebook, entries: list[LocalEntry]) -> None:
    add_list(notebook, entries, key="k")
    add_list(notebook, entries, key="k")
    assert len(lists_of(notebook)) == 1


def test_a_newer_list_speaks_for_a_service_of_the_same_name_and_place(
    notebook: Notebook, entries: list[LocalEntry]
) -> None:
    add_list(notebook, entries)
    newer = msgspec.structs.replace(entries[0], name="MILLBROOK outreach", for_whom="Everybody.")
    add_list(notebook, [newer])
    found = {service.name: service for _id, service, _list in local_services(notebook)}
    assert set(found) == {"MILLBROOK outreach", "Millbrook Refuge Referrals", "Safer Homes Millbrook"}
    take_out(notebook, lists_of(notebook)[0].record)
    assert "Millbrook Outreach" in {service.name for _id, service, _list in local_services(notebook)}
    elsewhere = msgspec.structs.replace(entries[0], places=("Otherton",))
    add_list(notebook, [elsewhere])
    assert len(local_services(notebook)) == 4


def test_a_list_taken_out_shows_no_more_and_twice_is_fine(notebook: Notebook, entries: list[LocalEntry]) -> None:
    kept = add_list(notebook, entries)
    take_out(notebook, kept.record)
    take_out(notebook, kept.record)
    assert local_services(notebook) == []
    assert lists_of(notebook) == []
    assert replace(notebook.history(kept.record)[0].body) == kept.body
