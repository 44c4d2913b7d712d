"""The invented country's pack, and copies of it with something changed."""

import shutil
from datetime import date
from pathlib import Path

from daybook.guide.check import check
from daybook.guide.finding import Finding
from daybook.guide.load import read_pack
from daybook.guide.pack import Pack
from daybook.notebook.tools import TOOLS

FOLDER = Path(__file__).parents[1] / "packs" / "veldt"
TODAY = date(2026, 11, 21)


def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "veldt"
    shutil.copytree(FOLDER, folder)
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which has to be there, in one file of the pack."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def findings(folder: Path, *, today: date = TODAY, release: bool = False) -> list[Finding]:
    """Everything that reading and checking find, warnings included."""
    pack, found = read_pack(folder)
    return sorted(found + check(pack, TOOLS, today, release=release))


def errors(folder: Path) -> list[str]:
    return [str(finding) for finding in findings(folder) if finding.level == "error"]


def pack() -> Pack:
    read, found = read_pack(FOLDER)
    assert found == []
    return read
