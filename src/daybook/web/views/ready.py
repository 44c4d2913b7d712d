"""Get ready: every tool that makes something for the day it is needed, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, render_template

from daybook.web.i18n import N_
from daybook.web.places import Place

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("ready", __name__, url_prefix="/ready")
place = Place(
    order=25,
    words=N_("Get ready"),
    endpoint="ready.index",
    says=N_("People and codes, your bag, your home, the children, money, and the day itself."),
)
AMONG, ASKED = "ready", "asked"
"""Places among "asked" are shown only to who opens the line that says what they are about."""


@views.get("/")
def index() -> ResponseReturnValue:
    """Every place that belongs here, in the order of their own."""
    here = [place for place in current_app.extensions["places"] if place.among == AMONG]
    asked = [place for place in current_app.extensions["places"] if place.among == ASKED]
    return render_template("ready/index.html", here=here, asked=asked)
