"""`daybook home`: a written home in words and as JSON, and one sentence where it cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.cli.home import home

HOMES = Path(__file__).parents[1] / "homes"


def test_a_home_in_words() -> None:
    result = CliRunner().invoke(home, [str(HOMES / "terrace.toml")])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "A terraced house, two children asleep upstairs, a yard with a gate"
    assert "  Go towards: Hall, Living room" in lines
    assert "  Out: Landing upstairs, Hall, then out: Front door." in lines
    assert "Still missing" in lines


@pytest.mark.parametrize("path", sorted(HOMES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_home_as_json_says_the_same_as_in_words(path: Path) -> None:
    words = CliRunner().invoke(home, [str(path)]).stdout
    found = json.loads(CliRunner().invoke(home, [str(path), "--json"]).stdout)
    assert found["lower_risk"] or found["comes_nearest"]
    for sentence in found["missing"]:
        assert sentence in words
    for room, here in found["from"].items():
        assert f"\n{room}\n" in words
        if here["out"]:
            assert here["out"]["by"] in words
            assert here["out"]["through"][0] == room


def test_a_home_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "home.toml"
    file.write_text("[rooms.hall]\n", "utf-8-sig")
    result = CliRunner().invoke(main, ["home", str(file)])
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("text", ["[rooms", "title = 1", '[rooms.hall]\ndoors = ["nowhere"]', "\udcff"])
def test_a_home_that_cannot_be_read_is_one_sentence_and_two(tmp_path: Path, text: str) -> None:
    file = tmp_path / "home.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    result = CliRunner().invoke(main, ["home", str(file)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_help_has_an_example() -> None:
    result = CliRunner().invoke(main, ["home", "--help"])
    assert "Example:\n" in result.stdout
    assert "[[rooms.hall.out]]" in result.stdout
