"""What the plan points to because of what she told: for three people it is never the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from daybook.crypto.derive import Cost
from daybook.domain.records.answers import SituationAnswers
from daybook.notebook import ready
from daybook.notebook.especially import especially
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import HerPlan, her_plan

MAN = SituationAnswers(
    chosen={"situation": ("living-with",), "nation": ("wales",), "phone": ("landline",), "matters": ("stay",)},
    relation="son",
    pronouns="he",
)
STUDENT = SituationAnswers(
    chosen={
        "situation": ("moved-away",),
        "nation": ("scotland",),
        "phone": ("smartphone-iphone",),
        "known-places": ("turns-up",),
        "contact-now": ("messages",),
    }
)
BARE = SituationAnswers(chosen={"situation": ("living-with",), "nation": ("england",)})


@pytest.fixture
def plan_of(tmp_path: Path) -> Iterator[Callable[[SituationAnswers], HerPlan]]:
    words = "lantern gravel unison pebble orchard tinsel"
    book = Notebook.create(tmp_path / "kept", words, cost=Cost(memory=64 * 1024))

    def plan(answers: SituationAnswers) -> HerPlan:
        book.keep(answers)
        return her_plan(book, ready.pack())

    yield plan
    book.close()


@pytest.fixture
def hers(plan_of: Callable[[SituationAnswers], HerPlan]) -> Callable[[SituationAnswers], list[str]]:
    def named(answers: SituationAnswers) -> list[str]:
        plan = plan_of(answers)
        return [item.id for item in especially(plan, plan.open("soon"))]

    return named


def test_it_points_to_what_only_this_person_has(hers: Callable[[SituationAnswers], list[str]]) -> None:
    assert {"landline-call", "harm-by-own-child"} <= set(hers(MAN))
    assert "look-for-trackers" in hers(STUDENT)
    assert not set(hers(MAN)) & set(hers(STUDENT))


def test_who_told_nothing_in_particular_is_pointed_to_nothing(hers: Callable[[SituationAnswers], list[str]]) -> None:
    assert hers(BARE) == []
    assert hers(SituationAnswers()) == []


def test_there_are_at_most_two_in_the_order_of_the_plan(plan_of: Callable[[SituationAnswers], HerPlan]) -> None:
    plan = plan_of(STUDENT)
    found = especially(plan, plan.items)
    assert len(found) == 2
    assert [item.position for item in found] == sorted(item.position for item in found)
    assert especially(plan, reversed(plan.items)) == found


def test_a_father_afraid_of_his_son_is_not_advised_on_leaving_him(
    plan_of: Callable[[SituationAnswers], HerPlan],
) -> None:
    assert "keep-leaving-private" not in {item.id for item in plan_of(MAN).items}
    assert "keep-leaving-private" in {item.id for item in plan_of(BARE).items}
