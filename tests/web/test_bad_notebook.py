"""A notebook that cannot be opened as it is: one clear sentence on the locked page, and nothing of it is changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sqlite3
import struct
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from daybook.notebook.drafts import Draft
from daybook.notebook.notebook import Notebook
from daybook.notebook.papers import chronology_of
from tests.export.papers import text
from tests.web.conftest import PASSPHRASE, Browser
from tests.web.filling import jpeg, send

SAID = re.compile(r'<p class="said" role="status">(.*?)</p>', re.DOTALL)


def said(browser: Browser) -> str:
    """The one sentence on the locked page."""
    assert 'type="password"' in browser.page
    assert "Traceback" not in browser.page
    (sentence,) = SAID.findall(browser.page)
    return str(sentence)


def held(folder: Path) -> dict[str, str]:
    """What is in the folder, by name; empty ones (the lock) say nothing."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def written(opened: Browser) -> Browser:
    """A browser in front of a locked notebook with one thing written down, and a photo."""
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(opened, account="He said get out.", files=[("a.jpg", jpeg())])
    opened.desk.lock()
    opened.desk.wait_until_closed()
    opened.get("/")
    return opened


def _gone(*names: str) -> Callable[[Path], None]:
    def remove(folder: Path) -> None:
        for name in names:
            for path in folder.glob(name):
                path.unlink()

    return remove


def _newer_header(folder: Path) -> None:
    for name in ("header", "header.copy"):
        path = folder / name
        stored = path.read_bytes()
        newer = stored[:6] + struct.pack(">H", 99) + stored[8:-32]  # the format, and the check over it all
        path.write_bytes(newer + hashlib.sha256(newer).digest())


