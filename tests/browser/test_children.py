"""Children, their cards and handovers on a small phone, with and without JavaScript."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.records.arrangement import Arrangement
from daybook.domain.records.child import Child
from daybook.domain.records.handover import Handover
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked, wide

pytestmark = pytest.mark.browser
WIDTH = 360
READABLE = re.compile(r"child|card|leo|hand|contact|larch", re.IGNORECASE)
ANSWERS = {
    "situation": "left-same-area",
    "nation": "england",
    "words": {"pronouns": "he", "name": "Sam"},
    "children": [7],
    "children-parent": ["their-parent", "contact"],
    "school": ["school"],
}


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, and title and address say nothing."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query)


def follow(page: Page, words: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("link", name=words, exact=isinstance(words, str)).first.click()
    looked_at(page)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()
    looked_at(page)


def to_children(page: Page) -> None:
    page.get_by_role("link", name="Get ready").first.click()
    follow(page, "Children")


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_a_card_to_print_from_an_age_and_a_name_and_a_handover(
    screens: Screens, launch: Launch, *, script: bool
) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    to_children(page)
    follow(page, re.compile("^A child of 7"))
    expect(page.get_by_label("How old?")).to_have_value("7")
    page.get_by_label("What do you call this child?").fill("Leo")
    page.get_by_label("The address the child would say").fill("12 Larch Court\nNorthwick")
    press(page, "Save")
    expect(page.locator("h1")).to_have_text("Leo")
    follow(page, "Practice card")
    expect(page.locator(".card-for-child")).to_contain_text("I live at 12 Larch Court, Northwick.")
    expect(page.locator("main")).to_contain_text("A child may tell Sam, or show the card.")
    follow(page, "By itself, to show or print")
    assert "Sam" not in page.locator("main").inner_text()
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text().strip()
    assert "999" in paper[:40]
    assert "Never go in between" in paper
    for words in ("Practice card", "Sam", "Not said yet", "Practise", "Save", "Back to"):
        assert words not in paper
    page.emulate_media(media="screen")
    follow(page, "Back")
    press(page, "Leave the address off the card")
    assert "Larch" not in page.locator("main").inner_text()
    press(page, "We practised it today")
    expect(page.locator("main")).to_contain_text("Practised on")
    follow(page, "Back to Leo")
    follow(page, "All children")
    follow(page, "Note a handover")
    page.get_by_label("What happened?").fill("An hour late.")
    page.get_by_label("I know when").check()
    for part, value in (("Day", "3"), ("Month", "11"), ("Year", "2025"), ("Time", "18:05")):
        page.get_by_role("group", name="When was it?").get_by_label(part, exact=True).first.fill(value)
    page.get_by_label("What time was agreed?").fill("5 pm")
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("1 hour 5 minutes after the agreed time.")
    follow(page, "Your record")
    expect(page.locator("main")).to_contain_text("An hour late.")


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    book = screens.desk.notebook
    book.keep(read_answers(ready.pack(), ANSWERS))
    dawn = book.save(Person(name="Dawn", close="close")).record
    book.save(Child(name="Leo", age="12", collects=(dawn,), password="Grey umbrella", handed=("order",)))
    book.save(Child(name="Ava", age="3"))
    book.save(Handover(what="An hour late.", came=("late",)))
    book.save(Arrangement(says="Every other Saturday", rests="order"))
    seen = []
    card, others = re.compile("^Practice card"), re.compile("^Words for others")
    log = "Handovers, and how contact is arranged"
    for steps in (
        (),
        ("Leo, 12",),
        (card,),
        (card, "By itself, to show or print"),
        (card, "All cards"),
        (others,),
        (log,),
        (log, re.compile("^An hour late")),
        (log, "Every other Saturday"),
    ):
        to_children(page)
        for words in steps:
            follow(page, words)
        page.wait_for_load_state("load")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        looked_at(page)
        seen.append(page.locator("h1").inner_text())
        assert found_by_axe(page) == []
    assert len(set(seen)) == 9
