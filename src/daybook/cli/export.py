"""`daybook export …`: papers from a notebook, written where she says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

from daybook.cli.lazy import LazyGroup
from daybook.cli.opened import opened
from daybook.cli.passphrase import FAILED, passphrase_file, refuse
from daybook.domain.sentence import sentence
from daybook.journal.errors import StoreError
from daybook.stores.durable import replace_durably

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

Command = TypeVar("Command", bound=Callable[..., Any])

at_folder = click.option(
    "--at", "folder", type=click.Path(path_type=Path), required=True, help="The folder of the notebook."
)
REPLACE = "daybook.replace"
"""Where a command keeps that a file that is there may be replaced."""


class FileThereError(FileExistsError):
    """There is a file of that name already. Choose another name, or add --replace."""


def to_file(command: Command) -> Command:
    """Give a command `-o` and `--replace`. A file that is there stays as it is, and the notebook closed, without it."""
    output = click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        required=True,
        callback=_not_there_yet,
        help="The PDF to write, or - for standard output.",
    )
    replace = click.option(
        "--replace",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_may_replace,
        help="Write over a file that is there already.",
    )
    return output(replace(command))


def _may_replace(context: click.Context, _option: click.Parameter, *args: bool) -> None:
    context.meta[REPLACE] = args[0]


def _not_there_yet(context: click.Context, _option: click.Parameter, output: Path) -> Path:
    pipe = str(output) == "-" or (output.exists() and not output.is_file())
    if not pipe and os.path.lexists(output) and not context.meta.get(REPLACE):
        refuse(sentence(FileThereError()))
    return output


LATER = {
    "card": "daybook.cli.export_carried:card",
    "emergency": "daybook.cli.export_carried:emergency",
    "leaving-day": "daybook.cli.export_leaving:leaving_day",
    "letter": "daybook.cli.export_letter:letter",
    "police-page": "daybook.cli.breaches:police_page",
}
"""Papers with a file of their own."""


@click.group(
    cls=LazyGroup,
    lazy=LATER,
    epilog="\b\nExample:\n  daybook export chronology --at /media/usb/notes -o papers.pdf",
)
def export() -> None:
    """Make papers from a notebook. What they are written to is not locked."""


@export.command(
    epilog="\b\nExample:\n  daybook export chronology --at /media/usb/notes -o papers.pdf --passphrase-file -"
)
@at_folder
@to_file
@click.option("--what-is-left", is_flag=True, help="Also from a damaged notebook; the paper says what is missing.")
@passphrase_file
def chronology(folder: Path, output: Path, passphrase_file: str | None, *, what_is_left: bool) -> None:
    """Write everything in the record as a PDF, in the order it happened."""
    from daybook.notebook.papers import chronology_of  # noqa: PLC0415  (starting the screens does without)

    write_paper(output, made_from(folder, passphrase_file, chronology_of, what_is_left=what_is_left))


@export.command(
    epilog="\b\nExample:\n  daybook export plan --at /media/usb/notes -o papers.pdf --group now --section children"
)
@at_folder
@to_file
@click.option(
    "--group",
    "groups",
    type=click.Choice(("now", "soon", "ready")),
    multiple=True,
    help="Only this group; may be given several times.",
)
@click.option("--section", "sections", multiple=True, help="Only this part, by its id; may be given several times.")
@click.option("--steps", is_flag=True, help="Print the steps of each thing.")
@click.option("--notes", is_flag=True, help="Print the notes. They may name a place or a person.")
@passphrase_file
def plan(
    folder: Path,
    output: Path,
    groups: tuple[str, ...],
    sections: tuple[str, ...],
    passphrase_file: str | None,
    *,
    steps: bool,
    notes: bool,
) -> None:
    """Write the plan as a PDF: its titles in order, without what is not for her. A paper can be found."""
    from daybook.guide.action import GROUPS  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415
    from daybook.notebook.plan_papers import NothingChosenError, PlanChoice, plan_on_paper  # noqa: PLC0415
    from daybook.notebook.plans import her_plan  # noqa: PLC0415

    chosen = cast("tuple[Literal['now', 'soon', 'ready'], ...]", groups) or GROUPS
    choice = PlanChoice(groups=chosen, sections=sections, steps=steps, notes=notes)
    try:
        paper = made_from(folder, passphrase_file, lambda book: plan_on_paper(her_plan(book, shipped_pack()), choice))
    except NothingChosenError as error:
        refuse(sentence(error))
    write_paper(output, paper)


def write_paper(output: Path, paper: bytes) -> None:
    """Write it for its owner only, whole or not at all; a link or a file that is there is replaced, never followed.

    What somebody put there before could be open to others, or lead to a place of theirs. A pipe or a device stays one.
    """
    try:
        if str(output) == "-" or (output.exists() and not output.is_file()):
            with click.open_file(str(output), "wb") as file:
                file.write(paper)
        else:
            replace_durably(output, paper)
    except (OSError, StoreError):
        refuse("The paper could not be written there. Look at the folder and the space left on it.", FAILED)


def made_from(
    folder: Path, passphrase_file: str | None, make: Callable[[Notebook], bytes], *, what_is_left: bool = False
) -> bytes:
    """A paper from the notebook in this folder; ends with one sentence where there is none, or it stays closed."""
    from daybook.notebook.papers import PaperError  # noqa: PLC0415  (starting the screens does without)

    with opened(folder, passphrase_file, what_is_left=what_is_left) as notebook:
        try:
            return make(notebook)
        except PaperError as error:
            refuse(sentence(error), FAILED)
