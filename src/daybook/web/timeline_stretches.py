"""The years of a long record, and the months of a full year: each leads to the page where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from daybook.web.dates import MONTHS
from daybook.web.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A year or a month: its words, how many entries stand in it, and where it begins.

    `page` counts from 1, `place` is the number of its first entry on that page, counted from 0.
    """

    words: str
    count: int
    page: int
    place: int
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Stretches side by side, what they are called together, and what stands before them."""

    name: str
    stretches: list[Stretch]
    before: str = ""


class Shown(Protocol):
    """Which page is shown, counted from 1."""

    @property
    def number(self) -> int:
        """Its number."""


def stretches_of(months: Sequence[tuple[str, int]], shown: Shown, a_page: int, *, newest: bool) -> list[Row]:
    """A row of years, and one of months for a year on this page that fills more than a page.

    `months` are ("2024-03", count) in order, what has no date last and under ""; a year alone counts to its first
    month. `newest` says that the list runs the other way, what has no date last all the same.
    """
    dated, undated = [each for each in months if each[0]], [each for each in months if not each[0]]
    ordered = (dated[::-1] if newest else dated) + undated
    begins = dict(
        zip((month for month, _count in ordered), accumulate((n for _m, n in ordered), initial=0), strict=False)
    )
    years: dict[str, list[tuple[str, int]]] = {}
    for month, count in ordered:
        years.setdefault(month[:4], []).append((month, count))

    def stretch(words: str, inside: list[tuple[str, int]]) -> Stretch:
        start, count = begins[inside[0][0]], sum(count for _month, count in inside)
        first, last = (shown.number - 1) * a_page, shown.number * a_page
        return Stretch(
            words=words,
            count=count,
            page=start // a_page + 1,
            place=start % a_page,
            is_here=start < last and start + count > first,
        )

    rows = [
        Row(
            name=_("Years"),
            stretches=[stretch(year or _("Without a date"), inside) for year, inside in years.items()],
        )
    ]
    for year, row in zip(years, list(rows[0].stretches), strict=True):
        if year and row.is_here and row.count > a_page:
            inside = [stretch(_(MONTHS[int(one[0][5:7]) - 1]), [one]) for one in years[year]]
            rows.append(Row(name=_("Months of %(year)s", year=year), before=year, stretches=inside))
    return rows
