"""Marks on the outline of a body: where a touch lands, what a form holds, and what the drawing shows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.body.drawing import drawing
from daybook.domain.body.figure import HIGH, REGIONS, WIDE, mark_words, region_at
from daybook.domain.body.mark import MOST, Mark, View, mark_at, typed_mark, typed_marks
from daybook.domain.kinds import kind_of
from daybook.domain.records.injury import Injury
from daybook.domain.schema import schema_of
from daybook.domain.typed import parse, typed_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
views: st.SearchStrategy[View] = st.sampled_from(["front", "back"])
points = st.tuples(st.integers(0, WIDE), st.integers(0, HIGH))


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    view: View = draw(views)
    region = draw(st.sampled_from(sorted(REGIONS[view])))
    point = draw(st.none() | points)
    return Mark(view=view, region=region, x=point[0], y=point[1]) if point else Mark(view=view, region=region)


@given(views, points)
def test_a_touch_is_kept_where_it_was_or_is_no_mark_at_all(view: View, point: tuple[int, int]) -> None:
    mark = mark_at(view, *point)
    if mark is None:
        assert all(region.beside(*point) > 0 for region in REGIONS[view].values())
    else:
        assert (mark.x, mark.y) == point
        assert REGIONS[view][mark.region].beside(*point) == min(r.beside(*point) for r in REGIONS[view].values())


@pytest.mark.parametrize(
    ("view", "x", "y", "words"),
    [
        ("front", 100, 50, "Face"),
        ("front", 100, 76, "Neck or throat"),
        ("front", 152, 130, "Left upper arm"),  # facing her, her left is on the right
        ("front", 48, 130, "Right upper arm"),
        ("back", 48, 130, "Back of the left upper arm"),
        ("back", 100, 224, "Bottom"),
        ("back", 173, 221, "Back of the right wrist"),
    ],
)
def test_left_and_right_are_those_of_the_hurt_person(view: View, x: int, y: int, words: str) -> None:
    mark = mark_at(view, x, y)
    assert mark
    assert mark_words(mark) == words


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_middle_of_every_part_is_that_part_and_the_corners_are_nobody(view: View) -> None:
    for code, region in REGIONS[view].items():
        assert region_at(view, *region.middle) == code
    assert not any(region_at(view, x, y) for x in (0, WIDE) for y in (0, HIGH))


@given(st.lists(marks(), max_size=8, unique=True))
def test_what_a_form_holds_is_read_back_and_kept(found: list[Mark]) -> None:
    told = Injury(account="My arm", marks=tuple(found))
    assert parse(kind_of("injury.1"), typed_of(told), {}, NOW) == told
    assert msgspec.convert(msgspec.to_builtins(told), Injury) == told


@given(st.lists(st.text(max_size=30) | marks().map(typed_mark)))
def test_whatever_a_form_sends_only_places_on_a_body_are_marks(values: list[str]) -> None:
    for mark in typed_marks(values):
        assert mark.region in REGIONS[mark.view]
        assert (mark.x is None) == (mark.y is None)


def test_what_is_no_place_on_a_body_is_passed_over_and_nothing_grows_without_end() -> None:
    wrong = [
        "front tail 10 10",
        "side face",
        "front face 999 10",
        "front face 10",
        "front face 10 10 10",
        "",
        "<script>",
    ]
    assert typed_marks([*wrong, "front face", "front face"]) == (Mark(view="front", region="face"),)
    assert len(typed_marks(f"front face {x} 40" for x in range(200))) == MOST


@given(st.lists(marks(), min_size=1, max_size=6, unique=True), views)
def test_the_drawing_shows_the_number_of_every_mark_of_its_side(found: list[Mark], view: View) -> None:
    numbered = list(enumerate(found, start=1))
    picture = ET.fromstring(drawing(view, numbered))
    numbers = [node.text for node in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert numbers == [str(number) for number, mark in numbered if mark.view == view]


def test_a_part_that_is_gone_one_day_still_has_its_words() -> None:
    gone = replace(Mark(view="front", region="face"), region="third-arm")
    assert mark_words(gone) == "third-arm"
    assert "<svg" in drawing("front", [(1, gone)])


def test_the_schema_tells_of_marks() -> None:
    marked = schema_of(kind_of("injury.1"))["properties"]["marks"]
    assert marked["items"]["required"] == ["view", "region"]
