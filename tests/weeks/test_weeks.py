"""Weeks as a person would describe them, each in a file, and what the rules and the solver find in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from daybook.domain.routine.as_json import PERSON
from daybook.domain.routine.gaps import gaps
from daybook.domain.routine.ideas import ideas
from daybook.domain.routine.overlaps import overlaps
from daybook.domain.routine.speech import in_words, overlap_said
from daybook.domain.routine.vary import Conflict, vary
from daybook.domain.routine.week import when
from daybook.domain.routine.written import read_week
from daybook.notebook.solver import MiniSat

FILES = sorted(Path(__file__).parent.glob("*.toml"))
KEYS = {"overlaps", "why_not", "given_up", "fixed", "moved", "places", "ways", "ideas", "missing"}


def found_in(text: str) -> dict[str, Any]:
    """What is found, in the shape a file expects it."""
    written = read_week(text)
    week, expect = written.week, written.expect
    varied = vary(week, MiniSat)
    of = {item: [entry for entry in varied.entries if entry.item == item] for item in week.mine}
    said = {each: in_words(overlap_said(week, each), PERSON) for each in overlaps(week)}
    return {
        "overlaps": [f"{each.mine}: {words}" for each, words in said.items()],
        "why_not": list(map(in_short, varied.why_not)),
        "given_up": list(map(in_short, varied.given_up)),
        "fixed": [item for item in of if of[item] and week.mine[item].moves != "movable"],
        "moved": {
            item: expect["moved"].get(item, []) if within(of[item], expect["moved"].get(item, [])) else of[item]
            for item in of
            if [entry.span for entry in of[item]] != list(when(week.mine[item]))
        },
        "places": {item: place_of(of[item]) for item in expect.get("places", {})},
        "ways": {item: " or ".join(sorted({entry.way for entry in of[item]})) for item in expect.get("ways", {})},
        "ideas": [idea.id for idea in ideas(week)],
        "missing": [in_words(gap.said, PERSON) for gap in gaps(week)],
    }


def in_short(conflict: Conflict) -> str:
    rules = (" ".join(filter(None, (rule.kind, rule.item, rule.other))) for rule in conflict.rules)
    return f"{' '.join(conflict.days)}: {' + '.join(rules)}"


def within(entries: list[Any], days: list[str]) -> bool:
    return {entry.span.day for entry in entries} <= set(days)


def place_of(entries: list[Any]) -> str:
    return " or ".join(sorted({entry.place for entry in entries}))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_found_is_what_the_file_expects(path: Path) -> None:
    text = path.read_text("utf-8")
    expect = {"places": {}, "ways": {}, **tomllib.loads(text)["expect"]}
    assert set(expect) == KEYS
    assert found_in(text) == expect


def test_there_are_five_weeks_and_they_differ() -> None:
    assert len(FILES) == 5
    assert len({tomllib.loads(path.read_text("utf-8"))["title"] for path in FILES}) == 5
