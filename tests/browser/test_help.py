"""Who can help, a local list, court orders and the signs on a small phone, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.notebook import ready
from daybook.notebook.signs import facts_from_signs
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked, wide

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
SAMPLE = Path(__file__).parents[2] / "packs" / "sample-local" / "services.csv"
READABLE = re.compile(r"sign|order|directory|local|need|help|found|millbrook", re.IGNORECASE)


def looks_well(page: Page) -> None:
    """Nothing is wider than the phone, nothing can be read in the address or the title, and axe finds nothing grave."""
    assert wide(page) <= PHONE["width"]
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query + address.fragment)


def follow(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=words, exact=True).first.click()
    looks_well(page)


def press(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=words, exact=True).click()
    looks_well(page)


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_find_somebody_add_a_list_and_find_them_by_postcode(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    with page.expect_navigation():
        page.locator("nav.menu").get_by_role("link", name="Who can help").click()
    looks_well(page)
    expect(page.locator("main a[href='tel:08082000247']").first).to_be_visible()
    page.locator("summary", has_text="More to choose from").click()
    follow(page, "Somewhere to live")
    follow(page, "Shelter")
    expect(page.get_by_role("heading", name="What it leaves behind")).to_be_visible()
    follow(page, "Back to who can help")
    follow(page, "Lists of local services")
    page.set_input_files("#file", SAMPLE)
    press(page, "Add it")
    expect(page.get_by_text("Added.")).to_be_visible()
    follow(page, "Back to who can help")
    page.get_by_label("Town or postcode").fill("zz9 1aa")
    press(page, "Look")
    follow(page, "Millbrook Outreach")
    expect(page.get_by_text("Nobody checked it for you.")).to_be_visible()


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_go_through_the_signs_and_come_to_somebody(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    with page.expect_navigation():
        page.locator("nav.menu").get_by_role("link", name="Who can help").click()
    follow(page, "Signs of serious danger")
    follow(page, "Go through them one by one")
    press(page, "Yes")
    expect(page.get_by_role("heading", name="Somebody to talk to today")).to_be_visible()
    expect(page.locator("main a[href='tel:999']")).to_be_visible()
    press(page, "Let my plan know")
    assert "strangled" in facts_from_signs(screens.desk.notebook, ready.pack())
    follow(page, "The next one")
    press(page, "No")
    press(page, "Not sure")
    expect(page.get_by_text("You do not have to be sure")).to_be_visible()
    follow(page, "Back to the list")
    expect(page.get_by_text("You said: Yes")).to_be_visible()


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_read_about_an_order_and_write_something_down(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    with page.expect_navigation():
        page.locator("nav.menu").get_by_role("link", name="Who can help").click()
    follow(page, "Court orders, and which exist where you live")
    follow(page, "Occupation order")
    expect(page.get_by_text("The police can arrest for it only where a power of arrest was added.")).to_be_visible()
    follow(page, "Write down something that happened")
    expect(page.get_by_label("What happened?")).to_be_visible()


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_axe_finds_nothing_grave_on_any_of_these_pages(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(**PHONE), screens)
    menu = page.locator("nav.menu").get_by_role("link", name="Who can help")
    for way in (
        [],
        ["Someone to talk to"],
        ["Someone to talk to", "National Domestic Abuse Helpline"],
        ["Lists of local services"],
        ["Court orders, and which exist where you live"],
        ["Court orders, and which exist where you live", "Undertaking"],
        ["Signs of serious danger"],
        ["Signs of serious danger", "Go through them one by one"],
    ):
        with page.expect_navigation():
            menu.click()
        for words in way:
            follow(page, words)
        assert found_by_axe(page) == []
