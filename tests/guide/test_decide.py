"""The order rules of docs/packs.md hold for every set of facts."""

import time
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.guide.action import GROUPS
from daybook.guide.decide import NO_PREFERENCE, CircleError, decide
from daybook.guide.pack import Pack
from daybook.notebook.guidance import shipped_pack
from tests.guide import veldt
from tests.guide.made import FACTS, action, action_packs, pack


def assert_safe(made: Pack, facts: frozenset[str], prefer: Mapping[str, int] = NO_PREFERENCE) -> None:
    plan = decide(made, facts, prefer)
    place = {planned.id: planned.position for planned in plan}
    actions = {id_: made.actions[id_] for id_ in place}
    assert set(place) == {item.id for item in made.actions.values() if item.when.holds(facts)}
    assert list(place.values()) == list(range(1, len(plan) + 1))
    groups = [GROUPS.index(planned.group) for planned in plan]
    assert groups == sorted(groups)
    for planned in plan:
        item = actions[planned.id]
        assert planned.first == tuple(name for name in item.first if name in place)
        assert all(place[name] < planned.position for name in planned.first)
        if item.does == "emergency":
            continue
        for other in actions.values():
            if (item.noticed != "no" or item.does in ("change", "remove")) and other.does == "protect":
                assert place[other.id] < planned.position, f"{item.id} could be noticed before {other.id} protects"
            if item.does == "remove" and other.does == "save":
                assert place[other.id] < planned.position, f"{item.id} removes before {other.id} saves"


@given(action_packs(), st.frozensets(st.sampled_from(FACTS)))
def test_any_pack_gives_a_safe_order(made: Pack, facts: frozenset[str]) -> None:
    assert_safe(made, facts)


@given(action_packs(), st.frozensets(st.sampled_from(FACTS)), st.data())
def test_whatever_she_prefers_the_order_stays_safe_and_nothing_changes_its_group(
    made: Pack, facts: frozenset[str], data: st.DataObject
) -> None:
    prefer = data.draw(st.dictionaries(st.sampled_from(sorted(made.actions)), st.integers(-3, 3)))
    assert_safe(made, facts, prefer)
    plain = {planned.id: planned.group for planned in decide(made, facts)}
    assert {planned.id: planned.group for planned in decide(made, facts, prefer)} == plain
    assert decide(made, facts, dict.fromkeys(made.actions, 7)) == decide(made, facts)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_shipped_pack_stays_safe_whatever_she_prefers(data: st.DataObject) -> None:
    shipped = shipped_pack()
    facts = data.draw(st.frozensets(st.sampled_from(sorted(shipped.facts)), max_size=60))
    seed = data.draw(st.randoms(use_true_random=False))
    assert_safe(shipped, facts, {name: seed.randrange(8) for name in shipped.actions if seed.random() < 0.7})


def test_what_she_prefers_comes_earlier_inside_its_group_and_never_over_a_rule() -> None:
    made = pack(
        actions=[
            action("a", group="soon", order=1),
            action("b", group="soon", order=2),
            action("c", group="soon", order=3, first=("d",)),
            action("d", group="soon", order=9),
            action("e", group="now", order=9),
        ]
    )
    assert [planned.id for planned in decide(made, ())] == ["e", "a", "b", "d", "c"]
    assert [planned.id for planned in decide(made, (), {"b": 0})] == ["e", "b", "a", "d", "c"]
    assert [planned.id for planned in decide(made, (), {"c": 0, "b": 1})] == ["e", "b", "a", "d", "c"]
    assert [planned.id for planned in decide(made, (), {"c": 0, "d": 0})] == ["e", "d", "c", "a", "b"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_shipped_pack_gives_a_safe_order(data: st.DataObject) -> None:
    shipped = shipped_pack()
    assert_safe(shipped, data.draw(st.frozensets(st.sampled_from(sorted(shipped.facts)), max_size=60)))


def test_the_shipped_pack_gives_a_safe_order_with_no_answers_and_with_every_fact() -> None:
    assert_safe(shipped_pack(), frozenset())
    assert_safe(shipped_pack(), shipped_pack().facts)


def ids(made: Pack, *facts: str) -> list[str]:
    return [planned.id for planned in decide(made, facts)]


def test_what_could_be_noticed_waits_for_every_protect() -> None:
    made = pack(actions=[action("loud", noticed="maybe", order=1), action("quiet", does="protect", order=99)])
    assert ids(made) == ["quiet", "loud"]


@pytest.mark.parametrize("does", ["change", "remove"])
def test_every_change_waits_for_every_protect(does: str) -> None:
    made = pack(actions=[action("new-password", does=does, order=1), action("quiet", does="protect", order=99)])
    assert ids(made) == ["quiet", "new-password"]


def test_removing_waits_for_saving() -> None:
    made = pack(actions=[action("off", does="remove", order=1), action("keep", does="save", order=99)])
    assert ids(made) == ["keep", "off"]


def test_an_emergency_waits_for_neither() -> None:
    made = pack(
        actions=[
            action("call", does="emergency", noticed="yes", order=1),
            action("quiet", does="protect", order=2),
            action("keep", does="save", order=3),
        ]
    )
    assert ids(made) == ["call", "quiet", "keep"]


def test_first_comes_first_whatever_the_order_says() -> None:
    made = pack(actions=[action("a", order=1, first=("b",)), action("b", order=2, first=("c",)), action("c", order=3)])
    assert ids(made) == ["c", "b", "a"]


def test_the_rule_wins_over_the_group() -> None:
    made = pack(actions=[action("a", group="now", first=("b",)), action("b", group="ready"), action("c", group="soon")])
    assert [(planned.id, planned.group) for planned in decide(made, ())] == [
        ("c", "soon"),
        ("b", "ready"),
        ("a", "ready"),
    ]


def test_saving_late_takes_the_removing_with_it() -> None:
    made = pack(actions=[action("off", does="remove", group="soon"), action("keep", does="save", group="ready")])
    assert [(planned.id, planned.group) for planned in decide(made, ())] == [("keep", "ready"), ("off", "ready")]


def test_what_is_not_in_the_plan_is_not_waited_for_nor_named() -> None:
    made = pack(
        actions=[
            action("a", first=("b", "c")),
            action("b", when=veldt.pack().actions["take-off-app"].when),
            action("c"),
        ]
    )
    assert [(planned.id, planned.first) for planned in decide(made, ())] == [("c", ()), ("a", ("c",))]


def test_by_group_then_order_then_id() -> None:
    made = pack(
        actions=[action("d", group="soon", order=1), action("c", order=5), action("b", order=5), action("a", order=9)]
    )
    assert ids(made) == ["b", "c", "a", "d"]


def test_a_circle_is_named() -> None:
    made = pack(actions=[action("a", first=("b",)), action("b", first=("a",)), action("c")])
    with pytest.raises(CircleError) as caught:
        decide(made, ())
    assert caught.value.ids == ("a", "b")


def test_a_plan_is_made_in_under_ten_milliseconds() -> None:
    shipped = shipped_pack()
    for facts in (frozenset(), shipped.facts):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            decide(shipped, facts)
            times.append(time.perf_counter() - start)
        assert min(times) < 0.010
