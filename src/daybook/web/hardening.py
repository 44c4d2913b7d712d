"""The headers that every answer carries, whoever made it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import Headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Not "no-referrer": with that, browsers send `Origin: null` for our own forms.
    "Referrer-Policy": "same-origin",
    "Server": "",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NOT_FOR_BACK = "203 Non-Authoritative Information"
"""The status of every page, but for the blank one that leaving is answered with.

Chromium keeps pages for Back although they say no-store, and lets go of them when a cookie changes. But after leaving
without JavaScript it was seen to bring back the first page, the one that unlocking had led to. A page whose status is
not 200 is never kept, so that Back asks us, while the notebook is open too. Nor are the pages before there is a
notebook: six words on offer must not come back after she left.
"""
_PAGES = ("text/html", "text/css", "text/javascript", "application/pdf", "text/plain; charset=utf-8")
_BLOCK = 1 << 20


class Hardened:
    """The outermost layer: sets every header of HEADERS, over whatever was there, on every answer.

    A file of hers that is shown or handed out is sandboxed as well. What was sent and not read is read away in
    small blocks, because a browser that is still sending does not look at the answer.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass the request on, and put the headers on what comes back."""

        def start(status: str, listed: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401
            headers = Headers(listed)
            for name, value in HEADERS.items():
                headers[name] = value
            if not headers.get("Content-Type", "text/html").startswith(_PAGES):
                headers["Content-Security-Policy"] = f"{POLICY}; sandbox"
            is_page = headers.get("Content-Type", "").startswith("text/html")
            if environ["REQUEST_METHOD"] != "POST" and is_page and status.startswith("200"):
                status = NOT_FOR_BACK
            return start_response(status, headers.to_wsgi_list(), *more)

        answer = self._app(environ, start)
        if environ["REQUEST_METHOD"] == "POST":
            _read_away(environ)
        return answer


def _read_away(environ: WSGIEnvironment) -> None:
    left = int(environ.get("CONTENT_LENGTH") or 0)
    while left > 0 and (block := environ["wsgi.input"].read(min(left, _BLOCK))):
        left -= len(block)
