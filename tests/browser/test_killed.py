"""The browser and the program are killed in the middle of a sentence: it is there again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.conftest import CHROMIUM, PASSPHRASE, Launch, empty_notebook
from tests.browser.test_traces import _pids

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser
NO_SANDBOX = ["--no-sandbox"]
SAID = "He stood in front of the door and"


@pytest.fixture(scope="module")
def _quick() -> None:
    """The notebook is opened by another process, where nothing is replaced."""


@pytest.fixture(scope="module")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real") / "notes"
    empty_notebook(folder)
    return folder


@contextmanager
def started(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-m", "daybook", "--at", str(folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().split()[1], process
        finally:
            process.kill()


def unlock(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#passphrase", PASSPHRASE)
    page.click("main button")


def test_words_typed_a_moment_before_everything_is_killed_are_there_again(
    launch: Launch, playwright: Playwright, ready_made: Path, profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    shutil.copytree(ready_made, folder)
    with started(folder) as (address, process):
        page = launch(width=360).pages[0]
        unlock(page, address)
        page.get_by_role("link", name="Write something down").first.click()
        page.get_by_role("link", name="Write down something that happened").click()
        page.get_by_label("What happened?").press_sequentially(SAID)
        expect(page.locator("[data-kept]")).to_have_text("Kept.")
        process.send_signal(signal.SIGKILL)
        for number in _pids(profile):
            os.kill(number, signal.SIGKILL)
    with (
        started(folder) as (address, _),
        playwright.chromium.launch(executable_path=CHROMIUM, args=NO_SANDBOX) as browser,
    ):
        page = browser.new_page(java_script_enabled=False)
        page.set_default_timeout(10_000)
        unlock(page, address)
        page.get_by_role("link", name="Look at it").click()
        page.get_by_role("link", name="Open it again").click()
        expect(page.get_by_label("What happened?")).to_have_value(SAID)
