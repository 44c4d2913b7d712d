"""Texts take the name, the pronouns and the relation she picked, and stay right sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.records.answers import SituationAnswers
from daybook.guide.wording import (
    UnknownPlaceholderError,
    Wording,
    render,
    unknown_placeholders,
    wording_of,
)
from tests.guide import veldt

PACK = veldt.pack()
TEXT = "{Person} knows, {they} {v:know/knows}, {they_are} near {them}; {their} phone is {theirs}, {themself}. {They_have} it."


@pytest.mark.parametrize(
    ("wording", "read"),
    [
        (
            Wording(),
            "The person harming you knows, they know, they are near them; their phone is theirs, themself. They have it.",
        ),
        (
            Wording(pronouns="he", relation="husband"),
            "Your husband knows, he knows, he is near him; his phone is his, himself. He has it.",
        ),
        (
            Wording(name="Alex", pronouns="she", relation="husband"),
            "Alex knows, she knows, she is near her; her phone is hers, herself. She has it.",
        ),
        (
            Wording(pronouns="she", relation="someone-else"),
            "The person harming you knows, she knows, she is near her; her phone is hers, herself. She has it.",
        ),
    ],
)
def test_the_words_she_picked(wording: Wording, read: str) -> None:
    assert render(TEXT, wording, PACK) == read


@pytest.mark.parametrize(
    ("wording", "read"),
    [
        (Wording(), "I live with the person harming me. The person harming me knows, they know."),
        (Wording(pronouns="he", relation="husband"), "I live with my husband. My husband knows, he knows."),
        (Wording(name="Young Al", pronouns="she", relation="son"), "I live with Young Al. Young Al knows, she knows."),
    ],
)
def test_an_answer_she_picks_is_in_her_own_voice(wording: Wording, read: str) -> None:
    text = "I live with {person}. {Person} knows, {they} {v:know/knows}."
    assert render(text, wording, PACK, voice="hers") == read


@pytest.mark.parametrize(
    ("wording", "read"),
    [
        (Wording(relation="husband"), "I live with my husband"),
        (Wording(), "I live with the person harming me"),
        (Wording(name="Alex", relation="husband"), "I live with Alex"),
    ],
)
def test_an_answer_is_said_in_her_own_voice(wording: Wording, read: str) -> None:
    assert render("I live with {person}", wording, PACK, voice="hers") == read


def test_numbers_and_names_come_from_the_directory() -> None:
    assert render("{service:coastguard}: {number:coastguard}", Wording(), PACK) == "Coastguard: 777"


@pytest.mark.parametrize(
    "text", ["{they_know}", "{number:nobody}", "{v:know}", "{v:know/}", "{}", "{person.__class__}"]
)
def test_an_unknown_placeholder_is_refused(text: str) -> None:
    with pytest.raises(UnknownPlaceholderError):
        render(text, Wording(), PACK)
    assert list(unknown_placeholders(text, PACK)) == [text]


@given(st.text(max_size=30) | st.sampled_from(("{they}", "{}", "{number:coastguard}", "{", "\\1")))
def test_what_she_typed_as_a_name_is_never_read_as_a_placeholder(name: str) -> None:
    assert render("I saw {person}.", Wording(name=name or "x"), PACK) == f"I saw {name or 'x'}."


def test_a_name_of_spaces_is_no_name_and_odd_pronouns_are_they() -> None:
    assert wording_of(SituationAnswers(name="  ", pronouns="xe", relation="husband")) == Wording("", "they", "husband")
