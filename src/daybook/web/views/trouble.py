"""One sentence about what went wrong, after something was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template

from daybook.web.addresses import HOME
from daybook.web.here import desk

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("trouble", __name__, url_prefix="/trouble")


@views.get("/<number>")
def show(number: str) -> ResponseReturnValue:
    """Show the sentence; once it is forgotten there is only the first page."""
    sentence = desk().troubles.get(number)
    if sentence is None:
        return redirect(HOME, 303)
    return render_template("trouble.html", sentence=sentence)
