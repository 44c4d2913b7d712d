"""`daybook read`: JSON Lines for programs, a few counts for people, and one sentence where it cannot."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.intake.format import TooBigInsideError
from daybook.intake.formats.whatsapp import WhatsApp

OPEN = "Some words.\n03/04/2024, 21:05 - Alex: hi\n04/05/2024, 21:06 - Sam: <Media omitted>\n"
CLOSED = "14/03/2024, 21:05 - Alex: hi\n14/03/2024, 21:06 - Sam: yes\n"


def read(file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["read", str(file), *options])


def chat(folder: Path, text: str = OPEN) -> Path:
    path = folder / "chat.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_json_lines_hold_every_message_and_every_skipped_part(tmp_path: Path) -> None:
    result = read(chat(tmp_path), "--json", "--answer", "date-order=mdy")
    assert result.exit_code == 0
    skipped, first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert list(skipped) == ["skipped"]
    assert skipped["skipped"]["place"] == {"start": 0, "end": 11, "part": ""}
    assert skipped["skipped"]["why"].endswith(".")
    assert {"sent", "sent_as_written", "sender", "text", "kind", "attachments", "place"} <= set(first)
    assert (first["sent"], first["sent_as_written"]) == ("2024-03-04T21:05", "03/04/2024, 21:05")
    assert (first["sender"], first["text"], first["kind"]) == ("Alex", "hi", "message")
    assert OPEN.encode()[first["place"]["start"] : first["place"]["end"]] == b"03/04/2024, 21:05 - Alex: hi"
    assert second["flags"] == ["not-in-export"]
    assert result.stderr == ""


def test_what_is_open_is_asked_on_stderr_with_its_answers(tmp_path: Path) -> None:
    result = read(chat(tmp_path), "--json")
    assert result.exit_code == 0
    assert all(json.loads(line).get("sent", "") == "" for line in result.stdout.splitlines())
    assert "--answer date-order=" in result.stderr
    assert "dmy (3 April 2024, day first), mdy (4 March 2024, month first)" in result.stderr


def test_for_people_there_are_counts_and_no_words_of_the_chat(tmp_path: Path) -> None:
    result = read(chat(tmp_path), "--answer", "date-order=dmy")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "A WhatsApp chat"
    assert "  message: 2" in lines
    assert "  not a message, or not readable: 1" in lines
    assert "Alex" not in result.output


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("date-order=xyz", "For date-order there is: dmy, mdy."),
        ("date-order", "For date-order there is: dmy, mdy."),
        ("other=dmy", "This file leaves nothing of that name open."),
        ("", "This file leaves nothing of that name open."),
    ],
)
def test_an_answer_that_fits_no_question(tmp_path: Path, told: str, sentence: str) -> None:
    result = read(chat(tmp_path), "--json", "--answer", told)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""


def test_an_answer_where_nothing_is_open(tmp_path: Path) -> None:
    result = read(chat(tmp_path, CLOSED), "--answer", "date-order=dmy")
    assert result.exit_code == 2
    assert "leaves nothing of that name open" in result.stderr


UNKNOWN = "Nothing here can read this file. It can still be kept as it is."
EMPTY = "This file is empty. Perhaps it was not copied whole: look at it where it came from."


@pytest.mark.parametrize(
    ("content", "said"), [(b"", EMPTY), (b"nothing of the kind", UNKNOWN), (bytes(range(256)) * 8, UNKNOWN)]
)
def test_a_file_nobody_knows(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "some.thing"
    path.write_bytes(content)
    for options in ((), ("--json",)):
        result = read(path, *options)
        assert result.exit_code == 2
        assert result.stderr.strip() == said
        assert result.stdout == ""


def test_a_file_that_breaks_off_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise TooBigInsideError

    monkeypatch.setattr(WhatsApp, "look", breaks)
    result = read(chat(tmp_path), "--json")
    assert result.exit_code == 1
    assert result.stderr.strip() == TooBigInsideError.__doc__


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        result = read(path)
        assert result.exit_code == 2
        assert "Traceback" not in result.output


def test_a_file_is_only_read(tmp_path: Path) -> None:
    path = chat(tmp_path, CLOSED)
    before = path.stat().st_mtime_ns
    read(path, "--json")
    assert (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns) == (CLOSED, before)
    assert [one.name for one in tmp_path.iterdir()] == ["chat.txt"]


def test_what_comes_through_a_pipe_is_refused_in_one_sentence(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR)
    result = read(pipe)
    os.close(held)
    assert (result.exit_code, result.stderr.count(".")) == (2, 2)
    assert "Save it in a file first." in result.stderr
