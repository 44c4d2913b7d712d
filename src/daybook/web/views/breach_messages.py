"""Messages and calls held against her orders: who they are from, a flood confirmed in one go, or single ones of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.records.breach import SAYS
from daybook.domain.records.message_mark import TAGS
from daybook.domain.records.sender import ME, OTHER, THEM, THROUGH, WHO
from daybook.notebook import message_answers as held
from daybook.notebook import senders
from daybook.notebook.breaches import leads_to
from daybook.notebook.her_orders import called, terms_of
from daybook.notebook.message_signs import MOST_READ
from daybook.notebook.messages import NoSuchMessageError, message, sources
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import spoken
from daybook.web.addresses import go
from daybook.web.breach_words import calls_words, count_words, ends_words, from_words, shown_in_page
from daybook.web.dates import day_words
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _, ngettext
from daybook.web.views.people import in_words, plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.message_answers import HerSpan
    from daybook.notebook.messages import HerMessage
    from daybook.notebook.plans import HerPlan

views = Blueprint("breach_messages", __name__, url_prefix="/held")
ON_A_PAGE = 20
MESSAGES_ON_A_PAGE = 50
FEW = 3
"""A day with no more messages than this is shown with their words: she says yes or no to what she reads."""
NOTHING_TICKED = N_("Tick one or more, then press it again.")
IS = {
    "": N_("Not said yet"),
    THEM: N_("This is {person}"),
    THROUGH: N_("Somebody who writes or rings for {person}"),
    ME: N_("This is me"),
    OTHER: N_("Somebody else"),
}


@views.get("/who")
def who() -> ResponseReturnValue:
    """Every name and number in the files she brought in, to say once who each is."""
    plan = plan_here()
    files = [
        (record, source, [(number, each, _hint(plan, each)) for number, each in enumerate(found)])
        for record, source, found in senders.asked_about(notebook(), plan)
    ]
    options = [(value, plan.words(_(words))) for value, words in IS.items()]
    return render_template("breaches/who.html", files=files, options=options, count_words=count_words)


def _hint(plan: HerPlan, each: senders.FileSender) -> str:
    return spoken(plan, each.hint, _) if each.hint else ""


@views.post("/who")
def say_who() -> ResponseReturnValue:
    """Keep who each sender of one file is."""
    source, known = request.form.get("source", ""), {"", *dict(WHO)}
    for number, sender in enumerate(request.form.getlist("sender")):
        chosen = request.form.get(f"who.{number}", "")
        if chosen in known:
            senders.say_who(notebook(), source, sender, chosen)
    say(_("Kept. Nobody is told."))
    return go("breaches.index")


@views.get("/line")
def line() -> ResponseReturnValue:
    """The days that may have broken one line: those to look at, the newest first, then those she answered."""
    plan, term = plan_here(), request.args.get("term", "")
    words = terms_of(notebook()).get(term)
    if words is None:
        raise NoSuchRecordError
    every = [*{each.span.id: each for each in held.her_spans(notebook(), plan, term)}.values()]
    waiting = [each for each in every if not each.answer]
    begin = request.args.get("first", "")
    first = int(begin) if begin.isdecimal() else 0
    return render_template(
        "breaches/line.html",
        term=term,
        line={"number": words.number, "words": words.words, "order": called(every[0].order, _) if every else ""},
        days=[{**card(plan, each), "few": _few(each)} for each in waiting[first : first + ON_A_PAGE]],
        files=sources(notebook()),
        tag_words=dict(TAGS),
        first=first,
        more=first + ON_A_PAGE if len(waiting) > first + ON_A_PAGE else 0,
        groups=[
            (_(says), [card(plan, each) for each in every if each.answer == answer])
            for answer, says in SAYS
            if any(each.answer == answer for each in every)
        ],
        most_read=MOST_READ,
    )


def _few(her: HerSpan) -> list[HerMessage]:
    """The messages of a day where they are few; calls have no words."""
    if her.span.way == "call" or her.span.count > FEW:
        return []
    return [message(notebook(), (kept.source, kept.number)) for kept in held.messages_of(notebook(), her.span)]


def card(plan: HerPlan, her: HerSpan) -> dict[str, Any]:
    """One day of messages or calls, in words."""
    span, files = her.span, sources(notebook())
    first, last = held.ends_of(notebook(), span)
    return {
        "id": span.id,
        "term": span.found.term,
        "day": day_words(span.day),
        "title": from_words(span.way, span.count, span.sender),
        "ends": ends_words(first, last),
        "file": files[span.source].name if span.source in files else "",
        "some": bool(span.numbers),
        "reasons": in_words(plan, [reason.said for reason in span.found.reasons]),
        "unknown": in_words(plan, [*span.found.unknown]),
        "answer": her.answer,
        "said": her.said.record if her.said else "",
        "number": her.term.number,
        "words": her.term.words,
        "order": called(her.order, _),
        "order_id": span.found.order,
    }


@views.post("/say")
def answer() -> ResponseReturnValue:
    """Keep one answer about every ticked day and a line."""
    form, term = request.form, request.form.get("term", "")
    chosen = next((known for known in held.ANSWERS if known == form.get("says")), None)
    if chosen is None or not form.getlist("day"):
        say(_(NOTHING_TICKED))
        return go("breach_messages.line", term=term)
    many = held.say_days(notebook(), plan_here(), term, form.getlist("day"), chosen)
    say(ngettext("Kept for %(num)s day.", "Kept for %(num)s days.", many))
    return go("breach_messages.line", term=term)


@views.get("/day")
def day() -> ResponseReturnValue:
    """One day with its messages: confirmed as a whole, or single ones of it."""
    plan, asked = plan_here(), request.args
    her = held.span_of(notebook(), plan, asked.get("term", ""), asked.get("name", ""))
    every = held.messages_of(notebook(), her.span)
    first = int(asked["first"]) if asked.get("first", "").isdecimal() else 0
    shown, before, after = shown_in_page(every, first, MESSAGES_ON_A_PAGE)
    messages = [message(notebook(), (kept.source, kept.number)) for kept in shown]
    body = her.body
    about = held.calls_of(every) if her.span.way == "call" else ((), ())
    return render_template(
        "breaches/day.html",
        card=card(plan, her),
        leads_to=spoken(plan, leads_to(plan, her.order, her.term), _),
        messages=messages,
        calls=calls_words(*about),
        only=set(body.only) if body else set(),
        quoted=set(body.quoted) if body else set(),
        is_call=her.span.way == "call",
        first=first,
        before=before,
        after=after,
        most=held.MOST_QUOTED,
    )


@views.get("/again")
def again() -> ResponseReturnValue:
    """The day a record of hers is about, where it is still held against the line; else what she said of it."""
    record = request.args.get("record", "")
    found = held.found_again(notebook(), plan_here(), record)
    if found:
        return go("breach_messages.day", term=found.span.found.term, name=found.span.id)
    return go("breaches.show", record=held.answer_about(notebook(), record))


@views.post("/single")
def single() -> ResponseReturnValue:
    """Keep what she says of a day: all of it, the ticked ones, or only whose words stand on the page for the police."""
    form, plan = request.form, plan_here()
    her = held.span_of(notebook(), plan, form.get("term", ""), form.get("name", ""))
    shown, ticked, quoted = (_numbers(name) for name in ("shown", "pick", "quote"))
    body = her.body
    keep = [number for number in (body.quoted if body else ()) if number not in shown]
    wish, only = form.get("says", ""), [] if body is None else [n for n in body.only if n not in shown]
    if wish == "ticked":
        if not ticked:
            say(_(NOTHING_TICKED))
            return go("breach_messages.day", term=her.span.found.term, name=her.span.id)
        said = held.say(notebook(), her, "confirmed", only=[*only, *ticked], quoted=[*keep, *quoted])
        return _said(her, said.record, stays=False)
    for known in held.ANSWERS:
        if known == wish:
            said = held.say(notebook(), her, known, quoted=[*keep, *quoted])
            return _said(her, said.record, stays=known != "confirmed")
    return go("breach_messages.day", term=her.span.found.term, name=her.span.id)


def _said(her: HerSpan, record: str, *, stays: bool) -> ResponseReturnValue:
    say(_("Kept."))
    if stays:
        return go("breach_messages.line", term=her.span.found.term)
    return go("breaches.show", record=record)


def _numbers(name: str) -> list[int]:
    return [int(value) for value in request.form.getlist(name) if value.isdecimal()]


@views.get("/picked")
def picked() -> ResponseReturnValue:
    """Messages she ticked in the list, held against her orders: line by line, or why there is none."""
    plan, picks = plan_here(), []
    for value in request.args.getlist("pick"):
        source, _space, number = value.rpartition(" ")
        if number.isdecimal():
            picks.append((source, int(number)))
    chosen = [message(notebook(), pick) for pick in dict.fromkeys(picks)]
    if not chosen:
        raise NoSuchMessageError
    known = senders.who_is_who(notebook())
    unsaid = dict.fromkeys(
        each.kept.sender for each in chosen if each.kept.sender and (each.kept.source, each.kept.sender) not in known
    )
    found = held.spans_with(notebook(), plan, [each.kept for each in chosen])
    return render_template(
        "breaches/picked.html",
        chosen=chosen,
        files=sources(notebook()),
        tag_words=dict(TAGS),
        unsaid=[*unsaid],
        found=[(card(plan, her), numbers) for her, numbers in found],
    )
