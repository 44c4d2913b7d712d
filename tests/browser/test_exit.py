"""Leaving at once, in a real browser with the back/forward cache on, with and without JavaScript."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page

from daybook.domain.records.preferences import Preferences
from daybook.web import hardening
from daybook.web.addresses import LEAVE as LEAVE_PATH
from daybook.web.server import Screens
from tests.browser.conftest import (
    SHOWN,
    TYPED,
    Elsewhere,
    Launch,
    back,
    open_canary,
    text,
    unlocked,
    wide,
)

pytestmark = pytest.mark.browser
LEAVE = ".leave button"


def _locks(screens: Screens) -> None:
    until = time.monotonic() + 5
    while screens.desk.is_open and time.monotonic() < until:
        time.sleep(0.02)
    assert not screens.desk.is_open


def _nothing_behind(page: Page) -> None:
    """Back as often as there is something behind, and a reload of each: only the locked page, or nothing."""
    steps = 0
    while back(page):
        steps += 1
        for _ in range(2):
            seen = text(page)
            assert SHOWN not in seen
            assert TYPED not in page.content()
            assert "Your notebook is open" not in seen
            if page.url.startswith("http://127"):
                assert "Passphrase" in seen or not seen.strip()
            page.reload()
    assert steps >= 2


@pytest.mark.parametrize("script", [True, False])
def test_while_the_session_lives_back_brings_the_page_again(launch: Launch, screens: Screens, *, script: bool) -> None:
    """A negative control: a browser or a server that never brings anything back would pass every test here."""
    page = unlocked(launch(script=script), screens)
    open_canary(page, screens)
    page.click("#home")
    page.wait_for_selector("nav.menu")
    assert SHOWN not in text(page)
    assert back(page)
    page.wait_for_selector("#stamp")
    assert SHOWN in text(page)


def test_the_cache_is_on_and_keeps_pages_that_say_no_store(
    launch: Launch, screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other negative control: without the status that forbids it, Back brings the very same page."""
    monkeypatch.setattr(hardening, "NOT_FOR_BACK", "200 OK")
    page = unlocked(launch(script=False), screens)
    stamp = open_canary(page, screens)
    page.click("#home")
    page.wait_for_selector("nav.menu")
    assert back(page)
    assert page.inner_text("#stamp") == stamp


def test_no_page_of_an_open_notebook_is_kept_for_back(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(script=False), screens)
    stamp = open_canary(page, screens)
    page.click("#home")
    page.wait_for_selector("nav.menu")
    assert back(page)
    page.wait_for_selector("#stamp")
    assert page.inner_text("#stamp") != stamp


@pytest.mark.parametrize("script", [True, False])
def test_leaving_for_a_blank_page(launch: Launch, screens: Screens, *, script: bool) -> None:
    page = unlocked(launch(script=script), screens)
    open_canary(page, screens)
    page.fill("#account", TYPED)
    page.click("#home")
    open_canary(page, screens)
    page.click(LEAVE)
    _locks(screens)
    page.wait_for_timeout(300)
    assert text(page).strip() == ""
    _nothing_behind(page)


# What is painted two frames after the click, told by a request whose address says it.
_TELL = """document.querySelector('.leave').addEventListener('submit', () => {
    const began = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const left = document.body.textContent.length;
        fetch('/p/' + left + '/' + Math.round(performance.now() - began));
    }));
})"""


def _leave_slowly(page: Page, screens: Screens) -> list[tuple[str, float]]:
    """Leave for the slow site; what was asked for and shown, each with the seconds since the click."""
    screens.desk.adopt(Preferences(exit_to="weather"))
    open_canary(page, screens)
    seen: list[tuple[str, float]] = []
    began = time.monotonic()
    page.context.on("request", lambda request: seen.append((request.url, time.monotonic() - began)))
    page.on("framenavigated", lambda frame: seen.append(("shown " + frame.url, time.monotonic() - began)))
    return seen


