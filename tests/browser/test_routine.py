"""Her week on a small phone: one time of hers and one of theirs show where they meet, then another week."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from daybook.notebook.routines import week_of
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, text, unlocked
from tests.browser.test_every_page import wrong_with
from tests.browser.test_record import PHONE, fits, follow, press

pytestmark = pytest.mark.browser


def look(page: Page, name: str) -> None:
    """Nothing is wrong with this page; a picture of it where PICTURES names a folder."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    if os.environ.get("PICTURES"):
        page.screenshot(path=Path(os.environ["PICTURES"]) / f"routine-{width}-{name}.png", full_page=True)
    assert [*wrong_with(page, width), *found_by_axe(page)] == []


def add(page: Page, button: str, what: str, place: str, *, start: str, end: str) -> None:
    follow(page, button)
    page.get_by_label("What is it?").fill(what)
    page.get_by_label("Tuesday", exact=True).first.check()
    page.get_by_label("From", exact=True).fill(start)
    page.get_by_label("To", exact=True).fill(end)
    page.get_by_label("Where is it?").fill(place)


def open_part(page: Page, words: str) -> None:
    page.locator("summary", has_text=words).click()


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_from_nothing_to_an_overlap_an_idea_and_another_week(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    follow(page, "Get ready")
    follow(page, "Your week")
    look(page, "empty") if script else fits(page)
    add(page, "Add a time of yours", "Swimming", "The pool", start="18:00", end="19:00")
    fits(page)
    open_part(page, "Could it be at another time?")
    page.get_by_label("Yes, I could move it").check()
    open_part(page, "What does the person harming you know of it?")
    page.get_by_label("The day and the time").check()
    press(page, "Save")
    add(page, "Add where the person harming you is, and when", "The gym", "the pool", start="6:30 pm", end="8 pm")
    press(page, "Save")
    expect(page.get_by_text("Same place, same time: The pool. Tuesday, with: The gym.")).to_be_visible()
    assert "The person harming you knows when it is, or could guess." in text(page)

    page.locator("summary", has_text="What could change").click()
    expect(page.get_by_text("It could be on Tuesday at 17:00.", exact=True)).to_be_visible()
    page.locator(".idea").first.get_by_role("button").click()
    page.wait_for_load_state()
    assert "Left out for now. It can come back, at the end of this page." in text(page)
    page.get_by_role("button", name=re.compile("^Bring it back")).click()
    page.wait_for_load_state()
    look(page, "index") if script else fits(page)

    follow(page, "Show me another week")
    first = text(page)
    assert re.search(r"Tuesday\s+\d\d:\d\d–\d\d:\d\d\s+Swimming, The pool\s+Moved from Tuesday 18:00", first)
    look(page, "week") if script else fits(page)
    follow(page, "Show me a different one")
    assert text(page) != first
    follow(page, "Back to your week")

    follow(page, "Your ways")
    follow(page, "Add a way you go")
    page.get_by_label("What do you call this way?").fill("The 42 bus")
    page.get_by_label("A safe stop on it").fill("The bus station")
    press(page, "Save")
    assert "Safe stop: The bus station." in text(page)
    look(page, "ways") if script else fits(page)
    follow(page, "Back to your week")
    follow(page, "Add a place to avoid")
    page.get_by_label("Which place?").fill("The pool")
    press(page, "Save")
    assert "It is at a place you would rather avoid: The pool." in text(page)
    follow(page, "Change or end what you told")
    look(page, "all") if script else fits(page)
    follow(page, "The gym")
    open_part(page, "Is it still so?")
    page.get_by_label("No, not any more").check()
    press(page, "Save")
    assert "with: The gym" not in text(page)
    assert week_of(screens.desk.notebook).theirs == {}


def test_a_week_that_cannot_be_says_why_on_a_phone_and_on_a_large_screen(launch: Launch, screens: Screens) -> None:
    from daybook.domain.records.routine import Routine  # noqa: PLC0415

    told = Routine(what="Work", days=("mon", "tue"), start="09:00", end="17:00", place="Bakery", known=("when",))
    screens.desk.wait_until_closed()
    page = unlocked(launch(width=1280, height=800), screens)
    screens.desk.notebook.save(told, key="one")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.get_by_role("link", name="Get ready").first.click()
        page.get_by_role("link", name="Your week").first.click()
        page.wait_for_load_state()
        look(page, "known")
        page.get_by_role("link", name="Show me another week").click()
        page.wait_for_load_state()
        look(page, "none")
        assert "There is no week in which all of this holds." in text(page)
        assert "no way to it is written down that the person harming you does not know" in text(page)
        assert text(page).count("As the person harming you could expect it") == 2
