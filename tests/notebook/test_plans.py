"""Her plan follows her answers, and what she decided and noted stays."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from daybook.crypto.derive import Cost
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.step import Step
from daybook.guide.pack import Pack
from daybook.guide.situation import read_answers
from daybook.journal.journal import Journal
from daybook.notebook import answering, plans, ready
from daybook.notebook.closer import look_closer
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.lines import lines_for
from daybook.notebook.notebook import ChangedElsewhereError, Notebook
from daybook.notebook.plans import HerPlan, her_plan
from daybook.notebook.round import Round
from daybook.stores.file import FileStore

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
LEAST = Cost(memory=64 * 1024, passes=3, lanes=4)
MOTHER = {
    "situation": "preparing",
    "nation": "england",
    "words": {"pronouns": "he", "relation": "husband"},
    "device": ["they-check"],
    "children": [3, 7],
}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return ready.pack()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = FileStore(tmp_path / "notes")
    Journal.create(store, PASSPHRASE, cost=LEAST).close()
    store.close()
    return tmp_path / "notes"


@pytest.fixture
def book(folder: Path) -> Iterator[Notebook]:
    book = Notebook.unlock(folder, PASSPHRASE)
    yield book
    book.close()


def tell(book: Notebook, pack: Pack, **answers: object) -> HerPlan:
    book.keep(read_answers(pack, answers))
    return her_plan(book, pack)


def ids(plan: HerPlan) -> list[str]:
    return [item.id for item in plan.items]


def test_with_no_answers_there_is_an_emergency_action_first_and_a_helpline_of_every_nation(
    book: Notebook, pack: Pack
) -> None:
    plan = her_plan(book, pack)
    assert ids(plan)[0] == "call-999"
    assert [item.id for item in plan.start_here()] == [item.id for item in plan.open("now")][:5]
    lines = lines_for(plan)
    assert {line.where for line in lines} >= {"England", "Wales", "Scotland", "Northern Ireland"}
    assert all(way.value for line in lines for way in line.ways)


def test_lines_fit_what_she_told(book: Notebook, pack: Pack) -> None:
    plan = tell(book, pack, nation="wales", **{"about-you": ["man", "sixty"]})
    lines = lines_for(plan)
    assert [line.name for line in lines] == ["Men's Advice Line", "Hourglass", "Live Fear Free"]
    assert not any(line.where for line in lines)


def test_every_text_is_in_her_words(book: Notebook, pack: Pack) -> None:
    plan = tell(book, pack, **MOTHER)
    assert len(plan.items) > 60
    for item in plan.items:
        closer = look_closer(plan, item.id, date(2026, 12, 1))
        texts = [item.title, *closer.why, *closer.steps, *closer.caution, *(basis.says for basis in closer.basis)]
        for text in texts:
            assert "{" not in text
            assert "the person harming you" not in text
    assert any("your husband" in item.title for item in plan.items)


def test_the_plan_follows_an_answer_and_a_choice_of_hers_is_kept_when_it_fits_no_more(
    book: Notebook, pack: Pack
) -> None:
    plan = tell(book, pack, **MOTHER)
    assert "child-never-steps-in" in ids(plan)
    plans.choose(book, pack, "child-never-steps-in", "done")
    question = Round(pack, plan.answers).question("children")
    answering.change(book, lambda answers: answering.with_ages(answers, question, []))
    after = her_plan(book, pack)
    assert "child-never-steps-in" not in ids(after)
    assert [(item.id, item.choice, item.fits) for item in after.kept if item.id == "child-never-steps-in"] == [
        ("child-never-steps-in", "done", False)
    ]
    answering.change(book, lambda answers: answering.with_ages(answers, question, [7]))
    assert her_plan(book, pack).item("child-never-steps-in").choice == "done"


def test_done_later_not_for_me_and_back_are_kept_with_their_history(book: Notebook, pack: Pack, folder: Path) -> None:
    for choice in ("done", "later", "not_for_me"):
        plans.choose(book, pack, "safer-device", choice)  # type: ignore[arg-type]
        assert her_plan(book, pack).item("safer-device").choice == choice
        assert "safer-device" not in [item.id for item in her_plan(book, pack).open("now")]
    plans.write_note(book, pack, "safer-device", "the library on Mondays", before="")
    plans.choose(book, pack, "safer-device", "open")
    book.close()
    again = Notebook.unlock(folder, PASSPHRASE)
    item = her_plan(again, pack).item("safer-device")
    assert (item.choice, item.note) == ("open", "the library on Mondays")
    told = [(step.body.choice, step.body.note) for step in plans.step_history(again, "safer-device")]
    assert [choice for choice, _ in told] == ["done", "later", "not_for_me", "not_for_me", "open"]
    assert again.count(["step.1"]) == 1
    again.close()


def test_a_note_never_goes_over_words_of_another_window(book: Notebook, pack: Pack) -> None:
    plans.write_note(book, pack, "safer-device", "first", before="")
    plans.choose(book, pack, "safer-device", "done")
    plans.write_note(book, pack, "safer-device", "second", before="first")  # a choice in between changes nothing
    with pytest.raises(ChangedElsewhereError) as caught:
        plans.write_note(book, pack, "safer-device", "third", before="first")
    assert caught.value.latest.body == Step(action="safer-device", choice="done", note="second")
    plans.write_note(book, pack, "safer-device", "second", before="first")  # the same form sent twice
    plans.write_note(book, pack, "safer-device", "third", before="second")
    assert her_plan(book, pack).item("safer-device").note == "third"


def test_an_unknown_action_is_refused_and_a_note_on_one_that_is_gone_still_shows(book: Notebook, pack: Pack) -> None:
    with pytest.raises(plans.NoSuchActionError):
        plans.choose(book, pack, "no-such-thing", "done")
    with pytest.raises(plans.NoSuchActionError):
        her_plan(book, pack).item("no-such-thing")
    book.save(Step(action="of-an-older-pack", choice="done", note="mine"))
    assert [step.note for step in her_plan(book, pack).gone] == ["mine"]


def at_once(works: list[Callable[[], object]]) -> None:
    begin = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        begin.wait()
        work()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_answers_given_at_once_in_several_windows_are_all_kept(book: Notebook, pack: Pack) -> None:
    options = {"situation": "preparing", "nation": "wales", "phone": "landline", "people": "friend", "pets": "yes"}

    def answer(name: str, option: str) -> Callable[[], object]:
        question = Round(pack, SituationAnswers()).question(name)
        return lambda: answering.change(book, lambda answers: answering.with_options(answers, question, [option]))

    at_once([answer(name, option) for name, option in options.items()])
    assert answering.answers_of(book).chosen == {name: (option,) for name, option in options.items()}
    assert book.count(["answers.1"]) == 1


@pytest.mark.parametrize("begun", [False, True])
def test_an_answer_kept_in_another_window_at_the_very_moment_stays(book: Notebook, pack: Pack, *, begun: bool) -> None:
    nation, pets, people = (Round(pack, SituationAnswers()).question(name) for name in ("nation", "pets", "people"))
    if begun:
        answering.change(book, lambda answers: answering.with_options(answers, people, ["friend"]))
    meanwhile = [pets]

    def answer(answers: SituationAnswers) -> SituationAnswers:
        while meanwhile:
            meanwhile.clear()
            answering.change(book, lambda theirs: answering.with_options(theirs, pets, ["yes"]))
        return answering.with_options(answers, nation, ["wales"])

    answering.change(book, answer)
    kept = answering.answers_of(book).chosen
    assert (kept["nation"], kept["pets"]) == (("wales",), ("yes",))
    assert ("people" in kept) == begun
    assert book.count(["answers.1"]) == 1


def test_a_choice_and_a_note_given_at_once_are_both_kept_in_one_record(book: Notebook, pack: Pack) -> None:
    at_once(
        [
            lambda: plans.choose(book, pack, "safer-device", "later"),
            lambda: plans.write_note(book, pack, "safer-device", "ask Ruth", before=""),
        ]
    )
    item = her_plan(book, pack).item("safer-device")
    assert (item.choice, item.note) == ("later", "ask Ruth")
    assert book.count(["step.1"]) == 1


def test_an_answer_is_one_of_told_unsure_or_skipped(pack: Pack) -> None:
    question = Round(pack, SituationAnswers()).question("device")
    told = answering.with_options(SituationAnswers(), question, ["they-check", "made-up"])
    assert told.chosen == {"device": ("they-check",)}
    doubtful = answering.unsure(told, question)
    assert (doubtful.chosen, doubtful.unsure, doubtful.skipped) == ({}, ("device",), ())
    passed = answering.without(doubtful, question, skipped=True)
    assert (passed.chosen, passed.unsure, passed.skipped) == ({}, (), ("device",))
    assert answering.without(passed, question, skipped=False) == SituationAnswers()
    assert answering.with_options(passed, question, ["only-me"]) == replace(
        SituationAnswers(), chosen={"device": ("only-me",)}
    )


def test_one_of_several_keeps_one(pack: Pack) -> None:
    question = Round(pack, SituationAnswers()).question("nation")
    assert answering.with_options(SituationAnswers(), question, ["wales", "england"]).chosen == {"nation": ("england",)}


def test_the_first_round_is_short_and_goes_forward_and_back(pack: Pack) -> None:
    start = Round(pack, SituationAnswers())
    assert 8 <= len(start.first) <= 12
    assert start.next_open() == start.first[0]
    for here, after in zip(start.first, start.first[1:], strict=False):
        assert start.after(here) == after
        assert start.before(after) == here
    assert start.before(start.first[0]) is None
    assert start.after(start.first[-1]) is None
    assert start.number(start.first[2]) == 3
    assert all(start.number(question) == 0 for part in start.more.values() for question in part)


def test_past_its_day_and_what_comes_first_are_said(book: Notebook, pack: Pack) -> None:
    plan = her_plan(book, pack)
    item = plan.item("talk-to-a-helpline")
    fresh = look_closer(plan, item.id, item.action.check_again)
    assert not fresh.is_old
    assert look_closer(plan, item.id, date(2031, 1, 1)).is_old
    assert [first.id for first in fresh.before] == ["safer-device", "private-browsing"]
    assert fresh.waits
    plans.choose(book, pack, "safer-device", "done")
    plans.choose(book, pack, "private-browsing", "not_for_me")
    assert not look_closer(her_plan(book, pack), item.id, date(2026, 12, 1)).waits
    assert fresh.basis
    assert not fresh.is_reviewed


def test_the_guidance_is_read_once_and_nothing_waits_for_it_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "_found", [])
    asked = []
    go_on = threading.Event()

    def slow() -> object:
        asked.append(1)
        go_on.wait(5)
        return "pack"

    monkeypatch.setattr("daybook.notebook.guidance.shipped_pack", slow)
    ready.begin()
    assert ready.pack_if_read() is None
    go_on.set()
    assert ready.pack() == "pack"
    assert ready.pack_if_read() == "pack"
    assert asked == [1]


@pytest.mark.parametrize("nation", shipped_pack().cover.nations)
def test_no_number_stands_alone_in_any_nation(nation: str) -> None:
    told = SimpleNamespace(pack=shipped_pack(), facts=frozenset({f"in_{nation}"}), words=lambda text: text)
    assert len(lines_for(told)) >= 2  # type: ignore[arg-type]
