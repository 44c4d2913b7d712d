"""`daybook export …`: papers from a notebook, written where she says."""

from __future__ import annotations

from pathlib import Path

import click

from daybook.cli.passphrase import FAILED, passphrase_file, read_passphrase, refuse
from daybook.cli.process import harden
from daybook.journal.errors import JournalError, NoNotebookError, WrongPassphraseError


@click.group()
def export() -> None:
    r"""Make papers from a notebook. What they are written to is not locked.

    \b
    Example:
      daybook export chronology --at /media/usb/notes -o papers.pdf
    """


@export.command()
@click.option("--at", "folder", type=click.Path(path_type=Path), required=True, help="The folder of the notebook.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    help="The PDF to write, or - for standard output. A file that is there is replaced.",
)
@passphrase_file
def chronology(folder: Path, output: Path, passphrase_file: str | None) -> None:
    r"""Write everything in the record as a PDF, in the order it happened.

    \b
    Example:
      daybook export chronology --at /media/usb/notes -o papers.pdf --passphrase-file -
    """
    from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (starting the screens does without)

    harden()
    if not Notebook.exists(folder):
        refuse(str(NoNotebookError()))
    paper = _chronology(folder, read_passphrase(passphrase_file))
    try:
        with click.open_file(str(output), "wb") as file:
            file.write(paper)
    except OSError:
        refuse("The paper could not be written there. Look at the folder and the space left on it.", FAILED)


def _chronology(folder: Path, passphrase: str) -> bytes:
    from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (as above)
    from daybook.notebook.papers import PaperError, chronology_of  # noqa: PLC0415

    try:
        notebook = Notebook.unlock(folder, passphrase)
    except WrongPassphraseError as error:
        refuse(str(error))
    except JournalError as error:
        refuse(str(error), FAILED)
    try:
        return chronology_of(notebook)
    except (JournalError, PaperError) as error:
        refuse(str(error) or (type(error).__doc__ or "").strip(), FAILED)
    finally:
        notebook.close()
