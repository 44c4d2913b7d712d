"""The emergency page and the cards on a small phone, with and without JavaScript."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.records.code import Code
from daybook.domain.records.emergency import CallWords
from daybook.domain.records.home import Home, Room, WayOut
from daybook.domain.records.person import Person
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked, wide
from tests.export.papers import text

pytestmark = pytest.mark.browser
WIDTH, HEIGHT = 360, 640
ADDRESS = "Flat 4, 11 Larch Close, Fernhill, ZZ9 1AA\nThe side door, left of the bins."


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, and title and address say nothing."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not address.query


def follow(page: Page, words: str) -> None:
    page.locator("main").get_by_role("link", name=words).first.click()
    looked_at(page)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()
    looked_at(page)


def emergency(page: Page) -> None:
    page.locator("header").get_by_role("link", name="Emergency", exact=True).click()
    looked_at(page)


def made_ready(screens: Screens) -> None:
    book = screens.desk.notebook
    book.keep(CallWords(address=ADDRESS, happening="Somebody is hurting me."))
    rooms = (Room(id="a", name="Hall", kind="hall"), Room(id="b", name="Living room", kind="living"))
    ways = (WayOut(id="w", room="a", name="Front door"), WayOut(id="v", room="b", name="Patio door"))
    book.keep(Home(rooms=rooms, ways_out=ways, meet="Outside the library"))
    ruth = book.save(Person(name="Ruth", number="07700 900123", does=("call-999",))).record
    book.save(Code(what="marmalade", how="phrase", whom=(ruth,), means=("call-999",)))


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_999_the_silent_call_the_address_the_way_out_and_the_meeting_place_are_on_the_first_screen(
    screens: Screens, launch: Launch, *, script: bool
) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=HEIGHT), screens)
    made_ready(screens)
    emergency(page)
    main = page.locator("main")
    for words in ("Ring 999", "Press 55", "On a landline", "ZZ9 1AA", "left of the bins", "Front door", "library"):
        box = main.get_by_text(words).first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= HEIGHT, words
    size = main.locator(".address-large").evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 22
    assert page.locator("header .numbers a").first.bounding_box()["height"] >= 44  # type: ignore[index]


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_her_words_and_a_card_from_nothing(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=HEIGHT), screens)
    emergency(page)
    follow(page, "Write the address here")
    page.get_by_label("Where you are").fill(ADDRESS)
    press(page, "Keep")
    expect(page.locator(".address-large")).to_have_text(ADDRESS)
    follow(page, "Cards to carry")
    follow(page, "Add a number")
    page.get_by_label("Name on the card").fill("Wool shop")
    page.get_by_label("Phone number").fill("01632 960119")
    page.get_by_label("The one that looks like something else").check()
    press(page, "Add this number")
    card = page.get_by_role("group", name="How it looks: A card that looks like something else")
    expect(card).to_contain_text("Coffee card")
    expect(card).to_contain_text("Wool shop")
    follow(page, "Choose numbers and names")
    page.get_by_label("Name on the card").fill("Refuge")
    press(page, "Show the cards")
    expect(page.locator("main")).to_contain_text("“refuge” could say what this card is for")
    follow(page, "Choose numbers and names")
    page.get_by_label("Name on the card").fill("Nails by Di")
    press(page, "Show the cards")
    follow(page, "Take this card")
    expect(page.locator("main")).to_contain_text("A card can be found.")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Save the PDF").click()
    assert taken.value.suggested_filename == "papers.pdf"
    assert "Nails by Di 01632 960119" in text(taken.value.path().read_bytes())


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=HEIGHT), screens)
    made_ready(screens)
    screens.desk.notebook.save(Person(name="Dawn", number="07700 900124", carry="card"))
    seen = set()
    steps: tuple[tuple[str, ...], ...] = (
        (),
        ("Change the words",),
        ("This on a sheet",),
        ("Cards to carry",),
        ("Cards to carry", "Choose numbers"),
        ("Cards to carry", "Add a number"),
        ("Cards to carry", "Add one from"),
        ("Cards to carry", "Take this card"),
    )
    for way in steps:
        emergency(page)
        for words in way:
            follow(page, words)
        seen.add(page.locator("h1").inner_text())
        assert found_by_axe(page) == []
    assert len(seen) == len(steps)
