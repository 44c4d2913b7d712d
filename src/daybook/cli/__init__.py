"""The command `daybook`."""

from pathlib import Path

import click

from daybook.cli.demo import demo
from daybook.cli.export import export
from daybook.cli.guide import guide, plan
from daybook.cli.serve import serve


@click.group(invoke_without_command=True)
@click.option("--at", type=click.Path(file_okay=False, path_type=Path), help="The folder the notebook is kept in.")
@click.option("--no-browser", is_flag=True, help="Print the address, open nothing.")
@click.pass_context
def main(context: click.Context, at: Path | None, *, no_browser: bool) -> None:
    r"""A household notebook. Without a command it starts, and opens in the browser until Ctrl-C.

    \b
    Example:
      daybook --at /media/usb/notes
    """
    if context.invoked_subcommand is None:
        serve(context.obj, at, browser=not no_browser)


main.add_command(demo)
main.add_command(export)
main.add_command(guide)
main.add_command(plan)
