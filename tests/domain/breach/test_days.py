"""Counts by hour held against an order give what each message by itself would have given."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.breach.days import DAY, NIGHT, days_of
from daybook.domain.breach.stretch import EVER, stretches
from daybook.domain.breach.when import timed
from daybook.domain.orders.force import force_of
from daybook.domain.records.court_order import CourtOrder
from tests.domain.breach.made import orders

FIRST, LAST = dt.datetime(2025, 12, 28), dt.datetime(2026, 3, 8)
minutes = st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0))
slacks = st.sampled_from([dt.timedelta(), dt.timedelta(hours=1), dt.timedelta(hours=23, minutes=59)])


@given(orders, st.lists(minutes, max_size=30), slacks)
def test_every_message_is_in_the_day_it_would_be_in_alone(
    order: CourtOrder, sent: list[dt.datetime], slack: dt.timedelta
) -> None:
    """None is lost, none is added: those before it was given and after its end are in no day, each other in one."""
    force = force_of(order)
    hours = Counter(at.replace(minute=0) for at in sent)
    parts = stretches(force, slack) if force else []
    days = days_of(hours, parts, lambda since, until: sum(since <= at < until for at in sent))
    for at in sent:
        inside = [day for day in days if day.since <= at < day.until]
        alone = timed(force, at, at + slack) if force else None
        assert [day.stretch.when for day in inside] == ([] if alone is None else [alone])
    assert sum(day.count for day in days) == sum(1 for at in sent if force and timed(force, at, at + slack))


@given(orders, slacks)
def test_stretches_do_not_meet_and_lie_in_order(order: CourtOrder, slack: dt.timedelta) -> None:
    force = force_of(order)
    found = stretches(force, slack) if force else []
    assert all(part.since < part.until for part in found)
    assert all(before.until <= after.since for before, after in itertools.pairwise(found))
    if found and force and force.last:
        assert found[-1].until <= force.last + dt.timedelta(minutes=1)
    if found and force and force.last is None:
        assert found[-1].until == EVER


@given(st.lists(minutes, min_size=1, max_size=30))
def test_a_night_belongs_to_the_evening_before(sent: list[dt.datetime]) -> None:
    order = CourtOrder(name="It", made=dt.date(2025, 1, 1), what="undertaking", until="further")
    force = force_of(order)
    assert force
    hours = Counter(at.replace(minute=0) for at in sent)
    days = days_of(hours, stretches(force, dt.timedelta()), lambda _since, _until: 0)
    assert Counter({day.day: day.count for day in days}) == Counter((at - NIGHT).date() for at in sent)
    assert all(day.until - day.since == DAY for day in days)
    assert all(day.most == max(hours[hour] for hour in hours if day.since <= hour < day.until) for day in days)
