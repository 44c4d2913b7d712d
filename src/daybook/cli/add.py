"""`daybook add`: files of messages brought into a notebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from daybook.cli.export import at_folder
from daybook.cli.opened import opened
from daybook.cli.passphrase import FAILED, passphrase_file, refuse

if TYPE_CHECKING:
    from daybook.domain.attachment import Attachment
    from daybook.intake.format import Answers
    from daybook.notebook.notebook import Notebook

_BLOCK = 1 << 20
_STEP = 2.0
"""Seconds between two lines that say how far it is."""


@click.command(epilog="\b\nExample:\n  daybook add chat.txt --at /media/usb/notes --answer date-order=dmy")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@at_folder
@click.option("--answer", "told", multiple=True, metavar="QUESTION=ANSWER", help="Answer what a file leaves open.")
@click.option("--from", "device", default="", metavar="WORDS", help="From whose phone or account.")
@passphrase_file
def add(files: tuple[Path, ...], folder: Path, told: tuple[str, ...], device: str, passphrase_file: str | None) -> None:
    """Keep files of messages in a notebook, sealed as they are, and make them searchable.

    What a file leaves open and is not answered stays open. Ctrl-C stops it; the screens offer to go on.
    """
    answers = dict(one.partition("=")[::2] for one in told)
    with opened(folder, passphrase_file) as notebook:
        for file in files:
            _bring(notebook, file, answers, device)


def _bring(notebook: Notebook, path: Path, answers: Answers, device: str) -> None:
    from daybook.notebook.bringing import Bringing, bring_in  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.messages import source_of  # noqa: PLC0415
    from daybook.notebook.offers import Offers, right_answers  # noqa: PLC0415

    offer = notebook.beside(Offers).add(_sealed(notebook, path))
    click.echo(f"{path.name}: {offer.found.name if offer.found else offer.sentence}")
    given = right_answers(offer.found, answers)
    for question in offer.found.questions if offer.found else ():
        if question.id not in given and not question.likely:
            choices = ", ".join(f"{value} ({words})" for value, words in question.options)
            click.echo(f"  {question.ask} It stays open. To answer: --answer {question.id}=… with one of: {choices}.")
    record = bring_in(notebook, offer.key, device=device, answers=given)
    bringing = notebook.beside(Bringing)
    while (progress := bringing.progress(record)) and progress.running:
        bringing.wait(record, _STEP)
        if progress.running:
            click.echo(f"  {progress.messages:,} messages so far", err=True)
    source = source_of(notebook, record)
    if not source.done:
        refuse("  Something went wrong while it was read. The file is kept; the screens offer to go on.", FAILED)
    if source.format:
        click.echo(f"  {source.messages:,} messages, {source.skipped:,} parts that could not be read")
        if source.trouble:
            click.echo(f"  {source.trouble}")


def _sealed(notebook: Notebook, path: Path) -> Attachment:
    """Seal a file as an upload would be. Its folder is nobody's business."""
    from daybook.domain.attachment import Attachment  # noqa: PLC0415  (starting the screens does without)
    from daybook.export.media import HEAD, media_of  # noqa: PLC0415

    sealer = notebook.seal_file()
    head = b""
    with path.open("rb") as plain:
        while block := plain.read(_BLOCK):
            head = head or block[:HEAD]
            sealer.write(block)
    sealed = sealer.finish()
    media = media_of(head, path.name)
    return Attachment(blob=sealed.blob, name=path.name, media=media, size=sealed.size, sha256=sealed.sha256)
