"""What a Mac writes into a zip beside the files: how its windows looked, and a shadow of each file."""

from __future__ import annotations

from pathlib import PurePosixPath

from daybook.intake.message import Place, Skipped

_FOLDER, _LOOK = "__MACOSX", ".DS_Store"


def is_dust(name: str) -> bool:
    """Whether a part of this name is such a thing; no message is in it and no picture."""
    path = PurePosixPath(name)
    return path.parts[:1] == (_FOLDER,) or path.name == _LOOK


def dust(names: list[str]) -> list[Skipped]:
    """One Skipped for all of them; none for none."""
    if not names:
        return []
    count = "one part" if len(names) == 1 else f"{len(names):,} parts"
    why = f"A Mac wrote this into the zip beside the files ({count}). It is no message and is kept with the zip."
    return [Skipped(place=Place(0, 0, names[0]), why=why)]
