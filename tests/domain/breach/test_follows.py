"""What a broken line leads to: a promise is never called a crime, and arrest only where it is noted or not needed."""

from __future__ import annotations

import pytest

from daybook.domain.breach.follows import ARREST, ASK, CONTEMPT, CRIME, NO_ARREST, PROMISE, follows
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm


def order(what: str, arrest: str = "") -> CourtOrder:
    return CourtOrder(name="It", what=what, arrest=arrest)


def line(arrest: str) -> OrderTerm:
    return OrderTerm(words="Not to.", arrest=arrest)


@pytest.mark.parametrize("breach", ["crime", "contempt", "arrest-power", "varies", ""])
def test_a_promise_is_contempt_whatever_the_guidance_says(breach: str) -> None:
    said = follows(order("undertaking", "all"), breach, line("yes"))
    assert said is PROMISE
    assert "contempt of court" in said.words
    assert "not a crime by itself" in said.words
    assert "arrest" not in said.words


def test_arrest_only_for_the_lines_it_is_written_on() -> None:
    assert follows(order("occupation-order"), "arrest-power", line("yes")) is ARREST
    assert follows(order("occupation-order", "all"), "arrest-power") is ARREST
    assert follows(order("occupation-order", "all"), "arrest-power", line("no")) is NO_ARREST
    assert follows(order("occupation-order", "some"), "arrest-power", line("")) is NO_ARREST
    assert follows(order("non-molestation-order", "no"), "crime", line("no")) is CRIME


def test_what_is_not_known_is_to_be_asked() -> None:
    assert follows(order("bail"), "") is ASK
    assert follows(order("child-arrangements-order"), "varies") is ASK
    assert follows(order("domestic-violence-protection-order"), "contempt") is CONTEMPT
