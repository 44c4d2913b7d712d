"""Writing something down on a small phone, with and without JavaScript."""

from __future__ import annotations

import dataclasses
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import url_for
from playwright.sync_api import Page, expect

from daybook.notebook.notebook import Notebook
from daybook.web.server import Screens
from tests.browser.axe import NOT_SLIGHT, found_by_axe
from tests.browser.conftest import Launch, text, unlocked, wide
from tests.web.filling import jpeg

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
READABLE = re.compile(r"record|incident|account|amend|history|timeline|paper|file|unsaved|new", re.IGNORECASE)


def fits(page: Page) -> None:
    """Nothing is wider than the phone, the title says nothing, and neither does the address."""
    assert wide(page) <= PHONE["width"]
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query + address.fragment)


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words, exact=True).last.click()
    page.wait_for_load_state()
    fits(page)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state()
    fits(page)


@pytest.mark.parametrize("script", [True, False])
def test_write_add_a_photo_save_amend_look_back_and_print(
    launch: Launch, screens: Screens, tmp_path: Path, *, script: bool
) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Write down something that happened")
    page.get_by_label("What happened?").fill("He shut the door and said get out.")
    press(page, "Yesterday")
    expect(page.get_by_label("I know when")).to_be_checked()
    page.get_by_label("Time").first.fill("21:05")
    page.locator("summary", has_text="Where were you?").click()
    page.get_by_label("Where were you?").fill("Kitchen")
    page.locator("summary", has_text="Photos and files").click()
    page.locator("input[type=file]").set_input_files(
        [{"name": "ours.jpg", "mimeType": "image/jpeg", "buffer": jpeg(800, 600)}]
    )
    press(page, "Keep for now")
    page.get_by_label("What does it show?").fill("The door")
    press(page, "Save")
    assert "Saved." in text(page)
    assert "21:05" in text(page)
    image = page.get_by_alt_text("The door")
    expect(image).to_be_visible()
    image.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('main img').naturalWidth === 320")

    follow(page, "Amend")
    page.get_by_label("What happened?").fill("He slammed the door and said get out.")
    press(page, "Save")
    follow(page, "See what it said before")
    assert "shut" in page.locator("del").nth(1).inner_text()
    assert "He shut the door and said get out." in text(page)
    follow(page, "Go back to it")
    image.click()
    page.wait_for_load_state()
    fits(page)
    assert "is not locked" in text(page)
    follow(page, "Go back to it")

    follow(page, "Your record")
    assert "He slammed the door" in text(page)
    page.get_by_label("Look for words").fill("slamming")
    press(page, "Look")
    assert "Found in one place." in text(page)
    follow(page, "Your record")
    follow(page, "On paper")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Make the paper").click()
    assert coming.value.suggested_filename == "papers.pdf"
    coming.value.save_as(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("script", [True, False])
def test_enter_in_a_line_keeps_the_words_and_saves_nothing(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Note a call or a meeting")
    page.get_by_label("What was said, and what will they do?").fill("They rang")
    page.locator("summary", has_text="Reference number").click()
    page.get_by_label("Reference number").press("Enter")
    page.wait_for_load_state()
    assert "Kept." in text(page)
    assert screens.desk.notebook.count() == 0
    expect(page.get_by_label("What was said, and what will they do?")).to_have_value("They rang")


def test_words_saved_straight_after_typing_leave_no_draft_behind(
    launch: Launch, screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = Notebook.save

    def slowly(*given: Any, **more: Any) -> Any:  # as with photos on a slow stick
        saved = save(*given, **more)
        time.sleep(4.5)
        return saved

    monkeypatch.setattr(Notebook, "save", slowly)
    page = unlocked(launch(**PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Write down something that happened")
    page.get_by_label("What happened?").press_sequentially("One. ")
    page.wait_for_timeout(1450)  # just before it would be kept by itself
    page.get_by_label("What happened?").press_sequentially("Two.")
    press(page, "Save")
    page.wait_for_timeout(2000)
    follow(page, "Your record")
    assert "not saved yet" not in text(page)
    assert [revision.body.account for revision in screens.desk.notebook.timeline()] == ["One. Two."]


def test_words_typed_and_left_are_found_again(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(**PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Write down something that happened")
    page.get_by_label("What happened?").press_sequentially("Half a sentence")
    page.get_by_role("button", name="Lock").click()
    page.wait_for_selector("input[type=password]")
    page = unlocked(page.context, screens)
    follow(page, "Your record")
    follow(page, "You have words not saved yet")
    follow(page, "Open it again")
    expect(page.get_by_label("What happened?")).to_have_value("Half a sentence")


def test_the_second_date_is_asked_for_only_between_two_dates(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(script=False, **PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Write down something that happened")
    last = page.get_by_role("group", name="Last date, if it was between two")
    expect(last).to_be_hidden()
    page.get_by_label("Between two dates").check()
    expect(last).to_be_visible()


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_no_page_of_the_record_keeps_anybody_out(launch: Launch, screens: Screens) -> None:
    """axe-core finds nothing serious, and every page fits on a small phone."""
    page = unlocked(launch(**PHONE), screens)
    follow(page, "Write something down")
    follow(page, "Write down something that happened")
    page.get_by_label("Between two dates").check()
    for summary in page.locator("summary").all():
        summary.click()
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "ours.jpg", "mimeType": "image/jpeg", "buffer": jpeg()},
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"words"},
        ]
    )
    press(page, "Save")
    found = [("to put right", rule) for rule in found_by_axe(page, NOT_SLIGHT)]
    page.get_by_label("What happened?").fill("One")
    page.get_by_label("I do not know").check()
    press(page, "Save")
    saved = screens.desk.notebook.timeline()[0]
    screens.desk.notebook.save(
        dataclasses.replace(saved.body, account="Two"), record=saved.record, based_on=saved.number
    )
    blob = saved.body.files[0].blob
    for endpoint, values in (
        ("record.choose", {}),
        ("record.new", {"kind": "contact.1"}),
        ("record.show", {"record": saved.record}),
        ("record.history", {"record": saved.record}),
        ("record.amend", {"record": saved.record}),
        ("file.page", {"record": saved.record, "blob": blob}),
        ("timeline.show", {}),
        ("find.index", {"text": "two"}),
        ("unsaved.all", {}),
        ("paper.ask", {}),
        ("settings.show", {}),
        ("settings.words", {}),
        ("settings.practise", {}),
        ("settings.own", {}),
    ):
        session = screens.desk._session
        assert session
        with screens.app.test_request_context():
            address = session.book.path(url_for(endpoint, **values))
        page.goto(screens.address.rsplit("/", 1)[0] + address)
        fits(page)
        found += [(endpoint, rule) for rule in found_by_axe(page, NOT_SLIGHT)]
    assert found == []
