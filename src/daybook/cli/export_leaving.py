"""`daybook export leaving-day`: the day she may go, in order, written where she says."""

from __future__ import annotations

from pathlib import Path

import click

from daybook.cli.export import at_folder, made_from, to_file, write_paper
from daybook.cli.passphrase import passphrase_file, refuse
from daybook.domain.sentence import sentence


@click.command(epilog="\b\nExample:\n  daybook export leaving-day --at /media/usb/notes -o papers.pdf --part door")
@at_folder
@to_file
@click.option("--today", is_flag=True, help="Only the few lines for going at once.")
@click.option(
    "--part",
    "parts",
    type=click.Choice(("before", "hour", "door", "way", "night", "week")),
    multiple=True,
    help="Only this part; may be given several times.",
)
@click.option("--plain", is_flag=True, help="Leave out what to think of first.")
@click.option("--name", is_flag=True, help="Print the name of the person doing harm, where one was given.")
@passphrase_file
def leaving_day(
    folder: Path,
    output: Path,
    parts: tuple[str, ...],
    passphrase_file: str | None,
    *,
    today: bool,
    plain: bool,
    name: bool,
) -> None:
    """Write the day in order as a PDF, without what was left out. It is the paper that tells most, and can be found."""
    from daybook.domain.leaving.order import MOMENT_ORDER  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415
    from daybook.notebook.leaving_papers import DayChoice, EmptyDayError, day_on_paper  # noqa: PLC0415
    from daybook.notebook.plans import her_plan  # noqa: PLC0415

    choice = DayChoice(moments=parts or MOMENT_ORDER, today=today, cautions=not plain, name=name)
    try:
        paper = made_from(
            folder, passphrase_file, lambda book: day_on_paper(book, her_plan(book, shipped_pack()), choice)
        )
    except EmptyDayError as error:
        refuse(sentence(error))
    write_paper(output, paper)
