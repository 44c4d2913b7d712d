"""People, codes and who knows what on a small phone, with and without JavaScript."""

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
READABLE = re.compile(r"people|person|code|know|ruth|plan|say", re.IGNORECASE)
ANSWERS = {"situation": "living-with", "words": {"pronouns": "he", "name": "Sam"}, "device": ["they-check"]}


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, title and address say nothing, and axe finds nothing that stands in the way."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query)


def follow(page: Page, words: str) -> None:
    page.locator("main").get_by_role("link", name=words, exact=True).first.click()
    looked_at(page)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()
    looked_at(page)


def told(screens: Screens) -> None:
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))


def to_people(page: Page) -> None:
    page.get_by_role("link", name="Get ready").first.click()
    page.get_by_role("link", name="People and codes").click()


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_a_person_a_code_what_she_knows_and_what_to_say(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    told(screens)
    to_people(page)
    follow(page, "Add a person")
    page.get_by_label("What do you call them?").fill("Ruth")
    page.get_by_label("A neighbour", exact=True).check()
    page.get_by_label("They are close, or in touch").check()
    press(page, "Save")
    expect(page.locator("h1")).to_have_text("Ruth")
    follow(page, "Agree a code")
    expect(page.get_by_label("Ruth")).to_be_checked()
    page.get_by_label("What is the code?").fill("An empty text")
    page.get_by_label("An empty text", exact=True).check()
    page.get_by_label("Call 999 and give my address").check()
    press(page, "Save")
    main = page.locator("main")
    expect(main).to_contain_text("Sam may look at your phone")
    expect(main).to_contain_text("Close to Sam, or in touch: Ruth. The code may be passed on.")
    expect(main).to_contain_text("A phrase in ordinary talk is clearer")
    press(page, "We tried it today")
    follow(page, "Ruth")
    follow(page, "Change this What Ruth knows")
    page.get_by_role("group", name="My plan").get_by_label("Told", exact=True).check()
    press(page, "Save")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("cell", name="Told close to Sam")).to_be_visible()
    expect(page.get_by_role("columnheader")).to_have_count(5)
    follow(page, "Ruth")
    follow(page, "Find the words")
    page.get_by_label("In your words").fill("Hello.")
    page.get_by_role("button", name=re.compile("Take it into my words ?: We are fine")).click()
    looked_at(page)
    expect(page.get_by_label("In your words")).to_have_value("Hello.\nWe are fine, thank you.")
    press(page, "Save")
    follow(page, "By itself, to read or print")
    page.emulate_media(media="print")
    assert page.locator("body").inner_text().strip() == "Hello.\nWe are fine, thank you."


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    told(screens)
    screens.desk.notebook.save(Person(name="Ruth", close="unsure", knows=("plan",), does=("call-999",)))
    to_people(page)
    seen = []
    for steps in ((), ("Add a person",), ("Who knows what",), ("Who knows what", "Ruth"), ("Ruth", "Find the words")):
        page.goto(page.url.rsplit("/", 1)[0] + "/")
        to_people(page)
        for words in steps:
            follow(page, words)
        seen.append(page.locator("h1").inner_text())
        assert found_by_axe(page) == []
    assert len(set(seen)) >= 4


def test_where_there_is_room_it_is_a_table_to_the_eye_too(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=1280, height=740), screens)
    screens.desk.notebook.save(Person(name="Ruth", close="no", knows=("plan",)))
    to_people(page)
    page.get_by_role("link", name="Who knows what", exact=True).click()
    tops = {cell.bounding_box()["y"] for cell in page.get_by_role("cell").all()}  # type: ignore[index]
    assert len(tops) == 1
    page.set_viewport_size({"width": WIDTH, "height": 740})
    assert len({cell.bounding_box()["y"] for cell in page.get_by_role("cell").all()}) > 1  # type: ignore[index]
    assert wide(page) <= WIDTH
