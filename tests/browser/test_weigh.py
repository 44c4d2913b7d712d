"""If … then, options, what matters, a friend and a plan made together: walked on a small phone, with and without script."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import Launch, text, unlocked
from tests.browser.test_every_page import wrong_with
from tests.web.test_plan import MOTHER

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
READABLE = re.compile(r"if-then|option|matter|friend|together|plan|wales|refuge", re.IGNORECASE)


def right(page: Page) -> None:
    """What every page keeps, nothing serious from axe-core (which needs script), and an address that says nothing."""
    assert wrong_with(page, PHONE["width"]) == []
    assert "script" not in str(page.evaluate("document.documentElement.className")) or found_by_axe(page) == []
    assert not READABLE.search(urlsplit(page.url).path + urlsplit(page.url).fragment), page.url


def press(page: Page, words: str | re.Pattern[str], *, number: int = 0) -> None:
    page.locator("main").get_by_role("button", name=words).nth(number).click()
    page.wait_for_load_state()


def follow(page: Page, words: str) -> None:
    page.locator("main").get_by_role("link", name=words).first.click()
    page.wait_for_load_state()


@pytest.fixture
def plan_page(launch: Launch, screens: Screens, request: pytest.FixtureRequest) -> Page:
    ready.pack()
    page = unlocked(launch(script=request.param, **PHONE), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), MOTHER))
    page.get_by_role("link", name="Your plan").first.click()
    return page


both = pytest.mark.parametrize("plan_page", [True, False], ids=["script", "no-script"], indirect=True)


@both
def test_an_if_then_plan_is_made_with_an_idea_and_read_again(plan_page: Page) -> None:
    page = plan_page
    follow(page, "If … then plans")
    right(page)
    follow(page, "If … My husband comes home drunk or angry")
    page.locator("summary", has_text="What do you do first?").click()
    press(page, re.compile("^Take it into my words I put my shoes on"))
    expect(page.get_by_label("What do you do first?")).to_have_value("I put my shoes on and my phone in my pocket.")
    page.get_by_label("Where could you go?").fill("Mrs Okafor, by the back.")
    press(page, re.compile("^Save$"))
    expect(page.locator(".said")).to_have_text("Saved.")
    card = page.locator(".if-then")
    expect(card).to_contain_text("I put my shoes on")
    expect(card).to_contain_text("Mrs Okafor, by the back.")
    assert (card.bounding_box() or {})["height"] < PHONE["height"], "read in ten seconds: it fits on one screen"
    right(page)


@both
def test_options_are_read_noted_and_put_aside(plan_page: Page) -> None:
    page = plan_page
    follow(page, "Your options side by side")
    right(page)
    option = page.locator("section.option").filter(has_text="A refuge").last
    if not option.get_by_label("Your own note").is_visible():
        option.locator("summary", has_text="Write a note").click()
    option.get_by_label("Your own note").fill("With the dog?")
    option.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".said")).to_contain_text("Your note is kept.")
    page.get_by_role("button", name="Not now A refuge").click()
    page.locator("main > details > summary", has_text="A refuge").click()
    expect(page.locator("main > details", has_text="A refuge")).to_contain_text("With the dog?")


def test_on_a_wide_screen_options_stand_side_by_side(launch: Launch, screens: Screens) -> None:
    ready.pack()
    page = unlocked(launch(script=False, width=1280, height=800), screens)
    page.get_by_role("link", name="Your plan").first.click()
    follow(page, "Your options side by side")
    one, other = (page.locator("section.option").nth(number).bounding_box() or {} for number in (0, 1))
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]
    heads = [page.locator("section.option").nth(number).get_by_text("What it can cost") for number in (0, 1)]
    assert len({(head.bounding_box() or {})["y"] for head in heads}) == 1


@both
def test_what_matters_is_said_two_at_a_time_and_shown(plan_page: Page) -> None:
    page = plan_page
    follow(page, "What matters to you now")
    right(page)
    for matter in ("safety", "children", "money"):
        page.locator(f"input[value={matter}]").check()
    press(page, "Go on")
    right(page)
    for _ in range(3):
        if page.locator(".pair").count():
            press(page, re.compile("^(The children|My own safety)"))
    expect(page.locator("table.standing")).to_contain_text("Money")
    expect(page.locator("svg.bars rect")).to_have_count(3)
    right(page)


@both
def test_a_friend_is_helped_and_nothing_stays_in_the_address(plan_page: Page) -> None:
    page = plan_page
    page.get_by_role("link", name="First page").click()
    follow(page, "I am worried about somebody else")
    right(page)
    page.get_by_label("In Wales").check()
    press(page, "Make it fit")
    expect(page.locator(".said")).to_contain_text("Fitted to: In Wales")
    right(page)


@both
def test_a_plan_is_made_together_and_printed(plan_page: Page, tmp_path: Path) -> None:
    page = plan_page
    follow(page, "Make this plan together")
    right(page)
    press(page, "Done Call 999 when there is danger")
    expect(page.get_by_role("button", name="Done Call 999 when there is danger")).to_have_attribute(
        "aria-pressed", "true"
    )
    follow(page, "Put it on paper")
    right(page)
    with page.expect_download() as coming:
        press(page, "Make the paper")
    assert coming.value.suggested_filename == "papers.pdf"
    coming.value.save_as(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert "Call 999" not in text(page)