def _leaves(page: Page, screens: Screens, elsewhere: type[Elsewhere]) -> None:
    page.click(LEAVE, no_wait_after=True)
    _locks(screens)
    page.wait_for_url("http://localhost:*/**")
    assert "elsewhere" in text(page)
    assert len(elsewhere.seen) >= 1
    assert not [headers["Referer"] for headers in elsewhere.seen if screens.address[:17] in headers.get("Referer", "")]


def test_leaving_for_a_slow_site_is_blank_within_two_frames(
    launch: Launch, screens: Screens, elsewhere: type[Elsewhere]
) -> None:
    page = unlocked(launch(), screens)
    seen = _leave_slowly(page, screens)
    page.evaluate(_TELL)
    _leaves(page, screens, elsewhere)
    (told,) = [url.split("/")[-2:] for url, _ in seen if "/p/" in url]
    assert told[0] == "0"
    assert int(told[1]) < 1000
    assert next(when for what, when in seen if what.startswith("shown http://localhost")) > 1.5
    _nothing_behind(page)


def test_without_javascript_a_blank_page_comes_before_the_slow_site(
    launch: Launch, screens: Screens, elsewhere: type[Elsewhere]
) -> None:
    page = unlocked(launch(script=False), screens)
    seen = _leave_slowly(page, screens)
    _leaves(page, screens, elsewhere)
    shown = [(what, when) for what, when in seen if what.startswith("shown")]
    assert shown[0][0].endswith(LEAVE_PATH)
    assert shown[0][1] < 1.5 < shown[1][1]
    assert shown[1][0].startswith("shown http://localhost")
    _nothing_behind(page)


def test_the_page_is_empty_in_the_next_frame(launch: Launch, screens: Screens, elsewhere: type[Elsewhere]) -> None:
    page = unlocked(launch(), screens)
    screens.desk.adopt(Preferences(exit_to="weather"))
    open_canary(page, screens)
    left = page.evaluate("() => { document.querySelector('.leave button').click(); return document.body.textContent; }")
    assert left == ""


def test_three_times_shift_leaves(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(), screens)
    open_canary(page, screens)
    for _ in range(3):
        page.keyboard.press("Shift")
    _locks(screens)
    page.wait_for_timeout(300)
    assert text(page).strip() == ""
    _nothing_behind(page)


def test_shift_leaves_from_inside_a_field_and_what_was_typed_is_kept(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(), screens)
    open_canary(page, screens)
    page.type("#account", TYPED)
    for _ in range(3):
        page.keyboard.press("Shift")
    _locks(screens)
    page.wait_for_timeout(500)
    page.goto(screens.address)
    page.fill("#passphrase", "lantern gravel unison pebble orchard tinsel")
    page.click("main button")
    page.wait_for_selector("nav.menu")
    draft = screens.desk.notebook.drafts.get("k1")
    assert draft
    assert draft.typed["account"] == [TYPED]


def test_capital_letters_and_slow_shifts_do_not_leave(launch: Launch, screens: Screens) -> None:
    page = unlocked(launch(), screens)
    open_canary(page, screens)
    page.focus("#account")
    for letter in "ABCDE":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(5200)
    page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert SHOWN in text(page)
    assert screens.desk.is_open


def test_when_the_program_is_gone_the_page_is_blank_all_the_same(launch: Launch, screens: Screens) -> None:
    context = launch()
    page = unlocked(context, screens)
    open_canary(page, screens)
    screens._server.stop()
    page.click(LEAVE, no_wait_after=True)
    page.wait_for_timeout(300)
    assert SHOWN not in text(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_way_out_is_first_and_always_in_sight(launch: Launch, screens: Screens, width: int) -> None:
    page = launch(width=width, height=640).pages[0]
    page.goto(screens.address)
    for locked in (True, False):
        if not locked:
            unlocked(page.context, screens)
            page.evaluate("document.querySelector('main').style.minHeight = '3000px'")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.leave') !== null")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(100)
        box = page.locator(LEAVE).bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 640
        assert box["height"] >= 44
        assert wide(page) <= width
        assert page.locator('a[href="tel:999"]').is_visible()
