"""`daybook demo`: a made-up notebook to look at."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from daybook.cli.passphrase import FAILED, passphrase_file, read_passphrase, refuse
from daybook.cli.process import harden
from daybook.journal.errors import ExistsAlreadyError, JournalError


@click.command(epilog="\b\nExample:\n  daybook demo --at /tmp/demo\n  daybook --at /tmp/demo")
@click.option("--at", "folder", type=click.Path(path_type=Path), required=True, help="A folder without a notebook.")
@passphrase_file
def demo(folder: Path, passphrase_file: str | None) -> None:
    """Make a notebook with three months of invented people and events, to look at and to try things with.

    Without --passphrase-file it gets six words, printed once.
    """
    from daybook.notebook.demo import make_demo  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.notebook import Notebook  # noqa: PLC0415
    from daybook.notebook.six_words import offer  # noqa: PLC0415

    harden()
    if Notebook.exists(folder):
        refuse(str(ExistsAlreadyError()))
    passphrase = offer() if passphrase_file is None else read_passphrase(passphrase_file)
    try:
        notebook = Notebook.create(folder, passphrase)
    except ExistsAlreadyError as error:
        refuse(str(error))
    except JournalError as error:
        refuse(str(error), FAILED)
    try:
        make_demo(notebook, datetime.now(UTC).astimezone().date())
    except JournalError as error:
        refuse(str(error), FAILED)
    finally:
        notebook.close()
    if passphrase_file is None:
        click.echo(passphrase)
    click.echo(f"Made. Look at it with: daybook --at {folder}", err=True)
