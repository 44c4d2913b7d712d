"""`daybook schema`: what a kind of record looks like as data."""

from __future__ import annotations

import json

import click

from daybook.domain.kinds import UnknownKindError, kind_of, listed_kinds
from daybook.domain.schema import schema_of

BAD_INPUT = 2


@click.command(epilog="\b\nExample:\n  daybook schema\n  daybook schema incident.1 > incident.schema.json")
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON schema of a KIND of record, or without one list the kinds."""
    if kind is None:
        for each in listed_kinds():
            click.echo(f"{each.code}: {each.name}")
        return
    try:
        known = kind_of(kind)
    except UnknownKindError:
        codes = ", ".join(each.code for each in listed_kinds())
        click.echo(f"There is no kind of record called “{kind}”. These are there: {codes}.", err=True)
        raise SystemExit(BAD_INPUT) from None
    click.echo(json.dumps(schema_of(known), ensure_ascii=False, indent=2))
