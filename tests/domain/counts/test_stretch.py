"""Years, months, weeks from Monday, days and hours, also at the ends of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.counts.stretch import ALWAYS, Level, Stretch, days_of, next_start, parts, start_of, stretch_of

LEVELS: tuple[Level, ...] = ("year", "month", "week", "day", "hour")
moments = st.datetimes()


@given(moments, st.sampled_from(LEVELS))
def test_every_moment_lies_in_its_own_stretch_and_the_next_begins_right_behind_it(
    moment: dt.datetime, level: Level
) -> None:
    whole = stretch_of(level, moment)
    assert whole.holds(moment.replace(second=0, microsecond=0), moment.replace(second=0, microsecond=0))
    assert start_of(level, whole.last) == whole.start == start_of(level, whole.start)
    following = next_start(level, whole.start)
    if following is None:
        assert whole.last == ALWAYS.last
    else:
        assert following - whole.last == dt.timedelta(minutes=1)
        assert start_of(level, following) == following


@given(moments)
def test_a_week_begins_on_a_monday(moment: dt.datetime) -> None:
    assert stretch_of("week", moment).start.weekday() == 0


def test_a_week_goes_across_the_years() -> None:
    one, other = (stretch_of("week", dt.datetime(*day)) for day in ((2024, 12, 31), (2025, 1, 5)))
    assert one == other == days_of(dt.date(2024, 12, 30), dt.date(2025, 1, 5))


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366), (1900, 365), (2000, 366), (9999, 365)])
def test_a_year_has_its_days_and_its_months_hold_them(year: int, days: int) -> None:
    whole = stretch_of("year", dt.datetime(year, 6, 1))
    assert whole.days == days == len(list(parts("day", whole)))
    assert [month.start.month for month in parts("month", whole)] == list(range(1, 13))
    assert sum(month.days for month in parts("month", whole)) == days


def test_february_has_its_leap_day() -> None:
    assert stretch_of("month", dt.datetime(2024, 2, 3)).last == dt.datetime(2024, 2, 29, 23, 59)
    assert stretch_of("month", dt.datetime(2023, 2, 3)).last == dt.datetime(2023, 2, 28, 23, 59)


def test_what_two_stretches_share() -> None:
    march, april = (stretch_of("month", dt.datetime(2024, month, 1)) for month in (3, 4))
    assert march.within(april) is None
    assert march.within(ALWAYS) == march
    assert Stretch(march.start, april.last).within(april) == april
