"""Money on a small phone, with and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked
from tests.browser.test_people import follow, looked_at, press

pytestmark = pytest.mark.browser
WIDTH = 360
ANSWERS = {
    "situation": "preparing",
    "nation": "england",
    "words": {"pronouns": "she", "name": "Kim"},
    "money": ["joint-account", "debts"],
}


def money_of(page: Page) -> None:
    page.goto(page.url.rsplit("/", 1)[0] + "/")
    page.locator("nav.menu").get_by_role("link", name="Get ready").click()
    follow(page, "Money")


def is_clean(page: Page) -> None:
    assert found_by_axe(page) == []


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_what_it_costs_what_is_put_by_who_sees_an_account_and_whom_to_ask(
    screens: Screens, launch: Launch, *, script: bool
) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    main = page.locator("main")
    money_of(page)
    follow(page, "What it could cost")
    page.get_by_label("The way there").fill("18.40")
    press(page, "Keep")
    expect(main).to_contain_text("Known so far: £18.40")
    expect(main).to_contain_text("amounts are not known yet. They are not in the sum.")
    money_of(page)
    follow(page, "Note money put by")
    page.get_by_label("Put by today").fill("4.50")
    press(page, "Save")
    expect(main).to_contain_text("£4.50")
    expect(page.get_by_role("img", name="What there was at the end of each week.")).to_be_visible()
    expect(page.get_by_role("table", name="Money put by, week by week").get_by_role("row")).to_have_count(2)
    money_of(page)
    follow(page, "Your accounts")
    follow(page, "Add an account")
    page.get_by_label("What do you call this account?").fill("Ours")
    page.get_by_label("Joint: with Kim").check()
    page.get_by_label("The statements").check()
    press(page, "Save")
    expect(main).to_contain_text("It is joint. Its statements show Kim each payment")
    expect(main).to_contain_text("This is joint. Kim may get a message")
    folded = page.locator("details").filter(has_text="that could be noticed").locator("summary")
    folded.click()
    expect(main.get_by_text("This is joint. Kim would be told of a change").first).to_be_visible()
    looked_at(page)
    money_of(page)
    follow(page, "Debts, and who to ask")
    follow(page, "Add a debt")
    page.get_by_label("Who is owed?").fill("A catalogue")
    page.get_by_label("I was pressed, or afraid to say no").check()
    press(page, "Save")
    expect(main).to_contain_text("Not known yet")
    expect(main).to_contain_text("Financial Support Line")


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    steps = (
        (),
        ("What it could cost",),
        ("Note money put by",),
        ("What I have and want",),
        ("Your accounts",),
        ("Debts, and who to ask",),
    )
    for way in steps:
        money_of(page)
        for words in way:
            follow(page, words)
        is_clean(page)
    money_of(page)
    follow(page, "What it could cost")
    page.get_by_label("Food for the first days").fill("12,5")
    press(page, "Keep")
    wrong = page.get_by_label("Food for the first days")
    expect(wrong).to_have_value("12,5")
    expect(wrong).to_have_accessible_description(
        "Also for anybody who comes with you. In pounds, like 5 or 2.50. "
        "Write the money in pounds, like 20 or 12.50, or leave it empty."
    )
    is_clean(page)
