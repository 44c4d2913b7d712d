"""`daybook guide reading`: how hard the entries of a pack are to read."""

import statistics
import sys
from pathlib import Path
from typing import NoReturn

import click

from daybook.guide.finding import PackError
from daybook.guide.load import load_pack
from daybook.notebook.guidance import NoPackError, shipped_folder

FOUND, BAD_INPUT = 1, 2
_HARDEST = 10


@click.command(epilog="\b\nExample:\n  daybook guide reading --pack packs/uk")
@click.option(
    "--pack", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A pack's folder."
)
def reading(folder: Path | None) -> None:
    """Say how hard each kind of entry is to read, and name what is over its ceiling."""
    try:
        from daybook.guide import reading as measures  # noqa: PLC0415  (its library is an editor's, not Daybook's)
    except ModuleNotFoundError:
        _refuse("This needs the library textstat. Set Daybook up from its source with `make setup`, then try again.")
    try:
        pack = load_pack(folder or shipped_folder())
        limits = measures.read_limits(pack.folder)
    except (PackError, NoPackError, measures.ReadingListError) as error:
        _refuse(str(error))
    measured = measures.measure(pack, limits)
    click.echo("Reading ages, in years:")
    for kind in sorted({item.kind for item in measured}):
        click.echo(_row(kind, [item.age for item in measured if item.kind == kind]))
    click.echo("\nThe hardest:")
    for item in measured[:_HARDEST]:
        click.echo(f"  age {item.age:4.1f}  {item.kind} {item.entry.id}")
    findings = sorted(measures.too_hard(pack, measured, limits))
    for finding in findings:
        click.echo(str(finding))
    click.echo(f"{len(findings)} to mend, {len(limits.exceptions)} exceptions.", err=True)
    sys.exit(FOUND if findings else 0)


def _row(kind: str, ages: list[float]) -> str:
    """One kind's distribution: reading ages in years."""
    tenths = statistics.quantiles(ages, n=10) if len(ages) > 1 else ages
    middle, high, most = statistics.median(ages), tenths[-1], max(ages)
    return f"{kind:13} {len(ages):4} entries: half at {middle:.1f}, nine in ten at {high:.1f}, all at {most:.1f}"


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(BAD_INPUT)
