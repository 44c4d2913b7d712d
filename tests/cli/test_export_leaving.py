"""`daybook export leaving-day`: the day written to a file of her choosing, whole or in part."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from click.testing import CliRunner, Result

from daybook.cli import main

WORDS = "kettle ninety harbour violet stamp lantern"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), input=WORDS)


def text(path: Path) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).split())


def test_the_day_of_the_demo_in_whole_in_part_and_for_today(tmp_path: Path) -> None:
    folder, out = str(tmp_path / "notes"), tmp_path / "out.pdf"
    assert run("demo", "--at", folder, "--passphrase-file", "-").exit_code == 0
    base = ("export", "leaving-day", "--at", folder, "-o", str(out), "--passphrase-file", "-", "--replace")
    assert run(*base).exit_code == 0
    assert "The first week" in text(out)
    assert (out.stat().st_mode & 0o777) == 0o600
    assert run(*base, "--part", "door", "--plain").exit_code == 0
    assert "As you go" in text(out)
    assert "The first week" not in text(out)
    assert run(*base, "--today").exit_code == 0
    assert "Only what is in reach" in text(out)
    assert "0808 2000 247" in text(out)
    assert run("export", "leaving-day", "--help").stdout.count("Example:") == 1
