"""A week written in a file that a person can read. For the command line and for tests."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from daybook.domain.clock import NotAClockError, clock_of
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.records.avoided_place import AvoidedPlace
from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.domain.routine.week import Week

_TABLES: dict[str, tuple[type[Any], str]] = {
    "mine": (Routine, "what"),
    "theirs": (TheirTime, "what"),
    "ways": (Way, "name"),
    "avoid": (AvoidedPlace, "place"),
}
_KEYS = {"from": "start", "to": "end"}
"""Words of a file that are called otherwise in a record."""


class WeekFileError(ValueError):
    """This week cannot be read. Write each time of yours under [[mine]], and each of theirs under [[theirs]]."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or type(self).__doc__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A week as a file describes it; `expect` is for tests and is not looked at."""

    title: str
    week: Week
    expect: Mapping[str, Any]


def read_week(text: str) -> Written:
    """The week in a TOML text; ids are her words for things. Raises WeekFileError, with the line of the table."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WeekFileError(f"This week cannot be read as TOML: {error}.") from None
    for key in table:
        if key not in {"title", "expect", *_TABLES}:
            raise WeekFileError(f"In the file, “{key}” is not known.{_near(key, [*_TABLES, 'title'])}")
    if not isinstance(table.get("title", ""), str):
        raise WeekFileError("In the file, “title” is text in quotation marks.")
    read = {name: dict(_records(name, table, text)) for name in _TABLES}
    if not read["mine"] and not read["theirs"]:
        raise WeekFileError
    for item, told in read["mine"].items():
        for way in told.ways:
            if way not in read["ways"]:
                raise WeekFileError(f"In “{item}”, “ways” names “{way}”.{_near(way, read['ways'])}")
    week = Week(mine=read["mine"], theirs=read["theirs"], ways=read["ways"], avoided=read["avoid"])
    return Written(title=table.get("title", ""), week=week, expect=table.get("expect", {}))


def _records(name: str, table: Mapping[str, Any], text: str) -> Iterator[tuple[str, Any]]:
    """The records of one kind, by what they are called."""
    cls, title = _TABLES[name]
    rows = table.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WeekFileError(f"Write each of “{name}” as a table of its own: [[{name}]].")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", line)]
    seen = set()
    for number, row in enumerate(rows):
        where = f"line {lines[number]}, [[{name}]]" if number < len(lines) else f"[[{name}]] number {number + 1}"
        body = cls(**dict(_fields(cls, row, where)))
        called = getattr(body, title)
        if not called or called in seen:
            why = f"“{called}” is there twice" if called else f"“{title}” says what it is called"
            raise WeekFileError(f"In {where}: {why}. Give each one a name of its own.")
        seen.add(called)
        yield called, body


def _fields(cls: type[Any], row: Mapping[str, Any], where: str) -> Iterator[tuple[str, Any]]:
    described = fields_of(cls)
    named = {next((short for short, long in _KEYS.items() if long == name), name): name for name in described}
    for key, value in row.items():
        if key not in named:
            raise WeekFileError(f"In {where}, “{key}” is not known.{_near(key, named)}")
        yield named[key], _value(described[named[key]], key, value, where)


def _value(field: Described, key: str, value: Any, where: str) -> Any:  # noqa: ANN401  (a value of any field)
    many = field.kind in (FieldKind.CHOICES, FieldKind.PEOPLE, FieldKind.RECORDS)
    if many and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise WeekFileError(f"In {where}, “{key}” is a list of words in quotation marks.")
    if not many and not isinstance(value, str):
        raise WeekFileError(f"In {where}, “{key}” is text in quotation marks.")
    known = [code for code, _ in field.options]
    for one in value if many else [value] if value else []:
        if known and one not in known:
            raise WeekFileError(f"In {where}, “{key}” has no “{one}”.{_near(one, known)}")
    if field.kind is FieldKind.CLOCK:
        try:
            return clock_of(value)
        except NotAClockError:
            raise WeekFileError(f"In {where}, “{key}” is a time such as 08:45.") from None
    return tuple(value) if many else value


def _near(name: str, known: Any) -> str:  # noqa: ANN401  (any collection of names)
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else f" Known here: {', '.join(known) or 'none'}."
