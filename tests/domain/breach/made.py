"""Made-up orders, lines and happenings for property tests."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from daybook.domain.breach.of_records import Told
from daybook.domain.happened import Certainty, Happened, PartialDate
from daybook.domain.records.court_order import SERVED, UNTIL, CourtOrder
from daybook.domain.records.order_term import COVERS, HOW_NEAR, PROTECTS, OrderTerm

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 3, 1)
days = st.dates(FIRST, LAST)
WORDS = [
    "he",
    "rang",
    "me",
    ".",
    "I",
    "him",
    "at",
    "home",
    "the",
    "school",
    "his",
    "mother",
    "came",
    "did",
    "not",
    "texted",
    "“",
    "”",
    "said",
    "kill",
    "you",
    "house",
    "Ruth",
    "nursery",
    "followed",
    "children",
    "message",
    "Leo",
    "outside",
    "work",
    "letter",
    "posted",
    "facebook",
    "broke",
    "door",
    "never",
    "to",
    "tell",
    "me",
]


@st.composite
def happened(draw: st.DrawFn) -> Happened:
    how: Certainty = draw(st.sampled_from(get_args(Certainty)))
    if how == "unknown":
        return Happened()
    start = draw(partial())
    if how != "span":
        return Happened(how=how, start=start)
    end = draw(partial())
    first, last = sorted((start, end), key=lambda one: (one.earliest, one.latest))
    return Happened(how="span", start=first, end=last) if last.latest >= first.earliest else Happened()


@st.composite
def partial(draw: st.DrawFn) -> PartialDate:
    day = draw(days)
    if draw(st.booleans()):
        return PartialDate(year=day.year, month=day.month)
    clock = draw(st.none() | st.tuples(st.integers(0, 23), st.integers(0, 59)))
    hour, minute = clock or (None, None)
    return PartialDate(year=day.year, month=day.month, day=day.day, hour=hour, minute=minute)


orders = st.builds(
    CourtOrder,
    name=st.just("An order"),
    what=st.sampled_from(["non-molestation-order", "undertaking", "bail"]),
    made=st.sampled_from([FIRST, dt.date(2026, 1, 12), dt.date(2026, 2, 10), None]),
    served=st.sampled_from(["yes", "yes", "yes", "", *dict(SERVED)]),
    served_on=happened(),
    served_how=st.sampled_from(["", "court", "handed"]),
    ends=st.sampled_from([dt.date(2026, 2, 1), dt.date(2026, 1, 20), LAST, None]),
    ends_at=st.sampled_from(["", "12:00"]),
    until=st.sampled_from(["", *dict(UNTIL)]),
    stopped=st.none() | days,
)
terms = st.builds(
    OrderTerm,
    order=st.just(("order",)),
    words=st.just("Not to."),
    covers=st.lists(st.sampled_from([*dict(COVERS)]), min_size=1, unique=True).map(tuple),
    protects=st.lists(st.sampled_from([*dict(PROTECTS)]), unique=True).map(tuple),
    people=st.sampled_from([(), ("Ruth",), ("Leo",)]),
    places=st.sampled_from([(), ("the house",), ("school",)]),
    how_near=st.sampled_from(["", *dict(HOW_NEAR)]),
    distance=st.sampled_from(["", "within 100 metres"]),
)
moments = st.datetimes(dt.datetime(2025, 12, 20), dt.datetime(2026, 3, 20))


@st.composite
def happenings(draw: st.DrawFn) -> Told:
    first, last = sorted((draw(moments), draw(moments)))
    return Told(
        id=draw(st.uuids()).hex,
        earliest=draw(st.sampled_from([first, first, None])),
        latest=draw(st.sampled_from([last, last, None])),
        text=" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=14))),
        where=draw(st.sampled_from(["", "Outside the house", "School", "On the phone"])),
        channels=frozenset(draw(st.sampled_from([("call",), ("message", "third"), ("school",), ("place",), ()]))),
        people=draw(st.sampled_from([(), ("Leo",), ("Ruth",)])),
        teller=draw(st.sampled_from(["me", "them", "other"])),
    )
