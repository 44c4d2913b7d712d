"""An injury marked on a phone without JavaScript, looked at again days later; and what every page of it is like."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import Launch, unlocked, wide

pytestmark = pytest.mark.browser


def touch(page: Page, name: str, x: int, y: int) -> None:
    page.locator(f"input[type=image][name='{name}']").click(position={"x": x, "y": y})
    page.wait_for_load_state()


def looked_at(page: Page) -> None:
    assert wide(page) <= page.viewport_size["width"]
    assert found_by_axe(page) == []


@pytest.mark.parametrize("script", [False, True])
def test_an_injury_is_marked_by_touch_and_looked_at_again(screens: Screens, launch: Launch, *, script: bool) -> None:
    context = launch(script=script, width=360)
    page = unlocked(context, screens)
    page.click("text=Write something down")
    page.click("text=Write down an injury")
    page.get_by_label("Where does it hurt, and what does it look like?").fill("Blue, as long as my finger")
    touch(page, "marks.back", 35, 103)
    box = page.locator("input[type=image][name='marks.back']").bounding_box()
    assert box
    assert 0 <= box["y"] < 720, "the page came back somewhere else than at the figure"
    expect(page.get_by_label("1. Back of the left upper arm")).to_be_checked()
    touch(page, "marks.front", 75, 56)
    expect(page.get_by_label("2. Neck or throat")).to_be_checked()
    page.get_by_label("1. Back of the left upper arm").uncheck()
    page.locator("summary", has_text="from the front").click()
    page.get_by_label("Right wrist", exact=True).check()
    if script:
        looked_at(page)
    page.locator("button.main").click()
    expect(page.locator("main")).to_contain_text("1. Neck or throat")
    expect(page.locator("main")).to_contain_text("2. Right wrist")
    assert page.locator(".figure img").count() == 1
    assert page.locator(".figure img").evaluate("image => image.naturalWidth") > 0
    page.locator("summary", has_text="Add something that belongs with it").click()
    page.click("text=Photos of it, some days later")
    expect(page.get_by_label("1. Neck or throat")).to_be_checked()
    page.get_by_label("Where does it hurt, and what does it look like?").fill("Yellow by now")
    page.locator("button.main").click()
    page.click("text=Blue, as long as my finger")
    expect(page.locator("main")).to_contain_text("Entries that belong with it")
    if script:
        looked_at(page)


def test_enter_in_a_line_never_marks_a_body(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(script=False, width=360), screens)
    page.click("text=Write something down")
    page.click("text=Write down an injury")
    page.get_by_label("In your own words").press("Enter")
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Kept.")
    assert page.get_by_text("Marked so far").count() == 0
    assert page.get_by_text("nothing was marked").count() == 0


def test_what_can_be_written_down_is_seen_without_scrolling_far(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(script=False, width=360, height=740), screens)
    page.click("text=Write something down")
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollHeight") < 2 * 740
    last: Callable[[], object] = page.locator("main details").last.is_visible
    assert last()
