"""Doors, locks and alarms on a small phone, with and without JavaScript."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked, wide

pytestmark = pytest.mark.browser
WIDTH = 360
READABLE = re.compile(r"lock|alarm|door|home|secur|plan|call", re.IGNORECASE)
APART = {
    "situation": "stayed-home",
    "nation": "england",
    "home": "private-joint",
    "words": {"pronouns": "he", "name": "Sam"},
}


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, title and address say nothing, and axe finds nothing that stands in the way."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query)


def follow(page: Page, words: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("link", name=words).first.click()
    looked_at(page)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()
    looked_at(page)


def opened(page: Page, screens: Screens) -> None:
    screens.desk.notebook.keep(read_answers(ready.pack(), APART))
    page.get_by_role("link", name="Get ready").first.click()
    follow(page, "Doors, locks and alarms")


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_tick_what_is_open_who_may_and_what_to_ask(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    opened(page, screens)
    main = page.locator("main")
    page.get_by_label("A phone that works is near me, also at night").check()
    press(page, "Keep what I ticked")
    expect(main).to_contain_text("Not ticked yet, and not likely to be noticed: “I know who has each key and code”")
    expect(main).to_contain_text("In England Sam can then be kept out only with a court order")
    follow(page, re.compile("Why, how, or not for me ?: The outside doors have new locks"))
    expect(main).to_contain_text("Sam will notice at the next try")
    press(page, "Asked for, waiting")
    press(page, "Who, when, a note, photos")
    page.get_by_label("Who does it, or did it?").fill("The council")
    press(page, "Save")
    expect(page.locator("h1")).to_have_text("The outside doors have new locks")
    expect(main).to_contain_text("The council")
    follow(page, "Ask about a sanctuary scheme")
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert "I was abused by Sam." in printed
    assert "Both names are on the tenancy." in printed
    assert "Ring from a phone" not in printed
    assert "999" not in printed


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    opened(page, screens)
    here, seen = page.url, []
    look = re.compile("Why, how, or not for me ?: Nothing can be reached")
    for steps in ((), (look,), ("Ask about a sanctuary scheme",), ("Ask for a visit about fire",)):
        page.goto(here)
        for words in steps:
            follow(page, words)
        seen.append(page.locator("h1").inner_text())
        assert found_by_axe(page) == []
    assert len(set(seen)) == len(seen)


def test_each_tick_is_named_and_what_to_think_of_first_belongs_to_it(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    opened(page, screens)
    for box in page.get_by_role("checkbox").all():
        beside = box.get_attribute("aria-describedby")
        assert beside is None or page.locator(f"#{beside}").inner_text().strip()
    locks = page.get_by_role("checkbox", name="The outside doors have new locks")
    expect(locks).to_have_accessible_description(re.compile("Sam will notice at the next try"))
