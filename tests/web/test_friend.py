"""For a friend: reachable from the first page, fitted to a few choices, and nothing of it is kept."""

from __future__ import annotations

import html
import re

import pytest

from daybook.notebook import ready
from tests.web.conftest import Browser, addresses_in


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def choose(browser: Browser, where: str = "", *about: str) -> str:
    browser.get(browser.inside("friend.show"))
    browser.post(browser.form('name="about"'), {"where": where, "about": list(about)})
    return html.unescape(browser.page)


def test_the_first_page_leads_there_and_the_locked_page_does_not(opened: Browser) -> None:
    opened.get(opened.link("I am worried about somebody else"))
    page = html.unescape(opened.page)
    for words in ("Believe, and say so", "Do not face the person who does the harm", "Who to ring", "tel:999"):
        assert words in page
    opened.desk.lock()
    opened.get("/")
    assert "worried" not in opened.page
    assert "friend" not in opened.page


def test_it_is_read_without_the_words_she_chose(opened: Browser) -> None:
    page = choose(opened)
    assert "your husband" not in page
    assert "{" not in re.sub(r"<[^>]*>", "", page)


def test_choices_fit_it_and_leave_no_trace(opened: Browser) -> None:
    before = opened.desk.notebook.count(("answers.1", "preferences.1", "step.1"))
    everywhere = choose(opened)
    assert "0800 027 1234" in everywhere
    page = choose(opened, "wales", "children", "man")
    assert "Fitted to: In Wales; There are children; My friend is a man." in " ".join(page.split())
    assert "Live Fear Free" in page
    assert "0800 027 1234" not in page
    assert "If there are children" in page
    assert "If your friend is a man" in page
    assert opened.desk.notebook.count(("answers.1", "preferences.1", "step.1")) == before
    assert opened.desk.notebook.drafts.all() == []
    assert not any("wales" in address or "children" in address for address in addresses_in(opened.page))


def test_they_are_gone_after_locking(opened: Browser) -> None:
    choose(opened, "wales", "children")
    opened.desk.lock()
    opened.desk.wait_until_closed()
    opened.get("/")
    opened.unlock()
    opened.get(opened.link("I am worried about somebody else"))
    assert "Fitted to" not in opened.page


def test_nonsense_chooses_nothing(opened: Browser) -> None:
    assert "Fitted to" not in choose(opened, "<script>", "no-such")
