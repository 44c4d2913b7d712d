"""`daybook read` with files that are not what they should be: an exit code, and one sentence on stderr."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.crypto.derive import Cost
from daybook.domain.records.source import Source
from daybook.notebook.notebook import Notebook
from tests.intake.bad_files import READ, bad, good

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"


@pytest.mark.parametrize("identity", READ)
def test_a_bad_file_is_one_sentence_or_what_can_be_read(identity: str, tmp_path: Path) -> None:
    for number, (case, (name, raw)) in enumerate(bad(identity).items()):
        path = tmp_path / f"{number}-{name or 'file'}"
        path.write_bytes(raw)
        ran = CliRunner().invoke(main, ["read", str(path), "--json"])
        assert ran.exit_code in {0, 1, 2}, case
        assert not isinstance(ran.exception, Exception), case
        if ran.exit_code:
            assert len(ran.stderr.strip().splitlines()) == 1, case
            assert ran.stderr.strip().endswith("."), case
        assert all(json.loads(line) for line in ran.stdout.splitlines())
        assert path.read_bytes() == raw


@pytest.mark.parametrize("identity", READ)
def test_a_good_file_of_every_format_is_lines_of_json(identity: str, tmp_path: Path) -> None:
    name, raw = good(identity)
    path = tmp_path / name
    path.write_bytes(raw)
    ran = CliRunner().invoke(main, ["read", str(path), "--json"])
    assert ran.exit_code == 0
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert any(
        {"sent", "sent_as_written", "sender", "text", "kind", "attachments", "place"} <= one.keys() for one in lines
    )
    assert all("skipped" in one or one["place"]["end"] >= one["place"]["start"] for one in lines)


def test_bad_files_of_every_format_are_added_and_kept_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daybook.cli.opened.harden", lambda: None)
    notes = tmp_path / "notes"
    Notebook.create(notes, PASSPHRASE, cost=Cost(memory=64 * 1024)).close()
    given = {}
    for identity in READ:
        for case in ("cut off", "right at first and garbage after"):
            path = tmp_path / f"{identity}-{len(given)}.bin"
            path.write_bytes(bad(identity)[case][1])
            given[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    told = [str(tmp_path / name) for name in given]
    ran = CliRunner().invoke(main, ["add", *told, "--at", str(notes), "--passphrase-file", "-"], input=PASSPHRASE)
    assert ran.exit_code == 0, ran.output
    assert all(f"{name}: " in ran.output for name in given)
    notebook = Notebook.unlock(notes, PASSPHRASE)
    kept = [one.body for one in notebook.timeline(["source.1", "kept-file.1"])]
    files = [file for body in kept for file in (body.original if isinstance(body, Source) else body.files)]
    assert {file.sha256 for file in files} == set(given.values())
    for file in files:
        with notebook.open_file(file.blob) as plain:
            assert hashlib.sha256(plain.read()).hexdigest() == file.sha256
    notebook.close()
