"""Before and after a day: equal numbers of whole days, the day itself in neither."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.counts.around import around, by_step, sides
from daybook.domain.counts.counted import Cell
from daybook.domain.counts.thing import Entry, Tally, entry_of
from daybook.domain.happened import Happened, PartialDate
from tests.domain.counts.test_counted import entry_lists, tally_lists

DAY = dt.date(2024, 3, 12)
LONG_AFTER = dt.date(2025, 1, 1)


def exactly(day: dt.date) -> Entry:
    return entry_of(
        str(day), "incident.1", Happened(how="exact", start=PartialDate(year=day.year, month=day.month, day=day.day))
    )


@given(st.integers(0, 200), st.integers(-5, 300))
def test_both_sides_have_the_same_days_and_the_steps_hold_each_day_once(asked: int, since: int) -> None:
    it = around(DAY, asked, DAY + dt.timedelta(days=since))
    assert it.days == max(0, min(asked, since - 1))
    offsets = [offset for step in it.steps for offset in range(step.first, step.last + 1)]
    assert offsets == list(range(-it.days, it.days + 1))
    assert sum(step.stretch.days for step in it.steps) == it.whole.days == 2 * it.days + 1
    if it.before and it.after:
        assert it.before.days == it.after.days == it.days
        assert it.before.last < dt.datetime.combine(DAY, dt.time()) < it.after.start


@pytest.mark.parametrize("asked", [7, 14, 28])
def test_the_first_and_the_last_day_count_and_the_day_itself_is_apart(asked: int) -> None:
    it = around(DAY, asked, LONG_AFTER)
    days = [DAY + dt.timedelta(days=away) for away in (-asked - 1, -asked, -1, 0, 1, asked, asked + 1)]
    found = by_step([exactly(day) for day in days], [], it)
    assert sides(it, found) == (Cell(entries=2), Cell(entries=1), Cell(entries=2))


def test_today_is_not_over_and_does_not_count() -> None:
    it = around(DAY, 28, DAY + dt.timedelta(days=7))
    assert (it.days, len(it.steps)) == (6, 13)
    assert around(DAY, 28, DAY).days == around(DAY, 28, DAY - dt.timedelta(days=40)).days == 0


def test_what_has_no_exact_day_is_in_neither_side() -> None:
    march = entry_of("one", "incident.1", Happened(how="exact", start=PartialDate(year=2024, month=3)))
    week = Happened(
        how="span", start=PartialDate(year=2024, month=3, day=14), end=PartialDate(year=2024, month=3, day=16)
    )
    found = by_step([march, entry_of("two", "incident.1", week)], [], around(DAY, 14, LONG_AFTER))
    assert not found.cells
    assert [entry.record for entry in found.maybe] == ["one"]
    assert [entry.record for entry in found.inside] == ["two"]


@given(entry_lists, tally_lists, st.integers(0, 60))
def test_the_sides_and_the_day_add_up(entries: list[Entry], tallies: list[Tally], asked: int) -> None:
    it = around(DAY, asked, LONG_AFTER)
    found = by_step(entries, tallies, it)
    assert sum(sides(it, found), Cell()) == found.placed
    before, _day, after = sides(it, found)
    for stretch, side in ((it.before, before), (it.after, after)):
        if stretch:
            inside = [one for one in tallies if one.at and stretch.start <= one.at <= stretch.last]
            assert sum(one.number for one in inside) == side.sent
            exact = [one for one in entries if one.is_in(stretch) and one.place("day")]
            assert len(exact) == side.entries


def test_the_ends_of_the_calendar() -> None:
    assert around(dt.date(1, 1, 3), 28, LONG_AFTER).days == 2
