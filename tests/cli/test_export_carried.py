"""`daybook export card` and `daybook export emergency` without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.domain.records.emergency import CallWords
from daybook.domain.records.person import Person
from daybook.notebook.notebook import Notebook
from tests.export.papers import text

WORDS = "kettle ninety harbour violet stamp lantern"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notebook = Notebook.create(tmp_path / "notes", WORDS)
    notebook.save(Person(name="Ruth", number="07700 900123", carry="disguised", carry_as="Wool shop"))
    notebook.keep(CallWords(address="11 Larch Close"))
    notebook.close()
    return tmp_path / "notes"


def run(folder: Path, output: Path, *words: str) -> Result:
    given = ["export", *words, "--at", str(folder), "-o", str(output), "--replace", "--passphrase-file", "-"]
    return CliRunner().invoke(main, given, input=WORDS)


def test_a_disguised_card_is_written_without_the_true_name(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = run(folder, out, "card", "--look", "disguised")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Wool shop 07700 900123" in text(out.read_bytes())
    assert "Ruth" not in text(out.read_bytes())


def test_a_card_without_a_number_is_one_sentence_and_no_file(folder: Path, tmp_path: Path) -> None:
    result = run(folder, tmp_path / "out.pdf", "card")
    assert result.exit_code == 2
    assert result.stderr == "There is no number on this card yet. Choose one first.\n"
    assert not (tmp_path / "out.pdf").exists()


def test_the_sheet_has_more_only_when_asked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run(folder, out, "emergency").exit_code == 0
    assert "11 Larch Close" in text(out.read_bytes())
    assert "55" not in text(out.read_bytes())
    assert run(folder, out, "emergency", "--with", "silent").exit_code == 0
    assert "Press 55" in text(out.read_bytes())
