"""From what was typed to a record and back, by the field descriptions alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from daybook.domain.amount import pence_of, typed_pounds
from daybook.domain.attachment import Attachment
from daybook.domain.body.mark import typed_mark, typed_marks
from daybook.domain.clock import clock_of
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.happened import Happened, NotADateError, PartialDate
from daybook.domain.kinds import RecordKind, kind_for
from daybook.domain.sentence import sentence

Typed = Mapping[str, list[str]]
"""What a form holds: each input's name and everything typed or chosen in it."""

Files = Mapping[str, tuple[Attachment, ...]]
"""The files of each field that takes files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right: in which field, and one sentence that says how."""

    field: str
    sentence: str


_FIRST_YEAR = 1900
_TO_COME = "This date is still to come. Look at the year, or choose “I do not know”."
_HOUR_TO_COME = "This is still to come. Look at the day and the time, or leave the time out."
_NO_YEAR = "A date needs at least its year. Add it, or choose “I do not know”."
_NO_LAST_YEAR = "The last date is missing, or its year. Add it, or choose “About then”."
_AN_ID = re.compile(r"[0-9a-f]{32}")
"""The id of a record. Whether there is such a record is for whoever shows it: one that is not there shows nothing."""


class _NotTypedRightError(ValueError):
    """Carries the one sentence for one field."""


def first(typed: Typed, name: str) -> str:
    """The first value typed under `name`, without the white space around it; "" where there is none."""
    values = typed.get(name) or [""]
    return values[0].strip()


