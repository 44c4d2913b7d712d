"""Days anybody could have told, and what else could be known with them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from daybook.domain.leaving.known import Child, Known, Thing
from daybook.domain.records.leaving_day import GOES, MOMENTS, PHONE, REPORTS, SURE, LeavingDay, OwnLine
from tests.domain.people import made

FACTS = (
    "device_exposed", "device_private", "phone_contract_theirs", "shares_location", "family_group", "has_children",
    "child_at_school", "has_pets", "takes_medication", "is_disabled", "needs_their_care", "has_car", "connected_car",
    "smart_home", "found_tracker", "always_found", "money_controlled", "lives_with_them",
)  # fmt: skip
PEOPLE = ("a" * 32, "b" * 32, "c" * 32)
words = st.sampled_from(["", "The chip shop", "100 %(person)s {person} of it", "Ruth’s, at two"])
clocks = st.sampled_from(["", "00:00", "08:30", "14:05", "23:59"])
chosen = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3).map(tuple)
own = st.builds(
    OwnLine,
    id=st.sampled_from(["x1", "x2", "x3"]),
    moment=st.sampled_from([*(moment for moment, _words in MOMENTS), "of a newer copy"]),
    words=st.sampled_from(["Feed the cat", "50 % of it {them}"]),
)
days = st.builds(
    LeavingDay,
    day=st.sampled_from([None, date(2026, 12, 1)]),
    out_from=clocks,
    out_until=clocks,
    sure=st.sampled_from(["", *dict(SURE)]),
    how=st.lists(st.sampled_from([*dict(GOES)]), unique=True, max_size=3).map(tuple),
    back_early=words,
    reason=words,
    pick_up=words,
    first_place=words,
    other_place=words,
    children=words,
    pets=words,
    medicine=words,
    phone=st.sampled_from(["", *dict(PHONE), "of a newer copy"]),
    reports=st.lists(st.sampled_from([*dict(REPORTS)]), unique=True).map(tuple),
    tell_before=chosen,
    tell_after=chosen,
    first_night=words,
    first_week=words,
    own=st.lists(own, unique_by=lambda own: own.id, max_size=3).map(tuple),
    aside=st.lists(st.sampled_from(["proof", "phone", "safer-phone", "own x1", "worker"]), unique=True, max_size=2).map(
        tuple
    ),
)
things = st.builds(
    Thing,
    name=st.just("Passport"),
    where=words,
    packed=st.booleans(),
    carried=st.booleans(),
    close_keeper=st.booleans(),
    used=st.booleans(),
)
children = st.builds(
    Child, name=st.just("Leo"), school=words, collects=st.sampled_from([(), ("Ruth",), ("Ruth", "Mr Bell")])
)
known = st.builds(
    Known,
    facts=st.frozensets(st.sampled_from(FACTS)),
    day=days,
    people=st.dictionaries(st.sampled_from(PEOPLE), made.people, max_size=3),
    codes=st.lists(made.codes, max_size=2).map(tuple),
    outs=st.sampled_from([(), ("Front door",), ("Front door", "Kitchen window", "Hatch")]),
    meet=st.sampled_from([(), ("The chip shop",), ("A very long place " * 8,)]),
    bag=st.lists(things, max_size=3).map(tuple),
    children=st.lists(children, max_size=2).map(tuple),
    cash=st.booleans(),
)
