"""The made-up story of the demo, read from demo.toml: what Maya wrote down, and on which days."""

from __future__ import annotations

import functools
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.code import Code
from daybook.domain.records.contact import Contact
from daybook.domain.records.home import Home
from daybook.domain.records.incident import Incident
from daybook.domain.records.person import Person
from daybook.domain.records.rehearsal import Rehearsal
from daybook.domain.records.step import Step

Files = tuple[str, ...]
"""The names of the made-up files that go with a record."""


def incidents(today: date) -> list[tuple[Incident, Files]]:
    """The incidents, in the order Maya wrote them down, still without their files."""
    return [(Incident(**_words(told, today)), _files(told)) for told in _story()["incidents"]]


def contacts(today: date) -> list[tuple[Contact, Files]]:
    """The calls and meetings, still without their files."""
    return [(Contact(**_words(told, today)), _files(told)) for told in _story()["contacts"]]


def answers() -> SituationAnswers:
    """A mother of two who lives with him and is getting ready to leave; some questions passed by."""
    told: dict[str, Any] = _story()["answers"]
    chosen = {question: tuple(options) for question, options in told["chosen"].items()}
    rest: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items() if key != "chosen"
    }
    return SituationAnswers(chosen=chosen, **rest)


def people() -> list[Person]:
    """Who is on Maya's side, or may not be."""
    return [msgspec.convert(told, Person) for told in _story()["people"]]


def codes() -> list[tuple[Code, str]]:
    """Her codes, each with the name of the person who knows it."""
    return [(msgspec.convert(told | {"whom": []}, Code), told["whom"]) for told in _story()["codes"]]


def home() -> Home:
    """The home, as she described it."""
    return msgspec.convert(_story()["home"], Home)


def tries() -> list[Rehearsal]:
    """What she tried."""
    return [msgspec.convert(told, Rehearsal) for told in _story()["tries"]]


def steps() -> list[Step]:
    """What Maya decided about parts of her plan."""
    return [Step(**told) for told in _story()["steps"]]


def happened(told: dict[str, Any], today: date) -> Happened:
    """When something was, from the days counted back in the story; not known where none are given."""
    words = told.get("words", "")
    match told:
        case {"from": first, "to": last}:
            return Happened(how="span", start=_day(today, first), end=_day(today, last), words=words)
        case {"month": back}:
            then = today - timedelta(days=back)
            return Happened(how="about", start=PartialDate(year=then.year, month=then.month), words=words)
        case {"back": back}:
            return Happened(how=told.get("how", "exact"), start=_day(today, back, told.get("at", "")), words=words)
        case _:
            return Happened(words=words)


@functools.cache
def _story() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("demo.toml").read_text("utf-8"))


def _words(told: dict[str, Any], today: date) -> dict[str, Any]:
    """The fields of a record as its class takes them."""
    words = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items() if key != "files"}
    return words | {"happened": happened(told["happened"], today)}


def _files(told: dict[str, Any]) -> Files:
    return tuple(told.get("files", ()))


def _day(today: date, back: int, clock: str = "") -> PartialDate:
    then = today - timedelta(days=back)
    hour, minute = map(int, clock.split(":")) if clock else (None, None)
    return PartialDate(year=then.year, month=then.month, day=then.day, hour=hour, minute=minute)
