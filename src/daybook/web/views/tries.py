"""Ways out she tried: how to try one with children's ages in mind, what was tried, and what to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.web.here import notebook
from daybook.web.home_words import speak
from daybook.web.shown import shown_fields
from daybook.web.views.home import here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("tries", __name__, url_prefix="/tries")


@views.get("/")
def index() -> ResponseReturnValue:
    """What could be tried, and everything that was, the newest first."""
    found = here()
    return render_template(
        "home/tries.html",
        prompts=[speak(found, said) for said in found.prompts],
        tries=found.tries,
        person=found.person,
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One way out she tried."""
    history = notebook().history(request.args.get("record", ""))
    latest = history[-1]
    return render_template("home/tried.html", latest=latest, first=history[0], fields=shown_fields(latest.body))
