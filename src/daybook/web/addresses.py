"""Opaque addresses: what the browser sees of a page is random, made for one session, and unknown to the next."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from flask import current_app, redirect, request, url_for

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from werkzeug.wrappers import Response

    from daybook.web.desk import Desk

HOME = "/"
LEAVE = "/n"
"""Where leaving is posted to. It can stand in a history, so it says nothing."""
STATIC = "/p/"
DEAD = "/dead"
BOOK = "daybook.book"
HERS = "daybook.hers"
LATE = "daybook.late"


class AddressBook:
    """Internal targets and their opaque paths, for one session. The same target always has the same path.

    `said` holds the sentences that its next page shows.
    """

    def __init__(self) -> None:
        self.said: list[str] = []
        self._turn = threading.Lock()
        self._paths: dict[str, str] = {}
        self._targets: dict[str, str] = {}

    def path(self, target: str) -> str:
        """The opaque path of an internal target ("/record/new?x=1")."""
        with self._turn:
            if target not in self._paths:
                path = "/" + secrets.token_urlsafe(15)
                self._paths[target] = path
                self._targets[path] = target
            return self._paths[target]

    def paths(self) -> set[str]:
        """Every opaque path there is in it."""
        with self._turn:
            return set(self._targets)

    def target(self, path: str) -> str:
        """The internal target of an opaque path; the dead page for one that is not in this book."""
        return self._targets.get(path, DEAD)


class Addresses:
    """The layer before Flask that turns opaque paths into internal ones, and lets no internal path in.

    Only the first page, the leaving path and static files pass as they are. What stands behind a "?" is dropped:
    no page here is asked for with one.
    """

    def __init__(self, app: WSGIApplication, desk: Desk) -> None:
        self._app, self._desk = app, desk

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with what stands behind this path in the book of its session."""
        found = map(self._desk.book_of, cookies(environ, self._desk.session_cookie) or [""])
        book = next(filter(None, found), None)
        environ[HERS] = book is not None
        environ[BOOK] = book
        path = environ.get("PATH_INFO", HOME)
        environ[LATE] = self._desk.was_hers(path)
        target = path if path in (HOME, LEAVE) or path.startswith(STATIC) else (book or self._desk.front).target(path)
        inner, _, query = target.partition("?")
        environ["PATH_INFO"] = unquote_to_bytes(inner).decode("latin-1")
        environ["QUERY_STRING"] = query
        return self._app(environ, start_response)


def cookies(environ: WSGIEnvironment, name: str) -> list[str]:
    """Every value sent for this cookie; tokens of ours only, so nothing is unquoted.

    Cookies belong to every port of this machine. Another program's may hold bytes that are no text, or bear our name:
    they must not stand in her way, least of all on the way out.
    """
    given = (piece.strip().partition("=") for piece in environ.get("HTTP_COOKIE", "").split(";"))
    return [value for key, _is, value in given if key == name]


def book_here() -> AddressBook:
    """The addresses this request may use: its session's, or those in front of the locked notebook right now."""
    desk: Desk = current_app.extensions["desk"]
    session: AddressBook | None = request.environ.get(BOOK)
    return session or desk.front


def to(endpoint: str, **values: Any) -> str:  # noqa: ANN401  (as Flask's url_for)
    """The opaque address of a view, for this session. Raises BuildError for a view that does not exist."""
    target = url_for(endpoint, **values)
    if target in (HOME, LEAVE):
        return target
    return book_here().path(target)


def go(endpoint: str, **values: Any) -> Response:  # noqa: ANN401  (as Flask's url_for)
    """Answer a POST: the browser is sent on to this view, and what was posted stays out of its history."""
    return redirect(to(endpoint, **values), 303)
