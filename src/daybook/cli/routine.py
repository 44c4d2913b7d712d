"""`daybook routine`: overlaps, ideas and another week for a week written in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from daybook.domain.records.routine import DAYS
from daybook.domain.routine.as_json import as_json
from daybook.domain.routine.oracle import TooHardError
from daybook.domain.routine.vary import vary
from daybook.domain.routine.written import WeekFileError, read_week
from daybook.notebook.solver import MiniSat

BAD_INPUT = 2


@click.command(
    epilog="""\b
Example:
  daybook routine week.toml --json

\b
week.toml:
  [[mine]]
  what = "Swimming"
  days = ["tue"]
  from = "18:00"
  to = "19:00"
  place = "The pool"
  moves = "movable"
  known = ["when"]
  [[theirs]]
  what = "The gym"
  days = ["tue", "thu"]
  from = "18:30"
  to = "20:00"
  place = "The pool"
"""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print JSON.")
def routine(file: Path, *, wants_json: bool) -> None:
    """Print the overlaps, ideas and another week for a week written in a file. Keeps nothing."""
    try:
        written = read_week(file.read_text("utf-8-sig"))
        found = as_json(written.week, vary(written.week, MiniSat))
    except (WeekFileError, TooHardError) as error:
        sentence = str(error) or str(type(error).__doc__)
    except UnicodeDecodeError:
        sentence = "This file is not UTF-8 text. Save it as UTF-8 and try again."
    else:
        if wants_json:
            click.echo(json.dumps(found, ensure_ascii=False, indent=2))
            return
        for line in _lines(written.title, found):
            click.echo(line)
        return
    click.echo(sentence, err=True)
    raise SystemExit(BAD_INPUT)


def _lines(title: str, found: dict[str, Any]) -> Iterator[str]:
    yield title or "A week"
    if found["overlaps"]:
        yield from ("", "Where your times and theirs come together")
        yield from (f"  {each['yours']}: {each['says']}" for each in found["overlaps"])
    if found["ideas"]:
        yield from ("", "What you could change")
        for idea in found["ideas"]:
            yield f"  {idea['about']}: {idea['says']}"
            yield f"    Why: {idea['because']}"
            yield f"    First: {idea['caution']}"
    if found["why_not"]:
        yield from ("", "There is no week in which all of this holds")
        for conflict in found["why_not"]:
            yield f"  {', '.join(dict(DAYS)[day] for day in conflict['days'])}:"
            yield from (f"    {sentence}" for sentence in conflict["says"])
        yield from (f"  {sentence}" for sentence in found["would_help"])
    yield from ("", "The nearest week to that" if found["why_not"] else "Another week")
    yield from map(_entry, found["another_week"])
    if found["missing"]:
        yield from ("", "Still missing")
        yield from (f"  {sentence}" for sentence in found["missing"])


def _entry(entry: dict[str, Any]) -> str:
    parts = [f"  {dict(DAYS)[entry['day']]} {entry['from']} to {entry['to']}: {entry['what']}"]
    parts += [entry["place"]] if entry["place"] else []
    parts += [f"by: {entry['way']}"] if entry["way"] else []
    parts += ["moved"] if entry["moved"] else []
    parts += ["as expected"] if entry["still_expected"] else []
    return ", ".join(parts)
