"""Several tabs of one notebook: leaving or locking in one of them must not leave a page of it standing in another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from daybook.web.server import Screens
from tests.browser.conftest import SHOWN, TYPED, Launch, open_canary, text, unlocked

pytestmark = pytest.mark.browser


def _two_tabs(launch: Launch, screens: Screens) -> tuple[Page, Page]:
    first = unlocked(launch(), screens)
    second = first.context.new_page()
    open_canary(second, screens)
    second.locator("#account").press_sequentially(TYPED)
    second.wait_for_selector("text=Kept.")  # nothing is on its way any more that would notice by itself
    first.bring_to_front()
    assert SHOWN in text(second)
    return first, second


def _kept(screens: Screens) -> list[str]:
    screens.desk.wait_until_closed()
    screens.desk.unlock("lantern gravel unison pebble orchard tinsel")
    draft = screens.desk.notebook.drafts.get("k1")
    assert draft
    return draft.typed["account"]


def test_leaving_in_one_tab_blanks_the_others_and_keeps_what_was_typed_there(launch: Launch, screens: Screens) -> None:
    first, second = _two_tabs(launch, screens)
    first.click(".leave button")
    second.wait_for_url("about:blank", timeout=3000)
    assert text(second).strip() == ""
    assert not screens.desk.is_open
    second.wait_for_timeout(1000)
    assert _kept(screens) == [TYPED]


def test_locking_in_one_tab_locks_the_others(launch: Launch, screens: Screens) -> None:
    first, second = _two_tabs(launch, screens)
    first.click(".menu form button")
    second.wait_for_selector("input[type=password]", timeout=5000)
    assert SHOWN not in text(second)
    assert _kept(screens) == [TYPED]


def test_going_to_another_page_in_one_tab_leaves_the_others_alone(launch: Launch, screens: Screens) -> None:
    """The control: a tab that always went blank would pass the two above."""
    first, second = _two_tabs(launch, screens)
    first.goto(screens.address.rsplit("/", 1)[0])
    first.wait_for_timeout(1500)
    assert SHOWN in text(second)
    assert screens.desk.is_open
