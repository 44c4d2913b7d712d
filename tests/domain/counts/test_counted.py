"""Counts: every level adds up, nothing is counted twice, and what has no exact place stands apart."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.counts.counted import Cell, Counted, by_time, by_weekday_and_hour, span_of
from daybook.domain.counts.stretch import ALWAYS, Level, days_of, parts, start_of, stretch_of
from daybook.domain.counts.thing import LEVELS, Entry, Tally, entry_of
from daybook.domain.happened import Happened, PartialDate

INTO: dict[Level, Level] = {"all": "year", "year": "month", "month": "day", "week": "day", "day": "hour"}
YEARS = st.integers(2023, 2025)


@st.composite
def partial(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(dt.date(2023, 1, 1), dt.date(2025, 12, 31)))
    exact = draw(st.sampled_from(("year", "month", "day", "minute")))
    return PartialDate(
        year=day.year,
        month=None if exact == "year" else day.month,
        day=day.day if exact in ("day", "minute") else None,
        hour=draw(st.integers(0, 23)) if exact == "minute" else None,
        minute=draw(st.integers(0, 59)) if exact == "minute" else None,
    )


def _when(how: str, one: PartialDate, other: PartialDate) -> Happened:
    if how == "unknown":
        return Happened(words="most Fridays")
    if how == "span":
        one, other = sorted((one, other), key=lambda date: (date.earliest, date.latest))
        return Happened(how="span", start=one, end=other)
    return Happened(how="about" if how == "about" else "exact", start=one)


whens = st.builds(_when, st.sampled_from(("exact", "exact", "about", "span", "unknown")), partial(), partial())
entry_lists = st.lists(whens, max_size=12).map(
    lambda found: [entry_of(str(number), "incident.1", when) for number, when in enumerate(found)]
)


@st.composite
def tally(draw: st.DrawFn) -> Tally:
    at = draw(st.one_of(st.none(), st.datetimes(dt.datetime(2023, 1, 1), dt.datetime(2025, 12, 31))))
    timed = draw(st.booleans())
    if at:
        at = at.replace(minute=0, second=0, microsecond=0, hour=at.hour if timed else 0)
    number = draw(st.integers(1, 30))
    return Tally(at, timed, draw(st.sampled_from(("message", "call"))), "Sam", "a", number, "")


tally_lists = st.lists(tally(), max_size=12)


@given(entry_lists, tally_lists)
def test_the_counts_of_every_level_add_up_to_the_level_above(entries: list[Entry], tallies: list[Tally]) -> None:
    everything = by_time(entries, tallies, ALWAYS, "year")
    assert everything.total.entries + len(everything.undated) == len(entries)
    assert everything.total.sent + everything.timeless == sum(one.number for one in tallies)
    assert everything.maybe == []
    for by, finer in (("year", "month"), ("month", "day"), ("week", "day"), ("day", "hour")):
        for start, cell in by_time(entries, tallies, ALWAYS, by).cells.items():  # type: ignore[arg-type]
            inside = by_time(entries, tallies, stretch_of(by, start), finer)  # type: ignore[arg-type]
            assert inside.total == cell


@given(entry_lists, tally_lists, st.sampled_from(tuple(INTO)), st.dates(dt.date(2023, 1, 1), dt.date(2025, 12, 31)))
def test_nothing_is_counted_twice_and_nothing_is_lost(
    entries: list[Entry], tallies: list[Tally], level: Level, day: dt.date
) -> None:
    stretch = stretch_of(level, dt.datetime.combine(day, dt.time()))
    found = by_time(entries, tallies, stretch, INTO[level])
    away = [entry for entry in entries if entry.earliest and not entry.may_be_in(stretch)]
    groups = [len(found.inside), len(found.maybe), len(found.undated), found.placed.entries, len(away)]
    assert sum(groups) == len(entries)
    assert sum(found.kinds.values()) == found.placed.entries
    assert sum(found.sources.values()) == found.total.sent
    for start in found.cells:
        assert start in {part.start for part in parts(INTO[level], stretch)}


@given(entry_lists, tally_lists)
def test_days_and_hours_of_the_week_hold_what_has_an_hour(entries: list[Entry], tallies: list[Tally]) -> None:
    found = by_weekday_and_hour(entries, tallies, ALWAYS)
    hours = by_time(entries, tallies, ALWAYS, "hour")
    assert found.placed == hours.placed
    assert found.total == hours.total
    for (weekday, hour), cell in found.cells.items():
        same = [each for start, each in hours.cells.items() if (start.weekday(), start.hour) == (weekday, hour)]
        assert sum(same, Cell()) == cell


def days(entry: Entry) -> Counted[dt.datetime]:
    return by_time([entry], [], ALWAYS, "day")


MARCH = PartialDate(year=2024, month=3)
THIRD = PartialDate(year=2024, month=3, day=3)
LATE = PartialDate(year=2024, month=3, day=3, hour=23, minute=30)
EARLY = PartialDate(year=2024, month=3, day=4, hour=0, minute=30)


@pytest.mark.parametrize(
    ("happened", "places"),
    [
        (Happened(how="exact", start=LATE), "year month week day hour"),
        (Happened(how="exact", start=THIRD), "year month week day"),
        (Happened(how="exact", start=MARCH), "year month"),
        (Happened(how="exact", start=PartialDate(year=2024)), "year"),
        (Happened(how="about", start=MARCH), "year"),
        (Happened(how="about", start=PartialDate(year=2024, month=3, day=15)), "year month"),
        (Happened(how="about", start=THIRD), "year"),  # a week before is February
        (Happened(how="about", start=LATE), "year month"),  # a day after is another week
        (Happened(how="about", start=PartialDate(year=2024)), ""),
        (Happened(how="span", start=LATE, end=EARLY), "year month"),  # across midnight, and into another week
        (Happened(how="span", start=THIRD, end=LATE), "year month week day"),
        (Happened(words="most Fridays"), ""),
        (None, ""),
    ],
)
def test_an_entry_stands_only_where_all_it_can_mean_lies(happened: Happened | None, places: str) -> None:
    entry = entry_of("one", "incident.1", happened)
    levels: tuple[Level, ...] = ("year", "month", "week", "day", "hour")
    assert [level for level in levels if entry.place(level)] == places.split()
    assert bool(days(entry).cells) == ("day" in places)


def test_about_a_month_is_apart_in_each_month_it_may_have_been_in() -> None:
    entry = entry_of("one", "incident.1", Happened(how="about", start=MARCH))
    for month in (2, 3, 4):
        found = by_time([entry], [], stretch_of("month", dt.datetime(2024, month, 1)), "day")
        assert (found.cells, found.maybe, found.inside) == ({}, [entry], [])
    year = by_time([entry], [], stretch_of("year", dt.datetime(2024, 1, 1)), "month")
    assert (year.cells, year.maybe, year.inside) == ({}, [], [entry])


def test_a_message_with_a_day_and_no_hour_is_on_its_day_and_in_no_hour() -> None:
    day = dt.datetime(2024, 2, 29)
    one = Tally(day, timed=False, sort="message", sender="Sam", source="a", number=2, raw="2024-02-29")
    assert by_time([], [one], ALWAYS, "day").cells == {day: Cell(messages=2)}
    found = by_time([], [one], stretch_of("day", day), "hour")
    assert (found.cells, found.untimed, found.total) == ({}, Cell(messages=2), Cell(messages=2))


def test_the_span_of_everything() -> None:
    assert span_of([Entry("one", "incident.1")], []) is None
    entry = entry_of("one", "incident.1", Happened(how="exact", start=THIRD))
    later = Tally(at=dt.datetime(2024, 3, 9, 5), timed=True, sort="call", sender="", source="a", number=1, raw="")
    span = span_of([entry], [later])
    assert span is not None
    assert span.within(days_of(dt.date(2024, 3, 3), dt.date(2024, 3, 9))) == span


@given(first=st.datetimes(), off=st.timedeltas(dt.timedelta(), dt.timedelta(days=9)))
def test_a_record_fits_a_level_where_both_its_ends_have_one_beginning(first: dt.datetime, off: dt.timedelta) -> None:
    last = min(first, dt.datetime.max - off) + off
    start, end = (PartialDate(year=at.year, month=at.month, day=at.day, hour=at.hour, minute=0) for at in (first, last))
    entry = entry_of("one", "incident.1", Happened(how="span", start=start, end=end))
    assert entry.fits == {level for level in LEVELS if start_of(level, start.earliest) == start_of(level, end.latest)}
