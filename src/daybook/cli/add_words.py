"""The words in pictures that `daybook add` kept: read then and there, or said to be still unread."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook


def read_words_in(notebook: Notebook, kept: Collection[str], *, wanted: bool) -> None:
    """Read the words in those of the files with these SHA-256 that are pictures or papers, saying how far it is.

    Ctrl-C leaves the rest for the screens, as does not `wanted`; one line then says how many wait. What was read stays.
    """
    from daybook.intake.seen.apart import Reader  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.seeing import read_words, unread  # noqa: PLC0415

    waiting = [one for one in unread(notebook) if one.file.sha256 in kept] if kept else []
    left, reader = len(waiting), Reader()
    with suppress(KeyboardInterrupt):
        for number, one in enumerate(waiting if wanted else (), 1):
            read_words(notebook, one, reader)
            left = len(waiting) - number
            click.echo(f"  words read in {number:,} of {len(waiting):,} pictures and papers", err=True)
    reader.stop()
    if left:
        many = "1 picture or paper waits" if left == 1 else f"{left:,} pictures and papers wait"
        click.echo(f"{many} to be read for words: the screens do it by themselves once the notebook is open.", err=True)
