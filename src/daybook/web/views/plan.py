"""Her plan: where to start, what there is now, soon and later, and each thing looked at closely."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import plans, ready
from daybook.notebook.closer import look_closer
from daybook.notebook.especially import especially
from daybook.notebook.lines import lines_for
from daybook.notebook.notebook import ChangedElsewhereError
from daybook.notebook.plans import KIND, HerPlan, Item, her_plan
from daybook.notebook.round import Round
from daybook.web.addresses import go
from daybook.web.dates import month_words, written_words
from daybook.web.drafts import keep_typed
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.numbers import number_words
from daybook.web.places import Place
from daybook.web.tool_links import tool_address

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from daybook.guide.action import Group

views = Blueprint("plan", __name__, url_prefix="/plan")
place = Place(
    order=20,
    words=N_("Your plan"),
    endpoint="plan.index",
    says=N_("What you could do, in a careful order. You choose what fits."),
    on_home=False,
)
views.add_app_template_filter(number_words, "in_words")

GROUPS: tuple[tuple[Group, str, str], ...] = (
    ("now", N_("Now"), N_("What can help at once, or makes the rest safer.")),
    ("soon", N_("Soon"), N_("In the coming days and weeks, each in its own time.")),
    ("ready", N_("When you are ready"), N_("It can wait. It can wait for ever, too.")),
)
NOTICED = {
    "no": N_("Not likely to be noticed."),
    "maybe": N_("It could be noticed."),
    "yes": N_("It would be noticed."),
}
CHOSEN = {
    "open": N_("Open again."),
    "done": N_("Kept as done."),
    "later": N_("Put off until later. It waits under “Later”."),
    "not_for_me": N_("Kept as not for you. You can bring it back at any time."),
}
SURE = {
    "source": N_("A page that was read says so."),
    "old-source": N_("From an older page. Ask a worker if it still holds."),
    "disputed": N_("Pages do not agree on this. Ask before you rely on it."),
    "general-knowledge": N_("From general knowledge. Ask a worker to confirm it."),
    "unknown": N_("This is not known. Ask a worker."),
}


def plan_here() -> HerPlan:
    """Her plan as it is now."""
    return her_plan(notebook(), ready.pack())


@views.get("/")
def index() -> ResponseReturnValue:
    """The whole plan: a short start first, then the rest in parts that open."""
    plan = plan_here()
    start = plan.start_here()
    groups = []
    for group, title, says in GROUPS:
        items = plan.open(group)
        hers = especially(plan, [item for item in items if item not in start])
        groups.append((_(title), _(says), hers, in_parts(plan, items)))
    aside = [
        (_("Later"), plan.chosen("later")),
        (_("Done"), plan.chosen("done")),
        (_("Not for me"), plan.chosen("not_for_me")),
        (_("No longer fits, kept"), list(plan.kept)),
    ]
    return render_template(
        "plan/index.html",
        plan=plan,
        start=start,
        groups=groups,
        aside=[(title, items) for title, items in aside if items],
        lines=lines_for(plan),
        noticed=NOTICED,
        next=Round(plan.pack, plan.answers).next_open(),
    )


def in_parts(plan: HerPlan, items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """These things by the part of the plan they belong to, in the order of the parts."""
    parts: dict[str, list[Item]] = {section.id: [] for section in plan.pack.cover.sections}
    for item in items:
        parts[item.action.section].append(item)
    titles = {section.id: section.title for section in plan.pack.cover.sections}
    return [(titles[part], found) for part, found in parts.items() if found]


@views.get("/<action>")
def show(action: str) -> ResponseReturnValue:
    """One thing of the plan: why, how, what to think of first, what it rests on, and her choice and note."""
    plan = plan_here()
    closer = look_closer(plan, action, datetime.now().astimezone().date())
    draft = notebook().drafts.get(draft_key(action))
    typed = draft.typed if draft else {}
    note = typed.get("note", [closer.item.note])[0].replace("\r\n", "\n")
    following = [item for item in plan.chosen("open") if item.position > closer.item.position]
    return render_template(
        "plan/show.html",
        closer=closer,
        item=closer.item,
        lines=lines_for(plan),
        note=note,
        note_before=typed.get("before", [closer.item.note])[0],
        unsaved=note != closer.item.note,
        earlier=_earlier(action, closer.item.note),
        key=draft_key(action),
        kind=KIND,
        tool=tool_address(closer.tool),
        next=following[0] if following else None,
        noticed=NOTICED,
        sure=SURE,
        day=day_words,
    )


def day_words(day: date) -> str:
    """A day in words: "21 November 2026"."""
    return _("%(day)s %(month)s", day=day.day, month=month_words(day.year, day.month))


def _earlier(action: str, now: str) -> list[tuple[str, str]]:
    """What her note said before, the newest first, each with when it was written."""
    found: list[tuple[str, str]] = []
    for revision in plans.step_history(notebook(), action):
        note = revision.body.note
        if note and note != now and (not found or found[-1][1] != note):
            found.append((written_words(revision.written), note))
    return found[::-1]


@views.post("/<action>/choice")
def choose(action: str) -> ResponseReturnValue:
    """Keep what she decided about one thing."""
    wanted = request.form.get("choice", "open")
    for choice in plans.CHOICES:
        if choice == wanted:
            plans.choose(notebook(), ready.pack(), action, choice)
            say(_(CHOSEN[choice]))
    return go("plan.show", action=action)


@views.post("/<action>/note")
def note(action: str) -> ResponseReturnValue:
    """Keep her note about one thing; hers is never put over other words without showing both."""
    form = request.form
    try:
        before = form.get("before", "").replace("\r\n", "\n").strip("\n")
        plans.write_note(notebook(), ready.pack(), action, form.get("note", ""), before=before)
    except ChangedElsewhereError as error:
        keep_typed(typed={"note": [form.get("note", "")], "before": [error.latest.body.note]})
        say(_("This note was changed in another window. Both are below; nothing is lost."))
        return go("plan.show", action=action)
    notebook().drafts.remove(draft_key(action))
    say(_("Your note is kept."))
    return go("plan.show", action=action)


def draft_key(action: str) -> str:
    """The note of an action is always the same form, so that its draft is found again."""
    return f"{KIND} {action}"
