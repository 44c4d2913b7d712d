"""`daybook export letter`: a letter printed without a screen, and nothing private in a draft nobody looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.domain.records.letter import Letter
from daybook.domain.records.letter_details import LetterDetails
from daybook.notebook.notebook import Notebook
from tests.export.papers import text

WORDS = "kettle ninety harbour violet stamp lantern"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = Notebook.create(tmp_path / "notes", WORDS)
    book.keep(LetterDetails(phone="07700 900123", me="Robin Ash"))
    book.close()
    (tmp_path / "words.txt").write_text(WORDS)
    return tmp_path


def export(folder: Path, *more: str) -> Result:
    given = ("export", "letter", "--at", str(folder / "notes"), "-o", str(folder / "papers.pdf"), "--replace")
    return CliRunner().invoke(main, [*given, "--passphrase-file", str(folder / "words.txt"), *more])


def test_a_draft_nobody_looked_at_says_nothing_private(folder: Path) -> None:
    assert export(folder, "--letter", "school-keep-private").exit_code == 0
    said = text((folder / "papers.pdf").read_bytes())
    assert "Dear Sir or Madam" in said
    assert "Robin Ash" in said
    assert "07700" not in said


def test_a_saved_letter_is_printed_as_she_left_it(folder: Path) -> None:
    book = Notebook.unlock(folder / "notes", WORDS)
    book.save(Letter(text="Dear Ruth\n\nRing 07700 900123.", began="school-keep-private"))
    book.close()
    for more in ((), ("--letter", "school-keep-private")):
        assert export(folder, *more).exit_code == 0
        assert "Ring 07700 900123." in text((folder / "papers.pdf").read_bytes())


def test_without_a_letter_it_says_which_there_are(folder: Path) -> None:
    for more in ((), ("--letter", "nothing")):
        result = export(folder, *more)
        assert result.exit_code != 0
        assert "school-keep-private" in result.stderr
        assert not (folder / "papers.pdf").exists()
