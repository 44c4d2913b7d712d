"""The few static files, named by what is in them and sent compressed."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from importlib import resources

from flask import Response, abort, request

from daybook.web.addresses import STATIC

TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}


@cache
def _file(name: str) -> tuple[str, bytes, bytes]:
    plain = resources.files("daybook.web").joinpath("static", name).read_bytes()
    return hashlib.sha256(plain).hexdigest()[:12], plain, gzip.compress(plain, mtime=0)


def asset(name: str) -> str:
    """The path of a static file; it changes whenever the file does."""
    return f"{STATIC}{_file(name)[0]}/{name}"


def send(version: str, name: str) -> Response:
    """Send a static file. Nothing is stored by the browser, so an old version is simply not found."""
    known = {file.name for file in resources.files("daybook.web").joinpath("static").iterdir()}
    if name not in known or _file(name)[0] != version:
        abort(404)
    _, plain, small = _file(name)
    answer = Response(plain, mimetype=TYPES[name.rsplit(".", 1)[1]])
    if request.accept_encodings.quality("gzip") > 0:
        answer.set_data(small)
        answer.headers["Content-Encoding"] = "gzip"
    return answer
