"""Who collects, what the school has, what is missing, and how late a handover was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from daybook.domain.children.collecting import Told, cares, goes_somewhere, told_by
from daybook.domain.children.lateness import lateness_said, minutes_late
from daybook.domain.children.missing import missing_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.child import Child
from daybook.domain.records.handover import Handover
from daybook.domain.records.person import Person
from tests.domain.children import made

RUTH = Person(name="Ruth", close="no", knows=("school",), does=("children",))
AT_SCHOOL = Told(in_england=True, at_school=True)
LEO = Child(name="Leo", age="7", place="school", collects=("a" * 32,), parent="yes", ordered="none")


def rules(child: Child, people: Mapping[str, Person], told: Told = AT_SCHOOL) -> list[str]:
    return [care.rule for care in cares(child, people, told)]


@given(made.children, made.known, made.told)
def test_who_is_close_and_may_collect_always_warns_by_name(
    child: Child, people: Mapping[str, Person], told: Told
) -> None:
    found = {care.rule: care.said.said({}) for care in cares(child, people, told)}
    for rule, close in (("close", "close"), ("may-be-close", "unsure")):
        named = [people[one].name for one in child.collects if people[one].close == close]
        assert (rule in found) == bool(named)
        assert all(name in found[rule] for name in named)


@given(made.children, made.known, made.told)
def test_a_list_or_a_password_is_never_said_to_stop_a_parent(
    child: Child, people: Mapping[str, Person], told: Told
) -> None:
    found = {care.rule: care.said.words for care in cares(child, people, told)}
    limited = child.parent == "no" or child.ordered == "collect"
    assert ("rights" in found) == (goes_somewhere(child, told) and not limited)
    if "rights" in found:
        assert "A list or a password does not change that." in found["rights"]
        assert ("In England" in found["rights"]) == told.in_england


@given(made.children, made.known, made.told)
def test_an_order_given_without_a_covered_address_always_warns(
    child: Child, people: Mapping[str, Person], told: Told
) -> None:
    assert ("address" in rules(child, people, told)) == ("order" in child.handed and child.covered != "yes")


def test_a_ready_collector_has_nothing_to_warn_of_and_a_half_told_one_has() -> None:
    settled = replace(LEO, parent="no")
    assert rules(settled, {"a" * 32: RUTH}) == []
    assert rules(settled, {"a" * 32: replace(RUTH, knows=())}) == ["where"]
    assert rules(settled, {"a" * 32: replace(RUTH, does=())}) == ["agreed"]
    assert rules(settled, {"a" * 32: replace(RUTH, aside="aside")}) == ["aside"]


@pytest.mark.parametrize("password", ["Leo", "leo!", "Ruth 7", "for ruth"])
def test_a_password_with_a_name_of_the_page_can_be_guessed(password: str) -> None:
    child = replace(LEO, parent="no", password=password)
    assert rules(child, {"a" * 32: RUTH}) == ["password"]
    assert rules(replace(child, password="Marmalade tin"), {"a" * 32: RUTH}) == []


def test_who_collects_now_would_notice_a_change() -> None:
    told = told_by({"in_scotland", "child_at_school", "they_collect_children"})
    assert rules(LEO, {"a" * 32: RUTH}, told) == ["rights", "noticed"]
    assert rules(replace(LEO, place="home"), {"a" * 32: RUTH}, told) == []


@given(made.children, made.told)
def test_what_is_missing_is_exactly_what_is_not_noted(child: Child, told: Told) -> None:
    said = " ".join(found.words for found in missing_of(child, told))
    card = child.words != "others" and not (not child.words and child.age in ("0", "3", "18 months"))
    assert ("no address" in said) == (card and not child.address.strip() and not child.hide)
    assert ("no phone number" in said) == (card and not child.number)
    assert ("no password" in said) == (goes_somewhere(child, told) and not child.password)
    assert ("who may collect" in said) == (
        goes_somewhere(child, told) and not child.collects and not child.collects_too
    )
    assert missing_of(replace(child, aside="aside"), told) == []


def test_after_a_while_it_is_asked_again_and_not_before() -> None:
    today = dt.date(2026, 11, 21)
    told = Told(today=today)
    child = replace(LEO, place="home", address="x", number="y", knows="z", practised=today)
    assert missing_of(child, told) == []
    (old,) = missing_of(replace(child, practised=dt.date(2026, 4, 1)), told)
    assert "more than half a year ago" in old.words
    given_away = replace(LEO, handed=("private",), handed_to="Mrs Dhillon", handed_on=dt.date(2025, 9, 1))
    assert any("Staff change" in said.words for said in missing_of(given_away, told))


def at(hour: int, minute: int, day: int = 3) -> Happened:
    return Happened(how="exact", start=PartialDate(year=2026, month=11, day=day, hour=hour, minute=minute))


@pytest.mark.parametrize(
    ("when", "agreed", "day", "says"),
    [
        (at(18, 35), "17:30", None, "1 hour 5 minutes after the agreed time."),
        (at(17, 10), "17:30", None, "20 minutes before it."),
        (at(17, 30), "17:30", None, "At the agreed time."),
        (at(0, 20, 4), "23:30", dt.date(2026, 11, 3), "50 minutes after the agreed time."),
        (at(0, 20, 4), "23:30", None, ""),
        (at(17, 30), "", None, ""),
    ],
)
def test_how_late_it_was(when: Happened, agreed: str, day: dt.date | None, says: str) -> None:
    late = lateness_said(Handover(what="x", happened=when, planned_time=agreed, planned_day=day))
    assert (late.said({}) if late else "") == says


@given(made.handovers)
def test_lateness_is_never_made_of_a_time_she_is_not_sure_of(handover: Handover) -> None:
    minutes, start = minutes_late(handover), handover.happened.start
    sure = handover.happened.how == "exact" and start is not None and start.hour is not None and handover.planned_time
    if minutes is None:
        assert not (sure and handover.planned_day)
        return
    assert sure
    assert start
    agreed = dt.datetime.combine(
        handover.planned_day or start.earliest.date(), dt.time.fromisoformat(handover.planned_time)
    )
    assert agreed + dt.timedelta(minutes=minutes) == start.earliest
    if {"nobody", "kept"} & set(handover.came):
        assert lateness_said(handover) is None


def test_a_fear_that_a_child_is_taken_is_answered_with_whom_to_ask_and_999_for_now() -> None:
    told = told_by({"child_abduction_fear"})
    (care,) = [care for care in cares(LEO, {"a" * 32: RUTH}, told) if care.rule == "taking"]
    assert "solicitor" in care.instead.words
    assert "call 999" in care.instead.words
    assert "taking" not in rules(replace(LEO, parent="no"), {"a" * 32: RUTH}, told)
