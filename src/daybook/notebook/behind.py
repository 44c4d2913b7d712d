"""What is behind a number of a picture: the very entries and messages that were counted, so many on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from daybook.domain.counts.stretch import Level, Stretch
from daybook.domain.counts.thing import Entry, Tally
from daybook.notebook.counts import SORTS, Things
from daybook.notebook.messages import HerMessage, Shelf, with_all_known
from daybook.readmodel.kept import Kept
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

Apart = Literal["", "inside", "maybe", "undated"]
A_PAGE = 50
_DAY, _TO_MINUTE, _QUARTER = 10, 14, 15
_AFTER_ALL = "~"
"""Stands behind every digit and mark of a time."""
_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A number of a picture: what was in a stretch, or in one hour of one day of the week of it.

    `by` are the cells of the picture: entries that fit into none of them were not counted. `apart` asks for those
    instead: entries of the stretch that fit into no cell ("inside"), that may have been then ("maybe"), or that have
    no date ("undated").
    """

    stretch: Stretch
    by: Level = "all"
    weekday: int | None = None
    hour: int | None = None
    apart: Apart = ""


def entries_of(entries: Iterable[Entry], part: Part) -> list[Entry]:
    """The entries behind a number, or those that were kept apart."""
    return [entry for entry in entries if _apart(entry, part) == part.apart and _fits(entry, part)]


def _apart(entry: Entry, part: Part) -> Apart | None:
    """Where a picture puts this entry; None for not at all."""
    if entry.earliest is None:
        return "undated"
    if not entry.may_be_in(part.stretch):
        return None
    if not entry.is_in(part.stretch):
        return "maybe"
    return "" if entry.place(part.by) is not None else "inside"


def _fits(entry: Entry, part: Part) -> bool:
    if part.hour is None or part.apart:
        return True
    start = entry.place("hour")
    return start is not None and (start.weekday(), start.hour) == (part.weekday, part.hour)


def tallies_of(things: Things, part: Part) -> list[Tally]:
    """The tallies behind a number, in order of time."""
    if part.apart:
        return []
    hourly = part.by == "hour"
    return [
        one
        for one in things.sent_in(part.stretch)
        if one.at is not None
        and (one.timed or not hourly)
        and (part.hour is None or (one.at.weekday(), one.at.hour) == (part.weekday, part.hour))
    ]


def messages_of(
    notebook: Notebook, tallies: Sequence[Tally], first: int = 0, most: int = A_PAGE
) -> tuple[HerMessage, ...]:
    """So many of the messages that these tallies count, from the `first` on, in order of time."""
    found: list[Kept] = []
    passed = 0
    for raw, group in groupby(tallies, key=lambda one: one.raw):
        here = list(group)
        number = sum(one.number for one in here)
        if passed + number > first:
            read = sorted(_read(notebook, raw, here), key=lambda kept: kept.key)
            found += read[max(0, first - passed) :]
        passed += number
        if len(found) >= most:
            break
    return with_all_known(notebook, found[:most])


def _read(notebook: Notebook, raw: str, tallies: Sequence[Tally]) -> Iterator[Kept]:
    """The messages of one hour of a wall's clock, of one quarter of an hour in UTC, or of a day alone."""
    counted = {(one.source, one.sender, one.sort) for one in tallies}
    since, until = _bounds(raw)
    for kept in notebook.beside(Shelf).books().read(Wanted(since=since, until=until), newest=False, most=_MOST):
        is_instant = kept.at.endswith(("+00:00", "Z"))
        is_day = len(kept.at) == _DAY
        if (
            kept.sent
            and (is_instant, is_day) == (raw.endswith("Z"), len(raw) == _DAY)
            and (kept.source, kept.sender, SORTS.get(kept.kind)) in counted
        ):
            yield kept


def _bounds(raw: str) -> tuple[str, str]:
    if not raw.endswith("Z"):
        return raw, raw + _AFTER_ALL
    hour, minute = raw[:_TO_MINUTE], int(raw[_TO_MINUTE:-1]) + _QUARTER
    return raw[:-1], hour + (f"{minute:02}" if minute < 60 else _AFTER_ALL)  # noqa: PLR2004  (minutes of an hour)
