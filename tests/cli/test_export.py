"""`daybook demo` and `daybook export chronology`: a notebook made and printed without a screen."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import stat
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.notebook.notebook import Notebook
from daybook.notebook.six_words import word_list
from tests.export.papers import text

WORDS = "kettle ninety harbour violet stamp lantern"


def run(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=typed)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A demo notebook, and the file its passphrase stands in, with the line end an editor adds."""
    folder = tmp_path_factory.mktemp("demo") / "notes"
    file = folder.parent / "words.txt"
    file.write_text(f"{WORDS}\r\n")
    result = run("demo", "--at", str(folder), "--passphrase-file", str(file))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    return folder, file


def test_the_chronology_of_the_demo_is_a_pdf_with_its_entries(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, file = made
    result = run(
        "export", "chronology", "--at", str(folder), "-o", str(tmp_path / "out.pdf"), "--passphrase-file", str(file)
    )
    assert (result.exit_code, result.stdout) == (0, "")
    paper = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    notebook = Notebook.unlock(folder, WORDS)
    records = notebook.timeline()
    notebook.close()
    assert f"{len(records)} entries" in text
    again = run("export", "chronology", "--at", str(folder), "-o", "-", "--passphrase-file", "-", "--help")
    assert "Example:" in again.stdout
    to_stdout = run("export", "chronology", "--at", str(folder), "-o", "-", "--passphrase-file", "-", typed=WORDS)
    assert to_stdout.stdout_bytes.startswith(b"%PDF")


def test_the_passphrase_is_asked_for_without_showing_it(made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = run("export", "chronology", "--at", str(made[0]), "-o", str(out), typed=f"{WORDS}\n")
    assert result.exit_code == 0
    assert WORDS not in result.output
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("at", "words", "sentence"),
    [
        ("notes", "wrong words", "does not open the notebook"),
        ("nowhere", WORDS, "There is no notebook here"),
        ("notes", " \n", "The passphrase is empty"),
        ("notes", None, "could not be read"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(
    made: tuple[Path, Path], tmp_path: Path, at: str, words: str | None, sentence: str
) -> None:
    file, out = tmp_path / "words", tmp_path / "out.pdf"
    if words is not None:
        file.write_text(words)
    result = run(
        "export", "chronology", "--at", str(made[0].parent / at), "-o", str(out), "--passphrase-file", str(file)
    )
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""
    assert not out.exists()


def _flip(pages: Path) -> None:
    with contextlib.closing(sqlite3.connect(pages)) as db, db:
        (sealed,) = db.execute("SELECT sealed FROM frames WHERE place = 3").fetchone()
        db.execute("UPDATE frames SET sealed = ? WHERE place = 3", (bytes([sealed[0] ^ 1]) + sealed[1:],))


def test_a_damaged_notebook_ends_with_one_or_gives_what_is_left_if_asked(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    shutil.copytree(made[0], folder)
    _flip(folder / "pages.db")
    out = tmp_path / "out.pdf"
    asked = ["export", "chronology", "--at", str(folder), "-o", str(out), "--passphrase-file", str(made[1])]
    result = run(*asked)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()
    assert run(*asked, "--what-is-left").exit_code == 0
    assert "Saved pages that could not be read when this paper was made: 1." in " ".join(text(out.read_bytes()).split())


def test_a_place_that_cannot_be_written_to_ends_with_one(made: tuple[Path, Path], tmp_path: Path) -> None:
    result = run(
        "export",
        "chronology",
        "--at",
        str(made[0]),
        "-o",
        str(tmp_path / "no" / "out.pdf"),
        "--passphrase-file",
        str(made[1]),
    )
    assert result.exit_code == 1
    assert "could not be written there" in result.stderr


def test_the_demo_prints_its_six_words_once_and_they_open_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.notebook.demo.make_demo", lambda notebook, today: None)
    folder = tmp_path / "notes"
    result = run("demo", "--at", str(folder))
    assert result.exit_code == 0
    words = result.stdout.removesuffix("\n")
    assert len(words.split()) == 6
    assert set(words.split()) <= set(word_list())
    Notebook.unlock(folder, words).close()
    assert stat.S_ISDIR(folder.stat().st_mode)


def test_the_demo_leaves_a_notebook_that_is_there_alone(made: tuple[Path, Path]) -> None:
    before = {path: path.stat().st_mtime_ns for path in made[0].rglob("*")}
    result = run("demo", "--at", str(made[0]), "--passphrase-file", str(made[1]))
    assert result.exit_code == 2
    assert "There is a notebook here already" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in made[0].rglob("*")} == before


def test_no_command_takes_a_passphrase_as_an_argument() -> None:
    for command in (["demo"], ["export", "chronology"]):
        assert run(*command, "--at", "x", "--passphrase", "y").exit_code == 2
        assert "Example:" in run(*command, "--help").stdout


def test_the_plan_of_the_demo_is_a_pdf_without_what_was_not_asked_for(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, file = made

    def plan(*more: str) -> Result:
        where = ("--at", str(folder), "-o", str(tmp_path / "plan.pdf"), "--replace", "--passphrase-file", str(file))
        return run("export", "plan", *where, *more)

    result = plan("--group", "now")
    assert (result.exit_code, result.stdout) == (0, "")
    paper = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in paper)
    assert "A paper can be found." in " ".join(text.split())
    assert "Soon" not in text.split()
    assert "Dan" not in text.split()
    missing = plan("--section", "no-such")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("There is nothing of the plan in what you chose.")
