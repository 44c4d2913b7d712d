"""How long a flood of messages takes against the lines of an order, beside reading its words once."""

from __future__ import annotations

import datetime as dt
import re
import time

from bench.figure import Figure
from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import Told
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm

MANY = 100_000
TEXTS = (
    "where are you",
    "answer me now",
    "I can see you are not at the dentist",
    "you will be sorry when you get home",
    "please can we talk I did not mean it and you know that I love you all",
    "ok",
    "tell Leo I will fetch him from school on Friday at three",
    "why did you call the police",
)
LINES = (("violence",), ("harass",), ("call", "text", "message", "mail", "third", "social"), ("school",), ("home",))


def figures() -> list[Figure]:
    """Seconds for 100,000 messages, a minute apart, against five lines."""
    begin = dt.datetime(2026, 1, 1)  # noqa: DTZ001  (a wall's clock)
    given = Happened(how="exact", start=PartialDate(year=2026, month=1, day=2))
    order = CourtOrder(name="It", made=begin.date(), served="yes", served_on=given, until="further")
    terms = {
        str(number): OrderTerm(order=("it",), words="Not to.", covers=covers) for number, covers in enumerate(LINES)
    }
    flood = []
    for number in range(MANY):
        at, text = begin + dt.timedelta(minutes=number), f"{TEXTS[number % len(TEXTS)]} {number}"
        flood.append(
            Told(id=str(number), earliest=at, latest=at, text=text, channels=frozenset({"message"}), teller="them")
        )
    matcher = Matcher({"it": order}, terms, bound_by("he", "Sam"))
    begun = time.perf_counter()
    found = matcher.possibilities(flood)
    took = time.perf_counter() - begun
    assert len(found) >= MANY - 24 * 60 * 2
    begun = time.perf_counter()
    for each in flood:
        set(re.findall(r"\w+", each.text.casefold()))
    once = time.perf_counter() - begun
    return [Figure("match 100,000 messages against an order", took, "s", took / once, "reading their words once")]
