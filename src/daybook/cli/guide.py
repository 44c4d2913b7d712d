"""`daybook guide …` and `daybook plan`: look after a pack, and see the plan for a written situation."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from daybook.cli.lazy import LazyGroup
from daybook.guide.check import check as check_pack
from daybook.guide.coverage import coverage as find_coverage
from daybook.guide.decide import CircleError, decide
from daybook.guide.finding import PackError
from daybook.guide.load import load_pack, read_pack
from daybook.guide.pack import Pack
from daybook.guide.plan_json import plan_json
from daybook.guide.question import Question
from daybook.guide.review import review as review_text
from daybook.guide.schema import KINDS
from daybook.guide.schema import schema as schema_of
from daybook.guide.situation import SituationError, read_situation
from daybook.guide.wording import Wording, render
from daybook.notebook.guidance import NoPackError, shipped_folder
from daybook.notebook.tools import TOOLS

FOUND, BAD_INPUT = 1, 2


def _example(*lines: str) -> str:
    """The end of a command's help; the backspace keeps click from folding the lines."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


_PACK = click.option(
    "--pack", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A pack's folder."
)


@click.group(
    cls=LazyGroup,
    lazy={"add": "daybook.cli.guide_add:add", "reading": "daybook.cli.reading:reading"},
    epilog=_example("daybook guide check"),
)
def guide() -> None:
    """Look after the guidance: check it, list its facts, see what it covers."""


@guide.command(epilog=_example("daybook guide check --pack packs/uk --release"))
@_PACK
@click.option("--release", is_flag=True, help="An entry past its check-again date is an error.")
def check(folder: Path | None, *, release: bool) -> None:
    """Name every mistake in a pack, with file and line."""
    try:
        pack, findings = read_pack(folder or shipped_folder())
        findings += check_pack(pack, TOOLS, datetime.now(UTC).date(), release=release)
    except PackError as error:
        findings = list(error.findings)
    except NoPackError as error:
        _refuse(str(error))
    for finding in sorted(set(findings)):
        click.echo(str(finding))
    errors = sum(finding.level == "error" for finding in findings)
    click.echo(f"{errors} to mend, {len(findings) - errors} to look at.", err=True)
    sys.exit(FOUND if errors else 0)


@guide.command(epilog=_example("daybook guide coverage LEDGER.md"))
@click.argument("ledger", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_PACK
def coverage(ledger: Path, folder: Path | None) -> None:
    """For each id of a ledger, say what serves it. Ends with 1 while any is unserved."""
    found = find_coverage(_pack(folder), {tool.id: tool.serves for tool in TOOLS.values()}, ledger.read_text("utf-8"))
    for item, served_by in found.items():
        click.echo(f"{item}: {', '.join(served_by) or 'nothing serves this yet'}")
    unserved = [item for item, served_by in found.items() if not served_by]
    if not found:
        _refuse("This file has no table with ids. A ledger's rows begin with an id: | R1 | …")
    click.echo(f"{len(found) - len(unserved)} of {len(found)} served.", err=True)
    sys.exit(FOUND if unserved else 0)


@guide.command(epilog=_example("daybook guide facts --json"))
@_PACK
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def facts(folder: Path | None, *, as_json: bool) -> None:
    """List every question with its words, and the facts its answers give."""
    pack = _pack(folder)
    rows = [_question_row(pack, question) for question in pack.questions]
    if as_json:
        click.echo(json.dumps({"questions": rows, "facts": sorted(pack.facts)}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['id']} ({row['kind']}): {row['ask']}")
        for option in row["options"]:
            click.echo(f"  {option['id']}: {option['label']} → {', '.join(option['facts']) or 'no facts'}")
        click.echo(f"  not-sure → {', '.join(row['not_sure']) or 'no facts'}")


@guide.command(epilog=_example("daybook guide schema action > action.schema.json"))
@click.argument("kind", type=click.Choice(sorted(KINDS)))
def schema(kind: str) -> None:
    """Print the JSON schema of one kind of entry, for an editor."""
    click.echo(json.dumps(schema_of(kind), indent=2))


@guide.command(epilog=_example("daybook guide review > docs/review.md"))
@_PACK
def review(folder: Path | None) -> None:
    """Print every statement with its sources, and a line for the person who confirms it."""
    click.echo(review_text(_pack(folder)), nl=False)


@click.command(
    epilog=_example(
        """echo 'facts = ["lives_with_them", "has_children"]' > situation.toml""",
        "daybook plan situation.toml --json",
    )
)
@click.argument("situation", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_PACK
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def plan(situation: Path, folder: Path | None, *, as_json: bool) -> None:
    """Print the plan for a situation written in a file: `facts = […]`, or a table `[answers]`. Keeps nothing."""
    pack = _pack(folder)
    try:
        read = read_situation(pack, situation.read_text("utf-8"))
        rows = plan_json(pack, decide(pack, read.facts), read.wording)
    except (SituationError, CircleError) as error:
        _refuse(str(error))
    except UnicodeDecodeError:
        _refuse("This file is not UTF-8 text. Save it as UTF-8 and try again.")
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows["actions"]:
        click.echo(f"{row['group']}: {row['title']} ({row['id']})")


def _question_row(pack: Pack, question: Question) -> dict[str, Any]:
    words = Wording()
    options = [
        {"id": option.id, "label": render(option.label, words, pack, voice="hers"), "facts": list(option.facts)}
        for option in question.options
    ]
    return {
        "id": question.id,
        "ask": render(question.ask, words, pack),
        "why": render(question.why, words, pack),
        "kind": question.kind,
        "core": question.core,
        "when": {"all": list(question.when.all), "none": list(question.when.none)},
        "not_sure": list(question.not_sure),
        "options": options,
    }


def _pack(folder: Path | None) -> Pack:
    try:
        return load_pack(folder or shipped_folder())
    except (PackError, NoPackError) as error:
        _refuse(str(error))


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(BAD_INPUT)
