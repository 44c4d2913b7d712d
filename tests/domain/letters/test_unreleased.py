"""A confidential thing in a letter is seen however it is written, and common words are no alarm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.letters.things import THINGS
from daybook.domain.letters.unreleased import unreleased

HER = {
    "phone": "07700 900123",
    "address": "14 Elm Road\nMillbrook\nZZ9 1AA",
    "children": "Mia (class 3) and Noah (nursery)",
    "person_name": "Alex Ash",
    "email": "robin.ash@post.example",
    "plan": "",
}


def found(text: str, released: tuple[str, ...] = (), ours: str = "") -> list[str]:
    return [thing.id for thing in unreleased(text, HER, released, ours=ours)]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Ring 07700900123", "phone"),
        ("Ring +44 7700 900123.", "phone"),
        ("Ring 0044 (0) 7700-900-123", "phone"),
        ("We are at 14 ELM ROAD now", "address"),
        ("post: zz91aa", "address"),
        ("somewhere in Millbrook", "address"),
        ("Noah is well", "children"),
        ("alex   ash", "person_name"),
        ("Write to ROBIN.ASH@POST.EXAMPLE", "email"),
    ],
)
def test_a_thing_is_seen_however_it_is_written(text: str, thing: str) -> None:
    assert found(text) == [thing]
    assert found(text, released=(thing,)) == []


@pytest.mark.parametrize("text", ["", "Please ring me.", "class 3, the nursery", "Miami, Noahs", "Ring 07700 900124"])
def test_other_words_are_no_alarm(text: str) -> None:
    assert found(text) == []


def test_words_the_letter_began_with_give_nothing_away() -> None:
    assert found("Millbrook council", ours="To Millbrook council") == []
    assert found("14 Elm Road, Millbrook", ours="To Millbrook council") == ["address"]


@given(
    st.sampled_from([name for name, value in HER.items() if value]),
    st.text(alphabet="xyz \n.,", max_size=20),
    st.text(alphabet="xyz \n.,", max_size=20),
    st.sampled_from([str.upper, str.lower, lambda value: value.replace(" ", "\n"), lambda value: f"({value})"]),
)
def test_a_whole_value_is_always_seen(thing: str, before: str, after: str, write: object) -> None:
    text = f"{before} {write(HER[thing])} {after}"  # type: ignore[operator]
    assert thing in found(text)
    assert list(map(THINGS.__getitem__, found(text))) == unreleased(text, HER, ())
