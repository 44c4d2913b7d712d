"""The practice card: what is on it for each age, and what never is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.children.age import Words, not_named, words_by_age, words_of, years
from daybook.domain.children.card import LANDLINE, MOBILE, Card, Phones, card_of, shows_address
from daybook.domain.children.collecting import Told
from daybook.domain.children.others import for_others
from daybook.domain.children.practice import CHOICE, MAY_TELL, before, game
from daybook.domain.children.talk import not_to_carry, to_know
from daybook.domain.records.child import CARD_WORDS, Child
from daybook.domain.records.person import Person
from tests.domain.children import made

LEO = Child(name="Leo", age="7", full_name="Leo Marsh", address="12 Larch Court\nNorthwick", number="07700 900142")
CARDS: tuple[Words, ...] = ("first", "young", "older", "teen")
ALL: tuple[Words, ...] = ("others", *CARDS)
phones = st.builds(Phones, mobile=st.booleans(), landline=st.booleans())
BOTH = Phones()
ON_CARD = re.compile(r"\{person\}|\{Person\}|husband|abuse|fight|hit|dad|mum|secret|must|should|need to", re.IGNORECASE)


def read(card: Card | None) -> str:
    assert card
    return "\n".join(said.said({}) for said in card.sentences())


@given(made.children, st.sampled_from(CARDS), phones)
def test_a_card_tells_to_get_away_never_to_step_in_and_to_stay_on_the_line(
    child: Child, words: Words, there: Phones
) -> None:
    card = card_of(child, words, there)
    said = read(card)
    assert card
    assert re.search(r"away|Get out", card.away[0].words)
    assert any(re.search(r"in between", sentence.words) for sentence in card.away)
    assert any(sentence.words.startswith("Stay on the") for sentence in card.stay)
    assert said.index(card.away[0].words) < said.index(card.call[0].words)
    assert "999" in said or "9 9 9" in said


@given(made.children, st.sampled_from(CARDS))
def test_a_card_holds_no_word_of_hers_but_name_address_and_number(child: Child, words: Words) -> None:
    said = read(card_of(child, words, BOTH))
    assert made.SECRET not in said
    assert "Marmalade" not in said
    assert (child.full_name or child.name) in said
    assert (child.number in said) if child.number else ("number is" not in said)
    assert ("Larch" in said) == ("Larch" in child.address and not child.hide)
    assert ("I live at" in said) == shows_address(child)


@given(made.children, st.sampled_from(CARDS))
def test_a_card_says_nothing_of_abuse_and_names_nobody_else(child: Child, words: Words) -> None:
    plain = replace(child, name="Leo", full_name="")
    card = card_of(plain, words, BOTH)
    assert not ON_CARD.search(read(card))


def test_the_whole_card_of_a_child_of_seven() -> None:
    said = read(card_of(LEO, "young", BOTH))
    for words in (
        "My name is Leo Marsh.",
        "I live at 12 Larch Court, Northwick.",
        "The phone number is 07700 900142.",
        "press 5 and 5",
        "55 does nothing",
    ):
        assert words in said


def test_fifty_five_is_for_mobiles_and_a_landline_stays_open() -> None:
    mobile = read(card_of(LEO, "older", Phones(mobile=True, landline=False)))
    landline = read(card_of(LEO, "older", Phones(mobile=False, landline=True)))
    assert "press 55" in mobile
    assert "landline" not in mobile
    assert "On a landline 55 does nothing. Stay on the line" in landline
    assert "press it" not in landline
    for words in CARDS[1:]:
        assert not any("press" in said.words for said in LANDLINE[words])
        assert any("55" in said.words for said in MOBILE[words])


@given(st.integers(0, 17))
def test_below_four_there_is_no_card_but_words_for_others(age: int) -> None:
    words = words_by_age(age)
    assert (words == "others") == (age < 4)
    child = replace(LEO, age=str(age))
    assert (card_of(child, words, BOTH) is None) == (age < 4)


def test_her_choice_of_words_wins_over_the_age() -> None:
    assert words_of(LEO) == "young"
    assert words_of(replace(LEO, words="others")) == "others"
    assert words_of(replace(LEO, age="nearly 8")) is None
    assert words_of(replace(LEO, age="nearly 8", words="first")) == "first"
    assert {value for value, _ in CARD_WORDS} == {"others", *CARDS}


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("7", 7),
        (" 7 years old ", 7),
        ("18 months", 1),
        ("11 months", 0),
        ("nearly 8", None),
        ("7 or 8", None),
        ("", None),
    ],
)
def test_an_age_is_read_only_where_a_number_was_typed(typed: str, age: int | None) -> None:
    assert years(Child(name="x", age=typed)) == age


@given(made.children, made.known, made.told)
def test_words_for_others_hold_nothing_confidential_and_name_nobody_close(
    child: Child, people: dict[str, Person], told: Told
) -> None:
    people = {
        record: replace(person, name=f"{person.close or 'unsaid'}-{person.aside}") for record, person in people.items()
    }
    said = "\n".join(found.said({}) for found in for_others(child, people, told))
    for words in (made.SECRET, "Larch", "07700", "Marmalade", "close-", "unsure-"):
        assert words not in said
    assert "call 999" in said
    assert "{person}" not in said or "{person}" in child.name


@given(st.lists(st.integers(0, 25), max_size=4), st.lists(made.children, max_size=4))
def test_never_more_children_are_asked_for_than_she_told_of(ages: list[int], children: list[Child]) -> None:
    found = not_named(tuple(ages), children)
    young = [age for age in ages if age < 18]
    assert len(found) <= max(0, len(young) - len(children))
    assert all(found.count(age) <= young.count(age) for age in found)
    if not children:
        assert found == young


def test_a_child_who_was_added_is_not_asked_for_again() -> None:
    assert not_named((7, 3), [LEO]) == [3]
    assert not_named((7, 7), [LEO]) == [7]
    assert not_named((7,), [replace(LEO, age="nearly 8")]) == []


@given(st.sampled_from(ALL), st.booleans(), st.booleans())
def test_it_is_her_choice_and_a_child_may_tell_before_anything_else(
    words: Words,
    contact: bool,  # noqa: FBT001  (given by hypothesis)
    address: bool,  # noqa: FBT001
) -> None:
    found = before(words, contact=contact, has_address=address)
    assert found[:2] == [CHOICE, MAY_TELL]
    if words != "others":
        tips = " ".join(said.words for said in game(words))
        assert re.search(r"Never ring 999 to try it", tips)


@pytest.mark.parametrize("words", ALL)
def test_for_every_age_there_is_what_helps_and_what_is_not_to_carry(words: Words) -> None:
    knows = [said.words for said in to_know(words, apart=True)]
    carry = " ".join(said.words for said in not_to_carry(words))
    assert len(knows) >= 4
    assert to_know(words, apart=False) == to_know(words, apart=True)[:-1]
    assert "guard of a secret" in carry
    assert "Lying for you" in carry
    assert to_know(None, apart=True) == []
