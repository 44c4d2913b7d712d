"""The codes she agreed: what each is and does, what it leaves behind, and whether it was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.happened import Happened
from daybook.domain.records.code import HOW, MEANS
from daybook.notebook import people
from daybook.notebook.people import spoken
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import _
from daybook.web.shown import shown_fields
from daybook.web.views.people import in_words, plan_here
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.plans import HerPlan, Item

views = Blueprint("codes", __name__, url_prefix="/codes")
_HEADED = ("what", "how", "whom", "means", "stopped")


@views.get("/")
def index() -> ResponseReturnValue:
    """Every code in one look: the words, who knows it, what happens then."""
    plan = plan_here()
    found = people.codes_of(notebook(), people.told_in(plan))
    return render_template(
        "people/codes.html",
        codes=[her for her in found if not her.code.stopped],
        old=[her for her in found if her.code.stopped],
        anybody=bool(people.people_of(notebook())),
        deaf=people.told_in(plan).deaf,
        steps=_steps(plan, ready=any(not her.missing and not her.code.stopped for her in found)),
        means=dict(MEANS),
        how=dict(HOW),
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One code: what it is, who knows it, what they do, what to think of, and a clearer way if there is one."""
    plan, record = plan_here(), request.args.get("record", "")
    her = people.code_of(notebook(), record, people.told_in(plan))
    return render_template(
        "people/code.html",
        her=her,
        code=her.code,
        how=dict(HOW).get(her.code.how, ""),
        means=[words for value, words in MEANS if value in her.code.means],
        fields=[
            field
            for field in shown_fields(her.code)
            if field.name not in _HEADED and getattr(her.code, field.name) != Happened()
        ],
        cautions=[(caution.about, spoken(plan, caution.said, _)) for caution in her.cautions],
        missing=in_words(plan, her.missing),
        better=spoken(plan, her.better, _) if her.better else "",
        changed=notebook().latest(record).number > 1,
        steps=_steps(plan, ready=not her.missing and not her.code.stopped),
    )


def _steps(plan: HerPlan, *, ready: bool) -> list[tuple[Item, bool]]:
    """What of her plan is about codes, each with whether it looks done: a code with both its parts, and tried."""
    return [(item, ready) for item in people.steps_of_tool(plan, "codes")]


@views.post("/tried")
def tried() -> ResponseReturnValue:
    """Keep that it was tried today."""
    record = request.args.get("record", "")
    people.tried(notebook(), record, now().date())
    say(_("Kept: tried today."))
    return go("codes.show", record=record)


@views.post("/stop")
def stop() -> ResponseReturnValue:
    """Keep that it is no longer used, or is again."""
    record, stopped = request.args.get("record", ""), request.form.get("do") == "stop"
    people.stop(notebook(), record, stopped=stopped)
    say(_("Kept as no longer used. Tell those who know it.") if stopped else _("In use again."))
    return go("codes.show", record=record)
