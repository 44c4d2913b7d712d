"""`daybook add` and `daybook search`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.crypto.derive import Cost
from daybook.domain.records.incident import Incident
from daybook.notebook.notebook import Notebook
from daybook.notebook.seeing import Unread
from tests.intake.claim_files import film, opus, paper, picture
from tests.notebook.lines_format import Lines, chat

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    monkeypatch.setattr("daybook.cli.opened.harden", lambda: None)


@pytest.fixture(autouse=True)
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reading words takes seconds and is tested elsewhere: here it is noted which file would have been read."""
    read: list[str] = []
    monkeypatch.setattr(
        "daybook.notebook.seeing.read_words", lambda _notebook, one, _reader: read.append(one.file.name)
    )
    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notebook = Notebook.create(tmp_path / "notes", PASSPHRASE, cost=Cost(memory=64 * 1024))
    notebook.save(Incident(account="He came to the school gate."))
    notebook.close()
    return tmp_path / "notes"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--passphrase-file", "-"], input=PASSPHRASE)


def test_files_are_added_and_found_again(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(chat("03/04/2024 21:05 Sam: see you at the school", "no time"))
    (tmp_path / "b.bin").write_bytes(b"\0\1")
    added = run(
        "add", str(tmp_path / "a.txt"), str(tmp_path / "b.bin"), "--at", str(folder), "--answer", "date-order=mdy"
    )
    assert added.exit_code == 0, added.output
    assert "a.txt: A chat in lines\n  1 messages, 1 parts that could not be read\n" in added.output
    assert "b.bin: Nothing here can read what is in this file." in added.output
    found = run("search", "--at", str(folder), "schools", "--json")
    message, entry = (json.loads(line) for line in found.stdout.splitlines())
    assert (entry["what"], entry["text"]) == ("entry", "He came to the school gate.")
    assert (message["sent"], message["sent_as_written"]) == ("2024-03-04T21:05", "03/04/2024 21:05")
    plain = (tmp_path / "a.txt").read_bytes()
    assert (
        plain[message["place"]["start"] : message["place"]["end"]] == b"03/04/2024 21:05 Sam: see you at the school\n"
    )
    assert "2 found." in run("search", "--at", str(folder), "school").stderr
    assert "Nothing holds all of these words." in run("search", "--at", str(folder), "harbour").stderr


def test_photos_and_recordings_are_added_as_entries(folder: Path, tmp_path: Path) -> None:
    given = {"IMG_1.JPG": picture(), "IMG_1.MOV": film(b"qt  "), "note.opus": opus(), "letter.pdf": paper()}
    for name, plain in given.items():
        (tmp_path / name).write_bytes(plain)
    names = [str(tmp_path / name) for name in given]
    added = run("add", *names, "--at", str(folder), "--from", "My phone", "--how", "Copied on 3 May.")
    assert added.exit_code == 0, added.output
    assert "IMG_1.JPG + IMG_1.MOV: A live photo: the picture and its short film, kept together" in added.output
    assert "It says of itself, taken: 2024-03-14T21:05:09+01:00" in added.output
    assert "note.opus: A recording or voice note" in added.output
    assert "letter.pdf: A paper (PDF)" in added.output
    again = run("add", names[2], "--at", str(folder))
    assert "This very file is here already, so it was left out." in again.output
    notebook = Notebook.unlock(folder, PASSPHRASE)
    kept = {revision.body.name: revision.body for revision in notebook.timeline(["kept-file.1"])}
    assert kept.keys() == {"IMG_1.JPG", "note.opus", "letter.pdf"}
    assert {(body.device, body.obtained) for body in kept.values()} == {("My phone", "Copied on 3 May.")}
    files = [file for body in kept.values() for file in body.files]
    assert {(file.name, file.sha256) for file in files} == {
        (name, hashlib.sha256(plain).hexdigest()) for name, plain in given.items()
    }
    notebook.close()


def pictures(tmp_path: Path) -> list[str]:
    """Three pictures, a recording and a chat, to be added."""
    given = {f"{n}.jpg": picture() + bytes(n) for n in range(3)} | {"note.opus": opus(), "a.txt": chat("no time")}
    for name, plain in given.items():
        (tmp_path / name).write_bytes(plain)
    return [str(tmp_path / name) for name in given]


def test_words_in_pictures_are_read_with_progress_beside_the_answer(
    folder: Path, tmp_path: Path, reading: list[str]
) -> None:
    added = run("add", *pictures(tmp_path), "--at", str(folder))
    assert added.exit_code == 0, added.output
    assert sorted(reading) == ["0.jpg", "1.jpg", "2.jpg"]
    assert [line for line in added.stderr.splitlines() if "words" in line] == [
        f"  words read in {number} of 3 pictures and papers" for number in (1, 2, 3)
    ]
    assert "words" not in added.stdout


def test_left_to_the_screens_one_line_says_how_many_wait(folder: Path, tmp_path: Path, reading: list[str]) -> None:
    names = pictures(tmp_path)
    added = run("add", *names, "--at", str(folder), "--no-words")
    assert reading == []
    assert added.stderr.splitlines()[-1] == (
        "3 pictures and papers wait to be read for words: the screens do it by themselves once the notebook is open."
    )
    again = run("add", *names, "--at", str(folder))
    assert (again.exit_code, reading) == (0, [])  # they were here already, and nothing was kept
    assert "words" not in again.stderr
    (tmp_path / "new.jpg").write_bytes(picture() + b"new")
    run("add", str(tmp_path / "new.jpg"), "--at", str(folder))
    assert reading == ["new.jpg"]  # what waited before is left to the screens, as was said


def test_stopped_in_the_middle_the_files_are_kept_and_the_rest_waits(
    folder: Path, tmp_path: Path, reading: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_notebook: Notebook, one: Unread, _reader: object) -> None:
        if reading:
            raise KeyboardInterrupt
        reading.append(one.file.name)

    monkeypatch.setattr("daybook.notebook.seeing.read_words", read)
    added = run("add", *pictures(tmp_path), "--at", str(folder))
    assert added.exit_code == 0, added.output
    assert added.stderr.splitlines()[-1].startswith("2 pictures and papers wait to be read for words:")
    notebook = Notebook.unlock(folder, PASSPHRASE)
    assert len(notebook.timeline(["kept-file.1"])) == 4
    notebook.close()


def test_a_wrong_passphrase_or_folder_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(chat("03/04/2024 21:05 Sam: hi"))
    wrong = CliRunner().invoke(main, ["search", "--at", str(folder), "x", "--passphrase-file", "-"], input="wrong")
    assert wrong.exit_code == 2
    assert wrong.stderr.count("\n") == 1
    missing = run("add", str(tmp_path / "a.txt"), "--at", str(tmp_path / "none"))
    assert missing.exit_code == 2
    assert not (tmp_path / "none").exists()
