"""What she reads when something goes wrong: one calm sentence, and what to do now. Nothing of it is logged."""

from __future__ import annotations

import inspect
import secrets
import sys
import traceback
from typing import TYPE_CHECKING

from flask import redirect, render_template, request
from werkzeug.exceptions import HTTPException

from daybook.web.addresses import HERS, HOME, go
from daybook.web.drafts import keep_typed
from daybook.web.here import desk, hers
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

_SENTENCES = {
    404: N_("This page is not here any more. Go back to the first page and open it from there."),
    405: N_("This page cannot be opened this way. Go back to the first page and open it from there."),
    413: N_("This is more than can be sent at once: 4 GB together. Send fewer files at a time, or a shorter film."),
}
_OTHER = N_("Something went wrong here, and it was not you. What was saved before is safe. Go back and try once more.")
_REMEMBERED = 20


def sentence_of(error: Exception) -> tuple[str, int]:
    """The sentence for an error, and the status it is answered with.

    An error of ours has its sentence as its docstring, with its place filled in. Any other says nothing of itself.
    """
    if isinstance(error, HTTPException):
        code = error.code or 500
        return _(_SENTENCES.get(code, _OTHER)), code
    if not type(error).__module__.startswith("daybook."):
        return _(_OTHER), 500
    words = inspect.cleandoc(type(error).__doc__ or "").split("\n\n")[0].replace("\n", " ")
    return _(words).format_map({**vars(error)}), 404 if isinstance(error, LookupError) else 409


def answer(error: Exception) -> ResponseReturnValue:
    """Show an error: at once after a GET, on a page of its own after a POST; locked, show only the locked page."""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:  # noqa: PLR2004
        return error.get_response()
    sentence, status = sentence_of(error)
    if status == 500:  # noqa: PLR2004
        log(error)
    locked_meanwhile = hers() and not desk().is_open
    if request.method != "POST" and not locked_meanwhile:
        return render_template("trouble.html", sentence=sentence), status
    kept = status != 413 and _keep()  # noqa: PLR2004  (too large to be read at all)
    if locked_meanwhile:
        request.environ[HERS] = False
        return redirect(HOME, 303)
    if kept:
        sentence += " " + _("What you typed is kept.")
    return go("trouble.show", number=remember(sentence))


def _keep() -> bool:
    try:
        return keep_typed()
    except Exception as error:  # noqa: BLE001  (the first error is the one to show)
        log(error)
        return False


def remember(sentence: str) -> str:
    """Keep a sentence for the page after this one, and return the number it is asked for by."""
    troubles = desk().troubles
    while len(troubles) >= _REMEMBERED:
        troubles.pop(next(iter(troubles)))
    number = secrets.token_hex(8)
    troubles[number] = sentence
    return number


def log(error: BaseException) -> None:
    """Say on stderr what kind of error it was and where in the program. Never its message: that may quote her."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    sys.stderr.write(f"{type(error).__name__} at {places}\n")


def catch(app: Flask) -> None:
    """Answer every error of an app here."""
    app.register_error_handler(Exception, answer)
