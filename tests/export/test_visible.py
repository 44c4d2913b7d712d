from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.export.visible import (
    breakable,
    first_words,
    numbered,
    paragraphs,
    reads_right_to_left,
    unusual,
    visible,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain words", "plain words"),
        ("a\0b", "a‹U+0000›b"),
        ("a\x07\x1b[31m", "a‹U+0007›‹U+001B›[31m"),
        ("a\u202eb", "a‹U+202E›b"),
        ("\ufeffa", "‹U+FEFF›a"),
        ("\ue000\ud800\uffff", "‹U+E000›‹U+D800›‹U+FFFF›"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a    b"),
        ("naïve 😀 👩‍👧 مرحبا", "naïve 😀 👩‍👧 مرحبا"),
    ],
)
def test_what_paper_cannot_carry_is_shown_by_its_number(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(st.text(st.characters(max_codepoint=sys.maxunicode)))
def test_no_sign_is_dropped(typed: str) -> None:
    kept = [sign for sign in typed if sign.isalnum()]
    shown = iter(visible(typed))
    assert all(sign in shown for sign in kept), "every letter is there, in its order"
    assert visible(typed).encode("utf-8").decode("utf-8") == visible(typed)


def test_paragraphs_are_hers() -> None:
    assert paragraphs("one\nstill one\n\ntwo\n \t\n\n  three\n") == ["one\nstill one", "two", "three"]
    assert paragraphs("") == paragraphs(" \n\n ") == []


def test_a_word_longer_than_the_line_can_break_and_loses_nothing() -> None:
    word = "x" * 300
    assert breakable(word).replace("\u200b", "") == word
    assert max(map(len, breakable(word).split("\u200b"))) <= 30
    fingerprint = "0123456789abcdef" * 4
    assert breakable(f"SHA-256: {fingerprint}.") == f"SHA-256: {fingerprint}."
    assert breakable("She said it in ordinary words.") == "She said it in ordinary words."


def test_a_word_is_not_broken_inside_a_letter() -> None:
    word = "e\u0301" * 40
    assert all(piece[0] == "e" for piece in breakable(word).split("\u200b"))


def test_the_beginning_stands_for_the_whole() -> None:
    assert first_words("short\nwords") == "short words"
    assert first_words("word " * 50) == "word " * 11 + "word …"
    assert len(first_words("x" * 500)) == 62
    assert first_words("a\0b") == "a‹U+0000›b"


@pytest.mark.parametrize(
    ("text", "answer"), [("مرحبا Dan", True), ("Dan مرحبا", False), ("12 שלום", True), ("", False)]
)
def test_the_first_letter_decides_the_direction(text: str, *, answer: bool) -> None:
    assert reads_right_to_left(text) is answer


def test_letters_without_a_typeface_are_found_and_numbered() -> None:
    assert unusual("He said “no”, naïve…") == set()
    assert unusual("中文 q\u0489") == {"中", "文", "q\u0489"}
    assert unusual("👩\u200d👧👍🏽x\u05b0") == {"👩\u200d👧", "👍🏽", "x\u05b0"}
    assert unusual("\u0301") == {"\u0301"}
    assert numbered("中文 q\u0489!", {"中", "q\u0489"}) == "‹U+4E2D›文 q‹U+0489›!"
