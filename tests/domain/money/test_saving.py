"""The log added up by weeks, and by when a weekly amount reaches what she wants."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.money.saving import LONGEST, MOST_WEEKS, reach, saved, signed
from daybook.domain.money.sums import summed
from daybook.domain.records.put_by import PutBy
from tests.domain.money import made
from tests.domain.money.made import TODAY

amounts = st.integers(0, 10**7)


@given(made.log)
def test_every_pound_of_the_log_is_in_the_sum_or_said_to_be_left_out(log: list[PutBy]) -> None:
    found = saved(log, TODAY)
    counted = [put for put in log if put.day is None or put.day <= TODAY]
    assert found.sum.pence == sum(signed(put) or 0 for put in counted)
    assert found.sum.known + found.to_come == len(log)
    assert found.sum.unknown == 0


@given(made.log)
def test_the_weeks_end_with_what_the_log_says_with_a_day(log: list[PutBy]) -> None:
    found = saved(log, TODAY)
    dated = [put for put in log if put.day and put.day <= TODAY]
    assert bool(found.weeks) == bool(dated)
    assert len(found.weeks) <= MOST_WEEKS
    if found.weeks:
        assert found.weeks[-1].total == sum(signed(put) or 0 for put in dated)
    for before, after in zip(found.weeks, found.weeks[1:], strict=False):
        assert after.monday - before.monday == timedelta(days=7)
        assert after.total - before.total == after.put
    assert all(week.monday.weekday() == 0 for week in found.weeks)


def test_a_log_in_plain_numbers() -> None:
    log = [
        PutBy(amount=500, day=date(2026, 11, 3)),
        PutBy(amount=250, day=date(2026, 11, 7), way="in"),
        PutBy(amount=300, day=date(2026, 11, 18), way="out"),
        PutBy(amount=1000),
        PutBy(amount=9900, day=date(2026, 12, 24)),
    ]
    found = saved(log, TODAY)
    assert [(week.monday.day, week.put, week.total) for week in found.weeks] == [
        (2, 750, 750),
        (9, 0, 750),
        (16, -300, 450),
    ]
    assert (found.sum.pence, found.undated, found.to_come) == (1450, 1, 1)


@given(st.integers(-(10**6), 10**7), amounts, amounts)
def test_the_week_it_is_reached_is_the_first_one_that_does(have: int, weekly: int, wanted: int) -> None:
    found = reach(have, weekly, wanted, TODAY)
    if found.state == "by":
        assert have + weekly * found.weeks >= wanted > have + weekly * (found.weeks - 1)
        assert found.day == TODAY + timedelta(weeks=found.weeks)
        assert 0 < found.weeks <= LONGEST
    elif found.state == "there":
        assert have >= wanted
    elif found.state == "never":
        assert weekly == 0
        assert have < wanted
    else:
        assert found.state == "far"
        assert found.day is None
        assert weekly * LONGEST < wanted - have


def test_what_she_did_not_say_is_not_worked_out() -> None:
    assert reach(500, 500, None, TODAY).state == "unsaid"
    assert reach(500, None, 2000, TODAY).state == "unsaid"
    assert reach(2000, None, 2000, TODAY).state == "there"


@given(st.lists(made.pence))
def test_what_is_not_known_is_counted_and_never_nothing(amounts: list[int | None]) -> None:
    found = summed(amounts)
    assert found.known + found.unknown == len(amounts)
    assert summed([*amounts, None]).pence == found.pence
    assert summed([*amounts, None]).unknown == found.unknown + 1
    assert summed([*amounts, 0]).known == found.known + 1
    assert summed([*amounts, 5]).pence == found.pence + 5
    assert found.is_known == any(amount is not None for amount in amounts)