def parse(kind: RecordKind, typed: Typed, files: Files, now: datetime) -> Any | list[Problem]:  # noqa: ANN401
    """The record that was typed, or every problem with it, in the order of the form.

    Text is kept as typed but for line ends, which become one newline. `now` decides what is in the future.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field in fields_of(kind.cls).items():
        try:
            values[name] = _value(name, field, typed, files, now)
        except ValueError as error:
            problems.append(Problem(field=name, sentence=sentence(error)))
    return problems or kind.cls(**values)


def _value(name: str, field: Described, typed: Typed, files: Files, now: datetime) -> Any:  # noqa: ANN401
    if field.kind is FieldKind.WHEN:
        return Happened(words=first(typed, f"{name}.words")) if field.only_words else _happened(name, typed, now)
    if field.kind is FieldKind.FILES:
        return files.get(name, ())
    value = _read(name, field, typed)
    _fits(value, field)
    if field.required and (value in (None, ()) or (isinstance(value, str) and not value.strip())):
        raise _NotTypedRightError("This is the one box that has to hold something. A few words are enough.")
    return value


def _read(name: str, field: Described, typed: Typed) -> Any:  # noqa: ANN401, PLR0911  (one for each kind)
    """A value that is typed or chosen in one place."""
    match field.kind:
        case FieldKind.AMOUNT:
            return pence_of(first(typed, name))
        case FieldKind.CLOCK:
            return clock_of(first(typed, name))
        case FieldKind.DAY:
            return _day(name, typed)
        case FieldKind.MARKS:
            return typed_marks(typed.get(name, []))
        case FieldKind.PEOPLE:
            return tuple(line.strip() for line in _lines(typed, name).split("\n") if line.strip())
        case FieldKind.LINE | FieldKind.GIVEN:
            return " ".join(_lines(typed, name).split())
        case FieldKind.TEXT:
            return _lines(typed, name).strip("\n")
        case _:
            return _chosen(name, field, typed)


def _fits(value: Any, field: Described) -> None:  # noqa: ANN401
    parts = value if isinstance(value, tuple) else (value,)
    length = max((len(part) for part in parts if isinstance(part, str)), default=0)
    if length > field.longest:
        sentence = f"This is {length:,} characters; {field.longest:,} fit here. Nothing is lost: split it in two."
        raise _NotTypedRightError(sentence)


def _chosen(name: str, field: Described, typed: Typed) -> str | tuple[str, ...]:
    if field.kind is FieldKind.RECORDS:
        return tuple(dict.fromkeys(found for found in typed.get(name, []) if _AN_ID.fullmatch(found)))
    allowed = dict(field.options)
    if field.kind is FieldKind.CHOICES:
        return tuple(option for option in typed.get(name, []) if option in allowed)
    return first(typed, name) if first(typed, name) in allowed else ""


def _lines(typed: Typed, name: str) -> str:
    values = typed.get(name) or [""]
    return values[0].replace("\r\n", "\n").replace("\r", "\n")


def _happened(name: str, typed: Typed, now: datetime) -> Happened:
    how = first(typed, f"{name}.how") or "unknown"
    words = first(typed, f"{name}.words")
    if how not in ("exact", "about", "span"):
        if any(first(typed, f"{name}.{part}") for part in ("day", "month", "year", "time")):
            raise _NotTypedRightError("There is a date here, but “I do not know” is chosen. Choose how sure you are.")
        return Happened(words=words)
    start = _date(f"{name}.", typed)
    end = _date(f"{name}.end_", typed) if how == "span" else None
    happened = Happened(how=how, start=start, end=end, words=words)  # type: ignore[arg-type]
    if start.year < _FIRST_YEAR:
        raise _NotTypedRightError(f"This is before {_FIRST_YEAR}. Look at the year again.")
    if happened.is_after(now):
        raise _NotTypedRightError(_TO_COME if start.hour is None else _HOUR_TO_COME)
    return happened


def _day(name: str, typed: Typed) -> date | None:
    day, month, year = (_number(first(typed, f"{name}.{part}"), part) for part in ("day", "month", "year"))
    if day is None and month is None and year is None:
        return None
    if day is None or month is None or year is None:
        raise _NotTypedRightError("A day here has its day, its month and its year. Add what is missing, or empty all.")
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADateError from None


def _date(prefix: str, typed: Typed) -> PartialDate:
    year = _number(first(typed, f"{prefix}year"), "year")
    if year is None:
        raise _NotTypedRightError(_NO_LAST_YEAR if prefix.endswith("end_") else _NO_YEAR)
    clock = clock_of(first(typed, f"{prefix}time"))
    hour, minute = map(int, clock.split(":")) if clock else (None, None)
    month = _number(first(typed, f"{prefix}month"), "month")
    day = _number(first(typed, f"{prefix}day"), "day")
    return PartialDate(year=year, month=month, day=day, hour=hour, minute=minute)


def _number(text: str, what: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{4}" if what == "year" else r"\d{1,2}", text):
        shape = "four digits, like 2024" if what == "year" else "one or two digits"
        raise _NotTypedRightError(f"Write the {what} with {shape}.")
    return int(text)


def typed_of(record: Any) -> dict[str, list[str]]:  # noqa: ANN401  (a record of any kind)
    """What a form holds when it shows this record; the opposite of parse. Files are not part of it."""
    typed: dict[str, list[str]] = {}
    for name, field in fields_of(kind_for(record).cls).items():
        value = getattr(record, name)
        match field.kind:
            case FieldKind.WHEN:
                typed |= typed_happened(name, value)
            case FieldKind.PEOPLE:
                typed[name] = ["\n".join(value)]
            case FieldKind.CHOICES | FieldKind.RECORDS:
                typed[name] = list(value)
            case FieldKind.MARKS:
                typed[name] = [typed_mark(mark) for mark in value]
            case FieldKind.FILES:
                pass
            case FieldKind.AMOUNT:
                typed[name] = [typed_pounds(value)]
            case FieldKind.DAY:
                typed |= _typed_day(name, value)
            case _:
                typed[name] = [value]
    return typed


def typed_happened(name: str, happened: Happened) -> dict[str, list[str]]:
    """What the inputs of a date hold when they show this one."""
    typed: dict[str, list[str]] = {f"{name}.how": [happened.how], f"{name}.words": [happened.words]}
    for prefix, known in ((f"{name}.", happened.start), (f"{name}.end_", happened.end)):
        if known:
            for part in ("day", "month", "year"):
                number = getattr(known, part)
                typed[prefix + part] = ["" if number is None else str(number)]
            typed[prefix + "time"] = [f"{known.hour:02}:{known.minute:02}"] if known.hour is not None else [""]
    return typed


def _typed_day(name: str, day: date | None) -> dict[str, list[str]]:
    return {f"{name}.{part}": [str(getattr(day, part)) if day else ""] for part in ("day", "month", "year")}


def merged(typed: Typed, names: Iterable[str]) -> dict[str, list[str]]:
    """Only the inputs that belong to the named fields: what a draft keeps."""
    roots = tuple(names)
    return {key: list(values) for key, values in typed.items() if key.split(".")[0] in roots}
