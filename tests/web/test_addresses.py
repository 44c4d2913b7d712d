"""No word of a route leaves the program, and every address dies with its session."""

from __future__ import annotations

import re

import pytest
from flask import Blueprint, request

from daybook.web.addresses import LEAVE
from daybook.web.desk import Desk
from tests.web.conftest import TOKEN, Browser, TurningClock, addresses_in

ALLOWED = re.compile(rf"/|{LEAVE}|{TOKEN.pattern}|/p/[0-9a-f]{{16}}\.(css|js|png)|tel:[0-9]+|#page|#[a-z][0-9]+")


def _pages(browser: Browser) -> list[str]:
    """Every page that can be had with a GET and no values."""
    pages = []
    for rule in browser.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments and rule.rule != LEAVE:
            answer = browser.get(browser.inside(rule.endpoint))
            if answer.mimetype == "text/html":
                pages.append(answer.text)
    return pages


def test_no_page_names_an_internal_address(opened: Browser) -> None:
    pages = _pages(opened)
    opened.desk.lock()
    pages += _pages(opened)
    assert len(pages) > 8
    for page in pages:
        for address in addresses_in(page):
            assert ALLOWED.fullmatch(address), address


def test_no_redirect_names_one_either(opened: Browser) -> None:
    for rule in opened.app.url_map.iter_rules():
        if rule.arguments or rule.rule == LEAVE:
            continue
        for method in ("GET", "POST"):
            path = opened.inside(rule.endpoint)
            answer = opened.client.open(path, method=method, headers={"Sec-Fetch-Site": "same-origin"})
            place = answer.headers.get("Location", "/")
            assert place == "/" or TOKEN.fullmatch(place), place


def test_every_page_has_the_one_title_and_no_inline_code(opened: Browser) -> None:
    pages = _pages(opened)
    opened.desk.lock()
    for page in pages + _pages(opened):
        assert re.findall(r"<title>(.*?)</title>", page.split("<body", 1)[0]) == ["Notes"]
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:", page)
        assert not re.search(r'<form(?![^>]*method="post")', page)
        assert all('autocomplete="off"' in form for form in re.findall(r"<form[^>]*>", page))


def test_leaving_is_first_in_tab_order_and_help_is_on_every_page(opened: Browser) -> None:
    pages = _pages(opened)
    opened.desk.lock()
    for page in pages + _pages(opened):
        body = page.split("<body", 1)[1]
        first = re.search(r"<(a|button|input|select|textarea)\b", body)
        assert first
        assert (
            body[: first.start()]
            .rstrip()
            .endswith(f'<form class="leave" method="post" action="{LEAVE}" autocomplete="off">')
        )
        assert 'href="tel:999"' in body
        assert "tabindex" not in body.replace('tabindex="-1"', "")


def test_an_internal_path_asked_for_directly_is_not_there(opened: Browser) -> None:
    unknown = opened.client.get("/nothing-of-the-kind")
    for rule in opened.app.url_map.iter_rules():
        if rule.rule not in ("/", LEAVE) and rule.endpoint != "asset":
            answer = opened.client.get(re.sub(r"<[^>]*>", "0", rule.rule))
            assert (answer.status_code, answer.headers["Location"]) == (303, "/")
            assert answer.data == unknown.data


def test_the_same_target_has_the_same_path_in_a_session_and_another_in_the_next(opened: Browser) -> None:
    before = opened.inside("start.before")
    assert before == opened.inside("start.before")
    assert TOKEN.fullmatch(before)
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    assert opened.inside("start.before") != before


@pytest.mark.parametrize("how", ["lock", "leave", "idle"])
def test_addresses_die_with_the_session(opened: Browser, how: str) -> None:
    path = opened.inside("desk.stay")
    assert opened.post(path, follow=False).status_code == 200
    match how:
        case "lock":
            opened.post(opened.form("Lock"))
        case "leave":
            opened.post(LEAVE)
        case _:
            opened.wait(6 * 60)
    answer = opened.post(path, follow=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    opened.get("/")
    assert "Your notebook is open" not in opened.page
    opened.unlock()
    assert opened.post(path, follow=False).status_code == 303


def test_another_browser_cannot_use_the_addresses_of_this_one(opened: Browser) -> None:
    other = Browser(opened.desk, opened.clock).launch()
    answer = other.post(opened.inside("desk.stay"), follow=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Your notebook is open" not in other.page


def test_even_an_address_that_slipped_through_shows_nothing_without_the_session(browser: Browser) -> None:
    path = browser.desk.front.path("/desk/stay")
    answer = browser.post(path, follow=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_what_stands_behind_a_question_mark_never_reaches_a_page(desk: Desk, clock: TurningClock) -> None:
    views = Blueprint("echo", __name__)
    views.add_url_rule("/echo", "echo", lambda: dict(request.args))
    browser = Browser(desk, clock, views).launch()
    browser.unlock()
    assert browser.get(browser.inside("echo.echo", own="1") + "?word=canary").json == {"own": "1"}
    assert browser.get(browser.inside("echo.echo") + "?word=canary").json == {}
