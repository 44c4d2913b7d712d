"""Uploaded files are sealed while they arrive: nothing of them is ever readable on the disk."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from flask import Blueprint, jsonify, request
from werkzeug import formparser

from daybook.journal.errors import DiskFullError
from daybook.web.desk import Desk
from daybook.web.uploads import sealed_files
from tests.web.conftest import Browser, TurningClock

MARK = b"canary-" + secrets.token_hex(12).encode()  # a new one each time: a compiled test holds its words too
LARGE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + MARK * 120_000


def _sink() -> Blueprint:
    views = Blueprint("sink", __name__)

    @views.post("/sink")
    def sink() -> Any:
        found = sealed_files("files")
        seen = [path for path in _open_files() if MARK in path.read_bytes()]
        return jsonify(
            files=[(file.blob, file.name, file.media, file.size, file.sha256) for file in found],
            readable=[str(path) for path in seen],
            words=len(request.form.get("account", "")),
        )

    @views.post("/careless")
    def careless() -> Any:
        return jsonify(count=len(request.files))

    return views


def _sent(*files: tuple[str, bytes], field: str = "files", **words: str) -> dict[str, Any]:
    """A form as a browser sends it. (The client's own way spills large files into a temporary one.)"""
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in words.items()]
    for name, plain in files:
        parts.append(f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'.encode() + plain)
    body = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts) + b"--edge--\r\n"
    return {"input_stream": io.BytesIO(body), "content_type": "multipart/form-data; boundary=edge"}


def _open_files() -> list[Path]:
    """Every ordinary file this process holds open, removed or not: a spilled upload has no name any more."""
    return [path for path in Path("/proc/self/fd").iterdir() if path.is_file()]


@pytest.fixture
def giving(desk: Desk, clock: TurningClock) -> Browser:
    browser = Browser(desk, clock, _sink()).launch()
    browser.unlock()
    return browser


def test_a_large_file_is_sealed_and_comes_back_byte_for_byte(giving: Browser) -> None:
    answer = giving.post(giving.inside("sink.sink"), **_sent(("C:/Users/a/IMG 1.jpg", LARGE)))
    ((blob, name, media, size, digest),) = answer.json["files"]
    assert (name, media, size) == ("IMG 1.jpg", "image/jpeg", len(LARGE))
    assert digest == hashlib.sha256(LARGE).hexdigest()
    with giving.desk.notebook.open_file(blob) as plain:
        assert plain.read() == LARGE


def test_no_temporary_file_is_made(giving: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("a temporary file")

    for name in ("SpooledTemporaryFile", "TemporaryFile", "NamedTemporaryFile", "mkstemp", "mkdtemp", "mktemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr(formparser, "SpooledTemporaryFile", refuse)
    answer = giving.post(giving.inside("sink.sink"), **_sent(("a.jpg", LARGE)))
    assert len(answer.json["files"]) == 1


def test_a_marked_upload_is_found_in_no_file(giving: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = [Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/dev/shm"), Path.cwd()]
    ours = tmp_path / "temporary"
    ours.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(ours))
    began = time.time() - 1
    answer = giving.post(giving.inside("sink.sink"), **_sent(("a.jpg", LARGE)))
    assert answer.json["readable"] == []
    assert list(ours.rglob("*")) == []
    files = [path for path in giving.desk.folder.rglob("*") if path.is_file()]
    assert files
    for folder in shared:  # other programs use these too: only what lies in them openly, and is new
        files += [Path(entry) for entry in os.scandir(folder) if entry.is_file() and entry.stat().st_mtime >= began]
    assert [path for path in files if MARK in path.read_bytes()] == []


def test_the_watch_would_see_a_spilled_upload() -> None:
    with tempfile.TemporaryFile() as spilled:
        spilled.write(MARK)
        spilled.flush()
        assert any(MARK in path.read_bytes() for path in _open_files())


def test_several_files_an_empty_one_and_none_at_all(giving: Browser) -> None:
    path = giving.inside("sink.sink")
    two = giving.post(path, **_sent(("1.txt", b"one"), ("2.txt", b"")))
    assert [(file[1], file[2], file[3]) for file in two.json["files"]] == [
        ("1.txt", "text/plain", 3),
        ("2.txt", "application/octet-stream", 0),
    ]
    assert giving.post(path, **_sent(("", b""))).json["files"] == []
    assert giving.post(path, **_sent(account="words")).json["files"] == []


def test_files_that_no_page_asked_for_are_let_go(giving: Browser) -> None:
    giving.post(giving.inside("sink.careless"), **_sent(("a.jpg", LARGE), field="other"))
    assert list(giving.desk.notebook._journal.files()) == []
    assert _leftovers(giving.desk) == []


def _leftovers(desk: Desk) -> list[str]:
    return [name for _, _, names in os.walk(desk.folder) for name in names if name.endswith(".part")]


def test_an_upload_that_arrives_locked_is_read_and_dropped(giving: Browser) -> None:
    path = giving.inside("sink.sink")
    giving.desk.lock()
    answer = giving.post(path, **_sent(("a.jpg", LARGE), kind="incident.1", key="k", account="Words"))
    assert "What you typed is kept." in answer.text
    giving.unlock()
    assert list(giving.desk.notebook._journal.files()) == []
    draft = giving.desk.notebook.drafts.get("k")
    assert draft
    assert draft.typed == {"account": ["Words"]}


def test_locking_half_way_through_an_upload_keeps_the_words_and_drops_the_file(giving: Browser) -> None:
    class Slow(io.RawIOBase):
        def __init__(self, body: io.BytesIO) -> None:
            self.body = body

        def tell(self) -> int:
            return self.body.tell()

        def seek(self, offset: int, whence: int = 0) -> int:
            return self.body.seek(offset, whence)

        def read(self, size: int = -1) -> bytes:
            if self.body.tell() > 1_000_000:
                giving.desk.lock()
            return self.body.read(size)

        def readinto(self, buffer: Any) -> int:
            block = self.read(len(buffer))
            buffer[: len(block)] = block
            return len(block)

    sent = _sent(("a.jpg", LARGE), kind="incident.1", key="k", account="Words")
    sent["input_stream"] = Slow(sent["input_stream"])
    answer = giving.post(giving.inside("sink.sink"), **sent)
    assert "What you typed is kept." in answer.text
    giving.desk.wait_until_closed()
    assert _leftovers(giving.desk) == []
    giving.unlock()
    assert list(giving.desk.notebook._journal.files()) == []
    assert giving.desk.notebook.drafts.get("k")


def test_a_full_disk_is_said_in_one_sentence(giving: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, block: bytes) -> int:
            raise DiskFullError

        def abandon(self) -> None:
            return

    monkeypatch.setattr(type(giving.desk.notebook), "seal_file", lambda _self: Full())
    giving.post(giving.inside("sink.sink"), **_sent(("a.jpg", LARGE), kind="incident.1", key="k"))
    assert "The disk is full" in giving.page
    assert "What you typed is kept." in giving.page
    assert giving.desk.is_open


def test_more_than_can_be_sent_is_said_in_one_sentence(giving: Browser) -> None:
    giving.app.config["MAX_CONTENT_LENGTH"] = 1_000_000
    giving.post(giving.inside("sink.sink"), **_sent(("a.jpg", LARGE)))
    assert "more than can be sent at once" in giving.page


def test_a_text_of_two_million_letters_arrives_whole(giving: Browser) -> None:
    text = "\N{HEAVY BLACK HEART}" * 2_000_000
    whole = giving.post(giving.inside("sink.sink"), **_sent(account=text))
    assert whole.json["words"] == len(text)
