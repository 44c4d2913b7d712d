"""What may have broken a line of an order: possibilities with their reasons, which she confirms or puts aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.happened import Happened
from daybook.domain.kinds import kind_of
from daybook.domain.records.breach import SAYS
from daybook.domain.records.sender import THEM, THROUGH
from daybook.notebook import breaches
from daybook.notebook.breach_days import that_do_not_fit
from daybook.notebook.her_orders import ORDER, TERM, called
from daybook.notebook.lines import lines_for
from daybook.notebook.message_answers import found_again, her_spans, to_look_at
from daybook.notebook.message_days import without_time
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import spoken
from daybook.notebook.senders import who_is_who
from daybook.web.addresses import go
from daybook.web.breach_words import happened_words, happening_words
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.shown import shown_fields
from daybook.web.views.people import in_words, plan_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from daybook.domain.revision import Revision
    from daybook.notebook.breaches import HerPossibility
    from daybook.notebook.message_answers import HerSpan
    from daybook.notebook.plans import HerPlan

views = Blueprint("breaches", __name__, url_prefix="/breaches")
SOURCE, PATTERN = "source.1", "pattern.1"
Card = tuple["Revision", str, list[dict[str, object]], str]
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
        files=notebook().count([SOURCE]) > 0,
        who_said=any(said.body.who in (THEM, THROUGH) for said in who_is_who(notebook()).values()),
        messages=_lines_with_messages(plan),
        waiting=to_look_at(notebook(), plan),
        no_time=without_time(notebook()),
        says=SAYS,
        lines=lines_for(plan),
    )


def _lines_with_messages(plan: HerPlan) -> list[tuple[str, str, str, str, int, int]]:
    """Lines that messages or calls may have broken: id, number, words, order, days to look at, days answered."""
    by_term: dict[str, list[HerSpan]] = {}
    for each in {each.span.key: each for each in her_spans(notebook(), plan)}.values():
        by_term.setdefault(each.span.found.term, []).append(each)
    return [
        (
            term,
            found[0].term.number,
            found[0].term.words,
            called(found[0].order, _),
            sum(1 for each in found if not each.answer),
            sum(1 for each in found if each.answer),
        )
        for term, found in sorted(by_term.items(), key=lambda item: (item[1][0].order.name, item[1][0].term.number))
    ]


def _cards(plan: HerPlan, found: Iterable[HerPossibility]) -> list[Card]:
    """Happenings with every line each may have broken: the record, its first words, the lines, and when it was."""
    by_record: dict[str, list[HerPossibility]] = {}
    for each in found:
        by_record.setdefault(each.happening.record, []).append(each)
    return [
        (
            each[0].happening,
            happening_words(each[0].happening, 160),
            [line(plan, one) for one in each],
            happened_words(each[0].happening, each[0].happened),
        )
        for each in by_record.values()
    ]


def line(plan: HerPlan, each: HerPossibility) -> dict[str, object]:
    """One line that may have been broken, in words."""
    return {
        "term_id": each.term_id,
        "number": each.term.number,
        "words": each.term.words,
        "order": called(each.order, _),
        "order_id": each.order_id,
        "reasons": in_words(plan, [reason.said for reason in each.found.reasons]) if each.found else [],
        "unknown": in_words(plan, [*each.found.unknown]) if each.found else [],
        "unfitting": "".join(in_words(plan, [why for _each, why in that_do_not_fit([each])])),
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


@views.get("/about")
def about() -> ResponseReturnValue:
    """One thing she wrote down: every line it could be about, and lines of orders that stood then."""
    plan, record = plan_here(), request.args.get("record", "")
    happening = notebook().latest(record)
    if happening.kind not in (*breaches.HAPPENINGS, PATTERN):
        raise NoSuchRecordError
    when = kind_of(happening.kind).when(happening.body)
    others = breaches.lines_then(notebook(), plan, record)
    return render_template(
        "breaches/about.html",
        happening=happening,
        when=when or Happened(),
        title=happening_words(happening, 300),
        lines=[line(plan, each) for each in breaches.about(notebook(), plan, record)],
        others=[
            {"term_id": name, "number": term.number, "words": term.words, "order": called(order, _)}
            for name, (term, order) in others.items()
        ],
        is_one=happening.kind in breaches.HAPPENINGS,
        says=dict(SAYS),
    )


@views.app_template_global("may_be_about_orders")
def may_be_about_orders(happening: Revision) -> bool:
    """Whether a page of a record leads to the lines of her orders: it is of such a kind, and there are lines."""
    return happening.kind in (*breaches.HAPPENINGS, PATTERN) and notebook().count([TERM]) > 0


@views.get("/show")
def show() -> ResponseReturnValue:
    """What she said of one happening and one line, with who was told and the reference."""
    plan, record = plan_here(), request.args.get("record", "")
    each, *others = breaches.all_of(notebook(), plan, record)
    if each.happening.kind == breaches.MESSAGES and (again := found_again(notebook(), plan, each.happening.record)):
        each = replace(each, found=again.span.found)
    latest = notebook().latest(record)
    hidden = {"says"} if latest.body.reported != Happened() else {"says", "reported"}
    return render_template(
        "breaches/show.html",
        happening=each.happening,
        title=happening_words(each.happening, 300),
        when=happened_words(each.happening, each.happened),
        line=line(plan, each),
        others=[line(plan, other) for other in others],
        is_hers=each.happening.kind != breaches.MESSAGES,
        says=dict(SAYS),
        fields=[field for field in shown_fields(latest.body) if field.name not in hidden],
        latest=latest,
    )
