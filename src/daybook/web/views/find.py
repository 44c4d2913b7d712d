"""Finding anything she keeps: entries, people, orders, papers and every message, in one list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.kinds import all_kinds, kind_of
from daybook.domain.records.message_mark import TAGS
from daybook.notebook import finding
from daybook.notebook.finding import ANY_MARK, MESSAGES, Hit
from daybook.notebook.messages import may_be_more_people, sources
from daybook.notebook.named import names
from daybook.notebook.order_spans import OrderSpan, span_of, spans
from daybook.readmodel.excerpts import BEGIN, END
from daybook.readmodel.kept import Key
from daybook.readmodel.record_search import RecordSearch
from daybook.web.addresses import go
from daybook.web.dates import date_words, day_words, when_words
from daybook.web.find_asked import NAMES, Typed, date_of, question_of, typed_of
from daybook.web.her_words import her_kind
from daybook.web.here import notebook
from daybook.web.i18n import N_, _
from daybook.web.message_words import sent_words, what_words
from daybook.web.places import Place

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.revision import Revision

views = Blueprint("find", __name__, url_prefix="/find")
place = Place(
    order=31,
    words=N_("Find"),
    endpoint="find.index",
    says=N_("Look for words in everything you wrote down and every message, by person and by date."),
    menu=False,
)
Choices = dict[str, list[tuple[str, str]]]
SORTS = (("oldest", N_("Oldest first")), ("closest", N_("Closest to your words first")))
_SPANS = {
    "since-given": N_("Since it was given (%(day)s)"),
    "before-given": N_("Before it was given (%(day)s)"),
    "since-made": N_("Since it was made (%(day)s)"),
    "before-made": N_("Before it was made (%(day)s)"),
    "during": N_("While it lasts (until %(day)s)"),
    "after": N_("After it ended (%(day)s)"),
}
_MOST_PEOPLE = 60
_LINES = re.compile(r"\s*\n\s*")
_PAGES: dict[str, str] = {
    "cards.1": "cards.index",
    "emergency.1": "emergency.words",
    "home.1": "home.show",
    "leaving-day.1": "leaving.index",
    "letter-details.1": "letters.index",
    "local_services.1": "local.index",
    "money.1": "costs.show",
    "option-note.1": "options.index",
}
"""Where the words of a kind stand that has no page for each record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of the list: what it is, when, where from, its words in pieces (and if found), and where it leads."""

    what: str
    when: str
    origin: str
    pieces: list[tuple[str, bool]]
    endpoint: str
    values: dict[str, Any]
    tags: tuple[str, ...] = ()


@views.get("/")
def index() -> ResponseReturnValue:
    """The form, and under it a page of what is found."""
    finding.begin(notebook())
    typed = typed_of(request.args)
    question, problems = question_of(notebook(), typed)
    beyond = None
    if request.args.get("number", "").isdecimal():
        beyond = Key(request.args.get("at", ""), request.args.get("of", ""), int(request.args["number"]))
    answer = finding.Answer()
    if not problems:
        answer = finding.find(notebook(), question, beyond=beyond, back="back" in request.args)
    choices = _choices(typed)
    return render_template(
        "find/index.html",
        asked=typed,
        typed={name: typed.get(name, "") for name in NAMES},
        problems=problems,
        is_asked=bool(typed.keys() - {"sort"}),
        only=[] if problems else _only(typed, choices),
        answer=answer,
        results=[_result(hit) for hit in answer.hits],
        most=finding.MOST_COUNTED,
        choices=choices,
        more_people=may_be_more_people(notebook()),
        orders=_orders(),
    )


@views.post("/")
def search() -> ResponseReturnValue:
    """Look for it; the words stay out of the address."""
    return go("find.index", **typed_of(request.form))


def _choices(typed: Typed) -> Choices:
    """What can be chosen, by field: values and words."""
    people, chosen = names(notebook())[:_MOST_PEOPLE], typed.get("person", "")
    if chosen and chosen not in people:
        people.insert(0, chosen)
    return {
        "person": [(name, name) for name in people],
        "kind": _kinds(),
        "tag": [(ANY_MARK, _("Any mark")), *((tag, _(words)) for tag, words in TAGS)],
        "sort": [(value, _(words)) for value, words in SORTS],
    }


def _only(typed: Typed, choices: Choices) -> list[str]:
    """What narrows the list besides words, as one reads it."""
    found = [words for name, offered in choices.items() for value, words in offered if typed.get(name) == value]
    order, _space, which = typed.get("span", "").partition(" ")
    if span := span_of(notebook(), order, which):
        found.append(_("%(order)s: %(when)s", order=span.name, when=_span_words(span)))
    for name, words in (("since", N_("from %(date)s on")), ("until", N_("until %(date)s"))):
        date = date_of(name, typed)
        found += [_(words, date=date_words(date))] if date else []
    return found


def _kinds() -> list[tuple[str, str]]:
    """The kinds of which there is something: hers as they are offered elsewhere, then messages."""
    there = notebook().find(RecordSearch.kinds)
    found = [
        (code, her_kind(kind).plural or her_kind(kind).name) for code, kind in all_kinds().items() if code in there
    ]
    return [*found, (MESSAGES, _("Messages"))] if sources(notebook()) else found


def _orders() -> list[tuple[str, list[tuple[str, str]]]]:
    """For each order she holds the stretches of time it gives: its name, and value and words of each."""
    found: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for span in spans(notebook()):
        found.setdefault(span.order, (span.name, []))[1].append((f"{span.order} {span.which}", _span_words(span)))
    return list(found.values())


def _span_words(span: OrderSpan) -> str:
    return _(_SPANS[span.which], day=day_words(span.day))


def _result(hit: Hit) -> Result:
    pieces = pieces_of(hit.excerpt)
    if hit.message:
        kept = hit.message.kept
        machine = tuple(flag for flag in hit.message.more.flags if flag == "machine-read")
        what = " · ".join(what_words(kept.kind, machine, hit.message.more.seconds)) or _("A message")
        return Result(
            what=what,
            when=sent_words(kept.sent) if kept.sent else _("Time not known"),
            origin=" · ".join(part for part in (kept.sender, _chat(kept.chat, kept.sender)) if part),
            pieces=pieces,
            endpoint="messages.one",
            values={"source": kept.source, "number": kept.number},
            tags=hit.message.mark.tags if hit.message.mark else (),
        )
    assert hit.record
    kind = kind_of(hit.record.kind)
    happened = kind.when(hit.record.body)
    endpoint, values = page_of(hit.record)
    when = when_words(happened) if happened else ""
    return Result(what=her_kind(kind).name, when=when, origin="", pieces=pieces, endpoint=endpoint, values=values)


def _chat(chat: str, sender: str) -> str:
    return _("in “%(chat)s”", chat=chat) if chat and chat != sender else ""


def pieces_of(excerpt: str) -> list[tuple[str, bool]]:
    """An excerpt in pieces, each with whether it is one of the found words; the lines of a record become one."""
    found: list[tuple[str, bool]] = []
    for number, piece in enumerate(_LINES.sub(" · ", excerpt).split(BEGIN)):
        word, end, after = piece.partition(END)
        found += [(word, bool(number and end)), (after, False)]
    return [(words.replace(END, ""), is_found) for words, is_found in found if words]


def page_of(revision: Revision) -> tuple[str, dict[str, Any]]:
    """The page where a record is read, and its values."""
    match revision.kind:
        case "mark.1":
            return "messages.one", {"source": revision.body.source, "number": revision.body.message}
        case "step.1":
            return "plan.show", {"action": revision.body.action}
        case kind if kind in _PAGES:
            return _PAGES[kind], {}
        case _:
            return "record.show", {"record": revision.record}
