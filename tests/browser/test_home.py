"""Her home on a small phone: from nothing to the plan for ten seconds, then moved, changed and tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from daybook.domain.home.written import read_home
from daybook.notebook.homes import change, home_of
from daybook.web.server import Screens
from tests.browser.axe import found_by_axe
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, text, unlocked
from tests.browser.test_every_page import Walk, wrong_with
from tests.browser.test_record import PHONE, fits, follow, press

pytestmark = pytest.mark.browser
HOMES = Path(__file__).parents[1] / "homes"
HERS = ("home.", "room.", "rooms.", "tries.")
TICKS = ("Hall", "Landing upstairs", "Living room", "Kitchen", "My bedroom", "Bathroom")


def tick(page: Page, group: str, *rooms: str) -> None:
    for room in rooms:
        page.get_by_role("group", name=group).get_by_label(room, exact=True).check()


def begin(page: Page) -> None:
    follow(page, "Get ready")
    follow(page, "Your home")
    for room in TICKS:
        page.get_by_label(room, exact=True).check()
    press(page, "Next: the ways out")
    tick(page, "Which rooms have a door to the outside?", "Hall", "Kitchen")
    tick(page, "Which have a window you could climb out of?", "Living room")
    tick(page, "Where is a phone that stays?", "Hall")
    press(page, "Show my plan")


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_from_nothing_to_a_plan_and_everything_that_can_be_done_with_it(
    launch: Launch, screens: Screens, *, script: bool
) -> None:
    page = unlocked(launch(script=script, **PHONE), screens)
    begin(page)
    first = page.locator("dl.glance")
    assert re.search(r"Go towards\s+Hall, Living room\s+Out by\s+Hall door", first.inner_text())
    expect(page.locator("svg.drawn")).to_have_count(2)
    box = page.locator("svg.drawn").last.bounding_box()
    assert box
    assert 200 < box["width"] <= PHONE["width"]

    follow(page, "Move rooms on the plan")
    before = page.locator("svg.drawn").inner_html()
    press(page, "Up : Hall")
    assert page.locator("svg.drawn").inner_html() != before
    follow(page, "Move: Kitchen")
    expect(page.get_by_text("Move: Kitchen")).to_be_visible()
    follow(page, "Back to your home")

    page.locator("summary", has_text="My bedroom").click()
    bedroom = page.locator("details", has=page.locator("summary", has_text="My bedroom"))
    expect(bedroom.get_by_text("Landing upstairs, Hall, then out: Hall door.")).to_be_visible()
    bedroom.get_by_role("link", name=re.compile(r"Change this room ?: My bedroom")).click()
    page.wait_for_load_state()
    page.get_by_label("It locks from inside").check()
    page.get_by_label("My mobile, most of the time").check()
    press(page, "Keep")
    assert "My bedroom locks from inside. It can give a little time to call 999. A phone is there." in text(page)

    follow(page, "Meeting place, neighbour and your own note")
    page.get_by_label("Where you meet").fill("The chip shop")
    press(page, "Keep")
    assert "The chip shop" in first.inner_text()

    follow(page, "Ways out you tried")
    follow(page, "Note a way out you tried")
    page.get_by_label("What did you try?").fill("Bedroom to the front door, in the dark")
    press(page, "Save")
    follow(page, "Your home")
    assert "You noted what you tried." in text(page)
    assert "No way out has been tried yet" not in text(page)


@pytest.mark.campaign  # each view of them is in the walk of every page
@pytest.mark.parametrize("width", [360, 1280])
def test_each_page_of_her_home_keeps_what_every_page_keeps(launch: Launch, screens: Screens, width: int) -> None:
    walk = Walk(screens, launch(width=width, height=740), 3)
    written = read_home((HOMES / "terrace.toml").read_text("utf-8")).home
    change(screens.desk.notebook, lambda _: written)
    found: list[object] = []
    seen = set()
    waiting = [walk.target_of(view) for view in ("home.show", "rooms.add", "record.new")]
    waiting[-1] += "?kind=rehearsal.1"
    while waiting:
        target = waiting.pop(0)
        page = walk.go(target)
        seen.add(walk.view_of(target))
        found += [(target, wrong) for wrong in (*wrong_with(page, width), *found_by_axe(page))]
        waiting += [t for t in walk.linked() if walk.view_of(t).startswith(HERS) and walk.is_new(t)]
        fill_in_and_save(page, target)
    assert found == []
    assert seen >= {"home.show", "home.arrange", "room.show", "room.way", "room.words", "rooms.all", "rooms.doors"}
    assert seen >= {"rooms.add", "rooms.quick", "rooms.heard", "tries.index"}


def fill_in_and_save(page: Page, target: str) -> None:
    """Save a try, so that its own page is there to be looked at."""
    if "rehearsal" in target:
        page.get_by_label("What did you try?").fill("Down the stairs")
        page.get_by_role("button", name="Save", exact=True).click()
        page.wait_for_load_state()
        assert [*wrong_with(page, page.viewport_size["width"]), *found_by_axe(page)] == []  # type: ignore[index]


def test_what_is_half_typed_about_a_room_is_there_after_locking(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(**PHONE), screens)
    begin(page)
    follow(page, "Meeting place, neighbour and your own note")
    page.get_by_label("Where you meet").press_sequentially("The li")
    page.get_by_role("button", name="Lock").click()
    page.wait_for_selector("input[type=password]")
    page = unlocked(page.context, screens)
    follow(page, "Look at it")
    follow(page, "Open it again")
    expect(page.get_by_label("Where you meet")).to_have_value("The li")
    press(page, "Keep")
    assert home_of(screens.desk.notebook).meet == "The li"
    fits(page)
