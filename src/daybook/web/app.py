"""The app: one desk, its pages, and the layers in front of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, current_app, redirect, request
from jinja2 import StrictUndefined

from daybook.web import assets, errors, i18n, places
from daybook.web.addresses import HERS, HOME, LEAVE, STATIC, Addresses, to
from daybook.web.door import Door
from daybook.web.exits import exit_address
from daybook.web.hardening import Hardened
from daybook.web.here import desk, hers, said, seconds_left
from daybook.web.uploads import LARGEST, LARGEST_TEXTS, SealedRequest

if TYPE_CHECKING:
    from collections.abc import Collection

    from flask.typing import ResponseReturnValue

    from daybook.web.desk import Desk

OPEN_TO_ALL = ("front", "start", "trouble")
"""The page files whose pages are there without an open notebook."""


def create_app(open_desk: Desk, only: Collection[str] = ()) -> Flask:
    """An app around one desk, with every page file or only some. Several may live in one process.

    From outside in: headers on everything, then who may come in, then opaque addresses, then the pages.
    """
    app = Flask("daybook.web", static_folder=None)
    app.request_class = SealedRequest
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST_TEXTS)
    app.extensions["desk"] = open_desk
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    app.add_url_rule(f"{STATIC}<path>", "asset", assets.send)
    app.before_request(_only_hers)
    app.context_processor(_always)
    places.register(app, only)
    i18n.speak(app)
    errors.catch(app)
    app.jinja_env.globals.pop("url_for")
    pages = app.wsgi_app

    def with_desk(environ: Any, start_response: Any) -> Any:  # noqa: ANN401  (a WSGI app)
        environ["daybook.desk"] = open_desk
        return pages(environ, start_response)

    app.wsgi_app = Hardened(Door(Addresses(with_desk, open_desk), open_desk))  # type: ignore[method-assign]
    return app


def _only_hers() -> ResponseReturnValue | None:
    """The second lock: even an address that slipped through shows nothing without the session."""
    if request.environ.get(HERS) or request.blueprint in (*OPEN_TO_ALL, None):  # None: a static file
        return None
    return redirect(HOME, 303)


def _always() -> dict[str, Any]:
    here = desk()
    return {
        "asset": assets.asset,
        "direction": i18n.direction(),
        "exit_address": exit_address(here.exit_to),
        "hers": hers() and here.is_open,
        "language": i18n.language(),
        "leave": LEAVE,
        "places": current_app.extensions["places"],
        "said": said(),
        "seconds_left": seconds_left(),
        "to": to,
    }
