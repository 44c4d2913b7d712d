"""What may have broken a line of an order: possibilities with their reasons, which she confirms or puts aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.happened import Happened
from daybook.domain.records.breach import SAYS
from daybook.notebook import breaches
from daybook.notebook.her_orders import ORDER
from daybook.notebook.lines import lines_for
from daybook.notebook.notebook import title_of
from daybook.notebook.people import spoken
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.shown import shown_fields
from daybook.web.views.people import in_words, plan_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from daybook.notebook.breaches import HerPossibility
    from daybook.notebook.plans import HerPlan

views = Blueprint("breaches", __name__, url_prefix="/breaches")
ON_A_PAGE = 20
"""So many happenings on one page; a flood of them goes on over several."""
KEPT = {
    "confirmed": N_("Kept: you think it broke this line. You can add who you told, and the reference."),
    "not": N_("Kept: it did not break this line."),
    "unsure": N_("Kept: you are not sure."),
}
GROUPS = (
    ("", N_("To look at")),
    ("confirmed", N_("You said: it broke a line")),
    ("unsure", N_("You were not sure")),
    ("not", N_("You said: it did not")),
)


@views.get("/")
def index() -> ResponseReturnValue:
    """What is still to look at, the newest first; then what she said before."""
    plan = plan_here()
    found = breaches.possibilities(notebook(), plan)
    begin = request.args.get("first", "")
    first = int(begin) if begin.isdecimal() else 0
    groups = []
    for answer, words in GROUPS:
        cards = _cards(plan, (each for each in found if each.answer == answer))
        groups.append((answer, words, cards[first : first + ON_A_PAGE] if not answer else cards))
        if not answer:
            more = first + ON_A_PAGE if len(cards) > first + ON_A_PAGE else 0
    return render_template(
        "breaches/index.html",
        groups=groups,
        more=more,
        first=first,
        any_order=notebook().count([ORDER]) > 0,
        says=SAYS,
        lines=lines_for(plan),
    )


def _cards(plan: HerPlan, found: Iterable[HerPossibility]) -> list[tuple[object, str, list[dict[str, object]]]]:
    """Happenings with every line each may have broken: the record, its first words, the lines."""
    by_record: dict[str, list[HerPossibility]] = {}
    for each in found:
        by_record.setdefault(each.happening.record, []).append(each)
    return [
        (each[0].happening, title_of(each[0].happening, 160), [line(plan, one) for one in each])
        for each in by_record.values()
    ]


def line(plan: HerPlan, each: HerPossibility) -> dict[str, object]:
    """One line that may have been broken, in words."""
    return {
        "term_id": each.term_id,
        "number": each.term.number,
        "words": each.term.words,
        "order": each.order.name,
        "order_id": each.order_id,
        "reasons": in_words(plan, [reason.said for reason in each.found.reasons]) if each.found else [],
        "unknown": in_words(plan, [*each.found.unknown]) if each.found else [],
        "leads_to": spoken(plan, each.leads_to, _),
        "answer": each.answer,
        "said": each.said.record if each.said else "",
    }


@views.post("/say")
def answer() -> ResponseReturnValue:
    """Keep what she says of one happening and one line."""
    form = request.form
    wanted = form.get("says", "")
    for known in ("confirmed", "not", "unsure"):
        if known == wanted:
            kept = breaches.say(notebook(), form.get("happening", ""), form.get("term", ""), known)
            say(_(KEPT[known]))
            return go("breaches.show", record=kept.record) if known == "confirmed" else go("breaches.index")
    return go("breaches.index")


@views.get("/show")
def show() -> ResponseReturnValue:
    """What she said of one happening and one line, with who was told and the reference."""
    plan, record = plan_here(), request.args.get("record", "")
    each = breaches.one_of(notebook(), plan, record)
    latest = notebook().latest(record)
    hidden = {"says"} if latest.body.reported != Happened() else {"says", "reported"}
    return render_template(
        "breaches/show.html",
        happening=each.happening,
        title=title_of(each.happening, 300),
        line=line(plan, each),
        says=dict(SAYS),
        fields=[field for field in shown_fields(latest.body) if field.name not in hidden],
        latest=latest,
    )
