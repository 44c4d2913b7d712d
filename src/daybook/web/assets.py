"""The few static files, addressed by what is in them and sent compressed."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from importlib import resources

from flask import Response, abort, request

from daybook.web.addresses import STATIC

TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}


@cache
def _files() -> dict[str, tuple[str, bytes, bytes]]:
    """Every static file by its path: its name, its bytes, and the same compressed."""
    found = {}
    for file in resources.files("daybook.web").joinpath("static").iterdir():
        name, plain = file.name, file.read_bytes()
        ending = name.rsplit(".", 1)[-1]
        if ending in TYPES:
            path = f"{hashlib.sha256(plain).hexdigest()[:16]}.{ending}"
            found[path] = (name, plain, gzip.compress(plain, mtime=0))
    return found


@cache
def asset(name: str) -> str:
    """The path of a static file: no word in it, and another one whenever the file changes."""
    return STATIC + next(path for path, (own, _, _) in _files().items() if own == name)


def send(path: str) -> Response:
    """Send a static file. Nothing is stored by the browser, so an old version is simply not found."""
    if path not in _files():
        abort(404)
    _, plain, small = _files()[path]
    answer = Response(plain, mimetype=TYPES[path.rsplit(".", 1)[-1]])
    if request.accept_encodings.quality("gzip") > 0:
        answer.set_data(small)
        answer.headers["Content-Encoding"] = "gzip"
    return answer
