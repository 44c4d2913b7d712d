"""An order from two at a time: right, complete, few questions, and true wherever she stops."""

from __future__ import annotations

from math import ceil, log2

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.ranking import SAME, Ranking, ranking

Hidden = dict[str, int]
hidden_orders = st.dictionaries(st.text("abcdefghijkl", min_size=1, max_size=1), st.integers(0, 5), max_size=10)


def asked_through(hidden: Hidden, most: int = 1000) -> tuple[Ranking, int]:
    """Answer as somebody would whose order is `hidden` (lower first), and stop after `most` questions."""
    answers: dict[frozenset[str], str] = {}
    while True:
        found = ranking(list(hidden), lambda one, other: answers.get(frozenset((one, other))))
        if found.ask is None or len(answers) == most:
            return found, len(answers)
        one, other = found.ask
        assert frozenset((one, other)) not in answers, "asked twice"
        first = SAME if hidden[one] == hidden[other] else min(one, other, key=hidden.__getitem__)
        answers[frozenset((one, other))] = first


@given(hidden_orders)
def test_the_order_comes_out_as_she_means_it(hidden: Hidden) -> None:
    found, _ = asked_through(hidden)
    assert found.left == ()
    assert [{hidden[name] for name in row} for row in found.rows] == [{level} for level in sorted(set(hidden.values()))]
    assert sorted(name for row in found.rows for name in row) == sorted(hidden)


@given(st.permutations(range(7)))
def test_seven_things_are_ordered_in_at_most_fourteen_questions(levels: list[int]) -> None:
    _, count = asked_through(dict(zip("abcdefg", levels, strict=True)))
    assert count <= sum(ceil(log2(number)) for number in range(2, 8)) == 14


@given(hidden_orders, st.integers(0, 12))
def test_wherever_she_stops_what_is_placed_is_right_and_nothing_is_lost(hidden: Hidden, most: int) -> None:
    found, _ = asked_through(hidden, most)
    levels = [hidden[name] for row in found.rows for name in row]
    assert levels == sorted(levels)
    assert sorted([name for row in found.rows for name in row] + list(found.left)) == sorted(hidden)


def test_nothing_said_asks_about_the_first_two() -> None:
    found = ranking(["a", "b", "c"], lambda _one, _other: None)
    assert (found.rows, found.left, found.ask) == ((("a",),), ("b", "c"), ("a", "b"))


def test_an_answer_about_one_of_a_row_speaks_for_the_row() -> None:
    said = {frozenset("ab"): SAME, frozenset("bc"): "c"}
    found = ranking(["a", "b", "c"], lambda one, other: said.get(frozenset((one, other))))
    assert found.rows == (("c",), ("a", "b"))
