"""Children, people and handovers as hypothesis makes them up."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from daybook.domain.children.collecting import Told
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.child import (
    CARD_WORDS,
    COVERED,
    HANDED,
    HIDE,
    KEPT_PRIVATE,
    ORDERED,
    PARENT,
    PLACES,
    Child,
)
from daybook.domain.records.handover import CAME, Handover
from tests.domain.people.made import one, people, some

IDS = ("a" * 32, "b" * 32, "c" * 32)
SECRET = "Quokka"
"""In every field that no card and no words for others may hold."""

ages = st.sampled_from(
    ["", "0", "3", "4", "6", "7", "10", "11", "15", "16", "17", "18 months", "7 years old", "nearly 8"]
)
days = st.none() | st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
children = st.builds(
    Child,
    name=st.sampled_from(["Leo", "50% Bean", "{person} %(name)s"]),
    age=ages,
    full_name=st.sampled_from(["", "Leo Marsh"]),
    address=st.sampled_from(["", " ", "Flat 4, 12 Larch Court\nNorthwick ZZ9 1AA"]),
    number=st.sampled_from(["", "07700 900142"]),
    hide=one(HIDE),
    words=one(CARD_WORDS),
    practised=days,
    parent=one(PARENT),
    ordered=one(ORDERED),
    place=one(PLACES),
    school=st.just(SECRET),
    collects=st.lists(st.sampled_from(IDS), unique=True).map(tuple),
    collects_too=st.sampled_from([(), ("Priya",)]),
    password=st.sampled_from(["", SECRET, "Marmalade tin"]),
    handed=some(HANDED),
    handed_to=st.sampled_from(["", SECRET]),
    handed_on=days,
    covered=one(COVERED),
    handed_more=st.just(SECRET),
    knows=st.sampled_from(["", SECRET]),
    kept_private=some(KEPT_PRIVATE),
    not_to_carry=st.just(SECRET),
    helps=st.just(SECRET),
)
known = st.fixed_dictionaries(dict.fromkeys(IDS, people))
told = st.builds(
    Told,
    in_england=st.booleans(),
    at_school=st.booleans(),
    they_collect=st.booleans(),
    fears_taking=st.booleans(),
    today=st.just(dt.date(2026, 11, 21)),
)
starts = st.builds(
    PartialDate,
    year=st.just(2026),
    month=st.just(11),
    day=st.integers(1, 28),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
)
whens = (
    st.builds(Happened, how=st.just("exact"), start=starts)
    | st.builds(Happened, how=st.just("about"), start=starts)
    | st.just(Happened(how="exact", start=PartialDate(year=2026, month=11, day=3)))
    | st.just(Happened(words="that Friday"))
)
handovers = st.builds(
    Handover,
    what=st.just("Late."),
    happened=whens,
    planned_time=st.sampled_from(["", "00:00", "17:30", "23:59"]),
    planned_day=st.none() | st.dates(dt.date(2026, 11, 1), dt.date(2026, 11, 28)),
    came=some(CAME),
)
