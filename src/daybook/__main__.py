"""The command `daybook`, put together: the command line may not know the screens, so they are handed to it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from daybook.web.server import Screens


def _screens(folder: Path) -> Screens:
    from daybook.web.server import Screens  # noqa: PLC0415  (other commands do without)

    return Screens(folder)


def start() -> None:
    """Run the command `daybook`."""
    main(obj=_screens)


if __name__ == "__main__":
    start()
