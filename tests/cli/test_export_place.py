"""Where a paper is written to: a place that somebody else may have prepared."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from daybook.cli.export import export, write_paper

PAPER = b"%PDF her words"


@pytest.fixture(autouse=True)
def _an_open_setting() -> object:
    """A system whose new files everybody may read."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize("there", ["nothing", "an open file", "a link", "a link to nothing", "half a paper"])
def test_a_paper_is_for_its_owner_only_whatever_was_there(tmp_path: Path, there: str) -> None:
    out, theirs = tmp_path / "out.pdf", tmp_path / "theirs.pdf"
    if there == "an open file":
        out.write_bytes(b"old")
        out.chmod(0o666)
    if there == "half a paper":
        (tmp_path / "out.pdf.part").write_bytes(b"old")
    if there.startswith("a link"):
        out.symlink_to(theirs)
    if there == "a link":
        theirs.write_bytes(b"old")
    write_paper(out, PAPER)
    assert not out.is_symlink()
    assert out.read_bytes() == PAPER
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert not theirs.exists() or theirs.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} <= {"out.pdf", "theirs.pdf"}


@pytest.mark.parametrize("there", ["a file", "a link", "a link to nothing"])
@pytest.mark.parametrize("command", export.list_commands(click.Context(export)))
def test_no_command_writes_over_what_is_there_unasked(tmp_path: Path, command: str, there: str) -> None:
    out, theirs = tmp_path / "out.pdf", tmp_path / "theirs.pdf"
    if there == "a file":
        out.write_bytes(b"old")
    else:
        out.symlink_to(theirs)
    if there == "a link":
        theirs.write_bytes(b"old")
    asked = [command, "--at", str(tmp_path / "notes"), "-o", str(out)]
    refused = CliRunner().invoke(export, asked)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "There is a file of that name already. Choose another name, or add --replace.\n"
    for order in ([*asked, "--replace"], [command, "--replace", *asked[1:]]):
        assert "There is no notebook" in CliRunner().invoke(export, order).stderr
    assert out.is_symlink() or out.read_bytes() == b"old"
    assert "--replace" in CliRunner().invoke(export, [command, "--help"]).stdout


def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to("/dev/null")
    write_paper(link, PAPER)
    assert link.is_symlink()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_paper(pipe, PAPER)
    assert os.read(reading, 100) == PAPER
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_place_that_cannot_be_written_to_ends_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="1"):
        write_paper(tmp_path / "no" / "out.pdf", PAPER)
    assert capsys.readouterr().err.count("could not be written there") == 1
