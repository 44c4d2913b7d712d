"""Her answers to the signs: kept one by one, never counted, and told to her plan only when she wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from daybook.domain.records.signs import SignAnswers
from daybook.notebook import signs
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan

PACK = shipped_pack()
WORDS = "lantern gravel unison pebble orchard tinsel"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path / "notes", WORDS)
    yield made
    made.close()


def of(notebook: Notebook) -> signs.HerSigns:
    plan = her_plan(notebook, PACK)
    return signs.signs_of(notebook, PACK, plan.facts, plan.wording)


def test_every_sign_is_there_before_anything_is_told_and_leads_to_somebody(notebook: Notebook) -> None:
    found = of(notebook)
    assert {sign.sign.id for sign in found.signs} == set(PACK.signs)
    assert not found.somebody_today
    for sign in found.signs:
        assert sign.sign.today
        assert sign.sign.actions
        assert sign.sign.statements or sign.sign.sources


def test_answers_stay_can_be_changed_and_taken_back(notebook: Notebook, tmp_path: Path) -> None:
    signs.answer(notebook, PACK, "gun", "yes")
    signs.answer(notebook, PACK, "weapon", "unsure")
    signs.answer(notebook, PACK, "stalking", "skipped")
    signs.answer(notebook, PACK, "gun", "no")
    notebook.close()
    again = Notebook.unlock(tmp_path / "notes", WORDS)
    assert {sign.sign.id: sign.said for sign in of(again).signs if sign.said} == {
        "gun": "no", "weapon": "unsure", "stalking": "skipped",
    }  # fmt: skip
    signs.answer(again, PACK, "gun", None)
    assert of(again).one("gun").said == ""
    again.close()


@pytest.mark.parametrize("said", ["yes", "unsure"])
def test_one_yes_or_not_being_sure_is_enough_to_name_somebody(notebook: Notebook, said: signs.Said) -> None:
    signs.answer(notebook, PACK, "harm-to-pets", said)
    assert of(notebook).somebody_today


def test_only_a_yes_she_wants_told_reaches_her_facts(notebook: Notebook) -> None:
    signs.answer(notebook, PACK, "strangling", "yes")
    assert signs.facts_from_signs(notebook, PACK) == frozenset()
    signs.tell_plan(notebook, PACK, "strangling", told=True)
    assert signs.facts_from_signs(notebook, PACK) == {"injured", "strangled"}
    signs.tell_plan(notebook, PACK, "strangling", told=False)
    assert signs.facts_from_signs(notebook, PACK) == frozenset()
    signs.tell_plan(notebook, PACK, "strangling", told=True)
    signs.answer(notebook, PACK, "strangling", "no")
    assert signs.facts_from_signs(notebook, PACK) == frozenset()
    signs.answer(notebook, PACK, "strangling", "yes")
    assert signs.facts_from_signs(notebook, PACK) == frozenset()
    signs.tell_plan(notebook, PACK, "gun", told=True)
    assert signs.facts_from_signs(notebook, PACK) == frozenset()


def test_what_her_plan_is_told_shows_in_it(notebook: Notebook) -> None:
    before = {item.id for item in her_plan(notebook, PACK).items}
    signs.answer(notebook, PACK, "strangling", "yes")
    assert {item.id for item in her_plan(notebook, PACK).items} == before
    signs.tell_plan(notebook, PACK, "strangling", told=True)
    more = {item.id for item in her_plan(notebook, PACK).items} - before
    assert [name for name in more if "strangled" in PACK.actions[name].when.all]


def test_a_sign_that_is_not_there_changes_nothing(notebook: Notebook) -> None:
    for call in (
        lambda: signs.answer(notebook, PACK, "no-such", "yes"),
        lambda: signs.tell_plan(notebook, PACK, "no-such", told=True),
        lambda: of(notebook).one("no-such"),
        lambda: of(notebook).after("no-such"),
    ):
        with pytest.raises(signs.NoSuchSignError):
            call()
    assert notebook.one(SignAnswers) == SignAnswers()


def test_what_is_kept_as_json_holds_no_number_and_no_level(notebook: Notebook) -> None:
    for name in PACK.signs:
        signs.answer(notebook, PACK, name, "yes")
        signs.tell_plan(notebook, PACK, name, told=True)
    body = notebook.one(SignAnswers)
    kept = msgspec.json.decode(msgspec.json.encode(body))
    assert set(kept) == {"said", "in_plan"}
    assert set(kept["said"].values()) <= set(signs.SAID)
    assert not re.search(
        r"\d|score|level|risk|low|high|total", msgspec.json.encode(body).decode().replace("follow", "")
    )


def test_nothing_of_the_signs_can_count_or_compare(notebook: Notebook) -> None:
    """The one thing said of all answers together is whether there is somebody to name, and it is a yes or a no."""
    for name in PACK.signs:
        signs.answer(notebook, PACK, name, "yes")
    found = of(notebook)
    public = {name: getattr(found, name) for name in dir(found) if not name.startswith("_")}
    assert not [name for name, value in public.items() if isinstance(value, int) and not isinstance(value, bool)]
