"""When an order binds, what is not noted of it, and when its end is spoken of."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.orders.force import force_of
from daybook.domain.orders.missing import Held, missing_of
from daybook.domain.orders.reminders import has_ended, is_near, reminders
from daybook.domain.orders.window import window
from daybook.domain.records.court_order import KINDS, CourtOrder
from daybook.domain.records.order_copy import OrderCopy
from daybook.domain.records.order_term import OrderTerm
from daybook.notebook.guidance import shipped_pack

TODAY = dt.date(2026, 5, 1)
A_DAY = dt.date(2026, 3, 1)


def at(*parts: int) -> dt.datetime:
    return dt.datetime(*parts)  # type: ignore[arg-type]


def exact(**parts: int) -> Happened:
    return Happened(how="exact", start=PartialDate(year=2026, **parts))


def order(**told: object) -> CourtOrder:
    return CourtOrder(name="An order", **{"made": A_DAY, "served": "yes", **told})  # type: ignore[arg-type]


def said(held: Held) -> str:
    return "\n".join(each.said({"person": "x", "Person": "X"}) for each in missing_of(held))


def test_it_binds_from_when_it_was_given_until_its_last_minute() -> None:
    force = force_of(order(served_on=exact(month=3, day=3, hour=14, minute=0), ends=dt.date(2026, 9, 1)))
    assert force
    assert (force.first, force.surely) == (at(2026, 3, 3, 14), at(2026, 3, 3, 14))
    assert (force.still, force.last) == (at(2026, 9, 1), at(2026, 9, 1, 23, 59))
    assert force.unknown == ()


def test_not_given_yet_binds_nobody_and_a_promise_needs_no_giving() -> None:
    assert force_of(order(served="no")) is None
    promise = force_of(order(served="no", what="undertaking"))
    assert promise
    assert (promise.first, promise.surely) == (at(2026, 3, 1), at(2026, 3, 1, 23, 59))
    assert promise.unknown == ("end",)


def test_days_that_do_not_fit_are_not_decided() -> None:
    force = force_of(order(served_on=exact(month=2, day=3), until="further"))
    assert force
    assert (force.first, force.surely, force.unknown) == (at(2026, 3, 1), None, ("given-day",))


@pytest.mark.parametrize("told", [{"ends": dt.date(2025, 9, 1)}, {"stopped": dt.date(2026, 2, 28)}])
def test_an_end_before_the_beginning_is_said_first(told: dict[str, dt.date]) -> None:
    """A wrong year would keep everything that happened from being held against it, without a word."""
    for one in (order(**told), order(served="no", what="undertaking", **told)):
        assert force_of(one) is None
        assert said(Held(order=one, terms={}, copies={})).startswith("It says it ended before it began")
    for one in (order(ends=dt.date(2026, 9, 1)), order(served="no", **told)):
        assert "It says it ended before it began" not in said(Held(order=one, terms={}, copies={}))


def test_an_end_in_the_last_year_there_is_is_no_end() -> None:
    for told in ({"ends": dt.date.max}, {"ends": dt.date.max, "ends_at": "16:00"}, {"stopped": dt.date.max}):
        force = force_of(order(served_on=exact(month=3, day=3), **told))
        assert force
        assert (force.still, force.last, force.unknown) == (None, None, ())


def test_a_court_can_end_it_early() -> None:
    force = force_of(order(served_how="court", ends=dt.date(2026, 9, 1), stopped=dt.date(2026, 4, 1)))
    assert force
    assert force.last == at(2026, 4, 1, 23, 59)
    assert force_of(order(served_on=exact(month=5), ends=dt.date(2026, 4, 1))) is None


def test_about_has_room_around_it() -> None:
    about = Happened(how="about", start=PartialDate(year=2026, month=3, day=10))
    assert window(about) == (at(2026, 3, 3), at(2026, 3, 17, 23, 59))
    assert window(Happened(how="about", start=PartialDate(year=9999))) == (at(9997, 12, 31), at(9999, 12, 31, 23, 59))
    assert window(exact(month=3, day=10)) == (at(2026, 3, 10), at(2026, 3, 10, 23, 59))


def test_the_end_is_spoken_of_well_before_it() -> None:
    def near(**told: object) -> str:
        return " ".join(each.said({}) for each in reminders(order(**told), TODAY))

    assert near(ends=TODAY + dt.timedelta(days=71)) == ""
    assert "ends in 70 days. If you want it longer" in near(ends=TODAY + dt.timedelta(days=70))
    assert "ends in 1 day." in near(ends=TODAY + dt.timedelta(days=1))
    assert "ends in less than a day." in near(ends=TODAY)
    assert "has ended" in near(ends=TODAY - dt.timedelta(days=1))
    assert "power of arrest ends in 9 days" in near(until="further", arrest_ends=TODAY + dt.timedelta(days=9))
    assert "power of arrest has ended" in near(until="further", arrest_ends=TODAY - dt.timedelta(days=9))
    assert near(until="further") == ""
    assert near(stopped=TODAY).startswith("You noted that a court ends or replaces it in less than a day.")
    assert "If you want it longer" not in near(stopped=TODAY, ends=TODAY + dt.timedelta(days=30))
    assert "ends in less than a day. If you want" in near(ends=TODAY, stopped=TODAY + dt.timedelta(days=30))
    assert has_ended(order(stopped=TODAY - dt.timedelta(days=1)), TODAY)
    assert not has_ended(order(ends=TODAY), TODAY)


def test_the_end_of_the_power_of_arrest_is_told_beside_that_of_the_order() -> None:
    def ends(order_in: int, arrest_in: int) -> list[str]:
        one = order(ends=TODAY + dt.timedelta(days=order_in), arrest_ends=TODAY + dt.timedelta(days=arrest_in))
        return [re.sub(r"\. .*", ".", each.said({})) for each in reminders(one, TODAY)]

    assert ends(18, 2) == ["Its power of arrest ends in 2 days.", "It ends in 18 days."]
    assert ends(18, -2) == ["It ends in 18 days.", "Its power of arrest has ended."]
    assert ends(200, 2) == ["Its power of arrest ends in 2 days."]
    assert ends(18, 18) == ends(18, 200) == ["It ends in 18 days."]
    assert ends(-1, 2) == ["It has ended."]
    assert ends(200, 200) == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, "The court and the case number. The police ask for them first."),
        ({"court": "Exampleton"}, "The case number. The police ask for it first, with the court."),
        ({"number": "EX1"}, "The court. The police ask for it first, with the case number."),
        ({"court": "Exampleton", "number": "EX1"}, ""),
    ],
)
def test_only_what_is_not_there_is_asked_for(told: dict[str, str], asked: str) -> None:
    lines = said(Held(order=order(served_how="court", **told), terms={}, copies={})).splitlines()
    assert [line for line in lines if "The police ask for" in line] == ([asked] if asked else [])


def test_what_the_police_ask_for_is_missing_until_it_is_noted() -> None:
    nothing = said(Held(order=CourtOrder(name="An order"), terms={}, copies={}))
    for words in ("court and the case number", "day it was made", "Until when", "word for word", "If the police have"):
        assert words in nothing
    full = order(
        court="Exampleton", number="EX1", served_how="court", ends=dt.date(2026, 9, 1), address="no", until="unsure"
    )
    term = OrderTerm(words="Not to.", covers=("call",))
    copies = {"a": OrderCopy(holder="police", proof="yes"), "b": OrderCopy(holder="worker")}
    assert said(Held(order=full, terms={"t": term}, copies=copies)) == ""
    assert "They need both" in said(Held(order=full, terms={"t": term}, copies={"a": OrderCopy(holder="police")}))


def test_the_kinds_are_those_of_the_guidance_by_the_same_names() -> None:
    pack = shipped_pack()
    kinds = dict(KINDS)
    assert set(pack.orders) == set(kinds) - {"bail", "other"}
    assert {name: entry.name for name, entry in pack.orders.items()} == {
        name: words for name, words in kinds.items() if name in pack.orders
    }


def test_an_end_is_spoken_of_well_before_and_for_two_weeks_after() -> None:
    ends = dt.date(2026, 9, 1)
    for days, is_said in ((71, False), (70, True), (0, True), (-14, True), (-15, False)):
        assert is_near(order(ends=ends), ends - dt.timedelta(days=days)) is is_said
    arrest = order(ends=dt.date(2027, 9, 1), arrest_ends=ends)
    assert [is_near(arrest, ends - dt.timedelta(days=days)) for days in (71, 70, -14, -15)] == [
        False,
        True,
        True,
        False,
    ]
    assert not is_near(order(ends=ends, stopped=dt.date(2026, 4, 1)), ends)
    assert not is_near(order(until="further"), ends)
