"""What a page does by itself or from its frame: stay open, keep what is typed, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect

from daybook.journal.errors import JournalError
from daybook.web.addresses import HOME
from daybook.web.drafts import keep_typed
from daybook.web.errors import sentence_of
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
    """Seal what a form holds so far; where that cannot be done, the page stays and says so."""
    try:
        keep_typed()
    except JournalError as error:
        if not desk().is_open:
            raise
        return sentence_of(error)[0], 507, {"Content-Type": "text/plain; charset=utf-8"}
    return str(seconds_left()), {"Content-Type": "text/plain; charset=utf-8"}


@views.post("/lock")
def lock() -> ResponseReturnValue:
    """Lock, and show the locked page."""
    here = desk()
    here.lock()
    answer = redirect(HOME, 303)
    answer.delete_cookie(here.session_cookie, httponly=True, samesite="Strict")
    return answer
