"""A browser that is not one: the Flask client, sending what a browser sends."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Blueprint, url_for
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from daybook.journal.journal import Journal
from daybook.stores.file import FileStore
from daybook.web.app import create_app
from daybook.web.clock import Clock
from daybook.web.desk import Desk
from tests.quick import quick_keys

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
TOKEN = re.compile(r"/[A-Za-z0-9_-]{16,}")
_LINK = re.compile(r'(?:href|action|src|formaction|data-\w+)="([^"]*)"')


class TurningClock:
    """Two clocks that only move when told to."""

    def __init__(self) -> None:
        self.now, self.day = 1000.0, 1_700_000_000.0

    def clock(self) -> Clock:
        return Clock(running=lambda: self.now, wall=lambda: self.day)


class Browser:
    """Keeps cookies, follows redirects, knows the page it is on and sends the headers a browser would."""

    def __init__(self, desk: Desk, clock: TurningClock, *extra: Blueprint) -> None:
        self.desk, self.clock = desk, clock
        self.app = create_app(desk)
        for views in extra:
            self.app.register_blueprint(views)
        self.client: FlaskClient = self.app.test_client()
        self.page = ""

    def get(self, path: str, **more: Any) -> TestResponse:
        answer = self.client.get(path, follow_redirects=True, **more)
        self.page = answer.text if answer.mimetype == "text/html" else self.page
        return answer

    def post(self, path: str, data: Any = None, *, follow: bool = True, **more: Any) -> TestResponse:
        headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
        headers.update(more.pop("headers", {}))
        answer = self.client.post(path, data=data, headers=headers, follow_redirects=follow, **more)
        self.page = answer.text if answer.mimetype == "text/html" else self.page
        return answer

    def launch(self) -> Browser:
        self.get("/" + self.desk.launch_secret)
        return self

    def unlock(self, passphrase: str = PASSPHRASE) -> TestResponse:
        return self.post(self.form(), {"passphrase": passphrase})

    def form(self, holding: str = 'type="password"') -> str:
        """The address of the form on this page that holds these characters."""
        for action, inside in re.findall(r'<form [^>]*action="([^"]*)"[^>]*>(.*?)</form>', self.page, re.DOTALL):
            if holding in inside:
                return str(html.unescape(action))
        raise AssertionError(f"no form holds {holding}")

    def link(self, words: str) -> str:
        """The address behind these words on this page."""
        found = re.search(r'<a [^>]*href="([^"]*)"[^>]*>\s*' + re.escape(words), self.page)
        assert found, words
        return html.unescape(found[1])

    def inside(self, endpoint: str, **values: Any) -> str:
        """The opaque address of a view, as a page of this session would name it."""
        with self.app.test_request_context():
            target = url_for(endpoint, **values)
        token = self.client.get_cookie(self.desk.session_cookie)
        book = self.desk.book_of(token.value if token else "") or self.desk.front
        return book.path(target)

    def wait(self, seconds: float) -> None:
        """Let time pass awake, with the watcher looking every ten seconds."""
        for _ in range(int(seconds // 10)):
            self.clock.now += 10
            self.clock.day += 10
            self.desk.tick()


def addresses_in(page: str) -> list[str]:
    """Every address a page names."""
    return [html.unescape(found) for found in _LINK.findall(page) if found.startswith(("/", "http", "tel:", "#"))]


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture(autouse=True)
def _unread(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading pictures takes seconds of both cores: only tests that are about it let it begin by itself."""
    if "reads" not in request.keywords:
        monkeypatch.setattr("daybook.web.views.seen._begin", lambda: None)
        monkeypatch.setattr("daybook.web.views.seen._resume", lambda: None)


@pytest.fixture(scope="session")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ready") / "notes"
    store = FileStore(folder)
    with quick_keys():
        Journal.create(store, PASSPHRASE).close()
    store.close()
    return folder


@pytest.fixture
def clock() -> TurningClock:
    return TurningClock()


@pytest.fixture
def desk(ready_made: Path, tmp_path: Path, clock: TurningClock) -> Any:
    folder = tmp_path / "notes"
    shutil.copytree(ready_made, folder)
    desk = Desk(folder, clock=clock.clock())
    desk.pause_after_failure = 0
    yield desk
    desk.lock()
    desk.wait_until_closed()


@pytest.fixture
def browser(desk: Desk, clock: TurningClock) -> Browser:
    return Browser(desk, clock).launch()


@pytest.fixture
def opened(browser: Browser) -> Browser:
    """A browser with the notebook open."""
    browser.unlock()
    assert "Your notebook is open" in browser.page
    return browser


@pytest.fixture
def empty(tmp_path: Path, clock: TurningClock) -> Any:
    """A browser in front of no notebook yet."""
    desk = Desk(tmp_path / "none" / "notes", clock=clock.clock())
    desk.pause_after_failure = 0
    yield Browser(desk, clock).launch()
    desk.lock()
    desk.wait_until_closed()
