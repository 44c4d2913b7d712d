"""A pattern stays her words: whatever a form sends, no date is made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_of
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.pattern import Pattern
from daybook.domain.typed import parse, typed_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@given(
    st.sampled_from(["exact", "about", "span", "unknown", ""]),
    st.text("0123456789", max_size=4),
    st.sampled_from(["most Fridays", "", "every 3 March 2024"]),
)
def test_no_date_is_made_of_a_pattern(how: str, year: str, words: str) -> None:
    typed = {"account": ["It goes on."], "happened.how": [how], "happened.year": [year], "happened.words": [words]}
    pattern = parse(kind_of("pattern.1"), typed, {}, NOW)
    assert isinstance(pattern, Pattern)
    assert pattern.happened == Happened(words=words)
    assert parse(kind_of("pattern.1"), typed_of(pattern), {}, NOW) == pattern


@pytest.mark.parametrize(
    ("day", "happened"),
    [
        (None, Happened()),
        (date(2031, 4, 1), Happened(how="exact", start=PartialDate(year=2031, month=4, day=1))),
    ],
)
def test_a_day_to_come_stands_on_the_timeline_as_that_day(day: date | None, happened: Happened) -> None:
    assert kind_of("court-day.1").when(CourtDay(what="A hearing", day=day)) == happened
