"""People and codes as hypothesis makes them up."""

from __future__ import annotations

from hypothesis import strategies as st

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.people.told import Told
from daybook.domain.records.code import HOW, MEANS, Code
from daybook.domain.records.person import CARRY, CLOSE, DOES, ROLES, THINGS, WATCHED, Person


def some(options: tuple[tuple[str, str], ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([value for value, _ in options]), unique=True).map(tuple)


def one(options: tuple[tuple[str, str], ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(value for value, _ in options)])


names = st.sampled_from(["Ruth", "Mrs Okafor", "Dawn", "50% Sam", "{Dr} Anand"])
people = st.builds(
    Person,
    name=names,
    role=one(ROLES),
    close=one(CLOSE),
    watched=one(WATCHED),
    does=some(DOES),
    knows=some(THINGS),
    private=some(THINGS),
    to_tell=some(THINGS),
    carry=one(CARRY),
)
dates = st.builds(PartialDate, year=st.integers(2020, 2025), month=st.none() | st.integers(1, 12))
happenings = st.just(Happened()) | st.builds(Happened, how=st.just("exact"), start=dates)
codes = st.builds(
    Code,
    what=st.sampled_from(["Did you feed next door's cat?", "Ring twice", "Blue towel"]),
    how=one(HOW),
    means=some(MEANS),
    whom=st.lists(st.sampled_from(["a" * 32, "b" * 32]), unique=True).map(tuple),
    tried=happenings,
    changed=happenings,
)
told = st.builds(
    Told,
    seen=st.sampled_from(["yes", "no", "unsaid"]),
    bill=st.booleans(),
    shared=st.booleans(),
    ears=st.booleans(),
    together=st.booleans(),
    no_phone=st.booleans(),
    deaf=st.booleans(),
)
