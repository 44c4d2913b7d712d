"""`daybook search`: the same search as on screen, narrowed by options."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.crypto.derive import Cost
from daybook.notebook.demo import make_demo
from daybook.notebook.notebook import Notebook

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"


def _quick_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hashlib.sha256(salt + passphrase.encode()).digest()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("demo") / "notes"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daybook.journal.journal.derive", _quick_key)
        patch.setattr("daybook.cli.opened.harden", lambda: None)
        notebook = Notebook.create(folder, PASSPHRASE)
        make_demo(notebook, dt.date(2026, 11, 21))
        notebook.close()
        yield folder


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["search", "--at", str(folder), *words, "--passphrase-file", "-"], input=PASSPHRASE)


def found(folder: Path, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(folder, *words, "--json").stdout.splitlines()]


def test_since_the_order_by_person_and_kind(folder: Path) -> None:
    everywhere = found(folder, "school")
    since = found(folder, "school", "--order", "non-molestation order")
    assert 0 < len(since) < len(everywhere)
    assert {each["what"] for each in since} == {"entry", "message"}
    before = found(folder, "school", "--order", "Non-molestation order", "--span", "before", "--kind", "incident.1")
    assert before
    assert {each["kind"] for each in before} == {"incident.1"}
    (message,) = found(folder, "school", "--order", "Non-molestation order", "--person", "dan")
    assert (message["text"], message["sender"]) == ("I am outside the school", "Dan")


def test_days_marks_and_order(folder: Path) -> None:
    tagged = found(folder, "--tag", "money", "--sort", "oldest")
    assert [each["sender"] for each in tagged] == ["Maya", "Dan"]
    assert all("money" in each["tags"] for each in tagged)
    day = found(folder, "--since", "2026-10-26", "--until", "2026-10-26", "--kind", "messages")
    assert [each["sent"] for each in day] == ["2026-10-26T07:55", "2026-10-26T07:48"]


def test_what_is_said_beside_the_list(folder: Path) -> None:
    assert "with one letter different" in run(folder, "shcool").stderr
    assert "one letter" not in run(folder, "school").stderr
    assert "Nothing holds all of these words." in run(folder, "harbour").stderr
    assert "found, 2 shown." in run(folder, "school", "--most", "2").stderr
    assert run(folder).exit_code == 2
    assert "Say what to look for" in run(folder).stderr
    wrong = run(folder, "school", "--order", "No such")
    assert (wrong.exit_code, "No order of this name" in wrong.stderr) == (2, True)
    assert run(folder, "school", "--since", "31 March").exit_code == 2


@pytest.mark.parametrize(("option", "there"), [("--kind", "incident.1"), ("--tag", "threat")])
def test_a_kind_or_mark_that_does_not_exist_is_not_an_empty_answer(folder: Path, option: str, there: str) -> None:
    wrong = run(folder, "school", option, there[:5])
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert there in wrong.stderr
    assert run(folder, "school", option, there).exit_code == 0


def test_messages_that_cannot_be_opened_are_not_passed_over_in_silence(folder: Path, tmp_path: Path) -> None:
    assert "passed over" not in run(folder, "outside").stderr
    damaged = shutil.copytree(folder, tmp_path / "notes")
    shutil.rmtree(damaged / "files")
    searched = run(damaged, "outside")
    assert searched.exit_code == 0
    assert "A part of the messages of “Chat with Dan” cannot be opened, so it is passed over here." in searched.stderr
