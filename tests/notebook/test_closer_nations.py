"""What a thing of the plan rests on is told for her nation, and for every one while hers is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from daybook.crypto.derive import Cost
from daybook.guide.situation import read_answers
from daybook.journal.journal import Journal
from daybook.notebook import ready
from daybook.notebook.closer import look_closer
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan
from daybook.stores.file import FileStore

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
LEAST = Cost(memory=64 * 1024, passes=3, lanes=4)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Notebook]:
    store = FileStore(tmp_path / "notes")
    Journal.create(store, PASSPHRASE, cost=LEAST).close()
    store.close()
    book = Notebook.unlock(tmp_path / "notes", PASSPHRASE)
    yield book
    book.close()


@pytest.mark.parametrize(
    ("nation", "told"),
    [
        ("northern-ireland", {"northern_ireland"}),
        ("wales", {"wales"}),
        ("skipped", {"england", "wales", "scotland", "northern_ireland"}),
    ],
)
def test_a_law_of_another_nation_is_not_told(book: Notebook, nation: str, told: set[str]) -> None:
    pack = ready.pack()
    book.keep(read_answers(pack, {"nation": nation, "words": {"relation": "husband"}}))
    plan = her_plan(book, pack)
    said = {basis.says for basis in look_closer(plan, "clares-law", date(2026, 12, 1)).basis if basis.says}
    about = pack.actions["clares-law"].statements
    fitting = {name for name in about if told & set(pack.statements[name].nations)}
    assert said == {plan.words(pack.statements[name].says).strip() for name in fitting}
    assert len(fitting) == (3 if nation == "skipped" else 2)
