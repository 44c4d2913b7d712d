"""What always holds of possibilities, whatever the orders and the happenings."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import Told
from daybook.domain.breach.possibility import Possibility
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.orders.force import force_of
from daybook.domain.orders.window import window
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import COVERS, OrderTerm
from tests.domain.breach.made import happenings, orders, terms

BOUND = bound_by("he", "Sam")
EVERYTHING = OrderTerm(order=("order",), words="Not to.", covers=tuple(dict(COVERS)), protects=("me",))


def found(order: CourtOrder, lines: Mapping[str, OrderTerm], told: Sequence[Told]) -> list[Possibility]:
    return Matcher({"order": order}, lines, BOUND).possibilities(told)


def call(at: dt.datetime | None, name: str = "it") -> Told:
    return Told(id=name, earliest=at, latest=at, channels=frozenset({"call"}))


@given(orders, st.lists(happenings(), max_size=4))
def test_never_before_it_was_given(order: CourtOrder, told: list[Told]) -> None:
    """Not from what was certainly before the first moment it can have been given, nor while it was not given."""
    given_from = dt.datetime.combine(order.made, dt.time()) if order.made else None
    if order.what != "undertaking" and order.served == "yes":
        first = window(order.served_on)[0]
        clashes = order.made and order.served_on.latest and window(order.served_on)[1] < given_from  # type: ignore[operator]
        if first and not clashes:
            given_from = max(first, given_from) if given_from else first
    by_id = {each.id: each for each in told}
    for one in found(order, {"line": EVERYTHING}, told):
        latest = by_id[one.happening].latest
        assert order.served != "no" or order.what == "undertaking"
        assert latest is None or given_from is None or latest >= given_from


@given(orders, st.lists(happenings(), max_size=4))
def test_never_after_it_ended(order: CourtOrder, told: list[Told]) -> None:
    by_id = {each.id: each for each in told}
    ends = [day for day in (order.ends, order.stopped) if day]
    for one in found(order, {"line": EVERYTHING}, told):
        earliest = by_id[one.happening].earliest
        assert earliest is None or not ends or earliest.date() <= min(ends)


@given(orders, st.lists(happenings(), max_size=4))
def test_certainly_after_only_where_both_are_known(order: CourtOrder, told: list[Told]) -> None:
    """A reason of time is given only where the day it was given, or the promise made, is known and was before."""
    for one in found(order, {"line": EVERYTHING}, told):
        if any(reason.about == "time" for reason in one.reasons):
            assert order.what == "undertaking" or order.served == "yes"
            assert order.made or order.served_on.start
            assert next(each for each in told if each.id == one.happening).earliest is not None
        else:
            assert one.unknown, "where it is not certain, it says what is not known"


@given(orders, st.integers(1, 100_000), happenings())
def test_the_minute_after_the_end_and_from_then_on(order: CourtOrder, minutes: int, told: Told) -> None:
    """Whatever happened, and whatever else is not known: after the last moment of an order nothing is matched."""
    force = force_of(order)
    if force and force.last:
        later = dataclasses.replace(told, earliest=force.last + dt.timedelta(minutes=minutes), latest=None)
        assert found(order, {"line": EVERYTHING}, [later, call(later.earliest)]) == []


@given(orders, st.integers(1, 100_000), happenings())
def test_the_minute_before_it_counted_and_until_then(order: CourtOrder, minutes: int, told: Told) -> None:
    force = force_of(order)
    if force and force.first:
        before = dataclasses.replace(told, earliest=None, latest=force.first - dt.timedelta(minutes=minutes))
        assert found(order, {"line": EVERYTHING}, [before, call(before.latest)]) == []


@given(orders, st.integers(0, 100_000))
def test_up_to_the_last_moment_it_can_have_been_given_nothing_is_certain(order: CourtOrder, minutes: int) -> None:
    force = force_of(order)
    if force and force.surely:
        for one in found(order, {"line": EVERYTHING}, [call(force.surely - dt.timedelta(minutes=minutes))]):
            assert one.is_unsure
            assert all(reason.about != "time" for reason in one.reasons)


@given(orders, st.lists(terms, max_size=3), st.lists(terms, max_size=3), st.lists(happenings(), max_size=3))
def test_a_line_more_takes_no_possibility_away(
    order: CourtOrder, some: list[OrderTerm], others: list[OrderTerm], told: list[Told]
) -> None:
    lines = {f"a{number}": term for number, term in enumerate(some)}
    more = {f"b{number}": term for number, term in enumerate(others)}
    together, apart = found(order, {**lines, **more}, told), [*found(order, lines, told), *found(order, more, told)]
    assert sorted(map(repr, together)) == sorted(map(repr, apart))


@given(orders, st.lists(terms, min_size=1, max_size=3), st.lists(happenings(), max_size=5), st.randoms())
def test_the_order_of_happenings_does_not_matter(
    order: CourtOrder, some: list[OrderTerm], told: list[Told], chance: random.Random
) -> None:
    lines = {f"a{number}": term for number, term in enumerate(some)}
    shuffled = [*told]
    chance.shuffle(shuffled)
    assert sorted(map(repr, found(order, lines, told))) == sorted(map(repr, found(order, lines, shuffled)))


@given(st.lists(terms, min_size=1, max_size=3), st.lists(happenings(), max_size=4))
def test_every_possibility_has_a_reason_in_words(some: list[OrderTerm], told: list[Told]) -> None:
    order = CourtOrder(name="An order", made=dt.date(2025, 1, 1), served="yes", served_how="court", until="further")
    for one in found(order, {f"a{number}": term for number, term in enumerate(some)}, told):
        assert any(reason.about == "what" for reason in one.reasons)
        assert all(reason.said.said({"person": "x", "Person": "X"}).endswith(".") for reason in one.reasons)


def test_a_flood_is_matched_in_one_go() -> None:
    order = CourtOrder(
        name="An order",
        made=dt.date(2026, 1, 1),
        served="yes",
        served_on=Happened(how="exact", start=PartialDate(year=2026, month=1, day=2)),
        until="further",
    )
    begin = dt.datetime(2026, 1, 1, 12)
    flood = [call(begin + dt.timedelta(minutes=number), str(number)) for number in range(3000)]
    ids = [one.happening for one in found(order, {"line": EVERYTHING}, flood)]
    assert ids == [str(number) for number in range(720, 3000)], "from the midnight of the day it was given"


def test_a_line_of_no_order_matches_nothing() -> None:
    order = CourtOrder(name="An order", made=dt.date(2026, 1, 1), served="yes", served_how="court")
    at = dt.datetime(2026, 2, 1)
    orphan = OrderTerm(order=("gone",), words="Not to.", covers=("call",))
    assert found(order, {"line": orphan}, [call(at)]) == []
    assert len(found(order, {"line": EVERYTHING, "orphan": orphan}, [call(at)])) == 1
