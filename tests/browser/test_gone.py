"""The program has ended, and a page of it still stands: what she sends then must not end up in the browser's files."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from daybook.web.server import Screens
from tests.browser.conftest import TYPED, Launch, found_in, open_canary, text, unlocked
from tests.browser.test_traces import _pids

pytestmark = pytest.mark.browser
SAID = "Nothing was sent, because nothing answers any more."


def _killed(profile: Path) -> None:
    for number in _pids(profile):
        os.kill(number, signal.SIGKILL)
    time.sleep(1)


def test_words_of_a_form_are_not_written_down_and_stay_on_the_page(
    launch: Launch, screens: Screens, profile: Path
) -> None:
    page = unlocked(launch(), screens)
    open_canary(page, screens)
    page.locator("#account").press_sequentially(TYPED)
    screens._server.stop()
    page.click("text=Save")
    page.wait_for_selector(f"text={SAID}")
    assert page.input_value("#account") == TYPED
    page.click("text=Save")
    assert text(page).count(SAID) == 1
    page.wait_for_timeout(4000)  # the browser writes its session files every few seconds
    _killed(profile)
    assert found_in(profile, TYPED) == []


def test_a_passphrase_is_not_written_down(launch: Launch, screens: Screens, profile: Path) -> None:
    page = launch().pages[0]
    page.goto(screens.address)
    page.fill("#passphrase", TYPED)
    screens._server.stop()
    page.click("main button")
    page.wait_for_selector(f"text={SAID}")
    page.wait_for_timeout(4000)
    _killed(profile)
    assert found_in(profile, TYPED) == []


def test_without_the_question_the_browser_writes_it_down(launch: Launch, screens: Screens, profile: Path) -> None:
    """The control, and what happens without JavaScript: it is said among the limits."""
    page = unlocked(launch(script=False), screens)
    open_canary(page, screens)
    page.locator("#account").press_sequentially(TYPED)
    screens._server.stop()
    page.click("text=Save")
    page.wait_for_timeout(4000)
    _killed(profile)
    assert found_in(profile, TYPED) != []
