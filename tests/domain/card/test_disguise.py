"""A disguised card holds nothing true but the numbers: no true name, no word that says what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.domain.card.layout import LONGEST, TITLES, Card, Entry, Look, card
from daybook.domain.card.numbers import numbers_in
from daybook.domain.card.telling import telling_word, true_name_in

TELLING = ("helpline", "help line", "refuge", "police", "daybook", "abuse", "violence", "hotline", "999")
NAMES = (
    "Ruth",
    "Mrs Okafor",
    "Sam's mum Priya",
    "Jo",
    "José",
    "National Domestic Abuse Helpline",
    "Women's Aid",
    "Coffee",
    "dr green",
    "مريم",
    "Zoë Lark",
)
DULL = (
    "Dentist",
    "Ruth",
    "RUTH'S hair",
    "Aunt Flo",
    "the refuge",
    "Police shop",
    "ｐｏｌｉｃｅ",
    "po\u00adlice",
    "Metropolice",
    "p o l i c e",
    "Help Line",
    "jose",
    "Priya",
    "Mrs Fern",
    "Bakery",
    "",
    "Helpful plumber",
    "Coffee",
    "Zoe",
)
NUMBERS = ("07700 900123", "01632 960145 or 07700 900124 (police)", "999", "101", "Ruth: 020 7946 0101", "none", "")
either = st.one_of(st.sampled_from(DULL), st.text(max_size=40))
names = st.one_of(st.sampled_from(NAMES), st.text(max_size=30))
entries = st.lists(
    st.builds(
        Entry,
        key=st.uuids().map(str),
        name=names,
        number=st.one_of(st.sampled_from(NUMBERS), st.text(max_size=30)),
        called=either,
        on=st.sampled_from(["card", "disguised", "heart", ""]),
    ),
    max_size=9,
)


def shown(made: Card) -> list[str]:
    return [made.title, *(row.name for side in made.sides for row in side)]


def numbers(made: Card) -> list[str]:
    return [row.number for side in made.sides for row in side]


def holds(text: str, words: str) -> bool:
    """Whether these words stand in a text by themselves, in whatever case."""
    wanted = " ".join(words.casefold().split())
    return bool(wanted) and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text.casefold()))


def carried(name: str, called: str) -> list[Entry]:
    return [Entry(key="a", name=name, number="07700 900123", called=called, on="disguised")]


@given(hers=entries, title=either, folded=st.booleans(), everybody=st.lists(names, max_size=4))
@example(hers=carried("Ruth", "Ruth"), title="", folded=False, everybody=[])
@example(hers=carried("Ruth", "Helpline"), title="Refuge", folded=True, everybody=[])
@example(hers=carried("x", "Cafe"), title="Coffee card", folded=True, everybody=["Coffee"])
@example(hers=carried("Ruth", "Priya"), title="Ruth", folded=False, everybody=["Sam's mum Priya"])
def test_nothing_true_is_on_it_but_the_numbers(
    hers: Sequence[Entry], title: str, everybody: Sequence[str], *, folded: bool
) -> None:
    made = card(hers, "disguised", title=title, folded=folded, true_names=everybody)
    for text in shown(made):
        for word in TELLING:
            assert word not in text.casefold()
        for name in (*everybody, *(entry.name for entry in hers)):
            assert not holds(text, name)
    for number in numbers(made):
        assert re.fullmatch(r"[\d+() -]+", number)
        assert len(re.sub(r"\D", "", number)) >= 7


@given(hers=entries, folded=st.booleans(), look=st.sampled_from(["card", "disguised"]))
def test_every_number_she_chose_is_on_the_card_or_said_to_be_off_it(
    hers: Sequence[Entry], look: Look, *, folded: bool
) -> None:
    made = card(hers, look, folded=folded, true_names=())
    off = [key for key, _why in made.off]
    chosen = [entry for entry in hers if entry.on == look]
    assert set(off) <= {entry.key for entry in chosen}
    on = [entry for entry in chosen if entry.key not in off]
    rows = [row for side in made.sides for row in side]
    assert [row.number for row in rows] == [number for entry in on for number in numbers_in(entry.number)]
    assert all(len(row.name) <= LONGEST for row in rows)
    assert max((len(side) for side in made.sides), default=0) <= 6
    assert "999" not in numbers(made)


@pytest.mark.parametrize(
    "text",
    [
        "HELPLINE",
        "help-line",
        "Help",
        "refuges",
        "Metropolice",
        "po\u00adlice",
        "DayBook",
        "101",
        "Court",
        "Women's Aid",
    ],
)
def test_words_that_tell_are_found_however_they_are_written(text: str) -> None:
    assert telling_word(text)


@pytest.mark.parametrize(
    "text", [*TITLES, "Courtney", "Aidan", "Dentist", "Lawn mower", "Rapeseed oil", "Olive Garden", "Aunt Flo"]
)
def test_dull_words_are_left_alone(text: str) -> None:
    assert telling_word(text) == ""


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Ruth's hair", "Ruth", "Ruth"),
        ("Annabel", "Anna", "anna"),
        ("Sample shop", "Sam", ""),
        ("Mrs Fern", "Mrs Okafor", ""),
        ("okafor & sons", "Mrs Okafor", "okafor"),
        ("Jose", "José", "José"),
        ("Wool shop", "Sam's mum Priya", ""),
        ("Mum's car", "Sam's mum Priya", "mum"),
    ],
)
def test_a_true_name_is_found_as_a_word_and_at_the_beginning_of_one(text: str, name: str, found: str) -> None:
    assert true_name_in(text, [name]) == found
