"""What somebody changed behind her back: on the disk, or in the page a browser sends."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import closing

import pytest

from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg, send

SAID = "Something typed and not saved was changed or damaged. What you saved is whole."


def _change_drafts(browser: Browser, sql: str) -> None:
    browser.desk.lock()
    browser.desk.wait_until_closed()
    with closing(sqlite3.connect(browser.desk.folder / "pages.db")) as db, db:
        assert db.execute(sql).rowcount


def _two_drafts_with_a_photo(browser: Browser) -> None:
    for number in ("1", "2"):
        browser.get(browser.inside("record.new", kind="incident.1"))
        send(browser, "keep", account=f"Draft {number}", files=[("ours.jpg", jpeg())])


@pytest.mark.parametrize(
    ("sql", "left"),
    [
        ("UPDATE drafts SET sealed = zeroblob(400) WHERE slot = (SELECT max(slot) FROM drafts)", 1),
        ("UPDATE drafts SET sealed = x''", 0),
        ("INSERT INTO drafts VALUES (x'00', x'00')", 2),
    ],
)
def test_a_damaged_draft_keeps_her_from_nothing_else_and_is_not_kept_quiet(
    opened: Browser, sql: str, left: int
) -> None:
    _two_drafts_with_a_photo(opened)
    files = set(opened.desk.notebook._journal.files())
    _change_drafts(opened, sql)
    opened.get("/")
    opened.unlock()
    assert opened.desk.is_open
    assert SAID in opened.page
    assert opened.get("/").text.count(SAID) == 0
    assert len(opened.desk.notebook.drafts.all()) == left
    for page in ("timeline.show", "record.choose", "unsaved.all"):
        assert opened.get(opened.inside(page)).status_code == 203
    assert set(opened.desk.notebook._journal.files()) == files, "the photo of a damaged draft is not thrown away"


def test_a_whole_notebook_says_nothing_of_damage(opened: Browser) -> None:
    _two_drafts_with_a_photo(opened)
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    assert SAID not in opened.page


def test_a_fingerprint_changed_in_the_page_is_not_taken(opened: Browser) -> None:
    """The paper prints it as that of the file as it was added: no page may say otherwise."""
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(opened, "keep", account="One", files=[("ours.jpg", jpeg())])
    values = filled(opened.page)
    (kept,) = values["kept"]
    (real,) = re.findall(r"[0-9a-f]{64}", kept.partition(" ")[2])
    for forged in (kept.replace(real, "0" * 64), kept.partition(" ")[2], f" {kept}", kept.replace("image/jpeg", "x/y")):
        assert forged != kept
        opened.post(
            opened.form("data-kept"),
            {**values, "kept": [forged], "do": ["keep"], "account": ["Two"]},
            content_type="multipart/form-data",
        )
        draft = opened.desk.notebook.drafts.get(values["key"][0])
        assert draft
        assert not any(draft.files.values())
    opened.post(
        opened.form("data-kept"),
        {**values, "kept": [kept], "do": ["save"], "happened.how": ["unknown"]},
        content_type="multipart/form-data",
    )
    (saved,) = opened.desk.notebook.timeline()
    assert [file.sha256 for file in saved.body.files] == [real]


def test_a_locked_folder_is_let_go_of_when_opening_it_fails(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every later try says that it is open already."""
    opened.desk.lock()
    opened.get("/")
    with monkeypatch.context() as patch:
        patch.setattr("daybook.notebook.notebook.Notebook.tidy", lambda _: io.BytesIO().read(b"no"))  # type: ignore[arg-type]
        opened.unlock()
        assert not opened.desk.is_open
    opened.unlock()
    assert opened.desk.is_open
