"""Homes as a person would describe them, each in a file, and what the rules find in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from daybook.domain.home.gaps import gaps
from daybook.domain.home.look import look
from daybook.domain.home.speech import out_name
from daybook.domain.home.ways import Way
from daybook.domain.home.written import read_home

FILES = sorted(Path(__file__).parent.glob("*.toml"))
KEYS = {"lower_risk", "nearest", "avoid", "first", "second", "fire", "closed", "missing"}


def found_in(text: str) -> dict[str, Any]:
    """What the rules find, in the shape a file expects it."""
    written = read_home(text)
    home, seen, expect = written.home, look(written.home), written.expect

    def name(way: Way | None) -> str:
        return out_name(home, way.out) if way else "none"

    return {
        "lower_risk": list(seen.lower_risk),
        "nearest": list(seen.nearest),
        "avoid": {one.room: sorted(one.because) for one in seen.avoid},
        "first": {room: name(seen.from_room(room).first) for room in expect.get("first", {})},
        "second": {room: name(seen.from_room(room).second) for room in expect.get("second", {})},
        "fire": {fire.room: [*changed(fire, seen, home), *fire.cut_off] for fire in seen.fires},
        "closed": list(seen.can_be_closed),
        "missing": [gap.said.said({}) for gap in gaps(home, seen, written.told)],
    }


def changed(fire: Any, seen: Any, home: Any) -> list[str]:
    """The rooms whose way in a fire is another one than their first."""
    return [
        f"{room}:{out_name(home, way.out)}"
        for room, way in fire.ways.items()
        if (first := seen.from_room(room).first) is None or first.out != way.out
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rules_find_what_the_file_expects(path: Path) -> None:
    text = path.read_text("utf-8")
    expect = {"nearest": [], **tomllib.loads(text)["expect"]}
    assert set(expect) == KEYS
    assert found_in(text) == expect


def test_there_are_ten_homes_and_they_differ() -> None:
    assert len(FILES) == 10
    assert len({tomllib.loads(path.read_text("utf-8"))["title"] for path in FILES}) == 10
