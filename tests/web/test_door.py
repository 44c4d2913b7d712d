"""Who may come in, and what every answer carries."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from werkzeug.routing import Rule

from daybook.web.addresses import LEAVE
from daybook.web.desk import Desk
from daybook.web.hardening import HEADERS
from tests.web.conftest import Browser, TurningClock

NEUTRAL = "Nothing can be shown at this address"


def _filled(rule: Rule) -> str:
    return re.sub(r"<[^>]*>", "0000", rule.rule)


def test_every_route_carries_the_full_header_set_locked_and_open(opened: Browser) -> None:
    rules = list(opened.app.url_map.iter_rules())
    assert len(rules) > 10
    for locked in (False, True):
        if locked:
            opened.desk.lock()
        for rule in rules:
            for method in ("GET", "POST", "PUT", "OPTIONS"):
                book = opened.desk.front if locked else opened.desk.book_of(_token(opened)) or opened.desk.front
                path = (
                    _filled(rule) if rule.rule in ("/", LEAVE) or rule.endpoint == "asset" else book.path(_filled(rule))
                )
                answer = opened.client.open(path, method=method, headers={"Sec-Fetch-Site": "same-origin"})
                _has_every_header(answer)
            if not locked and not opened.desk.is_open:
                opened.get("/")
                opened.unlock()


def _token(browser: Browser) -> str:
    cookie = browser.client.get_cookie(browser.desk.session_cookie)
    return cookie.value if cookie else ""


def _has_every_header(answer: Any) -> None:
    for name, value in HEADERS.items():
        assert answer.headers.getlist(name) == [value] or (
            name == "Content-Security-Policy" and answer.headers.getlist(name) == [f"{value}; sandbox"]
        ), (answer.request.path, name)
    for name in ("X-Powered-By", "Via", "ETag", "Last-Modified"):
        assert name not in answer.headers


def test_errors_and_refusals_carry_it_too(opened: Browser) -> None:
    for answer in (
        opened.client.get("/p/0.css"),
        opened.client.get("/", headers={"Host": "evil.test"}),
        opened.client.post("/", headers={"Origin": "https://evil.test"}),
        opened.client.get("/x" * 5000),
        opened.app.test_client().get("/"),
    ):
        assert answer.status_code >= 300
        _has_every_header(answer)


@pytest.mark.parametrize(
    "host",
    [
        *("evil.test", "127.0.0.1.evil.test", "127.0.0.1:81", "localhost:8080", "192.168.1.2", "0.0.0.0", ""),
        *("localhost.", "127.1", "2130706433", "[::ffff:127.0.0.1]", "127.0.0.1:0", "localhost:080", "localhost, evil"),
    ],
)
def test_a_foreign_host_is_refused(opened: Browser, host: str) -> None:
    answer = opened.client.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert NEUTRAL in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.0.0.1:80", "LOCALHOST"])
def test_this_machine_is_not(opened: Browser, host: str) -> None:
    client = opened.app.test_client(use_cookies=False)
    assert client.get("/", headers={"Host": host, "Cookie": _cookies(opened)}).status_code == 203


def _cookies(browser: Browser) -> str:
    return f"{browser.desk.launch_cookie}={browser.desk.launch_token}"


@pytest.mark.parametrize("path", ["/", LEAVE, "/start/before", "/p/0.css", "/robots.txt", "/0123456789abcdef"])
def test_without_the_launch_cookie_there_is_one_neutral_page(desk: Desk, clock: TurningClock, path: str) -> None:
    stranger = Browser(desk, clock)
    assert stranger.post(path, follow=False).status_code == 303  # a page made from a POST would keep what was posted
    for answer in (stranger.get(path), stranger.post(path)):
        assert answer.status_code == 403
        assert NEUTRAL in answer.text
        assert "passphrase" not in answer.text.lower()


def test_a_wrong_secret_or_the_cookie_of_another_launch_does_not_let_in(desk: Desk, clock: TurningClock) -> None:
    stranger = Browser(desk, clock)
    assert stranger.get("/" + desk.launch_secret[:-1]).status_code == 403
    stranger.client.set_cookie(desk.launch_cookie, "x" * 32)
    assert stranger.get("/").status_code == 403


def test_cookies_are_strict_hidden_from_scripts_and_say_nothing(browser: Browser) -> None:
    launch = Browser(browser.desk, browser.clock).client.get("/" + browser.desk.launch_secret)
    unlocked = browser.post(browser.form(), {"passphrase": "lantern gravel unison pebble orchard tinsel"}, follow=False)
    for answer in (launch, unlocked):
        (cookie,) = answer.headers.getlist("Set-Cookie")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert re.match(r"[np][0-9a-f]{6}=", cookie)


FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.test"},
    {"Origin": "http://localhost:8080"},
    {"Origin": "https://localhost"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.test"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {},
)


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_post_from_elsewhere_is_refused_on_every_route(opened: Browser, headers: dict[str, str]) -> None:
    for rule in opened.app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and rule.rule != LEAVE:
            book = opened.desk.book_of(_token(opened))
            assert book
            answer = opened.client.post(book.path(_filled(rule)), headers=headers)
            assert answer.status_code == 403
            assert "nothing was done with it" in answer.text
    assert opened.desk.is_open


@pytest.mark.parametrize(
    "other", ["x=\xff\xfe", "{launch}=\xff", "{session}=no; {launch}=no", '"; =;;x', "x=" + "y" * 4000]
)
def test_cookies_of_another_program_on_this_machine_stand_in_nobodys_way(opened: Browser, other: str) -> None:
    desk = opened.desk
    other = other.format(launch=desk.launch_cookie, session=desk.session_cookie)
    ours = f"{desk.launch_cookie}={desk.launch_token}; {desk.session_cookie}={_token(opened)}"
    client = opened.app.test_client(use_cookies=False)
    for cookie in (f"{other}; {ours}", f"{ours}; {other}"):
        environ = {"HTTP_COOKIE": cookie}
        assert "Your notebook is open" in client.get("/", environ_overrides=environ).text
        assert client.get("/", environ_overrides={"HTTP_COOKIE": other}).status_code == 403
    environ = {"HTTP_COOKIE": f"{other}; {ours}"}
    assert client.post(LEAVE, environ_overrides=environ).status_code == 200
    assert not desk.is_open


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
@pytest.mark.parametrize("piece", ["image", "script", "iframe", "empty"])
def test_a_page_on_another_port_cannot_keep_it_open_by_asking_for_pieces(
    opened: Browser, site: str, piece: str
) -> None:
    """Another port of this machine is the same site: our cookies come along."""
    for _ in range(2):
        opened.wait(160)
        answer = opened.client.get("/", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Dest": piece})
        assert answer.status_code == 403
    assert not opened.desk.is_open


@pytest.mark.parametrize("headers", [*FOREIGN[:6], *FOREIGN[7:9]])
def test_another_site_cannot_make_her_leave(opened: Browser, headers: dict[str, str]) -> None:
    assert opened.client.post(LEAVE, headers=headers).status_code == 403
    assert opened.desk.is_open


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "null"}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_leaving_works_in_a_browser_that_says_nothing(opened: Browser, headers: dict[str, str]) -> None:
    assert opened.client.post(LEAVE, headers=headers).status_code == 200
    assert not opened.desk.is_open


@pytest.mark.parametrize("headers", [{"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}])
def test_one_of_the_two_headers_is_enough(browser: Browser, headers: dict[str, str]) -> None:
    answer = browser.client.post(browser.form(), data={"passphrase": "no"}, headers=headers)
    assert answer.status_code == 303


def test_a_refused_body_is_read_away_in_small_blocks(opened: Browser) -> None:
    class Long(io.RawIOBase):
        def __init__(self) -> None:
            self.left, self.largest, self.at = 5_000_000, 0, 0

        def tell(self) -> int:
            return self.at

        def seek(self, offset: int, whence: int = 0) -> int:
            self.at = 5_000_000 if whence == io.SEEK_END else offset
            return self.at

        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "all at once"
            self.largest = max(size, self.largest)
            size = min(size, self.left)
            self.left -= size
            return b"x" * size

    stream = Long()
    assert opened.client.post("/", input_stream=stream).status_code == 403
    assert stream.left == 0
    assert stream.largest <= 1 << 20
