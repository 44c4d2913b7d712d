"""Saying which files that were brought in have a part that cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook


def say_damage(notebook: Notebook) -> None:
    """A line on standard error for each such file: what is not found there is not an answer."""
    from daybook.notebook.messages import sources  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.reading_again import damage_met  # noqa: PLC0415

    for record in damage_met(notebook):
        name = sources(notebook)[record].name
        click.echo(f"A part of the messages of “{name}” cannot be opened, so it is passed over here.", err=True)
