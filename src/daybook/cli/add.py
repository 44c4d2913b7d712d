"""`daybook add`: files of messages, photos, recordings and papers brought into a notebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from daybook.cli.add_words import read_words_in
from daybook.cli.export import at_folder
from daybook.cli.opened import opened
from daybook.cli.passphrase import FAILED, passphrase_file, refuse

if TYPE_CHECKING:
    from daybook.domain.attachment import Attachment
    from daybook.intake.format import Answers
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.offers import Offer

_BLOCK = 1 << 20
_SAID = ("taken", "place", "device", "lasts")
_STEP = 2.0
"""Seconds between two lines that say how far it is."""


@click.command(
    epilog="\b\nExample:\n  daybook add chat.txt --at /media/usb/notes --answer date-order=dmy"
    "\n  daybook add IMG_*.HEIC IMG_*.MOV voice.opus --at /media/usb/notes --from 'My phone'"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@at_folder
@click.option("--answer", "told", multiple=True, metavar="QUESTION=ANSWER", help="Answer what a file leaves open.")
@click.option("--from", "device", default="", metavar="WORDS", help="From whose phone or account.")
@click.option("--how", "obtained", default="", metavar="WORDS", help="How you got it, and when.")
@click.option("--words/--no-words", default=True, help="Read the words in pictures now, or leave it to the screens.")
@passphrase_file
def add(  # noqa: PLR0917  (each is an option of the command)
    files: tuple[Path, ...],
    folder: Path,
    told: tuple[str, ...],
    device: str,
    obtained: str,
    words: bool,  # noqa: FBT001  (click gives it by its name)
    passphrase_file: str | None,
) -> None:
    """Keep files in a notebook, sealed as they are: messages become searchable, a photo, recording or paper an entry.

    What a file leaves open and is not answered stays open. The picture and the film of a live photo are kept together.
    A file that is here already is left out. Words in pictures and papers are read in the end, seconds for each. Ctrl-C
    stops it; the screens offer to go on.
    """
    from daybook.notebook.offers import Offers, keep_thing  # noqa: PLC0415  (starting the screens does without)

    answers, kept = dict(one.partition("=")[::2] for one in told), set[str]()
    with opened(folder, passphrase_file) as notebook:
        for offer in notebook.beside(Offers).add_all([_sealed(notebook, path) for path in files]):
            names = " + ".join(file.name for file in offer.files)
            click.echo(f"{names}: {offer.found.name if offer.found else offer.thing or offer.sentence}")
            if offer.before:
                click.echo("  This very file is here already, so it was left out.")
                notebook.beside(Offers).drop(offer.key)
            elif offer.thing:
                if offer.sentence:
                    click.echo(f"  {offer.sentence}")
                _say_claims(offer)
                keep_thing(notebook, offer.key, device=device, obtained=obtained)
                kept |= {file.sha256 for file in offer.files}
            else:
                _bring(notebook, offer, answers, device, obtained)
        read_words_in(notebook, kept, wanted=words)


def _say_claims(offer: Offer) -> None:
    """What the file says of itself; nothing of it is kept as hers."""
    for claim in offer.claims:
        if claim.name in _SAID:
            click.echo(f"  It says of itself, {claim.name}: {claim.iso or claim.written}")


def _bring(notebook: Notebook, offer: Offer, answers: Answers, device: str, obtained: str) -> None:
    from daybook.notebook.bringing import Bringing, bring_in  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.messages import source_of  # noqa: PLC0415
    from daybook.notebook.offers import right_answers  # noqa: PLC0415

    given = right_answers(offer.found, answers)
    for question in offer.found.questions if offer.found else ():
        if question.id not in given and not question.likely:
            choices = ", ".join(f"{value} ({words})" for value, words in question.options)
            click.echo(f"  {question.ask} It stays open. To answer: --answer {question.id}=… with one of: {choices}.")
    record = bring_in(notebook, offer.key, device=device, obtained=obtained, answers=given)
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
