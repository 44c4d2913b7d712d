"""What matters to her now: she names a few things, says of two which comes first, and stops when she likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import matters, ready
from daybook.notebook.matters import her_matters, words_of
from daybook.notebook.plans import her_plan
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.guide.matter import Matter

views = Blueprint("matters", __name__, url_prefix="/matters")
STANDS = (N_("First of all"), N_("Then"), N_("After that"))


@views.get("/")
def index() -> ResponseReturnValue:
    """The next pair while there is one; what follows from the answers otherwise; before all that, what there is."""
    plan = her_plan(notebook(), ready.pack())
    hers = her_matters(notebook(), plan.pack, plan.facts)

    def words(matter: Matter) -> str:
        return words_of(matter, plan.pack, plan.wording)

    if not hers.is_begun or "name" in request.args:
        return render_template("matters/name.html", hers=hers, words=words, hint=plan.words)
    if hers.ask and not hers.said.stopped:
        return render_template("matters/pair.html", hers=hers, words=words, hint=plan.words)
    rows = [(_stands(number), [words(matter) for matter in row]) for number, row in enumerate(hers.rows)]
    return render_template("matters/result.html", hers=hers, rows=rows, left=[words(matter) for matter in hers.left])


def _stands(number: int) -> str:
    return _(STANDS[min(number, len(STANDS) - 1)])


@views.post("/name")
def name() -> ResponseReturnValue:
    """Keep which things matter now."""
    names = request.form.getlist("matter")
    if not names:
        say(_("Choose at least one, or leave this for another day."))
        return go("matters.index", name=1)
    matters.name_matters(notebook(), ready.pack(), names)
    return go("matters.index")


@views.post("/say")
def say_first() -> ResponseReturnValue:
    """Keep her answer about two things, or stop, or go one back."""
    do = request.form.get("do", "")
    if do == "stop":
        matters.stop(notebook())
    elif do == "back":
        matters.take_back(notebook())
    else:
        matters.say_first(notebook(), request.form.get("one", ""), request.form.get("other", ""), do)
    return go("matters.index")


@views.post("/again")
def again() -> ResponseReturnValue:
    """Begin again from nothing, or go on where she stopped."""
    if request.form.get("do") == "go-on":
        matters.go_on(notebook())
    else:
        matters.begin_again(notebook())
    return go("matters.index")
