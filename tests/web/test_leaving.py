"""Leaving without JavaScript: what the server does. How browsers take it is tested in tests/browser."""

from __future__ import annotations

import threading
import time

import pytest

from daybook.domain.records.preferences import Preferences
from daybook.web.addresses import LEAVE
from daybook.web.exits import EXITS
from tests.web.conftest import Browser


def test_leaving_drops_the_keys_and_the_cookie_and_answers_with_a_blank_page(opened: Browser) -> None:
    notebook = opened.desk.notebook
    answer = opened.post(LEAVE)
    assert answer.status_code == 200
    assert answer.text == "<!doctype html><title>Notes</title>"
    assert "Refresh" not in answer.headers
    assert not opened.desk.is_open
    assert not notebook.is_open
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith(f"{opened.desk.session_cookie}=;")
    assert "Expires=Thu, 01 Jan 1970" in cookie
    assert "Clear-Site-Data" not in answer.headers
    opened.get("/")
    assert 'type="password"' in opened.page


@pytest.mark.parametrize("choice", [choice for choice in EXITS if choice != "blank"])
def test_the_blank_page_goes_on_to_the_site_she_chose(opened: Browser, choice: str) -> None:
    opened.desk.adopt(Preferences(exit_to=choice))
    answer = opened.post(LEAVE)
    assert answer.headers["Refresh"] == f"0;url={EXITS[choice].address}"
    assert "Location" not in answer.headers
    again = opened.post(LEAVE)
    assert again.headers["Refresh"] == f"0;url={EXITS[choice].address}"


def test_an_unknown_choice_is_the_blank_page(opened: Browser) -> None:
    opened.desk.adopt(Preferences(exit_to="https://evil.test/"))
    assert "Refresh" not in opened.post(LEAVE).headers


def test_the_way_out_works_on_the_locked_page_and_looking_at_it_does_nothing(opened: Browser) -> None:
    assert opened.get(LEAVE).text == "<!doctype html><title>Notes</title>"
    assert opened.desk.is_open
    opened.post(LEAVE)
    assert opened.post(LEAVE).status_code == 200


def test_leaving_does_not_wait_for_a_page_that_is_being_made(opened: Browser) -> None:
    notebook, busy, done = opened.desk.notebook, threading.Event(), threading.Event()

    def work() -> None:
        with notebook._turn:
            busy.set()
            done.wait(10)

    threading.Thread(target=work).start()
    busy.wait(10)
    began = time.monotonic()
    opened.post(LEAVE)
    took = time.monotonic() - began
    assert not opened.desk.is_open
    done.set()
    opened.desk.wait_until_closed()
    assert not notebook.is_open
    assert took < 1


def test_leaving_forgets_six_words_on_offer_and_the_page_they_stood_on(empty: Browser) -> None:
    """Back must not show the words she may be about to use."""
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    offered, (path,) = empty.desk.offer, [path for path in empty.desk.front.paths() if "words" in _target(empty, path)]
    assert offered.split()[0] in empty.get(path).text
    empty.post(LEAVE)
    assert empty.desk.offer == ""
    again = empty.get(path).text
    assert "There is nothing here yet." in again
    assert not any(f"<li>{word}</li>" in again for word in offered.split())
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    assert empty.desk.offer != offered


def _target(browser: Browser, path: str) -> str:
    return browser.desk.front.target(path)


def test_locking_forgets_six_words_on_offer_for_a_change(opened: Browser) -> None:
    opened.get(opened.inside("settings.words"))
    assert opened.desk.offer
    opened.desk.lock()
    assert opened.desk.offer == ""


def test_after_leaving_the_locked_page_does_not_say_that_somebody_was_typing(opened: Browser) -> None:
    path = opened.inside("desk.draft")
    opened.post(LEAVE)
    opened.post(path, {"kind": "incident.1", "key": "k1", "account": "Late"})
    opened.get("/")
    assert "What you typed is kept." not in opened.page
    opened.unlock()
    assert opened.desk.notebook.drafts.get("k1")


def test_no_page_is_kept_for_back_before_there_is_a_notebook_either(empty: Browser) -> None:
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    for path in ("/", *empty.desk.front.paths()):
        answer = empty.client.get(path)
        assert answer.status_code in (203, 303, 405), path
    assert empty.get("/").status_code == 203


def test_the_exit_sites_are_the_same_for_everybody_and_encrypted() -> None:
    assert EXITS["blank"].address == ""
    assert Preferences().exit_to == "blank"
    assert all(site.address.startswith("https://") for choice, site in EXITS.items() if choice != "blank")
