from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.happened import (
    BackwardSpanError,
    Happened,
    IncompleteDateError,
    NotADateError,
    PartialDate,
)


def test_a_bare_year_is_a_whole_answer() -> None:
    happened = Happened(how="exact", start=PartialDate(year=2024))
    assert str(happened) == "2024"
    assert happened.earliest == datetime(2024, 1, 1)
    assert happened.latest == datetime(2024, 12, 31, 23, 59)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(IncompleteDateError):
        PartialDate(year=2024, day=3)


@pytest.mark.parametrize(
    "parts", [{"month": 2, "day": 30}, {"month": 13}, {"month": 1, "day": 1, "hour": 24, "minute": 0}]
)
def test_a_date_outside_the_calendar_is_refused(parts: dict[str, int]) -> None:
    with pytest.raises(NotADateError):
        PartialDate(year=2024, **parts)


def test_a_span_has_both_ends_and_runs_forwards() -> None:
    with pytest.raises(IncompleteDateError):
        Happened(how="span", start=PartialDate(year=2024))
    with pytest.raises(BackwardSpanError):
        Happened(how="span", start=PartialDate(year=2024), end=PartialDate(year=2023))


def test_not_known_holds_no_date_and_keeps_her_words() -> None:
    assert str(Happened(words="before the baby")) == "date not known (“before the baby”)"
    with pytest.raises(IncompleteDateError):
        Happened(how="unknown", start=PartialDate(year=2024))


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_full_date_means_exactly_itself(moment: datetime) -> None:
    date = PartialDate(year=moment.year, month=moment.month, day=moment.day, hour=moment.hour, minute=moment.minute)
    assert date.earliest == date.latest == moment.replace(second=0, microsecond=0)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_what_is_not_said_is_never_filled_in(year: int, month: int) -> None:
    date = PartialDate(year=year, month=month)
    assert date.day is None
    assert date.hour is None
    assert date.earliest <= date.latest
