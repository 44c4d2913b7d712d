"""The rules about things for the bag: keepers, places, what is left, what is not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.bag.cautions import cautions
from daybook.domain.bag.missing import missing
from daybook.domain.bag.readiness import ERRANDS, is_left, is_only_a_copy, is_there, left
from daybook.domain.bag.reminders import reminders
from daybook.domain.bag.told import Told, told_by
from daybook.domain.people.closeness import is_close, may_be_close
from daybook.domain.records.bag_item import ASIDE, HAVE, PLACES, STAGES, USED, BagItem
from daybook.domain.records.person import CLOSE, DOES, ROLES, Person

TODAY = date(2026, 11, 21)


def _one(options: tuple[tuple[str, str], ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(value for value, _words in options)])


def _some(options: tuple[tuple[str, str], ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from([value for value, _words in options])).map(lambda found: tuple(sorted(found)))


PEOPLE = st.builds(
    Person, name=st.sampled_from(["Ruth", "Dawn", "Ola"]), role=_one(ROLES), close=_one(CLOSE), does=_some(DOES)
)
ITEMS = st.builds(
    BagItem,
    what=st.just("Passport"),
    have=_some(HAVE),
    place=_one(PLACES),
    used=_one(USED),
    stage=_one(STAGES),
    aside=_one(ASIDE),
    checked=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
TOLD = st.builds(
    Told,
    together=st.booleans(),
    cloud=st.booleans(),
    car=st.booleans(),
    work=st.booleans(),
    ages=st.lists(st.integers(0, 25), max_size=4).map(tuple),
)


@given(ITEMS, st.lists(PEOPLE, max_size=4), TOLD)
def test_a_keeper_who_is_close_always_warns_and_is_named(item: BagItem, keepers: list[Person], told: Told) -> None:
    found = [caution for caution in cautions(item, keepers, told) if caution.rule == "keeper-close"]
    close = tuple(person.name for person in keepers if is_close(person))
    assert [caution.said.values["names"] for caution in found] == ([close] if close else [])


@given(ITEMS, st.lists(PEOPLE, max_size=4), TOLD)
def test_a_place_they_use_or_may_use_warns_unless_the_thing_is_not_for_her(
    item: BagItem, keepers: list[Person], told: Told
) -> None:
    rules = {caution.rule for caution in cautions(item, keepers, told)}
    assert ("place-used" in rules) == (item.used == "yes" and not item.aside)
    assert ("place-unsure" in rules) == (item.used == "unsure" and not item.aside)
    assert ("keeper-unsure" in rules) == (any(may_be_close(person) for person in keepers) and not item.aside)
    assert ("cloud" in rules) == (item.place == "cloud" and not item.aside)


def test_a_car_and_a_place_of_work_warn_only_by_what_she_told() -> None:
    car, work = BagItem(what="Keys", place="car"), BagItem(what="Keys", place="work")
    assert [caution.rule for caution in cautions(car, [], Told(car=True))] == ["car"]
    assert [caution.rule for caution in cautions(work, [], Told(work=True))] == ["work"]
    assert cautions(car, [], Told()) == cautions(work, [], Told()) == []


def test_a_cloud_of_theirs_is_said_as_that() -> None:
    item = BagItem(what="Passport", place="cloud")
    assert "{Person} may be able to open" in cautions(item, [], Told(cloud=True))[0].said.words
    assert "{Person}" not in cautions(item, [], Told())[0].said.words


@given(st.lists(st.tuples(st.none() | ITEMS, st.sampled_from(["home", *ERRANDS])), max_size=12))
def test_what_is_left_is_neither_there_nor_left_out_and_each_errand_is_counted(
    things: list[tuple[BagItem | None, str]],
) -> None:
    found = left(things)
    open_ones = [(item, errand) for item, errand in things if is_left(item)]
    assert found.things == len(open_ones)
    assert dict(found.errands) == {
        errand: count for errand in ERRANDS if (count := sum(other == errand for _item, other in open_ones))
    }
    for item, _errand in things:
        assert not (is_left(item) and is_there(item))
        assert not (is_left(item) and item is not None and item.aside)


def test_a_copy_stands_in_for_a_thing_and_what_is_only_lost_is_left() -> None:
    assert is_only_a_copy(BagItem(what="Passport", have=("copy", "lost")))
    assert not is_left(BagItem(what="Passport", have=("copy", "lost")))
    assert is_left(BagItem(what="Passport", have=("lost",)))
    assert is_left(None)
    assert not left([(None, "home")]).begun


@given(ITEMS, st.lists(PEOPLE, max_size=3))
def test_nothing_is_asked_about_what_she_does_not_have(item: BagItem, keepers: list[Person]) -> None:
    if item.aside or not is_there(item):
        assert missing(item, keepers, TODAY) == []


def test_what_a_keeper_did_not_agree_and_an_old_look_are_said() -> None:
    item = BagItem(what="Bag", have=("have",), place="kept", used="no", checked=TODAY - timedelta(days=184))
    said = [found.words for found in missing(item, [Person(name="Ruth")], TODAY)]
    assert any("agreed to keep things" in words for words in said)
    assert any("half a year" in words for words in said)
    assert "Does %(name)s know {person}?" in said
    keeps = Person(name="Ruth", close="no", does=("things",))
    assert missing(replace(item, checked=TODAY), [keeps], TODAY) == []


@pytest.mark.parametrize(("ages", "arm"), [((3, 9), True), ((9,), False), ((), False)])
def test_a_child_who_is_carried_takes_an_arm(ages: tuple[int, ...], *, arm: bool) -> None:
    said = " ".join(found.words for found in reminders(Told(ages=ages)))
    assert ("with a child on one arm" in said) == arm
    assert "Can you lift it" in said


def test_what_she_told_is_taken_on_the_careful_side() -> None:
    told = told_by({"family_group", "connected_car", "works_with_them"}, [4])
    assert (told.cloud, told.car, told.work, told.together, told.carried) == (True, True, True, False, True)
