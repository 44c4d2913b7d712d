"""The command `daybook`."""

from pathlib import Path

import click

from daybook.cli.lazy import LazyGroup
from daybook.cli.serve import serve

COMMANDS = {
    "breaches": "daybook.cli.breaches:breaches",
    "add": "daybook.cli.add:add",
    "demo": "daybook.cli.demo:demo",
    "export": "daybook.cli.export:export",
    "friend": "daybook.cli.friend:friend",
    "guide": "daybook.cli.guide:guide",
    "home": "daybook.cli.home:home",
    "plan": "daybook.cli.guide:plan",
    "read": "daybook.cli.read:read",
    "routine": "daybook.cli.routine:routine",
    "schema": "daybook.cli.schema:schema",
    "search": "daybook.cli.search:search",
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    epilog="\b\nExample:\n  daybook --at /media/usb/notes",
)
@click.option("--at", type=click.Path(file_okay=False, path_type=Path), help="The folder the notebook is kept in.")
@click.option("--no-browser", is_flag=True, help="Print the address, open nothing.")
@click.pass_context
def main(context: click.Context, at: Path | None, *, no_browser: bool) -> None:
    """A household notebook. Without a command it starts, and opens in the browser until Ctrl-C."""
    if context.invoked_subcommand is None:
        serve(context.obj, at, browser=not no_browser)