def _torn_pages(folder: Path) -> None:
    path = folder / "pages.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_gone("header", "header.copy"), "A part of this notebook is gone (header)"),
        (_gone("pages.db*"), "A part of this notebook is gone (pages.db)"),
        (_torn_pages, "damaged"),
        (_newer_header, "This notebook was made by a newer Daybook"),
    ],
    ids=["no-header", "no-pages", "half-the-pages", "newer"],
)
def test_a_notebook_that_is_half_deleted_or_newer_is_left_as_it_is(
    written: Browser, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(written.desk.folder)
    before = held(written.desk.folder)
    written.get("/")
    written.unlock()
    assert sentence in said(written)
    assert not written.desk.is_open
    assert held(written.desk.folder) == before


def _flip(folder: Path, place: int) -> None:
    """Change one byte of one sealed page, as a worn-out stick or a curious hand would."""
    with contextlib.closing(sqlite3.connect(folder / "pages.db")) as pages, pages:
        (sealed,) = pages.execute("SELECT sealed FROM frames WHERE place = ?", (place,)).fetchone()
        pages.execute("UPDATE frames SET sealed = ? WHERE place = ?", (bytes([sealed[0] ^ 1]) + sealed[1:], place))


def test_one_damaged_page_does_not_keep_her_from_the_rest(written: Browser) -> None:
    written.unlock()
    for words in ("He took the car.", "He came back."):
        written.get(written.inside("record.new", kind="incident.1"))
        send(written, account=words)
    written.desk.lock()
    written.desk.wait_until_closed()
    _flip(written.desk.folder, 1)
    before = held(written.desk.folder)
    written.get("/")
    assert 'name="what_is_left"' not in written.page, "nobody is offered less than the whole without a reason"
    written.unlock()
    assert "what is left of this one can be opened" in said(written)
    assert held(written.desk.folder) == before
    written.post(written.form(), {"passphrase": PASSPHRASE, "what_is_left": "yes"})
    assert "One page of this notebook could not be read." in written.page
    accounts = {revision.body.account for revision in written.desk.notebook.timeline(["incident.1"])}
    assert accounts == {"He said get out.", "He came back."}
    printed = " ".join(text(chronology_of(written.desk.notebook)).split())
    assert "Saved pages that could not be read when this paper was made: 1." in printed
    written.get(written.inside("record.new", kind="incident.1"))
    send(written, account="He rang nine times.")
    written.desk.lock()
    written.desk.wait_until_closed()
    written.get("/")
    written.unlock()
    assert "damaged at page 2" in said(written), "it is said at every unlock, not once"
    written.post(written.form(), {"passphrase": PASSPHRASE, "what_is_left": "yes"})
    assert len(written.desk.notebook.timeline(["incident.1"])) == 3


def test_a_page_of_a_newer_kind_is_left_as_it_is(written: Browser) -> None:
    written.unlock()
    journal = written.desk.notebook._journal
    page = {"record": "a", "kind": "moon.9", "number": 1, "written": datetime.now(UTC), "key": "", "body": {}}
    journal._store.append(journal._opened().seal(msgspec.msgpack.encode(page), journal.head))
    written.desk.lock()
    written.desk.wait_until_closed()
    written.get("/")
    written.unlock()
    assert "A newer Daybook can open it" in said(written)
    before = held(written.desk.folder)
    written.unlock()
    assert held(written.desk.folder) == before


def test_a_photo_that_was_deleted_is_named_and_the_words_are_there(written: Browser) -> None:
    _gone("files/*")(written.desk.folder)
    written.unlock()
    assert "Your notebook is open" in written.page
    (record,) = written.desk.notebook.timeline()
    written.get(written.inside("record.show", record=record.record))
    assert "He said get out." in written.page
    written.get(written.inside("file.page", record=record.record, blob=record.body.files[0].blob))
    assert "This photo or file is gone from the notebook" in written.page


def test_a_wrong_passphrase_changes_nothing(written: Browser) -> None:
    before = held(written.desk.folder)
    written.unlock("not the right one at all")
    assert "That does not open the notebook" in said(written)
    assert held(written.desk.folder) == before


def test_a_second_start_while_it_is_open_is_told_so(written: Browser) -> None:
    elsewhere = Notebook.unlock(written.desk.folder, PASSPHRASE)
    try:
        written.unlock()
        assert said(written).startswith("This notebook is already open on this computer.")
    finally:
        elsewhere.close()
    written.unlock()
    assert "Your notebook is open" in written.page


@pytest.fixture
def stick(written: Browser, tmp_path: Path) -> Iterator[tuple[Browser, Path]]:
    """A locked notebook on a stick of two megabytes. Only who owns the machine can make one."""
    place = tmp_path / "stick"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("no stick can be made here")
    try:
        shutil.copytree(written.desk.folder, place / "notes")
        written.desk.folder = place / "notes"
        yield written, place
        written.desk.lock()
        written.desk.wait_until_closed()
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_stick_that_may_not_be_written_on_is_said_in_one_sentence(stick: tuple[Browser, Path]) -> None:
    browser, place = stick
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
    browser.unlock()
    assert "Daybook may not write here" in said(browser)
    subprocess.run(["mount", "-o", "remount,rw", place], check=True)
    browser.unlock()
    assert "Your notebook is open" in browser.page


def test_a_new_notebook_on_a_stick_that_may_not_be_written_on(stick: tuple[Browser, Path]) -> None:
    browser, place = stick
    browser.desk.folder = place / "new"
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)
    browser.get(browser.inside("start.words"))
    browser.get(browser.inside("start.practise"))
    browser.post(browser.form(), {"passphrase": browser.desk.offer})
    assert "Daybook may not write here" in browser.page
    assert "Traceback" not in browser.page


def test_a_full_stick_can_still_be_read_or_says_that_it_is_full(stick: tuple[Browser, Path]) -> None:
    browser, place = stick
    with (place / "film").open("wb", buffering=0) as film:
        for size in (4096, 1):
            try:
                while True:
                    film.write(b"x" * size)
            except OSError:
                continue
    assert os.statvfs(place).f_bavail == 0
    browser.unlock()
    if "Your notebook is open" not in browser.page:
        assert "The disk is full" in said(browser)
        (place / "film").unlink()
        browser.unlock()
    assert "Your notebook is open" in browser.page
    assert [revision.body.account for revision in browser.desk.notebook.timeline()] == ["He said get out."]


@pytest.mark.parametrize("endpoint", ["front.door", "record.choose", "timeline.show", "unsaved.all"])
def test_a_draft_of_a_newer_daybook_keeps_no_page_shut(written: Browser, endpoint: str) -> None:
    written.unlock()
    written.desk.notebook.drafts.put(Draft(kind="dream.7", key="n", typed={"told": ["A newer kind."]}))
    assert written.get(written.inside(endpoint)).status_code in (200, 203)
    assert "That did not work" not in written.page
