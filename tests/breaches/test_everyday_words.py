"""Accounts a refuter wrote that found nothing, or too little: each is offered for the line she would look at."""

from __future__ import annotations

import datetime as dt

import pytest

from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import happening_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_term import COVERS, OrderTerm

ORDER = CourtOrder(name="An order", made=dt.date(2026, 3, 1), served="yes", served_how="court", until="further")
LINES = {
    cover: OrderTerm(order=("order",), words="Not to.", covers=(cover,), protects=("me",), places=("our road",))
    for cover in dict(COVERS)
}
MATCHER = Matcher({"order": ORDER}, LINES, bound_by("he", "Sam"))


def offered(account: str) -> set[str]:
    when = Happened(how="exact", start=PartialDate(year=2026, month=3, day=20))
    happening = happening_of("it", Incident(account=account, happened=when))
    assert happening is not None
    return {found.term for found in MATCHER.possibilities([happening])}


@pytest.mark.parametrize(
    ("cover", "account"),
    [
        ("violence", "I was thrown against the wall"),
        ("violence", "I was held down on the bed"),
        ("violence", "he smacked Leo"),
        ("near", "He's outside"),
        ("near", "hes outside my house"),
        ("near", "he's been round again"),
        ("call", "I was rung by him eleven times"),
        ("mail", "he left a rose on my car"),
        ("property", "He kicked the door in"),
        ("property", "he took the car keys"),
        ("property", "he put glue in the lock"),
        ("harass", "He turned off the gas and electricity"),
        ("place", "He came to our road and shouted"),
        ("place", "He parked in my road and waited"),
    ],
)
def test_what_she_would_look_at_is_offered(cover: str, account: str) -> None:
    assert cover in offered(account)


@pytest.mark.parametrize(
    ("cover", "account"),
    [
        ("place", "He walked up the road in Leeds"),
        ("violence", "The cake smacked of cheap butter, he said"),
        ("call", "He called me names"),
    ],
)
def test_what_only_sounds_like_it_is_not(cover: str, account: str) -> None:
    assert cover not in offered(account)
