"""`daybook export card` and `daybook export emergency`: what can be carried or put up, written where she says."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from daybook.cli.export import at_folder, made_from, to_file, write_paper
from daybook.cli.passphrase import passphrase_file, refuse
from daybook.domain.sentence import sentence


@click.command(epilog="\b\nExample:\n  daybook export card --at /media/usb/notes -o papers.pdf --look disguised")
@at_folder
@to_file
@click.option(
    "--look",
    type=click.Choice(("card", "disguised")),
    default="card",
    help="The plain one, or the one under other names.",
)
@passphrase_file
def card(folder: Path, output: Path, look: str, passphrase_file: str | None) -> None:
    """Write a card with the chosen numbers as a PDF, the size of a bank card. A card can be found."""
    from daybook.domain.card.layout import Look  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.cards import EmptyCardError, card_paper  # noqa: PLC0415

    try:
        paper = made_from(folder, passphrase_file, lambda book: card_paper(book, cast("Look", look)))
    except EmptyCardError as error:
        refuse(sentence(error))
    write_paper(output, paper)


@click.command(epilog="\b\nExample:\n  daybook export emergency --at /media/usb/notes -o papers.pdf --with silent")
@at_folder
@to_file
@click.option(
    "--with",
    "more",
    type=click.Choice(("silent", "words", "places", "codes")),
    multiple=True,
    help="Also this, which says more about why it is there; may be given several times.",
)
@passphrase_file
def emergency(folder: Path, output: Path, more: tuple[str, ...], passphrase_file: str | None) -> None:
    """Write one sheet for an emergency as a PDF: 999, the address, ways out, where to meet. A paper can be found."""
    from daybook.notebook.emergency import sheet  # noqa: PLC0415  (starting the screens does without)

    write_paper(output, made_from(folder, passphrase_file, lambda book: sheet(book, more)))
