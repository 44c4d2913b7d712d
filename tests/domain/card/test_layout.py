"""What goes on a card of each look, and what stays off it with which reason."""

from __future__ import annotations

import pytest

from daybook.domain.card.layout import Card, Entry, Look, On, Row, card
from daybook.domain.card.numbers import numbers_in

RUTH = Entry(key="ruth", name="Ruth", number="07700 900123", called="Dentist", on="disguised")


def made(*entries: Entry, look: Look = "card", **more: str | bool) -> Card:
    return card(
        entries,
        look,
        title=str(more.get("title", "")),
        folded=bool(more.get("folded")),
        true_names=[entry.name for entry in entries],
    )


def many(count: int, on: On) -> list[Entry]:
    return [
        Entry(key=str(n), name=f"Person{n}", number=f"07700 90010{n}", called="abcdefghijklm"[n] * 5, on=on)
        for n in range(count)
    ]


def why(card: Card) -> list[str]:
    return [said.said({}) for _key, said in card.off]


def test_a_plain_card_has_her_names_and_says_which_word_tells() -> None:
    line = Entry(key="h", name="National Domestic Abuse Helpline", number="020 7946 0101", on="card")
    found = made(Entry(key="o", name="Mrs Okafor", number="01632 960145", on="card"), line, RUTH)
    assert found.sides == ((Row("Mrs Okafor", "01632 960145"), Row("National Domestic Abuse", "020 7946 0101")),)
    assert found.title == ""
    assert [(key, said.values["word"]) for key, said in found.warned] == [("h", "abuse")]


def test_a_disguised_card_has_the_names_she_chose_and_a_dull_title() -> None:
    found = made(RUTH, look="disguised")
    assert (found.title, found.sides) == ("Coffee card", ((Row("Dentist", "07700 900123"),),))
    assert made(RUTH, look="disguised", title="Corner Bakery").title == "Corner Bakery"
    assert made(RUTH, look="disguised", title="Ruth's Bakery").title == "Coffee card"


@pytest.mark.parametrize(
    ("called", "number", "reason"),
    [
        ("", "07700 900123", "Choose a dull name"),
        ("Ruth", "07700 900123", "part of a true name"),
        ("Refuge", "07700 900123", "could say what this card is for"),
        ("Dentist", "101", "A short number says by itself"),
        ("Dentist", "999", "999 comes first"),
        ("Dentist", "ask her", "no number here"),
    ],
)
def test_what_cannot_stand_on_a_disguised_card_is_off_it_with_the_reason(called: str, number: str, reason: str) -> None:
    found = made(Entry(key="r", name="Ruth", number=number, called=called, on="disguised"), look="disguised")
    assert found.is_empty
    assert reason in why(found)[0]


@pytest.mark.parametrize(
    ("look", "folded", "most"),
    [("card", False, 6), ("card", True, 12), ("disguised", False, 4), ("disguised", True, 6)],
)
def test_what_does_not_fit_is_said(look: Look, most: int, *, folded: bool) -> None:
    found = made(*many(13, look), look=look, folded=folded)
    assert sum(len(side) for side in found.sides) == most
    assert why(found) == ["There is no more room on this card."] * (13 - most)


def test_two_sides_only_where_they_are_of_use() -> None:
    assert len(made(*many(3, "card"), folded=True).sides) == 1
    assert [len(side) for side in made(*many(8, "card"), folded=True).sides] == [6, 2]
    assert [len(side) for side in made(*many(3, "disguised"), look="disguised", folded=True).sides] == [0, 3]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("07700 900123, after nine", ["07700 900123"]),
        ("07700 900123 2pm", ["07700 900123"]),
        ("+44 (0)7700.900.123 / 01632 960145", ["+44 (0)7700-900-123", "01632 960145"]),
        ("999 or 101", ["101"]),
        ("999", []),
        ("flat 2", []),
        ("", []),
    ],
)
def test_numbers_are_found_in_what_was_typed(typed: str, found: list[str]) -> None:
    assert numbers_in(typed) == found
