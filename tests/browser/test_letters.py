"""A first letter on a small phone, with and without JavaScript, and what is printed of it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from daybook.domain.records.letter_details import LetterDetails
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.server import Screens
from tests.browser.axe import ALL, found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, unlocked
from tests.browser.test_people import looked_at

pytestmark = pytest.mark.browser
ANSWERS = {"situation": "left-same-area", "nation": "england", "children": [7], "school": ["school"]}


def healthy(page: Page, *, script: bool) -> None:
    """axe finds nothing; it takes scripts to look."""
    if script:
        assert found_by_axe(page, ALL) == []


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()
    looked_at(page)


def printed(page: Page) -> str:
    paper = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))  # type: ignore[no-untyped-call]
    return str(paper[0].get_textpage().get_text_range())


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_a_first_letter_takes_three_presses_and_no_typing(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=360, height=740), screens)
    screens.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    screens.desk.notebook.keep(LetterDetails(phone="07700 900123", me="Robin Ash"))
    page.get_by_role("link", name="Get ready").first.click()
    page.locator("main").get_by_role("link", name="Letters", exact=True).click()
    looked_at(page)
    healthy(page, script=script)
    page.locator("main").get_by_role("link", name="Keep our address private").first.click()
    looked_at(page)
    assert "07700" not in page.get_by_label("The letter", exact=True).input_value()
    page.locator("summary", has_text="Your phone number").click()
    page.get_by_label("Put it into this letter: Your phone number").check()
    healthy(page, script=script)
    press(page, "Put what I ticked into the letter")
    assert "07700 900123" in page.get_by_label("The letter", exact=True).input_value()
    press(page, "Save, then print or copy")
    expect(page.locator("main")).to_contain_text("What this letter reveals")
    healthy(page, script=script)
    on_paper = printed(page)
    assert "Dear Sir or Madam" in on_paper
    assert not [word for word in ("Change it", "999", "First page", "reveals") if word in on_paper]
    with page.expect_download() as paper:
        page.get_by_role("link", name="Get it as a PDF").click()
    assert paper.value.suggested_filename == "papers.pdf"
