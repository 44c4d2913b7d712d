"""For somebody who is worried about a friend. What they say here is kept nowhere but in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import ready
from daybook.notebook.friends import for_a_friend
from daybook.web.addresses import go
from daybook.web.i18n import N_

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("friend", __name__, url_prefix="/friend")
PARTS = {
    "danger": N_("Danger"),
    "helps": N_("What helps"),
    "harms": N_("What can do harm"),
    "touch": N_("Safe ways to be in touch"),
    "proof": N_("Keeping proof"),
    "yourself": N_("You"),
    "ring": N_("Who to ring"),
}


@views.get("/")
def show() -> ResponseReturnValue:
    """What helps, fitted to what was chosen on this page, if anything was."""
    found = for_a_friend(ready.pack(), request.args.getlist("chosen"))
    return render_template("friend/show.html", found=found, parts=PARTS)


@views.post("/")
def chosen() -> ResponseReturnValue:
    """Fit the page to a few choices. They are in the memory of this session only, and go when it locks."""
    known = ready.pack().friend_choices
    picked = [name for name in (*request.form.getlist("about"), request.form.get("where", "")) if name in known]
    return go("friend.show", chosen=sorted(picked))
