"""The locked page, starting, and locking by itself, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from daybook.web.server import Screens
from tests.browser.axe import NOT_SLIGHT, found_by_axe
from tests.browser.conftest import SHOWN, TYPED, Launch, open_canary, text, unlocked, wide

pytestmark = pytest.mark.browser


def _no_serious_finding(page: Page) -> None:
    assert found_by_axe(page, NOT_SLIGHT) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_new_notebook_from_nothing_to_the_first_page(
    launch: Launch, screens: Screens, tmp_path: Path, width: int
) -> None:
    screens.desk.folder = tmp_path / "new"
    page = launch(width=width).pages[0]
    page.goto(screens.address)
    _no_serious_finding(page)
    page.click("text=Start a new notebook")
    _no_serious_finding(page)
    page.click("text=Go on, on this device")
    _no_serious_finding(page)
    page.click("text=I would like my own passphrase")
    page.fill("#passphrase", "password1234567")
    page.wait_for_selector("text=Easy to guess")
    _no_serious_finding(page)
    page.click("text=Offer me six words instead")
    words = " ".join(word.strip() for word in page.locator(".six li").all_inner_texts())
    page.click("text=I have them: try once")
    page.check("text=Show what I type")
    assert page.get_attribute("#passphrase", "type") == "text"
    page.fill("#passphrase", "something else")
    page.click("text=Start the notebook")
    page.wait_for_selector("text=Not the same words yet")
    _no_serious_finding(page)
    page.fill("#passphrase", words)
    page.click("text=Start the notebook")
    page.wait_for_selector("text=Your notebook is open")
    _no_serious_finding(page)


def test_a_new_notebook_without_javascript_on_a_small_screen(launch: Launch, screens: Screens, tmp_path: Path) -> None:
    screens.desk.folder = tmp_path / "new"
    page = launch(script=False, width=360).pages[0]
    page.goto(screens.address)
    page.click("text=Start a new notebook")
    page.click("text=Go on, on this device")
    page.click("text=I would like my own passphrase")
    expect(page.locator("text=Show what I type").first).to_be_hidden()
    page.fill("#passphrase", "marble otter quince lamp")
    page.click("text=How strong is it?")
    page.wait_for_selector(".said")
    page.fill("#passphrase", "marble otter quince lamp")
    page.fill("#again", "marble otter quince lamp")
    page.click("text=Start the notebook")
    page.wait_for_selector("text=Your notebook is open")
    page.click("text=Lock")
    page.wait_for_selector("#passphrase")
    assert "Your notebook is open" not in text(page)


def test_it_goes_blank_by_itself_and_keeps_what_was_typed(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(), screens)
    screens.desk._idle_limit = 4
    open_canary(page, screens)
    page.type("#account", TYPED)
    page.wait_for_selector("text=Kept.")
    page.type("#account", " and more")
    assert SHOWN in text(page)
    page.wait_for_selector("#passphrase", timeout=15_000)
    assert SHOWN not in text(page)
    assert not screens.desk.is_open
    unlocked(page.context, screens)
    draft = screens.desk.notebook.drafts.get("k1")
    assert draft
    assert draft.typed["account"] == [TYPED + " and more"]


def test_without_javascript_a_page_without_a_form_goes_by_itself(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(script=False), screens)
    screens.desk._idle_limit = 2
    page.goto(screens.address)
    assert "Your notebook is open" in text(page)
    page.wait_for_selector("#passphrase", timeout=15_000)
    assert "Your notebook is open" not in text(page)


def test_a_form_sent_after_locking_says_that_it_is_kept(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(script=False), screens)
    open_canary(page, screens)
    page.fill("#account", TYPED)
    screens.desk.lock()
    page.click("text=Save")
    page.wait_for_selector("text=What you typed is kept.")
    assert TYPED not in page.content()


def test_nothing_is_wider_than_the_screen_at_twice_the_size(launch: Launch, screens: Screens) -> None:
    page = launch(width=640, height=512).pages[0]
    page.goto(screens.address)
    page.add_style_tag  # noqa: B018  (the policy forbids styles of ours; the size is set by the browser)
    page.context.new_cdp_session(page).send("Emulation.setPageScaleFactor", {"pageScaleFactor": 1})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert wide(page) <= 640
    assert page.locator(".leave button").is_visible()
