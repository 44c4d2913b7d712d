"""`daybook guide add`: looked over first, sealed into a notebook, and nothing at all beside a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.notebook.local_services import local_services
from daybook.notebook.notebook import Notebook

SAMPLES = Path(__file__).parents[2] / "packs" / "sample-local"
WORDS = "kettle ninety harbour violet stamp lantern"


def run(*words: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["guide", "add", *map(str, words)], input=typed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Notebook.create(tmp_path / "notes", WORDS).close()
    return tmp_path / "notes"


def names(folder: Path) -> list[str]:
    notebook = Notebook.unlock(folder, WORDS)
    found = [service.name for _id, service, _list in local_services(notebook)]
    notebook.close()
    return found


@pytest.mark.parametrize("name", ["services.csv", "services.toml"])
def test_a_list_is_sealed_into_the_notebook(folder: Path, name: str) -> None:
    result = run(SAMPLES / name, "--at", folder, "--passphrase-file", "-", typed=f"{WORDS}\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert names(folder) == ["Millbrook Outreach", "Millbrook Refuge Referrals", "Safer Homes Millbrook"]
    assert not [path for path in folder.rglob("*") if path.is_file() and b"Millbrook" in path.read_bytes()]


def test_check_asks_for_no_passphrase_and_adds_nothing(folder: Path) -> None:
    result = run(SAMPLES / "services.csv", "--check", "--at", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No mistakes." in result.stderr
    assert names(folder) == []


@pytest.mark.parametrize("more", [["--check"], []])
def test_mistakes_are_named_by_line_and_nothing_is_added(folder: Path, tmp_path: Path, more: list[str]) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text((SAMPLES / "services.csv").read_text("utf-8").replace("2026-11-02", "soon"), "utf-8")
    result = run(wrong, "--at", folder, *more)
    assert result.exit_code == 1
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == [
        "wrong.csv:2:",
        "wrong.csv:3:",
        "wrong.csv:4:",
    ]
    assert "Nothing was added." in result.stderr
    assert names(folder) == []


def test_a_wrong_passphrase_or_no_notebook_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    result = run(SAMPLES / "services.csv", "--at", folder, "--passphrase-file", "-", typed="not it\n")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    result = run(SAMPLES / "services.csv", "--at", tmp_path / "none", "--passphrase-file", "-", typed="x\n")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "none").exists()
    assert names(folder) == []
