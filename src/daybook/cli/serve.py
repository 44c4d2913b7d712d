"""`daybook` alone: start, open the browser, and stay until Ctrl-C."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click
import platformdirs

from daybook.cli.browser import open_browser
from daybook.cli.process import end_on_signals, harden

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


class Face(Protocol):
    """The screens, as the command line sees them: it may not know what they are made of."""

    @property
    def address(self) -> str:
        """What to open in a browser, once it is listening."""

    def listening(self) -> AbstractContextManager[Callable[[], None]]:
        """Listen, and give what serves until it is interrupted."""


def usual_place() -> Path:
    """Where the notebook of the person signed in to this machine is kept, when nothing else is said."""
    return Path(platformdirs.user_data_dir("daybook", appauthor=False))


def serve(make_face: Callable[[Path], Face], at: Path | None, *, browser: bool) -> None:
    """Show the notebook at `at` until Ctrl-C, then lock it. Prints the address, and nothing else."""
    harden()
    end_on_signals()
    face = make_face(at or usual_place())
    try:
        with face.listening() as stay:
            click.echo(f"Ready: {face.address}")
            if browser:
                open_browser(face.address)
            stay()
    except KeyboardInterrupt:
        return
