"""A draft says what is released and nothing else, and her own words outlive every new draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.letters.draft import drafted, paragraphs_of, placeholders, redrafted
from daybook.domain.letters.things import THINGS

BODY = "Dear {dear}\n\nRing me on {phone}, {dear}.\n\nWe live at\n{address}\n\nThank you."
OWN = {name: chr(0x4E00 + place) for place, name in enumerate(THINGS)}
"""A letter of the alphabet for each thing that stands in no template, so that one sign of it is enough to be found."""

things = st.lists(st.sampled_from(sorted(THINGS)), unique=True)


@st.composite
def values(draw: st.DrawFn) -> dict[str, str]:
    """What is known: each value made of its own sign, of line ends, and of what looks like a placeholder."""
    known = {}
    for name in draw(things):
        pieces = st.sampled_from([OWN[name], " ", "\n", "\n\n", "{phone}", "{address}", "{dear}", "{", "}", "$phone"])
        known[name] = "".join(draw(st.lists(pieces, max_size=6)))
    return known


bodies = st.lists(
    st.lists(st.sampled_from(["Please", *(f"{{{name}}}" for name in (*THINGS, "dear"))]), min_size=1, max_size=4),
    max_size=6,
).map(lambda paragraphs: "\n\n".join(" ".join(words) for words in paragraphs))


@given(bodies, values(), things)
def test_nothing_is_in_a_draft_that_was_not_released(body: str, known: dict[str, str], released: list[str]) -> None:
    text = drafted(body, {**known, "dear": "Dr Able"}, released)
    for name, sign in OWN.items():
        if name not in released:
            assert sign not in text, name


@given(bodies, values(), things)
def test_what_is_released_and_known_is_in_it(body: str, known: dict[str, str], released: list[str]) -> None:
    text = drafted(body, {**known, "dear": "Dr Able"}, released)
    whole = [
        part
        for part in paragraphs_of(body)
        if all(name == "dear" or (name in released and known.get(name, "").strip()) for name in placeholders(part))
    ]
    assert len(paragraphs_of(text)) == len(whole)


def test_a_paragraph_without_its_value_drops_out_whole() -> None:
    assert drafted(BODY, {"dear": "Ruth"}, ["phone"]) == "Dear Ruth\n\nThank you."
    assert "Ring me on 07700 900123, Ruth." in drafted(BODY, {"dear": "Ruth", "phone": "07700 900123"}, ["phone"])


def test_a_value_is_never_read_as_a_placeholder() -> None:
    text = drafted(BODY, {"dear": "{phone}", "phone": "07700 900123"}, [])
    assert text == "Dear {phone}\n\nThank you."


def test_there_is_no_way_to_code_or_attributes() -> None:
    for written in ("{dear.__class__}", "{dear!r}", "{dear:>20}", "{0}", "{}", "{phone[0]}"):
        with pytest.raises((KeyError, ValueError)):
            drafted(f"Dear {written}", {"dear": "Ruth", "phone": "1"}, ["phone"])


def test_an_empty_line_in_a_value_does_not_part_the_paragraph() -> None:
    text = drafted(BODY, {"dear": "Ruth", "address": "\n1 Elm Road\n\n \nMillbrook\n"}, ["address"])
    assert "We live at\n1 Elm Road\nMillbrook" in paragraphs_of(text)


drafts = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), unique=True, max_size=6).map("\n\n".join)
hers = st.lists(st.sampled_from(["a", "b", "c", "mine", "also mine", "a changed"]), unique=True, max_size=6)


@given(drafts, drafts)
def test_what_she_left_alone_follows_the_draft(before: str, after: str) -> None:
    assert redrafted(before, before, after) == after


@given(hers, drafts, drafts)
def test_every_word_of_her_own_stays_in_its_order(text: list[str], before: str, after: str) -> None:
    made = paragraphs_of(redrafted("\n\n".join(text), before, after))
    own = [part for part in text if part not in paragraphs_of(before)]
    assert [part for part in made if part in own] == own


@given(hers, drafts, drafts)
def test_what_was_only_in_the_old_draft_goes(text: list[str], before: str, after: str) -> None:
    made = paragraphs_of(redrafted("\n\n".join(text), before, after))
    assert not set(made) & (set(paragraphs_of(before)) - set(paragraphs_of(after)))


@given(hers, drafts, drafts)
def test_what_is_new_comes_in_once_and_what_she_took_out_stays_out(text: list[str], before: str, after: str) -> None:
    old, new = paragraphs_of(before), paragraphs_of(after)
    made = paragraphs_of(redrafted("\n\n".join(text), before, after))
    assert all(made.count(part) == 1 for part in new if part not in old)
    if text != old:
        assert not [part for part in made if part in old and part not in text]


def test_a_new_paragraph_stands_where_the_draft_has_it() -> None:
    before, after = "Dear A\n\nThank you.", "Dear A\n\nMy number is 1.\n\nThank you."
    assert redrafted("Dear A\r\n\r\nI am tired.\r\n\r\nThank you.", before, after) == (
        "Dear A\n\nMy number is 1.\n\nI am tired.\n\nThank you."
    )
