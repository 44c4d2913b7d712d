"""The first page: locked, it says nothing of what it is; open, it is hers. And the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request

from daybook.journal.errors import PageDamagedError, PagesLostError
from daybook.notebook import ready
from daybook.web.addresses import DEAD, HERS, HOME, LEAVE
from daybook.web.drafts import keep_typed
from daybook.web.errors import sentence_of
from daybook.web.exits import exit_address
from daybook.web.first_page import first_page
from daybook.web.here import desk, hers, say
from daybook.web.i18n import _
from daybook.web.passphrase import tidied

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("front", __name__)
BLANK = "<!doctype html><title>Notes</title>"


@views.get(HOME)
def door() -> ResponseReturnValue:
    """Her first page when she is here, the locked page otherwise."""
    here = desk()
    if hers() and here.is_open:
        return first_page()
    kept_late = here.kept_late and not here.left
    return render_template("locked.html", exists=here.exists(), kept_late=kept_late, pages_lost=here.pages_lost)


@views.post("/unlock")
def unlock() -> ResponseReturnValue:
    """Open the notebook, or say in one sentence why it stays closed."""
    here = desk()
    ready.begin()
    try:
        typed = tidied(request.form.get("passphrase", ""))
        token = here.unlock(typed, what_is_left=here.pages_lost and "what_is_left" in request.form)
    except Exception as error:  # noqa: BLE001  (whatever it is, it is said on the locked page)
        here.pages_lost = here.pages_lost or isinstance(error, (PageDamagedError, PagesLostError))
        say(sentence_of(error)[0])
        return redirect(HOME, 303)
    return opened(token)


def opened(token: str) -> Response:
    """Send the browser that just opened the notebook to its first page, with the session's cookie."""
    ready.begin()
    _say_what_is_damaged(token)
    answer = Response(status=303, headers={"Location": HOME})
    answer.set_cookie(desk().session_cookie, token, httponly=True, samesite="Strict")
    return answer


def _say_what_is_damaged(token: str) -> None:
    """Words typed and not saved that cannot be read any more do not keep her from the rest, but are not kept quiet."""
    book = desk().book_of(token)
    if book and desk().notebook_of(book).drafts.damaged():
        book.said.append(_("Something typed and not saved was changed or damaged. What you saved is whole."))


@views.route(DEAD, methods=["GET", "POST"])
def dead() -> ResponseReturnValue:
    """An address of a session that is over: what was typed is sealed, and there is only the first page."""
    if request.method == "POST":
        keep_typed()
    return redirect(HOME, 303)


@views.route(LEAVE, methods=["GET", "POST"])
def leave() -> ResponseReturnValue:
    """Leave at once: lock, take the cookie away, answer with a blank page that goes on to somewhere neutral.

    The blank page comes from here, so it is there even when the other site is slow. Pages kept by the browser
    for Back are let go when the cookie changes. A bare look at this address does nothing.
    """
    here = desk()
    blank = Response(BLANK, mimetype="text/html")
    if request.method == "POST":
        here.leave()
        request.environ[HERS] = False
        blank.delete_cookie(here.session_cookie, httponly=True, samesite="Strict")
    address = exit_address(here.exit_to)
    if address:
        blank.headers["Refresh"] = f"0;url={address}"
    return blank
