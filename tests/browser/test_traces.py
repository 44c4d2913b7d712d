"""What a browser keeps of it: nothing she wrote or read, and nothing from or for anybody else."""

from __future__ import annotations

import base64
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from daybook.web.addresses import LEAVE
from daybook.web.server import Screens
from tests.browser.conftest import (
    PASSPHRASE,
    SHOWN,
    TYPED,
    Launch,
    found_in,
    open_canary,
    unlocked,
)

pytestmark = pytest.mark.browser


def _history(profile: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(profile / "Default" / "History")) as db:
        return [(str(url), str(title)) for url, title in db.execute("SELECT url, title FROM urls")]


@pytest.mark.parametrize("script", [True, False])
def test_after_leaving_the_profile_holds_none_of_it(
    launch: Launch, screens: Screens, profile: Path, *, script: bool
) -> None:
    context = launch(script=script)
    page = unlocked(context, screens)
    open_canary(page, screens)
    page.type("#account", TYPED)
    page.wait_for_timeout(2500)  # the browser writes its session files every few seconds
    page.click(".leave button")
    page.wait_for_timeout(500)
    context.close()
    for canary in (SHOWN, TYPED, PASSPHRASE, PASSPHRASE.split()[0], "incident.1", "canary/page"):
        assert found_in(profile, canary) == []
    (notebook,) = [path for path in profile.parent.iterdir() if path.name == "notes"]
    for canary in (SHOWN, TYPED):
        assert found_in(notebook, canary) == []
    rows = _history(profile)
    assert rows, "the search would find something if it were there"
    port = urlsplit(screens.address).netloc
    for url, title in rows:
        assert title in ("Notes", "", "about:blank", port), (url, title)
        assert urlsplit(url).netloc in (port, "")
        assert len(urlsplit(url).path) >= 16 or urlsplit(url).path in ("/", LEAVE, "blank")


def test_the_search_would_find_a_canary(tmp_path: Path) -> None:
    for number, held in enumerate(
        [
            TYPED.encode(),
            TYPED.encode("utf-16-le"),
            *(base64.b64encode(b"x" * pad + TYPED.encode() + b"yz") for pad in range(3)),
        ]
    ):
        (tmp_path / str(number)).write_bytes(b"before" + held + b"after")
        assert any(f"/{number}:" in hit for hit in found_in(tmp_path, TYPED)), number


def test_a_browser_that_is_killed_leaves_no_typed_words(launch: Launch, screens: Screens, profile: Path) -> None:
    context = launch(script=False)
    page = unlocked(context, screens)
    open_canary(page, screens)
    page.type("#account", TYPED)
    page.wait_for_timeout(4000)
    for number in _pids(profile):
        os.kill(number, signal.SIGKILL)
    page.wait_for_event("close") if not page.is_closed() else None
    assert found_in(profile, TYPED) == []
    assert found_in(profile, SHOWN) == []


def _pids(profile: Path) -> list[int]:
    """The browser we started ourselves: the one that was told this profile."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if f"--user-data-dir={profile}".encode() in words and not any(w.startswith(b"--type=") for w in words):
                found.append(int(process.name))
    assert found
    return found


def test_no_request_goes_to_another_host(launch: Launch, screens: Screens) -> None:
    context = launch()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = unlocked(context, screens)
    open_canary(page, screens)
    page.type("#account", TYPED)
    page.wait_for_timeout(2500)
    page.click(".leave button")
    page.wait_for_timeout(500)
    assert len(asked) > 8
    port = urlsplit(screens.address).netloc
    assert {urlsplit(url).netloc for url in asked if not url.startswith("about:")} == {port}
