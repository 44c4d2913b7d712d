"""The order of safety: what nobody notices first, locks last, and no change of locks while she lives with the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.security.order import GROUPS, NEVER_TOGETHER, TOGETHER, group_of, offered


@dataclass(frozen=True, slots=True)
class Look:
    id: str
    order: int
    noticed: Literal["no", "maybe", "yes"]
    changes: str


looks = st.lists(
    st.builds(
        Look,
        id=st.uuids().map(str),
        order=st.integers(0, 5),
        noticed=st.sampled_from(("no", "maybe", "yes")),
        changes=st.sampled_from(("nothing", "fittings", "locks", "accounts")),
    ),
    max_size=12,
)


@given(looks, st.booleans())
def test_what_is_noticed_more_never_stands_before_what_is_noticed_less(found: list[Look], together: bool) -> None:  # noqa: FBT001
    places = [GROUPS.index(group_of(look)) for look in offered(found, {TOGETHER} if together else set())]
    assert places == sorted(places)


@given(looks)
def test_who_lives_with_the_person_is_offered_no_change_of_locks_or_accounts(found: list[Look]) -> None:
    shown = offered(found, {TOGETHER, "lives_apart"})
    assert not [look for look in shown if look.changes in NEVER_TOGETHER]
    assert {look.id for look in shown} == {look.id for look in found if look.changes not in NEVER_TOGETHER}


@given(looks)
def test_who_lives_apart_is_offered_every_one_once(found: list[Look]) -> None:
    assert sorted(look.id for look in offered(found, {"lives_apart"})) == sorted(look.id for look in found)


def test_inside_a_group_it_is_as_written() -> None:
    first, second = Look("b", 1, "no", "nothing"), Look("a", 2, "no", "fittings")
    assert offered([second, first], set()) == [first, second]
