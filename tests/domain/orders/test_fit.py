"""What does not fit the days noted of an order: the same as what is never matched, with the reason in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from daybook.domain.breach.when import timed
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.orders import fit
from daybook.domain.orders.fit import does_not_fit, ends_do_not_fit
from daybook.domain.orders.force import force_of
from daybook.domain.records.court_order import CourtOrder

DAYS = st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 9))
MOMENTS = st.datetimes(dt.datetime(2026, 2, 27), dt.datetime(2026, 3, 12))


def on(day: int, **clock: int) -> Happened:
    return Happened(how="exact", start=PartialDate(year=2026, month=3, day=day, **clock))


def at(day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(2026, 3, day, hour)


ORDERS = st.builds(
    CourtOrder,
    name=st.just("An order"),
    what=st.sampled_from(("undertaking", "non-molestation-order")),
    made=st.none() | DAYS,
    served=st.sampled_from(("yes", "no", "unsure", "")),
    served_on=st.just(Happened()) | st.builds(on, st.integers(1, 9)),
    served_how=st.sampled_from(("court", "handed")),
    ends=st.none() | DAYS,
    stopped=st.none() | DAYS,
)


@for_all(order=ORDERS, moments=st.lists(st.none() | MOMENTS, min_size=2, max_size=2))
def test_it_is_told_of_exactly_what_is_never_matched(order: CourtOrder, moments: list[dt.datetime | None]) -> None:
    earliest, latest = moments
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    force = force_of(order)
    matched = force is not None and timed(force, earliest, latest) is not None
    assert (does_not_fit(order, earliest, latest) is None) is matched


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"served": "yes", "served_on": on(6)}, fit.BEFORE),
        ({"served": "yes", "served_how": "court", "made": dt.date(2026, 3, 6)}, fit.BEFORE),
        ({"served": "unsure", "made": dt.date(2026, 3, 6)}, fit.BEFORE_MADE),
        ({"served": "yes", "made": dt.date(2026, 3, 6)}, fit.BEFORE_MADE),
        ({"served": "yes", "made": dt.date(2026, 3, 6), "served_on": on(2)}, fit.BEFORE_MADE),
        ({"what": "undertaking", "made": dt.date(2026, 3, 6)}, fit.BEFORE_PROMISE),
        ({"served": "yes", "served_on": on(2), "stopped": dt.date(2026, 3, 4)}, fit.AFTER_END),
        ({"what": "undertaking", "made": dt.date(2026, 3, 2), "ends": dt.date(2026, 3, 4)}, fit.AFTER_PROMISE),
        ({"served": "no"}, fit.NOT_GIVEN),
        ({"served": "yes", "served_on": on(9), "ends": dt.date(2026, 3, 4)}, fit.BACKWARDS),
        ({"served": "yes", "served_on": on(5)}, None),
        ({"served": "yes", "served_on": on(2), "ends": dt.date(2026, 3, 5)}, None),
        ({}, None),
    ],
)
def test_why_it_does_not_fit(told: dict[str, object], said: object) -> None:
    """It was on 5 March at noon."""
    order = CourtOrder(name="An order", **told)  # type: ignore[arg-type]
    assert does_not_fit(order, at(5), at(5)) == said


def test_the_first_and_the_last_minute_are_within() -> None:
    order = CourtOrder(name="An order", served="yes", served_on=on(5, hour=12, minute=0), ends=dt.date(2026, 3, 6))
    minute, last = dt.timedelta(minutes=1), dt.datetime(2026, 3, 6, 23, 59)
    for moment, said in ((at(5) - minute, fit.BEFORE), (at(5), None), (last, None), (last + minute, fit.AFTER_END)):
        assert does_not_fit(order, moment, moment) == said


def test_of_many_a_part_outside_is_told() -> None:
    order = CourtOrder(name="An order", served="yes", served_on=on(5, hour=14, minute=0), ends=dt.date(2026, 3, 7))

    def told(first: int, last: int, day: int = 5) -> object:
        return ends_do_not_fit(order, (at(5, first), at(5, first)), (at(day, last), at(day, last)))

    assert told(9, 13) == fit.BEFORE
    assert told(9, 15) == fit.PARTLY
    assert told(15, 16) is None
    assert told(15, 16, day=8) == fit.PARTLY
    assert told(9, 16, day=8) == fit.PARTLY
