"""Who may come in: the browser this program was opened in, asking for this host, from our own pages."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from daybook.web.addresses import HOME, LEAVE, cookies

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from daybook.web.desk import Desk

HOSTS = ("127.0.0.1", "localhost", "[::1]")
_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Notes</title><h1>Not here</h1><p>{}</p></html>"
)
_START_AGAIN = "Nothing can be shown at this address. Start it again the way you did before."
_FOREIGN = (
    "This was not sent from a page of ours, so nothing was done with it. Go back and try again, or use a newer browser."
)


class Door:
    """The layer that refuses foreign hosts, other programs and other sites, each with one page that says nothing.

    The launch path gives the browser a cookie for as long as this program runs; nothing is answered without it.
    A browser that names neither Origin nor Sec-Fetch-Site may do one thing only: leave.
    """

    def __init__(self, app: WSGIApplication, desk: Desk) -> None:
        self._app, self._desk = app, desk

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Let a request in, or refuse it."""
        return self._answer(environ)(environ, start_response)

    def _answer(self, environ: WSGIEnvironment) -> WSGIApplication:
        if not names_us(environ):
            return _refusal(_START_AGAIN)
        if _same(environ.get("PATH_INFO", "")[1:], self._desk.launch_secret):
            return self._let_in()
        tokens = cookies(environ, self._desk.launch_cookie)
        if not any(_same(token, self._desk.launch_token) for token in tokens):
            # An old form of hers: a page made from a POST would put what she typed into the browser's session files.
            return redirect(HOME, 303) if environ["REQUEST_METHOD"] == "POST" else _refusal(_START_AGAIN)
        if is_piece_of_another_site(environ):
            return _refusal(_FOREIGN)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") and not sent_by_us(environ):
            return _refusal(_FOREIGN)
        return self._app

    def _let_in(self) -> Response:
        answer = redirect(HOME, 303)
        answer.set_cookie(self._desk.launch_cookie, self._desk.launch_token, httponly=True, samesite="Strict")
        return answer


def names_us(environ: WSGIEnvironment) -> bool:
    """Whether the Host is this machine and our port: a name that was made to point here is refused."""
    port = environ["SERVER_PORT"]
    allowed = {f"{host}:{port}" for host in HOSTS}
    if port == "80":
        allowed.update(HOSTS)
    return environ.get("HTTP_HOST", "").lower() in allowed


def is_piece_of_another_site(environ: WSGIEnvironment) -> bool:
    """Whether a page from elsewhere asks for this as a part of itself: a picture, a frame, a script.

    Another port of this machine is the same site, so its pages do send our cookies. They could read nothing, but
    every look of theirs would count as hers and keep the notebook from locking.
    """
    foreign = environ.get("HTTP_SEC_FETCH_SITE") in ("same-site", "cross-site")
    return foreign and environ.get("HTTP_SEC_FETCH_DEST", "document") != "document"


def sent_by_us(environ: WSGIEnvironment) -> bool:
    """Whether one of our own pages sent this, as far as the browser says."""
    site, origin = environ.get("HTTP_SEC_FETCH_SITE"), environ.get("HTTP_ORIGIN")
    if environ.get("PATH_INFO") == LEAVE and site is None and origin in (None, "null"):
        return True
    ours = f"{environ['wsgi.url_scheme']}://{environ['HTTP_HOST']}"
    return (site, origin) != (None, None) and site in (None, "same-origin") and origin in (None, ours)


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _refusal(sentence: str) -> Response:
    return Response(_PAGE.format(sentence), 403, mimetype="text/html")
