"""Letters from what she told: what was not released to a reader is in no letter of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.letters.things import OPEN, READERS, THINGS
from daybook.domain.records.child import Child
from daybook.domain.records.contact import Contact
from daybook.domain.records.letter import Letter
from daybook.domain.records.letter_details import LetterDetails
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.letter_things import keep_things, things_of
from daybook.notebook.letters import (
    NoSuchLetterError,
    can_be,
    draft_of,
    letters_of,
    model_of,
    near,
    offered_to,
    said_in,
    standing_in,
    steps_of,
)
from daybook.notebook.notebook import Notebook
from daybook.notebook.people import spoken
from daybook.notebook.plans import HerPlan, her_plan
from tests.notebook.test_plans import LEAST

TODAY = date(2026, 5, 3)
ANSWERS = {
    "situation": "left-same-area",
    "nation": "england",
    "words": {"name": "Ж", "pronouns": "he", "relation": "husband"},
    "children": [7],
    "school": ["school"],
    "orders": ["non-molestation"],
    "work": ["job"],
}
ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
SIGNS = {name: ALPHABET[place] for place, name in enumerate(THINGS)}
"""A letter for each thing that no template has: one sign of it anywhere is a leak."""


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path_factory.mktemp("letters") / "notes", "lantern gravel unison pebble", cost=LEAST)
    made.keep(read_answers(shipped_pack(), ANSWERS))
    yield made
    made.close()


@pytest.fixture(scope="module")
def plan(notebook: Notebook) -> HerPlan:
    return her_plan(notebook, shipped_pack())


known = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from([sign * 9, f"{sign} {sign}\n\n{sign}", f"{sign}{{phone}}{sign}"]) for name, sign in SIGNS.items()}
)  # fmt: skip
released = st.lists(st.sampled_from(sorted(THINGS)), unique=True)


@given(st.sampled_from(sorted(shipped_pack().letters)), known, released, st.sampled_from(["", "Dr Able", "{address}"]))
def test_a_letter_says_nothing_that_was_not_released_to_its_reader(
    plan: HerPlan, name: str, known: dict[str, str], released: list[str], dear: str
) -> None:
    text = draft_of(plan, model_of(plan, name), {**known, "me": "Robin"}, released, dear=dear, today=TODAY)
    for thing, sign in SIGNS.items():
        if thing not in released:
            assert sign not in text.casefold(), (name, thing)
    assert "ж" not in text.casefold() or "person_name" in released or any("ж" in known.get(x, "") for x in released)


@given(st.sampled_from(sorted(shipped_pack().letters)), known, released)
def test_no_letter_names_the_notebook(plan: HerPlan, name: str, known: dict[str, str], released: list[str]) -> None:
    text = draft_of(plan, model_of(plan, name), known, released, dear="", today=TODAY).casefold()
    assert not any(word in text for word in ("daybook", "notebook", "diary"))


def test_what_she_released_is_said_and_the_rest_is_found_when_she_writes_it_by_hand(plan: HerPlan) -> None:
    things = {"phone": "07700 900123", "address": "14 Elm Road, ZZ9 1AA", "me": "Robin"}
    model = model_of(plan, "school-keep-private")
    text = draft_of(plan, model, things, ["phone"], dear="Ms Able", today=TODAY)
    letter = Letter(text=text, released=("phone",), reader="school", began=model.id)
    assert "Dear Ms Able" in text
    assert [thing.id for thing in said_in(letter, things)] == ["phone"]
    assert standing_in(plan, letter, things) == []
    by_hand = Letter(text=text + "\n\nWe are at 14 elm road.", released=("phone",), reader="school", began=model.id)
    assert [thing.id for thing in standing_in(plan, by_hand, things)] == ["address"]


def test_every_letter_there_is_is_offered_where_she_lives(plan: HerPlan) -> None:
    offered = offered_to(plan)
    ids = {letter.id for letter in (*offered.fitting, *offered.others)}
    assert ids == {letter.id for letter in plan.pack.letters.values() if "england" in letter.nations}
    assert "school-keep-private" in {letter.id for letter in offered.fitting}
    assert {letter.reader for letter in (*offered.fitting, *offered.others)} == {reader for reader, _ in READERS}
    with pytest.raises(NoSuchLetterError):
        model_of(plan, "no-such-letter")


def fresh(tmp_path: Path) -> Notebook:
    made = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble", cost=LEAST)
    made.keep(read_answers(shipped_pack(), ANSWERS))
    return made


def test_what_she_told_elsewhere_is_there_and_her_own_words_come_first(tmp_path: Path) -> None:
    book = fresh(tmp_path)
    ruth = book.save(Person(name="Ruth", does=("children",))).record
    book.save(
        Child(name="Leo", full_name="Leo Marsh", password="Grey umbrella", school="Hill School", collects=(ruth,))
    )
    book.save(Child(name="Ava", aside="aside"))
    book.save(Contact(whom="police", said="x", reference="CR/0000"))
    plan = her_plan(book, shipped_pack())
    things = things_of(book, plan)
    assert set(things) == {*THINGS, "me"}
    assert (things["children"], things["password"], things["school"]) == ("Leo Marsh", "Grey umbrella", "Hill School")
    assert (things["collectors"], things["police"], things["person_name"]) == ("Ruth", "CR/0000", "Ж")
    assert things["order"] == "a non-molestation order"
    assert "CR/0000" in things["calls"]
    keep_things(book, plan, {**things, "phone": "07700 900123"})
    kept = book.one(LetterDetails)
    assert (kept.phone, kept.children, kept.order) == ("07700 900123", "", "")
    keep_things(book, plan, {"children": "Leo"})
    assert things_of(book, plan)["children"] == "Leo"
    book.close()


def test_a_reader_close_to_the_person_harming_her_is_said(tmp_path: Path) -> None:
    book = fresh(tmp_path)
    head = book.save(Person(name="Ms Able", role="school", close="close")).record
    friend = book.save(Person(name="Sunita", role="friend", close="unsure")).record
    nobody = book.save(Person(name="Priya", role="friend", close="no")).record
    assert list(can_be(book, "school")) == [head]
    assert set(can_be(book, "phone")) == {head, friend, nobody}
    plan = her_plan(book, shipped_pack())
    said = [spoken(plan, each) for each in near(book, [head, friend, nobody])]
    assert said == [
        "Ms Able is close to Ж, or in touch. What the letter says may be passed on.",
        "You are not sure if Ж is in touch with Sunita. What the letter says may be passed on.",
    ]
    assert near(book, [nobody]) == []
    book.close()


def test_a_letter_leads_to_its_step_of_the_plan(plan: HerPlan, notebook: Notebook) -> None:
    letter = Letter(text="x", began="school-keep-private")
    assert [item.id for item in steps_of(plan, letter)] == ["school-keeps-address-private"]
    assert steps_of(plan, Letter(text="x")) == []
    assert letters_of(notebook) == []
    assert OPEN.isdisjoint(THINGS)
