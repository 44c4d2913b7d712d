"""What a page of pictures was asked for, and the same as the values of an address."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args

from daybook.domain.counts.stretch import ALWAYS, Level, Stretch, start_of
from daybook.notebook.behind import Apart, Part
from daybook.notebook.counts import Choice

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

Asked = dict[str, Any]
_LONGEST = 500


def choice_of(args: MultiDict[str, str]) -> Choice:
    """What is to be counted."""
    return Choice(
        kinds=tuple(args.getlist("kind")),
        sender=args.get("sender", "")[:_LONGEST],
        since=_day(args.get("since", "")),
        until=_day(args.get("until", "")),
    )


def asked_of(choice: Choice) -> Asked:
    """The same for an address; what is not chosen is left out."""
    asked: Asked = {"kind": list(choice.kinds), "sender": choice.sender}
    asked |= {"since": choice.since and choice.since.isoformat(), "until": choice.until and choice.until.isoformat()}
    return {name: value for name, value in asked.items() if value}


def level_of(args: MultiDict[str, str]) -> Level | None:
    """The level of zoom that was asked for."""
    return next((level for level in get_args(Level) if level == args.get("level")), None)


def moment_of(args: MultiDict[str, str], name: str = "at") -> dt.datetime | None:
    """A time that was asked for."""
    try:
        return dt.datetime.fromisoformat(args.get(name, "")).replace(tzinfo=None)
    except ValueError:
        return None


def zoom_of(level: Level, start: dt.datetime) -> Asked:
    """One year, month, week or day for an address."""
    return {"level": level} if level == "all" else {"level": level, "at": start_of(level, start).isoformat()}


def part_of(args: MultiDict[str, str]) -> Part:
    """A number of a picture that was asked for; everything, where that does not read as one."""
    start, last = moment_of(args, "start") or ALWAYS.start, moment_of(args, "last") or ALWAYS.last
    weekday, hour = args.get("weekday", ""), args.get("hour", "")
    is_hour = weekday.isdecimal() and hour.isdecimal()
    return Part(
        stretch=Stretch(min(start, last), last),
        by=next((level for level in get_args(Level) if level == args.get("by")), "all"),
        weekday=int(weekday) % 7 if is_hour else None,
        hour=int(hour) % 24 if is_hour else None,
        apart=next((each for each in get_args(Apart) if each == args.get("apart")), ""),
    )


def values_of(part: Part) -> Asked:
    """A number of a picture for an address."""
    values: Asked = {"start": part.stretch.start.isoformat(), "last": part.stretch.last.isoformat(), "by": part.by}
    if part.hour is not None:
        values |= {"weekday": part.weekday, "hour": part.hour}
    return {**values, "apart": part.apart} if part.apart else values


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
