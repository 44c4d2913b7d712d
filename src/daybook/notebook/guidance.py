"""The guidance as a screen or a command asks for it: the shipped pack, her facts, her plan, her words."""

from functools import cache
from pathlib import Path

import daybook
from daybook.guide.load import load_pack
from daybook.guide.pack import Pack


class NoPackError(FileNotFoundError):
    """The guidance that belongs to this copy of Daybook is missing. Fetch Daybook again."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


def shipped_folder(name: str = "uk") -> Path:
    """Where the shipped pack is: inside the installed package, or in the source folder. Raises NoPackError."""
    here = Path(daybook.__file__).parent
    for folder in (here / "_packs" / name, here.parents[1] / "packs" / name):
        if (folder / "pack.toml").is_file():
            return folder
    raise NoPackError


@cache
def shipped_pack() -> Pack:
    """The pack Daybook ships, read once. Raises NoPackError; PackError when an entry has a mistake."""
    return load_pack(shipped_folder())
