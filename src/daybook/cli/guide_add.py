"""`daybook guide add`: read a list of local services, and seal it into a notebook."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daybook.cli.opened import opened
from daybook.cli.passphrase import passphrase_file, refuse
from daybook.cli.serve import usual_place

if TYPE_CHECKING:
    from daybook.guide.local_entry import LocalEntry

FOUND = 1


@click.command(
    "add",
    epilog="\b\nExample:\n  daybook guide add --check list.csv\n  daybook guide add list.csv --at /media/usb/notes",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Look for mistakes and add nothing.")
@click.option(
    "--at", "folder", type=click.Path(path_type=Path), help="The folder of the notebook; left out: the usual place."
)
@passphrase_file
def add(file: Path, folder: Path | None, passphrase_file: str | None, *, only_check: bool) -> None:
    """Add a list of local services (CSV or TOML) to a notebook, where it is sealed. FILE stays where it is.

    With one mistake in FILE nothing is added; each mistake is named with its line.
    """
    entries = _read(file)
    if only_check:
        click.echo("No mistakes.", err=True)
        return
    _seal(entries, folder or usual_place(), passphrase_file)
    click.echo("Added. The services show under “Who can help”.", err=True)


def _read(file: Path) -> list[LocalEntry]:
    """The services in a file; ends with 1 when it has a mistake, each of them printed."""
    from daybook.guide.finding import PackError  # noqa: PLC0415  (starting the screens does without)
    from daybook.guide.local_file import LARGEST, read_local  # noqa: PLC0415
    from daybook.notebook.guidance import NoPackError, shipped_pack  # noqa: PLC0415

    try:
        with file.open("rb") as list_file:
            plain = list_file.read(LARGEST + 1)
        entries, findings = read_local(plain, file.name, shipped_pack(), datetime.now(UTC).astimezone().date())
    except (PackError, NoPackError) as error:
        refuse(str(error))
    except OSError:
        refuse("This file cannot be opened. Look at its name and who may read it.")
    for finding in findings:
        click.echo(str(finding))
    if not entries:
        click.echo("Nothing was added.", err=True)
        sys.exit(FOUND)
    return entries


def _seal(entries: list[LocalEntry], folder: Path, passphrase_file: str | None) -> None:
    from daybook.notebook.local_services import add_list  # noqa: PLC0415  (as above)

    with opened(folder, passphrase_file) as notebook:
        add_list(notebook, entries)
