"""`daybook guide …` and `daybook plan`: results to stdout, messages to stderr, 0 ok, 1 findings, 2 bad input."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from daybook.cli.guide import guide, plan
from tests.guide import veldt

PACK = ["--pack", str(veldt.FOLDER)]


def run(*words: str) -> Result:
    return CliRunner().invoke(guide, list(words))


def run_plan(tmp_path: Path, text: str, *words: str) -> Result:
    (tmp_path / "situation.toml").write_text(text, "utf-8")
    return CliRunner().invoke(plan, [str(tmp_path / "situation.toml"), *PACK, *words])


def test_check_passes_a_right_pack_and_still_shows_what_to_look_at() -> None:
    result = run("check", *PACK)
    assert result.exit_code == 0
    assert "(warning)" in result.stdout
    assert "0 to mend" in result.stderr


def test_check_names_a_mistake_and_ends_with_one(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, "actions/start/other-phone.toml", "order = 5", 'order = "5"')
    result = run("check", "--pack", str(folder))
    assert result.exit_code == 1
    assert "actions/start/other-phone.toml:4: “order” is not right: it wants a whole number." in result.stdout


def test_check_of_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    result = run("check", "--pack", str(tmp_path))
    assert result.exit_code == 1
    assert result.stdout.startswith("pack.toml: ")


def test_coverage_ends_with_one_while_something_is_unserved(tmp_path: Path) -> None:
    ledger = tmp_path / "LEDGER.md"
    ledger.write_text("| R1 | x |\n| W99 | y |\n", "utf-8")
    result = run("coverage", str(ledger), *PACK)
    assert result.exit_code == 1
    assert "W99: nothing serves this yet" in result.stdout
    assert "1 of 2 served." in result.stderr
    ledger.write_text("| R1 | x |\n", "utf-8")
    assert run("coverage", str(ledger), *PACK).exit_code == 0
    ledger.write_text("no table\n", "utf-8")
    assert run("coverage", str(ledger), *PACK).exit_code == 2


def test_facts_as_words_and_as_json() -> None:
    result = run("facts", *PACK)
    assert "phone (many): Can the person harming you see your phone?" in result.stdout
    assert "  not-sure → phone_seen" in result.stdout
    found = json.loads(run("facts", "--json", *PACK).stdout)
    assert "found_app" in found["facts"]
    assert [row["id"] for row in found["questions"]] == ["situation", "isle", "words", "children", "phone"]


def test_schema_and_review_print() -> None:
    assert json.loads(run("schema", "action").stdout)["$defs"]["Action"]
    assert run("schema", "nothing").exit_code == 2
    assert "### V1" in run("review", *PACK).stdout


def test_a_plan_as_json_and_as_words(tmp_path: Path) -> None:
    result = run_plan(tmp_path, 'facts = ["phone_seen"]', "--json")
    assert result.exit_code == 0
    assert [row["id"] for row in json.loads(result.stdout)["actions"]] == [
        "call-the-coastguard", "other-phone", "talk-first", "keep-pictures",
    ]  # fmt: skip
    assert "now: Call 777 when there is danger (call-the-coastguard)" in run_plan(tmp_path, "facts = []").stdout


@pytest.mark.parametrize("text", ['facts = ["nonsense"]', "facts = [", '[answers]\nsituation = "nowhere"'])
def test_a_situation_that_cannot_be_read_is_one_sentence_and_two(tmp_path: Path, text: str) -> None:
    result = run_plan(tmp_path, text)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [plan, *guide.commands.values(), guide])
def test_every_help_has_an_example(command: click.Command) -> None:
    result = CliRunner().invoke(command, ["--help"])
    assert result.exit_code == 0
    assert "Example:\n" in result.stdout
