"""Amounts, clock times and days: typed, kept and given back by the field descriptions alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain import kinds
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import RecordKind, record
from daybook.domain.schema import schema_of
from daybook.domain.typed import Problem, parse, typed_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    owed: int | None = described("How much?", FieldKind.AMOUNT, required=True)
    at: str = described("At what time?", FieldKind.CLOCK)
    due: date | None = described("By which day?", FieldKind.DAY)


@pytest.fixture(autouse=True, scope="module")
def bill() -> Iterator[RecordKind]:
    kinds.all_kinds()
    record("bill.1", name="A bill")(Bill)
    kinds.all_kinds.cache_clear()
    yield kinds.kind_of("bill.1")
    kinds._KINDS.pop("bill.1")
    kinds.all_kinds.cache_clear()


def typed(**words: str) -> dict[str, list[str]]:
    return {name.replace("__", "."): [value] for name, value in words.items()}


@given(st.integers(0, 10**9), st.times(), st.dates())
def test_what_was_typed_stands_in_the_form_again(owed: int, at: time, due: date) -> None:
    told = Bill(owed=owed, at=f"{at.hour:02}:{at.minute:02}", due=due.replace(year=max(due.year, 1000)))
    assert parse(kinds.kind_of("bill.1"), typed_of(told), {}, NOW) == told
    assert msgspec.convert(msgspec.to_builtins(told), Bill) == told


def test_a_day_may_be_still_to_come_and_nothing_stays_nothing(bill: RecordKind) -> None:
    coming = typed(owed="5", due__day="1", due__month="4", due__year="2031")
    assert parse(bill, coming, {}, NOW) == Bill(owed=500, due=date(2031, 4, 1))
    assert parse(bill, typed(owed="5"), {}, NOW) == Bill(owed=500)


def test_nought_pounds_is_an_amount_and_no_pounds_is_not(bill: RecordKind) -> None:
    assert parse(bill, typed(owed="0"), {}, NOW) == Bill(owed=0)
    missing = parse(bill, typed(owed=""), {}, NOW)
    assert isinstance(missing, list)
    assert missing[0].field == "owed"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"owed": "5", "at": "25:00"}, "at"),
        ({"owed": "5", "at": "soon"}, "at"),
        ({"owed": "5", "due__day": "31", "due__month": "2", "due__year": "2031"}, "due"),
        ({"owed": "5", "due__day": "3"}, "due"),
        ({"owed": "lots"}, "owed"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_at_its_field(
    bill: RecordKind, words: dict[str, str], field: str
) -> None:
    problems = parse(bill, typed(**words), {}, NOW)
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == [field]
    assert isinstance(problems[0], Problem)
    assert problems[0].sentence.endswith(".")
    assert "soon" not in problems[0].sentence
    assert "lots" not in problems[0].sentence


def test_the_schema_says_what_they_are(bill: RecordKind) -> None:
    fields = schema_of(bill)["properties"]
    assert fields["owed"]["type"] == ["integer", "null"]
    assert fields["due"]["format"] == "date"
    assert "pattern" in fields["at"]
