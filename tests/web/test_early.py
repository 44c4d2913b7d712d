"""The locked page comes before the pages of an open notebook are made, and nothing else does."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from flask import Flask

from daybook.web import server
from daybook.web.app import create_app
from daybook.web.desk import Desk
from daybook.web.server import Screens


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The pages of an open notebook are not made until this is set."""
    may = threading.Event()

    def slowly(desk: Desk, only: tuple[str, ...] = ()) -> Flask:
        if not only:
            may.wait(20)
        return create_app(desk, only)

    monkeypatch.setattr(server, "create_app", slowly)
    return may


def test_the_locked_page_comes_first_and_everything_else_waits_for_its_pages(
    tmp_path: Path, held: threading.Event
) -> None:
    screens = Screens(tmp_path / "notes")
    with screens.listening() as serve:
        threading.Thread(target=serve, daemon=True).start()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with browser.open(screens.address, timeout=10) as page:
            shown = page.read().decode()
        assert "new notebook" in shown.lower()
        assert not held.is_set()
        begun = shown.partition('href="/')[2].partition('"')[0]
        with browser.open(f"{screens.address.rpartition('/')[0]}/{begun}", timeout=10) as page:
            assert page.status < 300, "its own links lead on"
        answers: list[int] = []

        def send() -> None:
            request = urllib.request.Request(f"{screens.address.rpartition('/')[0]}/nowhere", data=b"x", method="POST")
            try:
                answers.append(browser.open(request, timeout=20).status)
            except urllib.error.HTTPError as error:
                answers.append(error.code)

        sending = threading.Thread(target=send)
        sending.start()
        sending.join(1)
        assert answers == [], "what is sent waits"
        held.set()
        sending.join(20)
        assert answers == [403], "the door of the whole answers: no page of ours sent it"
