"""What is asked for on the page where she finds things: as it was typed, and as one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from daybook.domain.happened import IncompleteDateError, NotADateError, PartialDate
from daybook.notebook.finding import Question, Sort, day_after
from daybook.notebook.order_spans import span_of
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

Typed = dict[str, str]
PARTS = ("day", "month", "year")
DATES = ("since", "until")
NAMES = ("text", "person", "kind", "span", "tag", "sort", *(f"{date}.{part}" for date in DATES for part in PARTS))
"""The fields of the form."""
_LONGEST = 500
_NOT_READ = N_("This date cannot be read. Write the day, the month and the year in figures, or the year alone.")
_BACKWARD = N_("The last day is before the first. Look at both again.")


def typed_of(given: Mapping[str, str]) -> Typed:
    """What is filled in, of a form or an address."""
    found = {name: " ".join(given.get(name, "").split())[:_LONGEST] for name in NAMES}
    return {name: value for name, value in found.items() if value}


def question_of(notebook: Notebook, typed: Typed) -> tuple[Question, dict[str, str]]:
    """The question, and a sentence for each date that cannot be read, by "since" and "until"."""
    since, until, problems = "", "", dict[str, str]()
    for name in DATES:
        try:
            date = date_of(name, typed)
        except (NotADateError, IncompleteDateError, ValueError):
            problems[name] = _(_NOT_READ)
            continue
        if date and name == "since":
            since = date.earliest.date().isoformat()
        elif date:
            until = day_after(date.latest.date())
    if since and until and since >= until:
        problems["until"] = _(_BACKWARD)
    order, _space, which = typed.get("span", "").partition(" ")
    span = span_of(notebook, order, which)
    if span:
        since, until = max(since, span.since), min(until or span.until, span.until or until)
    question = Question(
        words=typed.get("text", ""),
        person=typed.get("person", ""),
        kind=typed.get("kind", ""),
        since=since,
        until=until,
        tag=typed.get("tag", ""),
    )
    return replace(question, sort=next((one for one in get_args(Sort) if one == typed.get("sort")), "newest")), problems


def date_of(name: str, typed: Typed) -> PartialDate | None:
    """A date as far as it is typed. Raises ValueError for what is no number, and what PartialDate raises."""
    day, month, year = (typed.get(f"{name}.{part}", "") for part in PARTS)
    if not (day or month or year):
        return None
    if not all(part.isascii() and part.isdecimal() for part in (day or "1", month or "1", year)):
        raise NotADateError
    return PartialDate(year=int(year), month=int(month) if month else None, day=int(day) if day else None)
