"""What a page does by itself or from its frame: stay open, keep what is typed, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect

from daybook.web.addresses import HOME
from daybook.web.drafts import keep_typed
from daybook.web.here import desk, seconds_left

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("desk", __name__, url_prefix="/desk")


@views.post("/stay")
def stay() -> ResponseReturnValue:
    """She is still here: the seconds until it locks by itself."""
    return str(seconds_left()), {"Content-Type": "text/plain; charset=utf-8"}


@views.post("/draft")
def draft() -> ResponseReturnValue:
    """Seal what a form holds so far."""
    keep_typed()
    return str(seconds_left()), {"Content-Type": "text/plain; charset=utf-8"}


@views.post("/lock")
def lock() -> ResponseReturnValue:
    """Lock, and show the locked page."""
    here = desk()
    here.lock()
    answer = redirect(HOME, 303)
    answer.delete_cookie(here.session_cookie, httponly=True, samesite="Strict")
    return answer
