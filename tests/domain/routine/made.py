"""Weeks drawn at random: any days and clock times, over midnight too, with few places so that many coincide."""

from __future__ import annotations

from hypothesis import strategies as st

from daybook.domain.records.avoided_place import AvoidedPlace
from daybook.domain.records.routine import DAYS, KNOWN, Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.domain.routine.overlaps import Stay
from daybook.domain.routine.times import DAY, WEEK, Span
from daybook.domain.routine.week import Week

CODES = [code for code, _ in DAYS]
PLACES = ["", "school", "shop", "pool"]
days = st.lists(st.sampled_from(CODES), unique=True, max_size=3).map(tuple)
clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30]))
maybe_clocks = st.one_of(st.just(""), clocks)
places = st.sampled_from(PLACES)
passed = st.lists(places, max_size=3).map(tuple)
spans = st.builds(Span, st.integers(0, WEEK - 1), st.integers(1, DAY))
stays = st.builds(Stay, spans, places, st.frozensets(places.filter(bool), max_size=2))
ways = st.builds(Way, name=st.just("way"), known=st.sampled_from(["no", "yes", ""]), passes=passed)
theirs = st.builds(TheirTime, what=st.just("theirs"), days=days, start=clocks, end=maybe_clocks, place=places)


def mine(names: list[str]) -> st.SearchStrategy[Routine]:
    return st.builds(
        Routine,
        what=st.just("mine"),
        days=days,
        start=clocks,
        end=maybe_clocks,
        place=places,
        other_place=places,
        moves=st.sampled_from(["", "fixed", "movable", "movable", "together"]),
        known=st.lists(st.sampled_from([code for code, _ in KNOWN]), unique=True, max_size=3).map(tuple),
        ways=st.lists(st.sampled_from(names), unique=True).map(tuple) if names else st.just(()),
        other_days=days,
        earliest=maybe_clocks,
        latest=maybe_clocks,
    )


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    found = {f"w{n}": way for n, way in enumerate(draw(st.lists(ways, max_size=2)))}
    return Week(
        mine={f"m{n}": one for n, one in enumerate(draw(st.lists(mine([*found]), max_size=4)))},
        theirs={f"t{n}": one for n, one in enumerate(draw(st.lists(theirs, max_size=2)))},
        ways=found,
        avoided={"a": AvoidedPlace(place=draw(places))} if draw(st.booleans()) else {},
    )
