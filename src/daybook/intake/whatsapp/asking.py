"""What only she can tell about a chat, and what her answers change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from daybook.intake.format import Answers, Question
from daybook.intake.whatsapp.clock import ZONES
from daybook.intake.whatsapp.halves import half
from daybook.intake.whatsapp.learn import Learned
from daybook.intake.whatsapp.marks import readable
from daybook.intake.whatsapp.named import NamedDates
from daybook.intake.whatsapp.order import day_in

_FIRST_YEAR = 2010
_MOST_NAMES_ASKED, _MOST_WORDS_ASKED = 3, 2
_ORDERS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


def questions(learned: Learned, suffix: str = "") -> tuple[Question, ...]:
    """Everything this chat leaves open. `suffix` tells the questions of several chats in one file apart."""
    asked = []
    if len(learned.orders) > 1 and learned.example:
        asked.append(_about_dates(learned, suffix))
    if learned.changes:
        asked.append(
            Question(
                id=f"zone{suffix}",
                ask="Where was the phone when this chat was exported?",
                why="Some messages were sent in a night when clocks were changed, and the file does not say where.",
                options=tuple(ZONES.items()),
                likely="Europe/London",
            )
        )
    if learned.named and learned.named.yearless and not learned.named.turns:
        asked.append(_about_the_year(learned.named, suffix))
    return (*asked, *_about_halves(learned, suffix), *_about_names(learned, suffix))


def _about_halves(learned: Learned, suffix: str) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=f"half-{number}{suffix}",
            ask=f"This chat writes “{readable(written)}” beside the time of day. Which half of the day is that?",
            why="Without it a time could be twelve hours wrong. Until this is answered those times are left empty.",
            options=(("before", "before noon"), ("after", "after noon")),
        )
        for number, written in enumerate(list(learned.unknown.values())[:_MOST_WORDS_ASKED], start=1)
    )


def _about_dates(learned: Learned, suffix: str) -> Question:
    assert learned.example is not None
    days = {order: day_in(learned.example, order) for order in learned.orders}
    written = "/".join(f"{number:02d}" for number in learned.example)
    return Question(
        id=f"date-order{suffix}",
        ask=f"This chat writes a date as {written}. Which day is that?",
        why="Every date in it could be read in more than one way. Until this is answered those times are left empty.",
        options=tuple((order, f"{_said(day)}, {_ORDERS[order]}") for order, day in days.items() if day),
    )


def _about_the_year(named: NamedDates, suffix: str) -> Question:
    first = max(named.years, default=_FIRST_YEAR - 1) + 1
    return Question(
        id=f"year{suffix}",
        ask="In which year was this chat exported?",
        why="The phone left out the year of the export. Until this is answered, times without a year are left empty.",
        options=tuple((str(year), str(year)) for year in range(first, datetime.now(UTC).year + 1)),
    )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _about_names(learned: Learned, suffix: str) -> tuple[Question, ...]:
    unsure = list(learned.names.unsure.items())[:_MOST_NAMES_ASKED]
    return tuple(
        Question(
            id=f"name-{number}{suffix}",
            ask=f"Who wrote the messages that begin with “{readable(longer)}:”?",
            why="A colon can be part of a name in the phone, or of the words.",
            options=(("short", f"“{readable(name)}”"), ("long", f"“{readable(longer)}”")),
        )
        for number, (name, longer) in enumerate(unsure, start=1)
    )


def answered(learned: Learned, answers: Answers, suffix: str = "") -> tuple[Learned, str]:
    """What is known with her answers, and the zone of the clocks."""
    order = answers.get(f"date-order{suffix}", "")
    orders = (order,) if order in learned.orders else learned.orders
    names = learned.names
    for number, (name, longer) in enumerate(list(names.unsure.items())[:_MOST_NAMES_ASKED], start=1):
        said = answers.get(f"name-{number}{suffix}")
        if said == "long":
            names = replace(names, long_names=names.long_names | {name: longer})
        if said in ("long", "short"):
            names = replace(names, unsure={one: more for one, more in names.unsure.items() if one != name})
    told = {
        word: half(said)
        for number, word in enumerate(list(learned.unknown)[:_MOST_WORDS_ASKED], start=1)
        if (said := answers.get(f"half-{number}{suffix}", "")) in ("before", "after")
    }
    if learned.named and (year := answers.get(f"year{suffix}", "")).isdecimal() and not learned.named.turns:
        learned.named.year = int(year)
    zone = answers.get(f"zone{suffix}", "")
    return replace(
        learned, orders=orders, names=names, halves=learned.halves | told
    ), zone if zone in ZONES else "Europe/London"
