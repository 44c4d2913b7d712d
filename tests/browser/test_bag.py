"""The bag on a small phone: ticked and saved without JavaScript, and used by everybody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked, wide

pytestmark = pytest.mark.browser
WIDTH = 360
READABLE = re.compile(r"bag|paper|passport|child|lost|carry", re.IGNORECASE)
ANSWERS = {"situation": "living-with", "nation": "wales", "words": {"pronouns": "he", "name": "Sam"}, "children": [3]}


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, title and address say nothing, and axe finds nothing that stands in the way."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    assert not READABLE.search(urlsplit(page.url).query)


def follow(page: Page, words: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("link", name=words).first.click()
    looked_at(page)


def begun(screens: Screens, launch: Launch, *, script: bool) -> Page:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    screens.desk.notebook.save(Person(name="Dawn", close="close"))
    page.get_by_role("link", name="Get ready").first.click()
    follow(page, "Bag and papers")
    return page


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_ticked_saved_a_keeper_who_is_close_and_a_paper_that_is_lost(
    screens: Screens, launch: Launch, *, script: bool
) -> None:
    page = begun(screens, launch, script=script)
    for thing in ("A charged phone", "A little cash", "Keys: home, car, work"):
        page.get_by_role("group", name=thing).get_by_label("Have it").check()
    page.get_by_role("group", name="A travel card that shows no trips").get_by_label("Not for me").check()
    page.get_by_role("button", name="Save : Always with you").click()
    looked_at(page)
    main = page.locator("main")
    expect(main).to_contain_text("Five things left: one takes the bank, two take a doctor or chemist.")
    expect(page.get_by_role("group", name="A charged phone").get_by_label("Have it")).to_be_checked()
    page.locator("summary", has_text="In the bag").click()
    follow(page, "The bag itself, and a place for it")
    follow(page, "Note where it is, or add photos")
    page.get_by_label("I have it, or can take it at once").check()
    page.get_by_role("group", name=re.compile("use that place, or look there")).get_by_label("Yes").check()
    page.locator("summary", has_text="Who keeps it?").click()
    page.get_by_label("Dawn").check()
    page.get_by_role("button", name="Save", exact=True).click()
    looked_at(page)
    expect(main).to_contain_text("Close to Sam, or in touch: Dawn.")
    expect(main).to_contain_text("Sam uses the place where it is, or looks there.")
    follow(page, "Bag and papers")
    expect(main).to_contain_text("Close to Sam, or in touch: Dawn.")
    follow(page, "Papers that are lost")
    follow(page, "Driving licence")
    expect(main).to_contain_text("It comes by post.")
    expect(main).to_contain_text("You can give another address first")


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = begun(screens, launch, script=True)
    seen = []

    def everybody() -> None:
        assert found_by_axe(page) == [], page.locator("h1").inner_text()
        seen.append(page.locator("h1").inner_text())

    for stage in ("In the bag", "At the last moment"):
        page.locator("summary", has_text=stage).click()
    page.locator("summary", has_text="For your child of 3").first.click()
    everybody()
    follow(page, "Birth certificate")
    everybody()
    follow(page, "How to get a new one")
    everybody()
    follow(page, "Papers that are lost")
    everybody()
    assert len(set(seen)) == 4


def test_the_three_boxes_of_a_paper_stand_in_one_row_on_a_small_phone(screens: Screens, launch: Launch) -> None:
    page = begun(screens, launch, script=True)
    boxes = page.get_by_role("group", name="One paper with your name on it").get_by_role("checkbox").all()
    assert len(boxes) == 3
    assert len({round(box.bounding_box()["y"]) for box in boxes}) == 1  # type: ignore[index]
