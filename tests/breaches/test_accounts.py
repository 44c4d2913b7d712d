"""A hundred and fifty short accounts, and whether a line is offered for them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import happening_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_term import COVERS, OrderTerm

NOTHING = "nothing"
ACCOUNTS = [
    (covers.split(), account.strip())
    for line in (Path(__file__).parent / "accounts.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for covers, account in [line.split("|")]
]
ORDER = CourtOrder(name="An order", made=dt.date(2026, 3, 1), served="yes", served_how="court", until="further")
LINES = {
    cover: OrderTerm(
        order=("order",),
        words="Not to.",
        covers=(cover,),
        protects=("me",),
        places=("St Bride's",) if cover == "place" else (),
    )
    for cover in dict(COVERS)
}
MATCHER = Matcher({"order": ORDER}, LINES, bound_by("he", "Sam"))


def offered(account: str) -> set[str]:
    when = Happened(how="exact", start=PartialDate(year=2026, month=3, day=20))
    happening = happening_of("it", Incident(account=account, happened=when))
    assert happening is not None
    return {found.term for found in MATCHER.possibilities([happening])}


@pytest.mark.parametrize(("covers", "account"), ACCOUNTS, ids=[account for _covers, account in ACCOUNTS])
def test_what_somebody_would_hold_against_a_line_is_offered_and_nothing_else(covers: list[str], account: str) -> None:
    found = offered(account)
    assert not found if covers == [NOTHING] else found & set(covers), f"offered: {sorted(found)}"


def test_there_are_a_hundred_that_are_and_fifty_that_are_not() -> None:
    assert sum(covers == [NOTHING] for covers, _account in ACCOUNTS) == 50
    assert sum(covers != [NOTHING] and set(covers) <= set(LINES) for covers, _account in ACCOUNTS) == 100
