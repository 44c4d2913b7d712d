"""Questions and the plan on a small phone, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.answering import answers_of
from daybook.notebook.plans import her_plan
from daybook.web.server import Screens
from tests.browser.axe import NOT_SLIGHT, found_by_axe
from tests.browser.conftest import Launch, unlocked, wide

pytestmark = pytest.mark.browser
WIDTH = 360
READABLE = re.compile(r"question|plan|answer|situation|device|children|call-?999|safer", re.IGNORECASE)


def fits(page: Page) -> None:
    """Nothing is wider than the phone, the title says nothing, and neither does the address."""
    assert wide(page) <= WIDTH
    assert page.title() == "Notes"
    assert not READABLE.search(urlsplit(page.url).path), page.url


def choose(page: Page, *labels: str, then: str = "Next") -> None:
    for label in labels:
        page.get_by_label(label, exact=True).check()
    page.get_by_role("button", name=then, exact=True).click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_first_question_to_a_kept_choice(screens: Screens, launch: Launch, *, script: bool) -> None:
    page = unlocked(launch(script=script, width=WIDTH, height=740), screens)
    page.get_by_role("link", name="Get a plan that fits you").click()
    fits(page)
    page.get_by_role("radio", name=re.compile("getting ready to leave")).check()
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("main")).to_contain_text("Question 2.")
    choose(page, "Wales")
    fits(page)
    choose(page, "My husband", "he: “He knows where I work.”")
    expect(page.locator(".said")).to_contain_text("Your husband may look at this phone. Think first what he could see.")
    page.get_by_role("button", name="Skip", exact=True).click()
    page.get_by_role("button", name="Not sure", exact=True).click()
    page.get_by_role("link", name="Back to the question before").click()
    expect(page.locator("main")).to_contain_text("Your answer now: not sure.")
    page.get_by_role("button", name="I have told enough: show my plan").click()
    expect(page.locator("h1")).to_have_text("Your plan")
    fits(page)
    assert answers_of(screens.desk.notebook).relation == "husband"

    page.get_by_role("link", name="Use a safer phone or computer for this").first.click()
    expect(page.locator("h1")).to_have_text("Use a safer phone or computer for this")
    fits(page)
    page.get_by_label("Your own note").fill("the library on Mondays")
    page.get_by_role("button", name="Keep the note").click()
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator(".said")).to_have_text("Kept as done.")
    page.get_by_role("link", name="Back to your plan").click()
    done = page.locator("details", has=page.locator("summary", has_text=re.compile(r"^Done"))).last
    expect(done.get_by_role("link")).to_have_count(0)  # folded away
    done.locator("summary").click()
    expect(done).to_contain_text("the library on Mondays")
    item = her_plan(screens.desk.notebook, ready.pack()).item("safer-device")
    assert (item.choice, item.note) == ("done", "the library on Mondays")


def test_children_without_javascript(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(script=False, width=WIDTH, height=740), screens)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Your answers").click()
    fits(page)
    page.get_by_role("link", name=re.compile("Are there children")).click()
    page.get_by_label("Child 1").fill("3")
    page.get_by_label("Child 2").fill("seven")
    page.get_by_role("button", name="Room for more children").click()
    expect(page.get_by_label("Child 2")).to_have_value("seven")
    page.get_by_label("Child 4").fill("11")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".problem")).to_have_text("Write each age as a number, like 4.")
    fits(page)
    page.get_by_label("Child 2").fill("7")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("Ages: 3, 7, 11")
    fits(page)


def test_what_is_typed_before_the_script_is_there_is_kept_too(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    page.get_by_role("link", name="Your plan").first.click()
    late: list[Route] = []
    page.route(
        "**/*", lambda route: late.append(route) if route.request.resource_type == "script" else route.continue_()
    )
    page.get_by_role("link", name="Call 999 when there is danger").first.click(no_wait_after=True)
    page.get_by_label("Your own note").fill("half a thought")
    assert late, "the script has not come yet"
    late[0].continue_()
    expect(page.locator("[data-kept]")).to_have_text("Kept.")


def test_a_note_is_kept_while_she_types_and_found_again_after_it_locked(screens: Screens, launch: Launch) -> None:
    page = unlocked(launch(width=WIDTH, height=740), screens)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Call 999 when there is danger").first.click()
    page.get_by_label("Your own note").fill("half a thought")
    expect(page.locator("[data-kept]")).to_have_text("Kept.")
    screens.desk.lock()
    screens.desk.wait_until_closed()
    unlocked(page.context, screens)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Call 999 when there is danger").first.click()
    expect(page.get_by_label("Your own note")).to_have_value("half a thought")
    expect(page.locator("main")).to_contain_text("These words of yours are not saved yet.")


def test_nothing_of_the_plan_is_asked_for_from_elsewhere(screens: Screens, launch: Launch, tmp_path: Path) -> None:
    context = launch(width=WIDTH, height=740)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = unlocked(context, screens)
    page.get_by_role("link", name="Your plan").first.click()
    page.get_by_role("link", name="Call 999 when there is danger").first.click()
    host = urlsplit(screens.address).netloc
    assert asked
    assert {urlsplit(url).netloc for url in asked} == {host}
    assert not any(READABLE.search(urlsplit(url).path) for url in asked)


@pytest.mark.campaign  # each view of them is in the walk of every page
def test_no_page_of_the_plan_keeps_anybody_out(screens: Screens, launch: Launch) -> None:
    """axe-core finds nothing serious, with everything unfolded, and every page fits on a small phone."""
    page = unlocked(launch(width=WIDTH, height=740), screens)
    told = {"situation": "preparing", "words": {"pronouns": "he", "relation": "husband"}, "children": [3, 7]}
    screens.desk.notebook.keep(read_answers(ready.pack(), told))
    session = screens.desk._session
    assert session
    found: list[tuple[str, str]] = []
    for target in (
        "/plan/",
        "/plan/talk-to-a-helpline",
        "/questions/one/situation",
        "/questions/one/words",
        "/questions/one/phone?back=all",
        "/questions/one/children",
        "/questions/enough",
        "/questions/all",
    ):
        page.goto(screens.address.rsplit("/", 1)[0] + session.book.path(target))
        page.wait_for_load_state("load")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        fits(page)
        found += [(target, broken) for broken in found_by_axe(page, NOT_SLIGHT)]
    assert found == []
