"""Pictures of her record on paper: what the paper tells whoever finds it, then the paper itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, render_template, request

from daybook.export.counts_paper import counts_paper
from daybook.export.words import PaperWords
from daybook.web.addresses import go
from daybook.web.count_sheets import Told, sheet_of
from daybook.web.here import say
from daybook.web.i18n import _
from daybook.web.views import around, pictures

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("pictures_paper", __name__, url_prefix="/pictures-paper")
NAME = "papers.pdf"


@views.get("/ask")
def ask() -> ResponseReturnValue:
    """What the paper holds, and what to know before it leaves the notebook."""
    return render_template("pictures/paper.html", told=told_here(), name=NAME, values=_values())


@views.post("/ask")
def asked() -> ResponseReturnValue:
    """Send the browser to the paper."""
    return go("pictures_paper.take", **_values())


@views.get("/take")
def take() -> ResponseReturnValue:
    """The paper, made now, from memory, under a name that says nothing."""
    told = told_here()
    if told is None:
        say(_("There is nothing to put on paper."))
        return go("pictures.show")
    made = counts_paper(sheet_of(told), paper=PaperWords(), made=dt.datetime.now(dt.UTC))
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer


def told_here() -> Told | None:
    """The page of pictures that this request names; None where there is nothing on it."""
    if request.args.get("page") == "around":
        day = around.asked_here()
        return around.around_told(day)[0] if day.which else None
    asked_for = pictures.asked_here()
    if asked_for is None:
        return None
    if request.args.get("page") == "hours":
        return pictures.hours_told(asked_for)[0]
    return pictures.over_time_told(asked_for)[0]


def _values() -> dict[str, Any]:
    return dict(request.args.lists())
