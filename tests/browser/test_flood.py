"""A flood of messages on a small phone: who it is from, one evening in one go, the police page."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.notebook import Notebook
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import Launch, unlocked
from tests.browser.test_her_orders import TOLD, WIDTH, follow, looked_at, press
from tests.notebook.bringing import brought

pytestmark = pytest.mark.browser
FLOOD = 400


def chat(evening: dt.date) -> bytes:
    """An evening before the order was given, and one after it, with as many messages each."""
    lines = []
    for day in (evening - dt.timedelta(days=20), evening):
        begin = dt.datetime.combine(day, dt.time(21))
        sent = [begin + dt.timedelta(seconds=40 * number) for number in range(FLOOD)]
        lines += [f"{at:%d/%m/%Y, %H:%M} - Sam: answer me {number}\n" for number, at in enumerate(sent)]
    return "".join(lines).encode()


def held(book: Notebook, given: dt.date) -> None:
    book.keep(read_answers(ready.pack(), TOLD))
    when = Happened(how="exact", start=PartialDate(year=given.year, month=given.month, day=given.day))
    order = CourtOrder(name="Non-molestation order", made=given, served="yes", served_on=when, until="further")
    line = OrderTerm(order=(book.save(order).record,), number="3", words="Not to contact her.", covers=("message",))
    book.save(line)


def seen_by_axe(page: Page) -> None:
    page.wait_for_load_state()
    assert found_by_axe(page) == []


def test_an_evening_is_confirmed_in_one_go(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    book, evening = screens.desk.notebook, dt.date.today() - dt.timedelta(days=3)
    held(book, evening - dt.timedelta(days=10))
    plain = chat(evening)
    brought(book, plain, name="WhatsApp Chat with Sam.txt", answers={"date-order": "dmy"})
    page.get_by_role("link", name="Get ready").first.click()
    for words in ("Your orders", "Look at what may have broken a line", "Say who is who"):
        follow(page, words)
    seen_by_axe(page)
    expect(page.locator("main")).to_contain_text("It is like the name in your answers.")
    page.get_by_role("radio", name="This is Sam").check()
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("1 day to look at")
    follow(page, "Line 3")
    seen_by_axe(page)
    expect(page.locator("main")).to_contain_text(f"{FLOOD} messages from “Sam”")
    follow(page, "Look at them, one by one")
    seen_by_axe(page)
    follow(page, "Next page")
    press(page, "Yes, all of them broke this line")
    expect(page.locator("main")).to_contain_text("Yes, I think it broke this line")
    follow(page, "One page for the police")
    expect(page.locator("main")).to_contain_text(f"{FLOOD} messages from “Sam”")
    expect(page.locator("main")).to_contain_text(hashlib.sha256(plain).hexdigest())
    looked_at(page)
