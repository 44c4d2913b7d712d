"""`daybook schema`, and that every command shows how it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.domain.fields import fields_of
from daybook.domain.kinds import all_kinds, listed_kinds


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


def commands(group: click.Group = main, *before: str) -> Iterator[tuple[str, ...]]:
    """Every command there is, by the words that call it."""
    yield before
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, *before, name)
        else:
            yield (*before, name)


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_help_ends_with_an_example_of_that_command(words: tuple[str, ...]) -> None:
    said = run(*words, "--help")
    assert said.exit_code == 0
    _, mark, example = said.stdout.partition("\n  Example:\n")
    assert mark, "an example on lines of its own"
    assert " ".join(("daybook", *words)) in example
    assert "\\b" not in said.stdout


@pytest.mark.parametrize("code", list(all_kinds()))
def test_the_schema_of_a_record_holds_its_fields(code: str) -> None:
    schema = json.loads(run("schema", code).stdout)
    assert list(schema["properties"]) == list(fields_of(all_kinds()[code].cls))


def test_without_a_kind_they_are_listed() -> None:
    assert [line.split(":")[0] for line in run("schema").stdout.splitlines()] == [kind.code for kind in listed_kinds()]


def test_a_kind_that_is_not_there_is_one_sentence_and_two() -> None:
    said = run("schema", "incidents")
    assert (said.exit_code, said.stdout) == (2, "")
    assert "incident.1" in said.stderr
    assert len(said.stderr.splitlines()) == 1
