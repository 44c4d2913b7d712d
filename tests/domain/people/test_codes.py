"""What a code leaves behind, whether it is understood, and what is not agreed yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_of
from daybook.domain.people.codes import cautions, missing, was_tried
from daybook.domain.people.told import Told, told_by
from daybook.domain.people.traces import BY_PHONE, better
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person
from daybook.domain.typed import parse, typed_of
from tests.domain.people import made

PHRASE = Code(what="Did you feed next door's cat?", how="phrase", means=("ring",), whom=("a" * 32,))
RUTH = Person(name="Ruth", close="no", watched="no", knows=("address",))
PRIVATE = Told(seen="no")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def rules(code: Code, people: list[Person], told: Told, others: list[Code] | None = None) -> set[str]:
    return {caution.rule for caution in cautions(code, people, told, others or [])}


@given(made.codes, st.lists(made.people, max_size=3), made.told)
def test_a_code_over_a_phone_they_look_at_always_warns_and_has_another_way(
    code: Code, people: list[Person], told: Told
) -> None:
    found = rules(code, people, told)
    if code.how in BY_PHONE and told.seen != "no":
        assert "hers" in found
    if {"hers", "bill", "theirs", "shared"} & found:
        assert code.how in BY_PHONE
        assert better(code, told) or (told.deaf and code.how == "message")


@given(made.codes, st.lists(made.people, min_size=1, max_size=3), made.told)
def test_a_phone_of_theirs_that_may_be_seen_always_warns_with_a_name(
    code: Code, people: list[Person], told: Told
) -> None:
    watched = any(person.watched in ("pays", "looks", "unsure") for person in people)
    assert ("theirs" in rules(code, people, told)) == (watched and code.how in BY_PHONE)


@given(made.codes, st.lists(made.people, max_size=3), made.told)
def test_who_is_close_always_warns_whatever_the_code(code: Code, people: list[Person], told: Told) -> None:
    found = rules(code, people, told)
    assert ("close" in found) == any(person.close == "close" for person in people)
    assert ("may-be-close" in found) == any(person.close == "unsure" for person in people)


def test_a_phrase_with_somebody_private_has_nothing_to_warn_of() -> None:
    assert cautions(PHRASE, [RUTH], PRIVATE) == []
    assert better(PHRASE, PRIVATE) is None


@pytest.mark.parametrize("how", ["missed-call", "blank-text"])
def test_a_missed_call_or_an_empty_text_can_fail_even_on_a_private_phone(how: str) -> None:
    assert rules(replace(PHRASE, how=how), [RUTH], PRIVATE) == {"unclear"}
    other = better(replace(PHRASE, how=how), PRIVATE)
    assert other
    assert "Agree in person" in other.words


def test_who_is_deaf_is_not_sent_to_speech() -> None:
    other = better(replace(PHRASE, how="blank-text"), replace(PRIVATE, deaf=True))
    assert other
    assert "chat" in other.words
    assert better(replace(PHRASE, how="message"), replace(PRIVATE, deaf=True)) is None


def test_who_is_to_call_999_and_may_not_know_the_place_is_named() -> None:
    far, near = replace(RUTH, knows=()), replace(RUTH, knows=(), role="neighbour")
    code = replace(PHRASE, means=("call-999",))
    assert rules(code, [far], PRIVATE) == {"place"}
    assert rules(code, [near], PRIVATE) == set()
    assert rules(replace(PHRASE, means=("children",)), [RUTH], PRIVATE) == {"school"}


def test_the_same_words_with_two_meanings_are_named_until_one_is_no_longer_used() -> None:
    other = replace(PHRASE, what="did you feed next doors cat", means=("call-999",))
    assert rules(PHRASE, [RUTH], PRIVATE, [other]) == set()
    other = replace(other, what="DID you feed  next door's cat")
    assert rules(PHRASE, [RUTH], PRIVATE, [other]) == {"same"}
    assert rules(PHRASE, [RUTH], PRIVATE, [replace(other, stopped="stopped")]) == set()


@given(made.codes, st.lists(made.people, max_size=2))
def test_a_code_without_an_agreed_action_or_somebody_who_knows_it_is_never_whole(
    code: Code, people: list[Person]
) -> None:
    said = " ".join(found.words for found in missing(code, people))
    assert ("what happens then" in said) == (not code.means and not code.more)
    assert ("who knows it" in said) == (not people)
    assert ("tried" in said) == (not was_tried(code))


def test_a_code_changed_after_it_was_tried_was_not_tried() -> None:
    spring, summer = (Happened(how="exact", start=PartialDate(year=2026, month=month)) for month in (4, 7))
    assert was_tried(replace(PHRASE, tried=summer, changed=spring))
    assert not was_tried(replace(PHRASE, tried=spring, changed=summer))
    assert was_tried(replace(PHRASE, tried=Happened(words="last week, at the bins")))
    assert not was_tried(PHRASE)


def test_what_she_told_is_read_on_the_careful_side() -> None:
    assert told_by(()) == Told(seen="unsaid")
    assert told_by(("device_private",)).seen == "no"
    assert told_by(("device_private", "device_exposed")).seen == "yes"
    assert told_by(("phone_contract_theirs", "family_group", "smart_home", "no_phone", "is_deaf")) == Told(
        bill=True, shared=True, ears=True, no_phone=True, deaf=True
    )


@given(made.codes)
def test_a_code_comes_back_from_its_own_form_and_takes_no_id_that_is_none(code: Code) -> None:
    kind = kind_of("code.1")
    assert parse(kind, typed_of(code), {}, NOW) == code
    forged = typed_of(code) | {"whom": ["../../x", "a" * 32, "a" * 32, "A" * 32, ""]}
    found = parse(kind, forged, {}, NOW)
    assert isinstance(found, Code)
    assert found.whom == ("a" * 32,)
