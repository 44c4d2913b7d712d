"""The passphrase, asked for without showing it or read from a file: never as an argument, which others can see."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

FAILED, BAD_INPUT = 1, 2

passphrase_file = click.option(
    "--passphrase-file",
    metavar="FILE|-",
    help="Read the passphrase from this file, or from standard input with -.",
)


def read_passphrase(file: str | None) -> str:
    """The passphrase in `file` ("-" is standard input), or typed when there is none; without the line end after it.

    White space at its ends and between words counts as on the screens: not at all, and as one space.
    """
    if file is None:
        typed = str(click.prompt("Passphrase", hide_input=True, err=True))
    else:
        try:
            given = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            typed = given.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            refuse("The passphrase could not be read: this file is not there, or it is not UTF-8 text.")
    tidied = " ".join(typed.split())
    if not tidied:
        refuse("The passphrase is empty. Write it in the file, or leave --passphrase-file out and type it.")
    return tidied


def refuse(sentence: str, status: int = BAD_INPUT) -> NoReturn:
    """Say one sentence to stderr and end."""
    click.echo(sentence, err=True)
    sys.exit(status)
