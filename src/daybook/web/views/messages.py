"""Messages that were brought in: in order of time, found by words and people, marked, made into an incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.kinds import all_kinds
from daybook.domain.records.message_mark import TAGS
from daybook.notebook import messages
from daybook.notebook.messages import MOST_COUNTED, HerMessage, Pick
from daybook.notebook.notebook import title_of
from daybook.notebook.quoting import begin_incident
from daybook.readmodel.kept import Key
from daybook.readmodel.wanted import Wanted
from daybook.web.addresses import go, to
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.message_words import hour_words, what_words
from daybook.web.reopen import MARK

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.revision import Revision

views = Blueprint("messages", __name__, url_prefix="/messages")
_ASKED = ("text", "sender", "source", "order", "since")
_WHERE = ("at", "of", "number", "back")
"""Which page of the list: marking leads back to it."""
_MOST_PEOPLE = 12
_TAGS = dict(TAGS)


def said_of(her: HerMessage) -> list[str]:
    """What is known of a message besides its words: kind and flags. A file that is not there is said with its name."""
    flags = tuple(flag for flag in her.more.flags if flag != "not-in-export" or not her.more.attachments)
    return what_words(her.kept.kind, flags, her.more.seconds)


def asked_as(asked: dict[str, str], **other: str) -> dict[str, str]:
    """What is asked for, with this in place of that; "" leaves it out."""
    return {name: value for name, value in {**asked, **other}.items() if value}


views.add_app_template_filter(said_of, "said_of")
views.add_app_template_filter(asked_as, "asked_as")
views.add_app_template_filter(hour_words, "hour")
views.add_app_template_filter(title_of, "title_of")


@views.app_template_global("quoted_messages")
def quoted_messages(first: Revision) -> list[HerMessage]:
    """The messages a record was begun with, for its page; none for most."""
    return messages.quoted_in(notebook(), first.key) if first.key and "mark.1" in all_kinds() else []


@views.get("/")
def index() -> ResponseReturnValue:
    """A page of messages: all, or those with the words, the person and the file that are asked for."""
    asked = {name: request.args[name] for name in _ASKED if request.args.get(name)}
    what, source = _wanted(asked), asked.get("source", "")
    leaf = _leaf(what, source, newest=asked.get("order") != "oldest")
    close = None
    if asked.get("text") and not leaf.messages and (close := messages.forgiven(notebook(), what, source)):
        leaf = messages.listed(notebook(), close, source=source)
    found = messages.count(notebook(), close or what, source) if "text" in asked or "sender" in asked else 0
    files = messages.sources(notebook())
    return render_template(
        "messages/index.html",
        leaf=leaf,
        asked=asked,
        where={name: request.args[name] for name in _WHERE if name in request.args},
        found=found,
        is_close=close is not None,
        most=MOST_COUNTED,
        files=files,
        source=source,
        people=messages.people(notebook(), source)[:_MOST_PEOPLE],
        more_people=messages.may_be_more_people(notebook()),
        tags=TAGS,
        tag_words=_TAGS,
    )


def _wanted(asked: dict[str, str]) -> Wanted:
    return messages.wanted(asked.get("text", ""), sender=asked.get("sender"), since=asked.get("since", ""))


def _leaf(what: Wanted, source: str, *, newest: bool) -> messages.Leaf:
    beyond = None
    if request.args.get("number", "").isdecimal():
        beyond = Key(request.args.get("at", ""), request.args.get("of", ""), int(request.args["number"]))
    if beyond and "back" in request.args:
        return messages.listed_back(notebook(), what, source=source, newest=newest, beyond=beyond)
    return messages.listed(notebook(), what, source=source, newest=newest, beyond=beyond)


@views.post("/search")
def search() -> ResponseReturnValue:
    """Look for words; they stay out of the address."""
    asked = {name: request.form[name] for name in _ASKED if request.form.get(name)}
    asked["text"] = " ".join(asked.get("text", "").split())[:500]
    return go("messages.index", **{name: value for name, value in asked.items() if value})


@views.post("/mark")
def mark() -> ResponseReturnValue:
    """Mark the ticked messages with the chosen tags, or begin an incident with them."""
    picks = [_pick(value) for value in request.form.getlist("pick")]
    if request.form.get("do") == "incident":
        key = begin_incident(notebook(), picks, along="along" in request.form)
        return go("record.new", key=key)
    if request.form.get("do") == "orders" and picks:
        return go("breach_messages.picked", pick=[f"{source} {number}" for source, number in picks])
    tags = [tag for tag in request.form.getlist("tag") if tag in _TAGS]
    if not picks or not tags:
        say(_("Tick one message or more, and say what it is."))
    else:
        messages.mark(notebook(), picks, add=tags)
        say(_("Marked."))
    return redirect(to("messages.index", **request.args) + _place_of(picks), 303)


def _place_of(picks: list[Pick]) -> str:
    """The place on the page of the first message that was ticked: she goes on reading there."""
    shown = request.form.getlist("shown")
    places = [shown.index(name) + 1 for name in (f"{source} {number}" for source, number in picks) if name in shown]
    return f"#n{min(places)}" if places else ""


def _pick(value: str) -> Pick:
    """One message, as a form names it. Raises NoSuchMessageError."""
    source, _space, number = value.rpartition(" ")
    if not number.isdecimal():
        raise messages.NoSuchMessageError
    return source, int(number)


def _asked_for() -> Pick:
    return _pick(f"{request.args.get('source', '')} {request.args.get('number', '')}")


@views.get("/one")
def one() -> ResponseReturnValue:
    """One message with those around it, where it lies in the original, and her mark on it."""
    pick = _asked_for()
    shown = messages.around(notebook(), pick)
    her = next(each for each in shown if each.pick == pick)
    said = {"tag": her.mark.tags if her.mark else (), "note": her.mark.note if her.mark else ""}
    draft = notebook().drafts.get(_key(pick))
    typed = {"tag": draft.typed.get("tag", ()), "note": "".join(draft.typed.get("note", ()))} if draft else said
    return render_template(
        "messages/one.html",
        her=her,
        typed=typed,
        unsaved=bool(draft),
        key=_key(pick),
        around=shown,
        files=messages.sources(notebook()),
        tags=TAGS,
        tag_words=_TAGS,
    )


def _key(pick: Pick) -> str:
    """The note on a message is always the same form, so that its draft is found again."""
    return "{} {} {}".format(MARK, *pick)


@views.post("/tag")
def tag() -> ResponseReturnValue:
    """Say exactly what a message is, with a note; nothing chosen takes the mark off."""
    pick = _asked_for()
    tags = tuple(tag for tag in request.form.getlist("tag") if tag in _TAGS)
    messages.mark(notebook(), [pick], tags=tags, note=request.form.get("note", "").strip())
    notebook().drafts.remove(_key(pick))
    say(_("Saved."))
    return go("messages.one", source=pick[0], number=pick[1])


@views.get("/marked")
def marked() -> ResponseReturnValue:
    """Every message she marked, or those with one tag, in order of time."""
    asked = request.args.get("tag", "")
    return render_template(
        "messages/marked.html",
        messages=messages.marked(notebook(), asked),
        tag=asked,
        tabs=[("", N_("All")), *TAGS],
        files=messages.sources(notebook()),
        tag_words=_TAGS,
    )


@views.get("/busy")
def busy() -> ResponseReturnValue:
    """The hours in which most arrived, as counts, each leading to its messages."""
    return render_template("messages/busy.html", hours=messages.busiest(notebook()))
