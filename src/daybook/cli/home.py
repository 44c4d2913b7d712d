"""`daybook home`: ways out and lower-risk places of a home written in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from daybook.domain.home.as_json import PERSON, as_json
from daybook.domain.home.gaps import gaps
from daybook.domain.home.glance import TITLES, glance
from daybook.domain.home.look import Look, look
from daybook.domain.home.speech import name_of, place_said, reasons, second_said, way_cautions, way_said
from daybook.domain.home.written import HomeFileError, Written, read_home

BAD_INPUT = 2


@click.command(
    epilog="""\b
Example:
  daybook home flat.toml --json

\b
flat.toml:
  [rooms.hall]
  doors = ["kitchen"]
  things = ["phone"]
  [[rooms.hall.out]]
  name = "Front door"
  [rooms.kitchen]
"""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print JSON.")
def home(file: Path, *, wants_json: bool) -> None:
    """Print the ways out and lower-risk places of a home written in a file. Keeps nothing."""
    try:
        written = read_home(file.read_text("utf-8-sig"))
    except HomeFileError as error:
        sentence = str(error)
    except UnicodeDecodeError:
        sentence = "This file is not UTF-8 text. Save it as UTF-8 and try again."
    else:
        seen = look(written.home)
        if wants_json:
            click.echo(json.dumps(as_json(written.home, seen, written.told), ensure_ascii=False, indent=2))
            return
        for line in _lines(written, seen):
            click.echo(line)
        return
    click.echo(sentence, err=True)
    raise SystemExit(BAD_INPUT)


def _lines(written: Written, seen: Look) -> Iterator[str]:
    where = written.home
    yield written.title or "A home"
    for line in glance(where, seen):
        yield f"  {TITLES[line.about]}: {', '.join(line.names)}"
    for here in seen.rooms:
        yield ""
        yield name_of(where, here.room)
        because = reasons(seen.why_avoid(here.room))
        if because:
            yield f"  {'Keep away' if seen.is_firm(here.room) else 'Move on early'}: {'; '.join(because)}."
        yield f"  Go towards: {place_said(where, here).said(PERSON)}"
        if here.first:
            yield f"  Out: {way_said(where, here.first).said(PERSON)}"
            yield from (f"    {said.said(PERSON)}" for said in way_cautions(where, here.first))
        yield f"  If that is blocked: {second_said(where, here).said(PERSON)}"
    missing = gaps(where, seen, written.told)
    if missing:
        yield ""
        yield "Still missing"
        yield from (f"  {gap.said.said(PERSON)}" for gap in missing)
