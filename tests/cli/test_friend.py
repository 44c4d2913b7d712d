"""`daybook friend`: read without a notebook, fitted by words on the line, kept nowhere."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.guide.friend import FRIEND_PARTS


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["friend", *words])


def test_it_begins_with_danger_and_says_what_helps_and_harms() -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout.startswith("In danger: 999.")
    for words in ("Believe, and say so", "Do not tell your friend what to do", "Live Fear Free: 0808 80 10 800"):
        assert words in result.stdout
    assert "{" not in result.stdout


def test_as_json_it_has_every_part_and_fits_what_was_said() -> None:
    everybody = json.loads(run("--json").stdout)["parts"]
    assert list(everybody) == list(FRIEND_PARTS)
    welsh = json.loads(run("--about", "wales", "--about", "children", "--json").stdout)["parts"]
    names = [service["name"] for told in welsh["ring"] for service in told["services"]]
    assert "Live Fear Free" in names
    assert not any("Scotland" in name for name in names)
    assert "with-children" in {told["id"] for told in welsh["helps"]} - {told["id"] for told in everybody["helps"]}


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_what_can_be_said_is_listed(more: tuple[str, ...]) -> None:
    result = run("--list", *more)
    assert "wales" in result.stdout
    assert "There are children" in result.stdout


def test_what_is_not_known_is_one_sentence() -> None:
    result = run("--about", "atlantis")
    assert result.exit_code == 2
    assert result.stderr == "“atlantis” is not known. `daybook friend --list` shows what can be said.\n"
