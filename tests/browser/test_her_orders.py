"""Her orders on a small phone without JavaScript: a line written down, a breach confirmed, the page for the police."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import Launch, unlocked, wide

pytestmark = pytest.mark.browser
WIDTH = 360
READABLE = re.compile(r"order|court|breach|police|line", re.IGNORECASE)
TOLD = {"situation": "left-same-area", "nation": "england", "words": {"pronouns": "he", "name": "Sam"}}


def looked_at(page: Page) -> None:
    """Nothing is wider than the phone, and title and address say nothing."""
    page.wait_for_load_state()
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    address = urlsplit(page.url)
    assert address.path == "/" or re.fullmatch(r"/[\w-]{20}", address.path), page.url
    assert not READABLE.search(address.query)


def follow(page: Page, words: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("link", name=words).first.click()
    looked_at(page)


def press(page: Page, words: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("button", name=words).first.click()
    looked_at(page)


def a_day(page: Page, label: str, day: dt.date) -> None:
    group = page.get_by_role("group", name=label)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).first.fill(str(value))


def started(page: Page, screens: Screens) -> None:
    book = screens.desk.notebook
    book.keep(read_answers(ready.pack(), TOLD))
    day = dt.date.today() - dt.timedelta(days=2)
    when = Happened(how="exact", start=PartialDate(year=day.year, month=day.month, day=day.day))
    book.save(Incident(account="He rang me nine times in my shift.", happened=when))
    page.get_by_role("link", name="Get ready").first.click()
    follow(page, "Your orders")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_paper_to_a_page_for_the_police(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    main, today = page.locator("main"), dt.date.today()
    started(page, screens)
    follow(page, "Add an order you hold")
    follow(page, "Non-molestation order")
    page.get_by_label("Which court, or which police?").fill("Family Court at Exampleton")
    a_day(page, "On which day was it made?", today - dt.timedelta(days=20))
    page.get_by_role("group", name="Was it given to the person it binds?").get_by_label("Yes").check()
    given = page.get_by_role("group", name="When was it given?")
    given.get_by_label(re.compile("exactly|know when", re.IGNORECASE)).first.check()
    a_day(page, "When was it given?", today - dt.timedelta(days=19))
    a_day(page, "Until which day does it last?", today + dt.timedelta(days=30))
    press(page, re.compile("^Save$"))
    expect(page.locator("h1")).to_have_text("Non-molestation order")
    expect(main).to_contain_text("It ends in 30 days.")
    follow(page, "Add a line")
    page.get_by_label("The words, exactly as they stand").fill("The respondent must not telephone the applicant.")
    page.get_by_label("Calls", exact=True).check()
    press(page, re.compile("^Save$"))
    follow(page, "Back to the order")
    follow(page, "Look at what may have broken a line")
    expect(main).to_contain_text("It says “rang”. That may be a call.")
    press(page, re.compile("^Yes, it broke this line"))
    expect(main).to_contain_text("Yes, I think it broke this line")
    follow(page, "One page for the police")
    expect(main).to_contain_text("He rang me nine times in my shift.")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Make the paper").click()
    assert taken.value.suggested_filename == "papers.pdf"


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_the_pages_can_be_used_by_everybody(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    started(page, screens)
    follow(page, "Add an order you hold")
    follow(page, "Restraining order")
    page.get_by_role("group", name="Was it given to the person it binds?").get_by_label("Yes").check()
    press(page, re.compile("^Save$"))
    follow(page, "Add a line")
    page.get_by_label("The words, exactly as they stand").fill("Not to contact her.")
    page.get_by_label("Calls", exact=True).check()
    press(page, re.compile("^Save$"))
    seen = []
    for words in ("Back to the order", "Look at what may have broken a line", "One page for the police", "Your orders"):
        follow(page, words)
        seen.append(page.locator("h1").inner_text())
        assert found_by_axe(page) == []
    assert len(set(seen)) == len(seen)


def test_each_answer_says_what_it_is_about(screens: Screens, launch: Launch) -> None:
    """Read out by itself, a button names what happened; "Yes" alone would be any of them."""
    page = unlocked(launch(width=WIDTH, height=740), screens)
    started(page, screens)
    follow(page, "Add an order you hold")
    follow(page, "Restraining order")
    press(page, re.compile("^Save$"))
    follow(page, "Add a line")
    page.get_by_label("The words, exactly as they stand").fill("Not to contact her.")
    page.get_by_label("Calls", exact=True).check()
    press(page, re.compile("^Save$"))
    follow(page, "Back to the order")
    follow(page, "Look at what may have broken a line")
    names = [button.inner_text() for button in page.locator("main form button").all()]
    assert len(names) == 3
    for button in page.locator("main form button").all():
        expect(button).to_have_accessible_name(re.compile("He rang me nine times"))
