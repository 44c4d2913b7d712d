"""What leaving could cost: the lines her plan leads to, what she typed, and what is not known."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from daybook.domain import money
from daybook.domain.money.costs import with_amounts, with_aside, with_own, worked_out
from daybook.domain.money.lines import BY_CODE, GONE, LINES
from daybook.domain.records.money import Cost
from tests.domain.money import made

actions = st.lists(st.sampled_from([action for line in LINES for action in line.actions]), unique=True, max_size=8)
facts = st.lists(st.sampled_from([*GONE, "has_children"]), unique=True)


@given(made.costs, actions, facts)
def test_what_is_not_known_is_in_no_sum_and_is_counted(
    kept: tuple[Cost, ...], planned: list[str], told: list[str]
) -> None:
    found = worked_out(kept, planned, told)
    typed = [row.cost.pence for row in found.rows if row.cost.pence is not None]
    assert found.sum.pence == sum(typed)
    assert found.sum.known == len(typed)
    assert found.sum.unknown == len(found.rows) - len(typed)
    assert all(row.cost.aside for row in found.aside)
    assert not any(row.cost.aside for row in found.rows)


@given(made.costs, actions, facts)
def test_no_amount_of_hers_is_lost_and_none_is_made_up(
    kept: tuple[Cost, ...], planned: list[str], told: list[str]
) -> None:
    found = worked_out(kept, planned, told)
    shown = [row.cost for row in (*found.rows, *found.aside)]
    for cost in kept:
        if cost.pence is not None and cost.line != "gone":
            assert cost in shown
    assert all(cost in kept for cost in shown if cost.pence is not None)
    keys = [row.key for row in (*found.rows, *found.aside)]
    assert len(keys) == len(set(keys))


@given(actions, facts)
def test_a_line_stands_because_of_the_plan_or_from_the_start(planned: list[str], told: list[str]) -> None:
    for row in worked_out((), planned, told).rows:
        assert row.line
        assert row.line.always or row.because
        assert set(row.because) <= set(planned)
        assert not set(row.line.not_when) & set(told)


def test_what_is_not_for_her_leads_to_nothing() -> None:
    assert "pets" in {row.key for row in worked_out((), ["pets-when-leaving"], ()).rows}
    assert "pets" not in {row.key for row in worked_out((), [], ()).rows}


@given(made.costs, st.sampled_from([*BY_CODE]), st.one_of(st.none(), st.integers(0, 10**6)))
def test_an_amount_changes_one_line_and_nothing_else(kept: tuple[Cost, ...], line: str, pence: int | None) -> None:
    after = {(cost.line, cost.name): cost for cost in with_amounts(kept, {line: pence})}
    before = {(cost.line, cost.name): cost for cost in kept}
    assert {key: cost for key, cost in after.items() if key != (line, "")} == {
        key: cost for key, cost in before.items() if key != (line, "")
    }
    assert (after[line, ""].pence if (line, "") in after else None) == pence


def test_leaving_out_and_bringing_back_keeps_the_amount() -> None:
    kept = with_own(with_amounts((), {"way": 1250, "nonsense": 5}), "A bike", None)
    assert kept == (Cost(line="way", pence=1250), Cost(name="A bike"))
    out = with_aside(kept, "way", aside=True)
    assert worked_out(out, (), ()).sum.known == 0
    assert with_aside(out, "way", aside=False) == kept
    assert with_aside(kept, "food", aside=True)[-1] == Cost(line="food", aside=True)
    assert with_own(kept, "A bike", 4000)[-1] == Cost(name="A bike", pence=4000)


def test_no_rule_knows_an_amount() -> None:
    folder = Path(money.__file__).parent
    for file in folder.glob("*.py"):
        assert not re.search(r"£\s*\d", file.read_text("utf-8")), file.name
