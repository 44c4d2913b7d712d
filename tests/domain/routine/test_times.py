"""Time goes round: Sunday night runs into Monday, and it never matters whose time is named first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.routine.overlaps import meeting
from daybook.domain.routine.times import DAY, WEEK, Span, apart, is_about, length, meets, near, spans
from tests.domain.routine.made import spans as any_span
from tests.domain.routine.made import stays


def minutes_of(span: Span) -> set[int]:
    return {(span.start + minute) % WEEK for minute in range(span.length)}


@given(any_span, any_span)
def test_two_stretches_meet_where_they_share_a_minute(one: Span, other: Span) -> None:
    assert meets(one, other) == bool(minutes_of(one) & minutes_of(other))


@given(any_span, any_span, st.integers(0, WEEK))
def test_it_does_not_matter_which_comes_first_nor_where_the_week_begins(one: Span, other: Span, shift: int) -> None:
    moved, other_moved = one.at(one.start + shift), other.at(other.start + shift)
    assert meets(one, other) == meets(other, one) == meets(moved, other_moved)
    assert apart(one, other) == apart(other, one) == apart(moved, other_moved)
    assert near(one, other) == near(other, one)
    assert is_about(one.start, other.start) == is_about(other.start, one.start)


@given(stays, stays)
def test_a_meeting_is_the_same_from_both_sides(one: object, other: object) -> None:
    assert meeting(one, other) == meeting(other, one)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("22:30", "06:30", 480),
        ("08:00", "09:00", 60),
        ("08:00", "", 60),
        ("08:00", "08:00", DAY),
        ("23:59", "00:00", 1),
    ],
)
def test_an_end_before_the_start_is_on_the_next_day(start: str, end: str, minutes: int) -> None:
    assert length(start, end) == minutes


def test_sunday_night_runs_into_monday() -> None:
    sunday, monday = spans(("sun",), "23:30", "01:00")[0], spans(("mon",), "00:30", "02:00")[0]
    assert meets(sunday, monday)
    assert apart(spans(("sun",), "22:00", "23:50")[0], monday) == 40
