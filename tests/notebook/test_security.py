"""Her home made safer: nothing that is noticed without its caution, no lock without who may change it, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.crypto.derive import Cost
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.home_check import HomeCheck
from daybook.domain.security.order import TOGETHER
from daybook.guide.answers import facts_of
from daybook.guide.situation import read_answers
from daybook.guide.wording import Wording
from daybook.notebook import calls, security
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import HerPlan, her_plan

TODAY = date(2026, 11, 22)
APART = {"situation": "stayed-home", "nation": "england", "home": "private-joint"}


def plan_of(facts: frozenset[str], answers: SituationAnswers | None = None) -> HerPlan:
    return HerPlan(
        pack=shipped_pack(),
        answers=answers or SituationAnswers(),
        facts=facts,
        wording=Wording(),
        items=(),
        kept=(),
        gone=(),
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path_factory.mktemp("home") / "notes", "made-up words", cost=Cost(memory=64 * 1024))
    yield made
    made.close()


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path / "notes", "made-up words", cost=Cost(memory=64 * 1024))
    made.keep(read_answers(shipped_pack(), APART))
    yield made
    made.close()


def here(notebook: Notebook) -> security.HerSecurity:
    return security.her_security(notebook, her_plan(notebook, shipped_pack()), TODAY)


def any_facts() -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(shipped_pack().facts)), max_size=60)


@settings(max_examples=150)
@given(st.data())
def test_nothing_noticed_is_offered_without_its_caution_and_no_lock_without_who_may(
    empty: Notebook, data: st.DataObject
) -> None:
    facts = data.draw(any_facts())
    hers = security.her_security(empty, plan_of(facts), TODAY)
    offered = [her for part in hers.parts for her in part.looks]
    for her in offered:
        assert her.look.noticed == "no" or her.caution.strip()
        if her.look.changes != "nothing":
            assert her.who_may
            assert all(may.says.strip() for may in her.who_may)
    for part in hers.parts:
        assert part.who_may or not any(her.look.changes == "locks" for her in part.looks)
    if TOGETHER in facts:
        assert not [her.id for her in offered if her.look.changes in ("locks", "accounts")]


@settings(max_examples=100)
@given(st.data())
def test_who_may_never_speaks_of_a_nation_that_is_not_hers(empty: Notebook, data: st.DataObject) -> None:
    nation = data.draw(st.sampled_from(shipped_pack().cover.nations))
    facts = data.draw(any_facts().map(lambda some: frozenset(f for f in some if not f.startswith("in_"))))
    for changes in ("locks", "fittings", "accounts"):
        for may in security.who_may(plan_of(facts | {f"in_{nation}"}), changes):
            assert not may.nations
            assert not may.who.nations or nation in may.who.nations


def test_where_her_nation_is_not_known_each_sentence_names_its_own() -> None:
    told = security.who_may(plan_of(frozenset({"rents_jointly", "is_married"})), "locks")
    named = {nation for may in told for nation in may.nations}
    assert named == set(shipped_pack().cover.nations)
    assert told[0].who.id == "locks-ask-first"


def test_abroad_no_law_of_a_nation_is_told() -> None:
    pack = shipped_pack()
    answers = read_answers(pack, {"nation": "elsewhere", "home": "private-joint"})
    told = security.who_may(plan_of(frozenset(facts_of(pack, answers)), answers), "locks")
    assert [may.who.id for may in told] == ["locks-ask-first", "locks-elsewhere"]


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        ("private-joint", "locks-joint-england"),
        ("social-mine", "locks-rented-mine"),
        ("private-theirs", "locks-tenancy-theirs"),
        ("own-theirs", "locks-they-own"),
        ("own-joint", "locks-joint-owned-england"),
        ("own-mine", "locks-owned-mine"),
    ],
)
def test_who_may_follows_from_how_the_home_is_held(home: str, expected: str) -> None:
    pack = shipped_pack()
    facts = frozenset(facts_of(pack, read_answers(pack, APART | {"home": home})))
    found = [may.who.id for may in security.who_may(plan_of(facts), "locks")]
    assert found[0] == "locks-ask-first"
    assert expected in found


@pytest.mark.parametrize(
    ("device", "expected"),
    [("only-me", "accounts-private"), ("they-use", "accounts-shared"), ("they-set-up", "accounts-set-up")],
)
def test_an_account_is_changed_from_a_device_only_she_uses(device: str, expected: str) -> None:
    pack = shipped_pack()
    facts = frozenset(facts_of(pack, read_answers(pack, APART | {"device": [device]})))
    assert [may.who.id for may in security.who_may(plan_of(facts), "accounts")] == ["accounts-owner", expected]


def test_what_is_ticked_is_kept_once_even_from_two_windows(notebook: Notebook) -> None:
    plan = her_plan(notebook, shipped_pack())
    assert security.tick(notebook, plan, ["phone-near", "phone-near", "no-such", "neighbour-hears"]) == 1
    assert security.tick(notebook, plan, ["phone-near"]) == 1
    assert [her.id for her in here(notebook).done] == ["phone-near"]
    assert notebook.count([security.KIND]) == 1


def test_a_state_keeps_who_when_and_note(notebook: Notebook) -> None:
    plan = her_plan(notebook, shipped_pack())
    record = security.begun(notebook, plan, "locks-new")
    latest = notebook.latest(record)
    notebook.save(HomeCheck(what="Mine", by="Jo", day=TODAY, note="two keys"), record=record, based_on=latest.number)
    assert security.set_state(notebook, plan, "locks-new", "asked") == record
    assert notebook.latest(record).body == HomeCheck(what="Mine", state="asked", by="Jo", day=TODAY, note="two keys")


def test_a_record_with_the_very_words_of_a_look_is_that_look(notebook: Notebook) -> None:
    title = shipped_pack().security["phone-near"].title
    saved = notebook.save(HomeCheck(what=title.upper(), state="done"))
    assert [her.record for her in here(notebook).done] == [saved.record]
    assert here(notebook).own == []


def test_what_she_noted_is_not_lost_when_her_answers_change(notebook: Notebook) -> None:
    plan = her_plan(notebook, shipped_pack())
    record = security.set_state(notebook, plan, "locks-new", "done")
    notebook.keep(read_answers(shipped_pack(), {"situation": "living-with"}))
    now = her_plan(notebook, shipped_pack())
    assert [revision.record for revision in here(notebook).own] == [record]
    assert not security.look_of(notebook, now, "locks-new").fits
    with pytest.raises(security.NoSuchLookError):
        security.look_of(notebook, now, "windows-locked")


def test_not_for_her_is_kept_and_can_come_back(notebook: Notebook) -> None:
    plan = her_plan(notebook, shipped_pack())
    security.set_state(notebook, plan, "alarm", "not")
    assert [her.id for her in here(notebook).not_for_her] == ["alarm"]
    assert "alarm" not in [her.id for part in here(notebook).parts for her in part.looks]
    security.set_state(notebook, plan, "alarm", "")
    assert "alarm" in [her.id for part in here(notebook).parts for her in part.looks]


def test_a_call_asks_what_fits_her_in_her_own_voice() -> None:
    pack = shipped_pack()
    joint = frozenset(facts_of(pack, read_answers(pack, APART)))
    [call, fire] = calls.calls_for(plan_of(joint))
    assert (call.id, fire.id) == ("sanctuary-england", "fire-visit")
    assert "I was abused by the person harming me." in call.begin[1]
    assert any("Both names are on the tenancy" in ask for ask in call.asks)
    assert not any("children" in ask for ask in call.asks)
    scotland = frozenset({"lives_apart", "in_scotland"})
    assert [each.id for each in calls.calls_for(plan_of(scotland))] == ["safer-home-elsewhere", "fire-visit"]
    with pytest.raises(calls.NoSuchCallError):
        calls.call_of(plan_of(frozenset({TOGETHER, "in_england"})), "sanctuary-england")
