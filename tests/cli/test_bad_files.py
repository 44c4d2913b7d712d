"""`daybook read` with files that are not what they should be: an exit code, and one sentence on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from tests.intake.bad_files import READ, bad, good


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
