"""`daybook routine`: a written week in words and as JSON, and one sentence where it cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.cli.routine import routine

WEEKS = Path(__file__).parents[1] / "weeks"
ONE = '[[mine]]\nwhat = "Swim"\ndays = ["tue"]\nfrom = "18:00"\n'


def test_a_week_in_words() -> None:
    result = CliRunner().invoke(routine, [str(WEEKS / "handover.toml")])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "A part-time job, and a handover of the children on Saturdays under an order"
    assert "There is no week in which all of this holds" in lines
    assert "  Saturday 10:00 to 10:15: Handover of the children, The station café, by: Through the arcade" in lines
    assert "Still missing" in lines


def test_a_week_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "week.toml"
    file.write_text(ONE, "utf-8-sig")
    result = CliRunner().invoke(main, ["routine", str(file)])
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("path", sorted(WEEKS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_week_as_json_says_the_same_as_in_words(path: Path) -> None:
    words = CliRunner().invoke(routine, [str(path)]).stdout
    found = json.loads(CliRunner().invoke(routine, [str(path), "--json"]).stdout)
    assert found["another_week"]
    for each in (*found["overlaps"], *found["ideas"]):
        assert each["says"] in words
    assert found["there_is_one"] == ("There is no week" not in words)
    assert [entry for entry in found["another_week"] if entry["moved"]] or "moved" not in words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[mine]", "(at line 1"),
        ('title = "Nothing"', "[[mine]]"),
        (ONE.replace("days", "dais"), "line 1, [[mine]], “dais” is not known. Did you mean “days”?"),
        (
            ONE + "\n" + ONE.replace('"tue"', '"tuesday"').replace("Swim", "Run"),
            "line 6, [[mine]], “days” has no “tuesday”",
        ),
        (ONE.replace("18:00", "half six"), "“from” is a time such as 08:45"),
        (ONE.replace('["tue"]', '"tue"'), "“days” is a list"),
        (ONE + 'ways = ["The bus"]', "In “Swim”, “ways” names “The bus”"),
        (ONE + ONE, "“Swim” is there twice"),
        ("[[mine]]\ndays = []", "“what” says what it is called"),
        ("mine = 3", "[[mine]]"),
        ("title = 3", "“title” is text"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_a_week_that_cannot_be_read_is_one_sentence_and_two(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "week.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    result = CliRunner().invoke(main, ["routine", str(file)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_help_has_an_example_that_works(tmp_path: Path) -> None:
    help_words = CliRunner().invoke(main, ["routine", "--help"]).output
    example = help_words.partition("week.toml:\n")[2].replace("\n    ", "\n")
    (tmp_path / "week.toml").write_text(example, "utf-8")
    result = CliRunner().invoke(main, ["routine", str(tmp_path / "week.toml")])
    assert "Swimming: Same place, same time: The pool. Tuesday, with: The gym." in result.stdout
