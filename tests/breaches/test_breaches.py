"""Orders, what happened, and which lines it may have broken: cases written so that a solicitor can read them."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.days import days_of
from daybook.domain.breach.happening import Happening
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import Told, happening_of
from daybook.domain.breach.stretch import stretches
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.orders.force import force_of
from daybook.domain.records.clue import Clue
from daybook.domain.records.contact import Contact
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.court_order import KINDS, CourtOrder
from daybook.domain.records.handover import Handover
from daybook.domain.records.incident import Incident
from daybook.domain.records.injury import Injury
from daybook.domain.records.kept_file import KeptFile
from daybook.domain.records.loss import Loss
from daybook.domain.records.order_term import COVERS, OrderTerm
from daybook.domain.records.pattern import Pattern
from daybook.domain.said import Said

FILES = sorted(Path(__file__).parent.glob("*.toml"))
RECORDS: dict[str, type[Any]] = {
    "incident": Incident,
    "handover": Handover,
    "contact": Contact,
    "injury": Injury,
    "loss": Loss,
    "clue": Clue,
    "court-day": CourtDay,
    "pattern": Pattern,
    "kept-file": KeptFile,
}


def happened(text: str) -> Happened:
    """As "2026-03-04 21:10", "about 2026-03", "2026-03-01 to 2026-03-05", "" for not known."""
    if not text:
        return Happened()
    if " to " in text:
        start, end = text.split(" to ")
        return Happened(how="span", start=partial(start), end=partial(end))
    if text.startswith("about "):
        return Happened(how="about", start=partial(text.removeprefix("about ")))
    return Happened(how="exact", start=partial(text))


def partial(text: str) -> PartialDate:
    day, _space, clock = text.partition(" ")
    year, month, number = ([int(part) for part in day.split("-")] + [None, None])[:3]
    hour, minute = map(int, clock.split(":")) if clock else (None, None)
    assert year is not None
    return PartialDate(year=year, month=month, day=number, hour=hour, minute=minute)


def order_of(told: dict[str, Any]) -> CourtOrder:
    assert told.get("what", "other") in dict(KINDS)
    days: dict[str, Any] = {
        name: dt.date.fromisoformat(str(told[name])) for name in ("made", "ends", "stopped") if name in told
    }
    rest = {name: value for name, value in told.items() if name not in days and name != "served_on"}
    return CourtOrder(served_on=happened(told.get("served_on", "")), **days, **rest)


def term_of(told: dict[str, Any]) -> OrderTerm:
    assert set(told["covers"]) <= set(dict(COVERS))
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return OrderTerm(**{"order": ("order",), **values, **({"order": (told["order"],)} if "order" in told else {})})


def happenings(told: dict[str, Any], orders: dict[str, CourtOrder]) -> list[Happening]:
    """What she would write down; a message out of a chat; or many messages or calls, as counts by hour."""
    if told["kind"] == "flood":
        return [each for order in orders.values() for each in flood(told, order)]
    return [found for found in [happening(told)] if found]


def flood(told: dict[str, Any], order: CourtOrder) -> list[Happening]:
    """Days of messages or calls, each in one stretch of an order. `came` holds the minutes with how many each."""
    moments = [(dt.datetime.fromisoformat(at), number) for at, number in told["came"].items()]
    hours: dict[dt.datetime, int] = {}
    for at, number in moments:
        hours[at.replace(minute=0)] = hours.get(at.replace(minute=0), 0) + number
    slack = dt.timedelta(hours=1) if told.get("in_utc") else dt.timedelta()
    force = force_of(order)
    days = days_of(
        hours,
        stretches(force, slack) if force else [],
        lambda since, until: sum(number for at, number in moments if since <= at < until),
    )
    return [
        Told(
            id=f"{day.day} {day.count}", earliest=day.since, latest=day.since + slack,
            channels=frozenset(told["channels"]), teller=told.get("teller", "them"), sender=told["sender"], most=day.most,
        )
        for day in days
    ]  # fmt: skip


def happening(told: dict[str, Any]) -> Happening | None:
    """One record of hers as she would write it down; or one message out of a chat."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    del values["kind"]
    if told["kind"] == "message":
        when = happened(values["when"])
        channels = frozenset(values["channels"])
        return Told(
            id="it", earliest=when.earliest, latest=when.latest, text=values["text"], channels=channels,
            teller=values.get("teller", "them"), people=values.get("people", ()), sender=values.get("sender", ""),
        )  # fmt: skip
    cls = RECORDS[told["kind"]]
    if cls is CourtDay:
        return happening_of("it", CourtDay(day=dt.date.fromisoformat(values.pop("when")), **values))
    return happening_of("it", cls(happened=happened(values.pop("when", "")), **values))


def found_in(case: dict[str, Any]) -> dict[str, Any]:
    orders = {name: order_of(told) for name, told in case["orders"].items()}
    terms = {name: term_of(told) for name, told in case["lines"].items()}
    who = case.get("person", {"pronouns": "he", "name": "Sam"})
    matcher = Matcher(orders, terms, bound_by(**who))
    found = matcher.possibilities(happenings(case["happened"], orders))
    is_flood = case["happened"]["kind"] == "flood"
    name = {id(each): f"{each.term}: {each.happening}" if is_flood else each.term for each in found}
    return {
        "may": {name[id(each)]: [in_words(reason.said) for reason in each.reasons] for each in found},
        "not_known": {name[id(each)]: [in_words(said) for said in each.unknown] for each in found if each.unknown},
        "not": sorted(set(terms) - {each.term for each in found}),
    }


def in_words(said: Said) -> str:
    return said.said({}, lambda words: words.replace("{person}", "the person harming you"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_may_have_been_broken_is_what_the_case_says(path: Path) -> None:
    case = tomllib.loads(path.read_text("utf-8"))
    expect = {"may": {}, "not_known": {}, "not": [], **case["expect"]}
    assert set(expect) == {"may", "not_known", "not"}
    assert found_in(case) == expect


def test_a_day_in_court_that_is_only_planned_and_a_pattern_are_no_happening() -> None:
    assert happening_of("it", CourtDay(what="A hearing", day=dt.date(2026, 3, 20))) is None
    assert happening_of("it", Pattern(account="He rings every Friday.")) is None


def test_there_are_sixty_cases_and_each_is_another() -> None:
    assert len(FILES) >= 60
    cases = [tomllib.loads(path.read_text("utf-8")) for path in FILES]
    assert len({case["title"] for case in cases}) == len(FILES)
    assert all(case["why"].strip() for case in cases)
