"""Who knows what: the cells, and those with a reason for care."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.people.knowing import CELLS, Cell, Risk, cell, risks, with_cell
from daybook.domain.people.missing import missing_of, missing_of_all
from daybook.domain.people.say import ideas
from daybook.domain.records.code import Code
from daybook.domain.records.person import THINGS, Person
from tests.domain.people import made

NAMES = [thing for thing, _ in THINGS]
RUTH = Person(name="Ruth", close="no", watched="no")


def cells(person: Person, rule: str) -> set[str]:
    return {thing for risk in risks({"x": person}) if risk.rule == rule for thing in risk.things}


def rules(person: Person) -> list[str]:
    return [risk.rule for risk in risks({"x": person})]


@given(made.people)
def test_every_told_cell_of_who_is_close_is_named(person: Person) -> None:
    told = {thing for thing in NAMES if cell(person, thing) in ("told", "private")}
    assert cells(person, "told-close") == (told if person.close == "close" else set())
    assert cells(person, "told-unsure") == (told if person.close == "unsure" else set())


@given(made.people)
def test_every_cell_that_would_help_and_is_not_told_is_named_once(person: Person) -> None:
    wanted = {thing for thing in NAMES if cell(person, thing) == "help"}
    named = [
        thing for risk in risks({"x": person}) if risk.rule in ("help", "place", "school") for thing in risk.things
    ]
    assert wanted <= set(named)
    assert len(named) == len(set(named))
    assert not set(named) & set(person.knows)


@given(made.people)
def test_told_and_not_asked_is_named_unless_asking_is_said_already(person: Person) -> None:
    told = {thing for thing in NAMES if cell(person, thing) == "told"}
    assert cells(person, "not-asked") == (set() if person.close == "close" else told)


@given(made.people)
def test_told_in_private_to_who_is_not_close_needs_no_care(person: Person) -> None:
    calm = replace(person, close="no", watched="no", private=tuple(NAMES), to_tell=(), does=())
    assert risks({"x": calm}) == []


@given(made.people, st.sampled_from(NAMES), st.sampled_from(CELLS))
def test_marking_one_cell_leaves_every_other_as_it_was(person: Person, thing: str, state: Cell) -> None:
    marked = with_cell(person, thing, state)
    assert cell(marked, thing) == state
    assert {other: cell(marked, other) for other in NAMES if other != thing} == {
        other: cell(person, other) for other in NAMES if other != thing
    }


@given(made.people)
def test_who_is_set_aside_is_not_spoken_of(person: Person) -> None:
    assert risks({"x": replace(person, aside="aside")}) == []


@given(st.lists(made.people, max_size=4))
def test_every_sentence_can_be_said_and_names_the_person(people: list[Person]) -> None:
    found: list[Risk] = risks({str(number): person for number, person in enumerate(people)})
    for risk in found:
        assert people[int(risk.person)].name in risk.said.said({})
        assert "%(" not in risk.said.said({}) + risk.instead.said({})
    for said in [*(said for person in people for said in missing_of(person)), *missing_of_all(people)]:
        assert "%(" not in said.said({})


def test_who_would_come_or_call_and_may_not_know_where_is_named_before_what_may_be_asked() -> None:
    far = replace(RUTH, does=("call-999",), knows=("phone",))
    assert rules(far) == ["place", "not-asked"]
    assert rules(replace(far, role="neighbour")) == ["not-asked"]
    assert rules(replace(RUTH, does=("children",))) == ["school"]
    assert rules(replace(RUTH, watched="unsure", knows=("plan",), private=("plan",))) == ["seen-phone"]


def test_to_tell_somebody_close_is_met_with_another_choice() -> None:
    (risk,) = risks({"x": replace(RUTH, close="close", to_tell=("address",))})
    assert "Somebody else may be a safer choice" in risk.instead.said({})


def test_what_nobody_does_yet_is_said_and_then_no_longer() -> None:
    assert missing_of_all([]) == []
    assert len(missing_of_all([RUTH])) == 2
    assert missing_of_all([replace(RUTH, does=("call-999",), carry="heart")]) == []
    assert len(missing_of_all([replace(RUTH, does=("call-999",), carry="heart", aside="aside"), RUTH])) == 2


@given(made.people, st.lists(made.codes, max_size=3))
def test_ideas_tell_somebody_close_nothing_and_others_their_codes(person: Person, codes: list[Code]) -> None:
    said = [idea.said({}) for idea in ideas(person, codes)]
    assert all("%(" not in words for words in said)
    if person.close == "close":
        assert not any("{person}" in idea.words or "999" in idea.words for idea in ideas(person, codes))
        assert said[0] == "We are fine, thank you."
    else:
        whole = [code for code in codes if code.means and not code.stopped]
        assert all(any(code.what in words for words in said) for code in whole)
