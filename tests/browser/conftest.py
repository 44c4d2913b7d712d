"""A real Chromium, with its back/forward cache on, in front of the real server."""

from __future__ import annotations

import base64
import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from flask import Blueprint, render_template_string
from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright

from daybook.crypto.derive import Cost
from daybook.journal.journal import Journal
from daybook.stores.file import FileStore
from daybook.web import exits
from daybook.web.exits import Exit
from daybook.web.server import Screens
from tests.quick import quick_keys

CHROMIUM = "/usr/bin/chromium"
PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
WITHOUT_SCRIPT_FIRST = [
    pytest.param(True, id="script", marks=pytest.mark.campaign),
    pytest.param(False, id="no-script"),
]
"""A journey that needs no script is gone in every run without one, and with one in the campaign."""
SHOWN = "canary-shown-5b1f"
TYPED = "canary-typed-93ad"

_PAGE = """{% extends "base.html" %}{% import "parts.html" as parts with context %}{% block still %}{% endblock %}
{% block page %}<h1>{{ shown }}</h1><p id="stamp">{{ stamp }}</p><p><a id="home" href="/">home</a></p>
<form method="post" enctype="multipart/form-data" action="{{ to('canary.saved') }}" autocomplete="off" data-keep>
{{ parts.keep("incident.1", "k1") }}{{ parts.area("account", "Account") }}{{ parts.submit("Save") }}</form>{% endblock %}"""


def _canary() -> Blueprint:
    views = Blueprint("canary", __name__, url_prefix="/canary")

    @views.get("/page")
    def page() -> str:
        return render_template_string(_PAGE, shown=SHOWN, stamp=time.time_ns())

    @views.post("/saved")
    def saved() -> str:
        return "saved"

    return views


class Elsewhere(BaseHTTPRequestHandler):
    """A slow site to leave for; remembers what it was asked with."""

    seen: list[dict[str, str]] = []  # noqa: RUF012  (one list for the whole site)

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers))
        time.sleep(2)
        body = b"<!doctype html><title>Elsewhere</title><p>elsewhere"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):  # gone back meanwhile
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture(autouse=True)
def _left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that were left unread stay so after unlocking: reading takes both cores, and tests/web shows it goes on."""
    monkeypatch.setattr("daybook.web.views.seen._resume", lambda: None)


@pytest.fixture(scope="session")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ready") / "notes"
    with quick_keys():
        empty_notebook(folder)
    return folder


def empty_notebook(folder: Path) -> None:
    store = FileStore(folder)
    Journal.create(store, PASSPHRASE, cost=Cost(memory=64 * 1024)).close()
    store.close()


@pytest.fixture
def screens(ready_made: Path, tmp_path: Path) -> Iterator[Screens]:
    shutil.copytree(ready_made, tmp_path / "notes")
    screens = Screens(tmp_path / "notes")
    screens.app.register_blueprint(_canary())
    screens.desk.pause_after_failure = 0
    with screens.listening() as serve:
        threading.Thread(target=serve, daemon=True).start()
        yield screens


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Elsewhere]]:
    Elsewhere.seen.clear()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    monkeypatch.setitem(exits.EXITS, "weather", Exit("x", f"http://localhost:{site.server_port}/"))
    yield Elsewhere
    site.shutdown()
    site.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


Launch = Callable[..., BrowserContext]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def launch(playwright: Playwright, profile: Path) -> Iterator[Launch]:
    contexts: list[BrowserContext] = []

    def start(*, script: bool = True, width: int = 1280, height: int = 720) -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            # Playwright switches the back/forward cache off; then every test of Back would pass.
            ignore_default_args=["--disable-back-forward-cache"],
            java_script_enabled=script,
            viewport={"width": width, "height": height},
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context

    yield start
    for context in contexts:
        with contextlib.suppress(Error):  # closed or killed by the test
            context.close()


def unlocked(context: BrowserContext, screens: Screens) -> Page:
    """A tab with the notebook open, on its first page."""
    page = context.pages[0]
    page.goto(screens.address)
    page.fill("#passphrase", PASSPHRASE)
    page.click("main button")
    page.wait_for_selector("nav.menu")
    return page


def wide(page: Page) -> int:
    """How many pixels the whole page is wide, once it is all there: a page that is still coming has no width."""
    page.wait_for_load_state("load")
    return int(page.locator("html").evaluate("html => html.scrollWidth"))


def open_canary(page: Page, screens: Screens) -> str:
    """Go to the page with the canary by a link of its own, and return its stamp."""
    session = screens.desk._session
    assert session
    page.goto(screens.address.rsplit("/", 1)[0] + session.book.path("/canary/page"))
    assert SHOWN in text(page)
    return page.inner_text("#stamp")


def text(page: Page) -> str:
    """Everything that can be read on a page, now or as soon as it has changed over to the next one."""
    for _ in range(5):
        try:
            return str(page.evaluate("document.documentElement ? document.documentElement.innerText : ''"))
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
    raise AssertionError("the page never stays")


def back(page: Page, steps: int = 1) -> bool:
    """Go back in the tab's history as the Back button does; False where there is nothing behind."""
    session = page.context.new_cdp_session(page)
    history = session.send("Page.getNavigationHistory")
    at = history["currentIndex"] - steps
    if at < 0:
        return False
    session.send("Page.navigateToHistoryEntry", {"entryId": history["entries"][at]["id"]})
    session.detach()
    page.wait_for_timeout(700)
    return True


def forms_of(canary: str) -> list[bytes]:
    """How a canary may lie in a file: UTF-8, UTF-16LE, and base64 at each of its three offsets."""
    plain = canary.encode()
    shifted = [base64.b64encode(b"\0" * pad + plain)[4 if pad else 0 : -4] for pad in range(3)]
    return [plain, canary.encode("utf-16-le"), *shifted]


def found_in(folder: Path, canary: str) -> list[str]:
    """The files below a folder that hold a canary in any form."""
    hits = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            hits += [f"{path}: {form!r}" for form in forms_of(canary) if form in data]
    return hits
