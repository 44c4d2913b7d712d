"""Her options side by side: what each can bring, what it can cost, what makes it safer, where to ask; her own notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import ready
from daybook.notebook.lines import lines_for
from daybook.notebook.notebook import ChangedElsewhereError
from daybook.notebook.options import KIND, note_option, options_for, put_aside
from daybook.notebook.plans import her_plan
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.options import LaidOut
    from daybook.notebook.plans import HerPlan

views = Blueprint("options", __name__, url_prefix="/options")
NATIONS = {
    "england": N_("England"),
    "wales": N_("Wales"),
    "scotland": N_("Scotland"),
    "northern_ireland": N_("Northern Ireland"),
}


def plan_here() -> HerPlan:
    """Her plan as it is now, for her words and facts."""
    return her_plan(notebook(), ready.pack())


@views.get("/")
def index() -> ResponseReturnValue:
    """Every option that fits her; those she put aside are folded away below."""
    plan = plan_here()
    found = [(option, _typed(option)) for option in options_for(notebook(), plan)]
    return render_template(
        "options/index.html",
        options=[pair for pair in found if not pair[0].not_now],
        aside=[pair for pair in found if pair[0].not_now],
        nations=NATIONS,
        kind=KIND,
        lines=lines_for(plan),
    )


def _typed(option: LaidOut) -> tuple[str, str]:
    """What stands in the box of an option, and what was saved when she began to write in it."""
    draft = notebook().drafts.get(draft_key(option.id))
    typed = draft.typed if draft else {}
    return typed.get("note", [option.note])[0].replace("\r\n", "\n"), typed.get("before", [option.note])[0]


@views.post("/<name>/note")
def note(name: str) -> ResponseReturnValue:
    """Keep her note on one option; hers is never put over other words without showing both."""
    form = request.form
    try:
        before = form.get("before", "").replace("\r\n", "\n").strip("\n")
        note_option(notebook(), plan_here(), name, form.get("note", ""), before=before)
    except ChangedElsewhereError as error:
        keep_typed(typed={"note": [form.get("note", "")], "before": [error.latest.body.note]})
        say(_("This note was changed in another window. Both are below; nothing is lost."))
        return go("options.index")
    notebook().drafts.remove(draft_key(name))
    say(_("Your note is kept."))
    return go("options.index")


@views.post("/<name>/aside")
def aside(name: str) -> ResponseReturnValue:
    """Put one option aside for now, or bring it back."""
    not_now = request.form.get("do") == "not-now"
    put_aside(notebook(), plan_here(), name, not_now=not_now)
    say(_("Put aside. It waits below, and you can bring it back.") if not_now else _("It is back among the others."))
    return go("options.index")


def draft_key(name: str) -> str:
    """The note of an option is always the same form, so that its draft is found again."""
    return f"{KIND} {name}"
