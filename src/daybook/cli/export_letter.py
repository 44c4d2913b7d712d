"""`daybook export letter`: one of her letters as a paper, written where she says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from daybook.cli.export import at_folder, made_from, to_file, write_paper
from daybook.cli.passphrase import passphrase_file, refuse

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook


class NoLetterError(LookupError):
    """There is no such letter in this notebook, and none to begin with."""


@click.command(
    epilog="\b\nExample:\n  daybook export letter --at /media/usb/notes -o papers.pdf --letter school-keep-private"
)
@at_folder
@to_file
@click.option("--letter", "wanted", help="The id of a letter of the guidance. Left out: the letter begun last.")
@passphrase_file
def letter(folder: Path, output: Path, wanted: str | None, passphrase_file: str | None) -> None:
    """Write a letter as a PDF: the newest saved one that began so, else its draft with nothing private in it."""
    try:
        paper = made_from(folder, passphrase_file, lambda book: _paper(book, wanted))
    except NoLetterError as error:
        refuse(str(error))
    write_paper(output, paper)


def _paper(book: Notebook, wanted: str | None) -> bytes:
    """The paper of the letter that is wanted. Raises NoLetterError with the ids there are."""
    from datetime import datetime  # noqa: PLC0415  (starting the screens does without)

    from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415
    from daybook.notebook.letter_things import things_of  # noqa: PLC0415
    from daybook.notebook.letters import draft_of, letters_of, paper_of  # noqa: PLC0415
    from daybook.notebook.plans import her_plan  # noqa: PLC0415

    mine = [revision.body for revision in letters_of(book) if wanted in (None, revision.body.began)]
    if mine:
        return paper_of(mine[0].text)
    pack = shipped_pack()
    if wanted is None or wanted not in pack.letters:
        known = ", ".join(sorted(pack.letters))
        begin = "No letter was saved yet" if wanted is None else f"There is no letter “{wanted}”"
        raise NoLetterError(f"{begin}. With --letter one of these can be begun: {known}.")
    plan = her_plan(book, pack)
    today = datetime.now().astimezone().date()
    return paper_of(draft_of(plan, pack.letters[wanted], things_of(book, plan), (), dear="", today=today))
