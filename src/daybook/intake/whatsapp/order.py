"""In which order day, month and year stand: decided by what only one order allows, or left open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from daybook.intake.whatsapp.shape import Shape

ORDERS = ("dmy", "mdy", "ymd")
_NUMBERS = re.compile(r"\d+")
_IN_NAME = re.compile(r"(?<!\d)(20\d\d)(-?)(\d\d)\2(\d\d)(?=\D)")
_BEGAN, _BUDDHIST, _SHORT_BUDDHIST, _MANY_YEARS = 2009, 543, 52, 4


@lru_cache(4096)
def numbers(written: str) -> tuple[int, int, int]:
    """The three numbers of a date, as they stand."""
    one, two, three = (int(each) for each in _NUMBERS.findall(written))
    return one, two, three


def day_in(three: tuple[int, int, int], order: str) -> date | None:
    """The day these numbers mean in this order; None where there is no such day.

    A year of two digits is of this century. Years that only the Thai calendar can have are counted in it.
    """
    by_part = dict(zip(order, three, strict=True))
    year = by_part["y"]
    if year < 100:  # noqa: PLR2004 - a year of two digits
        year += 2000 if year < _SHORT_BUDDHIST else 2500
    if year >= 2500 + _SHORT_BUDDHIST:
        year -= _BUDDHIST
    if not _BEGAN <= year <= _BEGAN + 99:
        return None
    try:
        return date(year, by_part["m"], by_part["d"])
    except ValueError:
        return None


def day_in_name(text: str) -> date | None:
    """The day in the name of a picture or recording, which is always year, month, day."""
    found = _IN_NAME.search(text)
    return day_in((int(found[1]), int(found[3]), int(found[4])), "ymd") if found else None


@dataclass
class _Seen:
    """What speaks for and against one order."""

    fits: int = 0
    breaks: int = 0
    back: int = 0
    future: int = 0
    named: int = 0
    misnamed: int = 0
    last: date | None = None
    years: set[int] = field(default_factory=set)


class Evidence:
    """Gathers dates in the order of the file, and says which order they stand in, if only one can be."""

    def __init__(self, shape: Shape, *, today: date) -> None:
        """`shape` is how heads are written; nothing can have been sent after `today`."""
        can_be = {"first": ("ymd",), "last": ("dmy", "mdy"), "short": ORDERS, "named": ("dmy",)}[shape.year]
        self._seen = {order: _Seen() for order in can_be}
        self._today = today + timedelta(days=1)
        self._dotted = "." in shape.first
        self._korean = shape.first == ". " and shape.lead.startswith(".")
        self._before: tuple[int, int, int] | None = None
        self.example: tuple[int, int, int] | None = None

    def add(self, three: tuple[int, int, int], named: date | None = None) -> None:
        """One date as it stands, and the day in the name of what went with it."""
        if three == self._before and named is None:
            return
        self._before = three
        days = {order: day_in(three, order) for order in self._seen}
        if self.example is None and len({day for day in days.values() if day}) > 1:
            self.example = three
        for order, day in days.items():
            self._weigh(self._seen[order], day, named)

    def _weigh(self, seen: _Seen, day: date | None, named: date | None) -> None:
        if day is None:
            seen.breaks += 1
            return
        seen.fits += 1
        seen.future += day > self._today
        if seen.last is not None and day < seen.last - timedelta(days=1):
            seen.back += 1
        seen.last = day
        seen.years.add(day.year)
        if named is not None:
            close = abs(day - named) <= timedelta(days=1)
            seen.named += close
            seen.misnamed += not close

    def possible(self) -> tuple[str, ...]:
        """The orders that are left; one where it is certain."""
        left = [order for order, seen in self._seen.items() if seen.fits]
        least = min((self._seen[order].breaks for order in left), default=0)
        left = [order for order in left if self._seen[order].breaks <= 2 * least]
        left = self._without(left, "future")
        named = [order for order in left if self._seen[order].named and not self._seen[order].misnamed]
        if len(named) == 1:
            return (named[0],)
        left = self._without(left, "back")
        if self._dotted and "dmy" in left and not self._seen["dmy"].back:
            left = [order for order in left if order != "mdy"]  # no language writes the month first between full stops
            if not self._korean:
                return ("dmy",)  # nor a short year, but for "24. 3. 14."
        return tuple(left if len(left) < 2 else self._with_short_years(left))  # noqa: PLR2004 - nothing to choose

    def _with_short_years(self, left: list[str]) -> list[str]:
        """Whether a year of two digits stands first: its number changes least, and is hardly ever ten years back."""
        first, others = self._seen.get("ymd"), [self._seen[order] for order in left if order != "ymd"]
        if "ymd" not in left or first is None or first.last is None:
            return left
        if all(len(one.years) >= _MANY_YEARS and len(one.years) > 2 * len(first.years) for one in others):
            return ["ymd"]
        if all(one.last is not None and first.last.year - one.last.year >= _MANY_YEARS for one in others):
            return left
        return [order for order in left if order != "ymd"]

    def _without(self, orders: list[str], flaw: str) -> list[str]:
        """Those without this flaw, or all where each has it."""
        return [order for order in orders if not getattr(self._seen[order], flaw)] or orders
