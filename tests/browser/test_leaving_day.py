"""The day she may go, on a small phone: asked for, told, changed and put on paper; and today on one screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.bag_item import BagItem
from daybook.domain.records.code import Code
from daybook.domain.records.home import Home, Room, WayOut
from daybook.domain.records.leaving_day import LeavingDay
from daybook.domain.records.person import Person
from daybook.notebook.homes import change
from daybook.notebook.notebook import Notebook
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, text, unlocked, wide
from tests.browser.test_every_page import Walk, wrong_with
from tests.browser.test_record import PHONE, follow, press

pytestmark = pytest.mark.browser
SMALL = {"width": 360, "height": 640}
HERS = ("leaving.", "leaving_paper.")
LONG = "Mr Wolfeschlegelsteinhaus in the flat below the stairs"
"""So long that it is cut, and as late as it can be."""


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_asked_for_told_changed_and_put_on_paper(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    assert "If you ever go" not in text(page)
    follow(page, "Get ready")
    assert not page.get_by_role("link", name="If you ever go: the day").is_visible()
    page.locator("summary", has_text="If you think of going, one day").click()
    follow(page, "If you ever go: the day")
    assert "Somebody to talk to comes first." in text(page)

    follow(page, "Tell about the day")
    page.get_by_label("From what time is the person harming you out?").fill("7:40")
    page.get_by_label("Until when?").fill("17:30")
    page.get_by_label("On foot").check()
    press(page, "Keep")
    assert "Plan for half of it: until 12:35." in text(page)

    page.locator("summary", has_text="Save proof before anything is changed").click()
    line = page.locator("details", has=page.locator("summary", has_text="Save proof before anything is changed"))
    line.get_by_role("button").click()
    page.wait_for_load_state()
    assert text(page).index("Left out for now") < text(page).index("Save proof before anything is changed")
    page.get_by_role("button", name="Bring it back").click()
    page.wait_for_load_state()

    follow(page, "Add a line of your own")
    page.get_by_label("What is it?").fill("Rabbit and the blue blanket")
    page.get_by_label("As you go").check()
    press(page, "Keep")
    shown = text(page)
    assert shown.index("As you go") < shown.index("Rabbit and the blue blanket") < shown.index("On the way")

    follow(page, "On paper, for a worker or a friend")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the paper").click()
    assert download.value.suggested_filename == "papers.pdf"


def fill(book: Notebook, nation: str) -> None:
    """A notebook in which everything that stands on the screen for today is as long as it can be."""
    who = [book.save(Person(name=f"{LONG} {number}", close="no", does=("door", "stay"))).record for number in (1, 2)]
    book.save(Code(what=f"Did you ever find the cat of {LONG}?", how="phrase", whom=(who[0],), means=("fetch",)))
    for number in (1, 2):
        book.save(BagItem(what=f"{LONG} {number}", have=("have",), stage="carry"))
    rooms = (Room(id="a", name=LONG), Room(id="b", name="Hall"))
    outs = (WayOut(id="x", room="a", name=LONG), WayOut(id="y", room="b", name=LONG))
    change(book, lambda _: Home(rooms=rooms, ways_out=outs, meet=LONG))
    book.keep(SituationAnswers(chosen={"nation": (nation,)} if nation else {}, ages=(3, 7)))


def measured(page: Page, screens: Screens) -> dict[str, float]:
    walk_to(page, screens, "leaving.today")
    return {
        "width": wide(page),
        "height": page.evaluate("document.documentElement.scrollHeight"),
        "last": page.evaluate("document.querySelector('main dl').getBoundingClientRect().bottom"),
    }


def walk_to(page: Page, screens: Screens, endpoint: str) -> None:
    session = screens.desk._session
    assert session
    with screens.app.test_request_context():
        target = screens.app.url_map.bind("").build(endpoint)
    page.goto(screens.address.rsplit("/", 1)[0] + session.book.path(target))


@pytest.mark.parametrize("nation", [None, "", "northern-ireland"])
def test_today_is_one_screen_however_much_was_told(launch: Launch, screens: Screens, nation: str | None) -> None:
    page = unlocked(launch(script=False, **SMALL), screens)
    if nation is not None:
        fill(screens.desk.notebook, nation)
    found = measured(page, screens)
    assert found["width"] <= SMALL["width"]
    assert found["height"] <= SMALL["height"], found
    assert found["last"] <= SMALL["height"], found
    assert page.locator("main a[href^='tel:']").count() >= 1
    assert all(link.is_visible() for link in page.locator("main a[href^='tel:']").all())


@pytest.mark.campaign  # each view of them is in the walk of every page
@pytest.mark.parametrize("width", [360, 1280])
def test_each_page_of_the_day_keeps_what_every_page_keeps(launch: Launch, screens: Screens, width: int) -> None:
    walk = Walk(screens, launch(width=width, height=740), 2)
    fill(screens.desk.notebook, "england")
    screens.desk.notebook.keep(LeavingDay(out_from="08:00", how=("foot",), reports=("car", "tag"), aside=("proof",)))
    found: list[object] = []
    seen = set()
    waiting = [walk.target_of("leaving.index")]
    while waiting:
        target = waiting.pop(0)
        page = walk.go(target)
        seen.add(walk.view_of(target))
        found += [(target, wrong) for wrong in (*wrong_with(page, width), *found_by_axe(page))]
        waiting += [t for t in walk.linked() if walk.view_of(t).startswith(HERS) and walk.is_new(t)]
    assert found == []
    assert seen == {"leaving.index", "leaving.today", "leaving.tell", "leaving.own", "leaving_paper.ask"}
