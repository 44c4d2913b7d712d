"""The command `daybook`."""

import click

from daybook.cli.guide import guide, plan


@click.group()
def main() -> None:
    """A household notebook."""


main.add_command(guide)
main.add_command(plan)
