"""Bringing something in: look at a file first, keep it, watch it being read, see what could not be read."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, Response, make_response, render_template, request

from daybook.export.pictures import NotAPictureError
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.given_files import wall
from daybook.notebook.messages import A_PAGE, skipped, source_of, sources
from daybook.notebook.notebook import ChangedElsewhereError
from daybook.notebook.offers import Offers, keep_thing
from daybook.web.addresses import go
from daybook.web.claim_words import claim_lines
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _, ngettext
from daybook.web.message_words import sent_words
from daybook.web.places import Place
from daybook.web.reopen import SOURCE
from daybook.web.uploads import sealed_files
from daybook.web.views.again import again_of
from daybook.web.views.file import SIZES, cannot_show

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.notebook.offers import Offer

views = Blueprint("bring", __name__, url_prefix="/bring")
place = Place(
    order=12,
    words=N_("Bring something in"),
    endpoint="bring.index",
    says=N_("Chats, texts, calls and e-mails from a phone or an account. Find what was said, and mark what matters."),
    menu=False,
)
views.add_app_template_filter(sent_words, "sent")
_AGAIN = 3
"""Seconds until a page that shows progress is asked for again."""
_WATCHED = 5 * 60
"""Seconds for which it does so: asking counts as being there, and it is to lock by itself all the same."""
_LONGEST = 500
_IN_SHORT = ("taken", "place", "lasts", "device")
"""What a file says of itself that stands in a list of several."""


@views.get("/")
def index() -> ResponseReturnValue:
    """Choose files; those that wait for her yes; those that are here."""
    return render_template(
        "bring/index.html",
        waiting=notebook().beside(Offers).all(),
        sources=list(sources(notebook()).items()),
        kept=notebook().count(["kept-file.1"]),
    )


@views.post("/add")
def add() -> ResponseReturnValue:
    """Files arrived, sealed. Nothing is kept yet: say what they are."""
    offers = notebook().beside(Offers).add_all(sealed_files("files"))
    if not offers:
        say(_("No file was chosen."))
        return go("bring.index")
    return go("bring.look", key=offers[0].key) if len(offers) == 1 else go("bring.several")


@views.get("/several")
def several() -> ResponseReturnValue:
    """Every file that waits, each with what it is, and one press to keep those that leave nothing open."""
    waiting = notebook().beside(Offers).all()
    lines = {offer.key: claim_lines(one for one in offer.claims if one.name in _IN_SHORT) for offer in waiting}
    return render_template("bring/several.html", waiting=waiting, lines=lines)


@views.post("/keep-all")
def keep_all() -> ResponseReturnValue:
    """Keep every file that waits and asks nothing, each as it would be kept by itself."""
    about = {name: value for name, value in _about().items() if name != "name"}
    kept = 0
    for offer in notebook().beside(Offers).all():
        if not offer.is_open and not offer.before:
            _kept(offer, {**about, "name": ""}, {})
            kept += 1
    say(ngettext("%(num)s was kept.", "%(num)s were kept.", kept))
    return go("bring.several") if notebook().beside(Offers).all() else go("bring.index")


@views.post("/drop-all")
def drop_all() -> ResponseReturnValue:
    """Throw away every file that was only looked at."""
    for offer in notebook().beside(Offers).all():
        notebook().beside(Offers).drop(offer.key)
    say(_("They were not kept. The copies on your device are still there."))
    return go("bring.index")


@views.get("/picture")
def picture() -> ResponseReturnValue:
    """A small picture of a photo that waits."""
    try:
        file = notebook().beside(Offers).get(request.args.get("key", "")).file
        shown = notebook().picture(file, SIZES["large" if "large" in request.args else "small"])
    except NotAPictureError:
        return cannot_show()
    return Response(shown.jpeg, mimetype="image/jpeg")


@views.get("/look")
def look() -> ResponseReturnValue:
    """What a file is, and what has to be asked about it, before anything is kept."""
    offer = notebook().beside(Offers).get(request.args.get("key", ""))
    typed = {name: request.args.get(name, "") for name in ("open", "device", "obtained")}
    typed["name"] = request.args.get("name") or offer.file.name
    lines = claim_lines(offer.claims)
    cannot = offer.file.is_picture and not _can_be_shown(offer.file)
    return render_template(
        "bring/look.html", offer=offer, readings=_readings(offer), typed=typed, claims=lines, cannot=cannot
    )


def _can_be_shown(file: Attachment) -> bool:
    try:
        notebook().picture(file, SIZES["small"])
    except NotAPictureError:
        return False
    return True


def _readings(offer: Offer) -> dict[tuple[str, str], list[str]]:
    """By question and answer, how the first messages read then: their place in the file, time and sender."""
    return {
        (question, value): [" · ".join(part for part in (sent_words(one.sent), one.sender) if part) for one in messages]
        for question, value, messages in offer.readings
    }


@views.post("/keep")
def keep() -> ResponseReturnValue:
    """Keep the file, and begin to read it."""
    key = request.args.get("key", "")
    offer = notebook().beside(Offers).get(key)
    questions = offer.found.questions if offer.found else ()
    told = {question.id: request.form.get(f"answer.{question.id}", "") for question in questions}
    if not all(told.values()) and "open" not in request.form:
        say(_("A question is not answered. What depends on it would stay empty. Answer it, or press the button again."))
        return go("bring.look", key=key, open=1, **_about())
    record = _kept(offer, _about(), told)
    if offer.thing:
        say(_("Kept. You can say more about it whenever you like."))
    if notebook().beside(Offers).all():
        return go("bring.several")
    notebook().beside(Bringing).wait(record, 0.5)  # a short file is read by the time its page is shown
    return go("record.show" if offer.thing else "bring.show", record=record)


def _kept(offer: Offer, about: dict[str, str], told: dict[str, str]) -> str:
    """Keep one that waits, as what it is; its record."""
    if offer.thing:
        return keep_thing(notebook(), offer.key, **about)
    return bring_in(notebook(), offer.key, **about, answers=told)


def _about() -> dict[str, str]:
    typed = {name: request.form.get(name, "") for name in ("name", "device", "obtained")}
    return {
        name: " ".join(words.split())[:_LONGEST] if name != "obtained" else words.strip()
        for name, words in typed.items()
    }


@views.post("/drop")
def drop() -> ResponseReturnValue:
    """Throw a file away that was only looked at."""
    notebook().beside(Offers).drop(request.args.get("key", ""))
    say(_("It was not kept. The copy on your device is still there."))
    return go("bring.index")


@views.get("/show")
def show() -> ResponseReturnValue:
    """One file that was brought in: how far it is read, where it comes from, and what was found in it."""
    record = request.args.get("record", "")
    source = source_of(notebook(), record)
    progress = notebook().beside(Bringing).progress(record)
    again = [(one, source_of(notebook(), one.source).name) for one in source.again]
    again_read = again_of(record)
    source = source_of(notebook(), record)
    page = render_template(
        "bring/show.html",
        again_read=again_read,
        has_pictures=_may_have_pictures(record),
        record=record,
        source=source,
        progress=progress,
        again=again,
        changed=notebook().latest(record).number > 1,
    )
    answer: Response = make_response(page)
    progress = again_read.progress if again_read.running else progress
    if progress and progress.running and time.monotonic() - progress.began < _WATCHED:
        answer.headers["Refresh"] = str(_AGAIN)
    return answer


def _may_have_pictures(record: str) -> bool:
    """Whether one came with the first messages, or may come with a later one."""
    first = wall(notebook(), record, most=1, through=1_000)
    return bool(first.pictures or first.after)


@views.post("/go-on")
def go_on() -> ResponseReturnValue:
    """Stop reading, or read on."""
    record, bringing = request.args.get("record", ""), notebook().beside(Bringing)
    source_of(notebook(), record)
    if request.form.get("do") == "stop":
        bringing.stop(record)
        bringing.wait(record, 2)
    else:
        bringing.go_on(record)
        bringing.wait(record, 0.5)
    return go("bring.show", record=record)


@views.get("/gaps")
def gaps() -> ResponseReturnValue:
    """The parts of a file that could not be read: where each is, and why."""
    record, first = request.args.get("record", ""), int(request.args.get("first", "0"))
    source = source_of(notebook(), record)
    found = skipped(notebook(), record, first, A_PAGE)
    return render_template("bring/gaps.html", record=record, source=source, gaps=found, first=first, a_page=A_PAGE)


@views.get("/about")
def about() -> ResponseReturnValue:
    """What she says about a file: what it is called, whose it was, how she got it."""
    record = request.args.get("record", "")
    source = source_of(notebook(), record)
    typed = {name: getattr(source, name) for name in ("name", "device", "obtained")}
    draft = notebook().drafts.get(_key(record))
    if draft:
        typed |= {name: "".join(draft.typed.get(name, ())) for name in typed}
    return render_template("bring/about.html", record=record, typed=typed, unsaved=bool(draft), key=_key(record))


def _key(record: str) -> str:
    return f"{SOURCE} {record}"


@views.post("/about")
def told() -> ResponseReturnValue:
    """Keep what she says about a file; what she said before stays to be seen."""
    record = request.args.get("record", "")
    while True:
        source_of(notebook(), record)
        latest = notebook().latest(record)
        typed = _about()
        body = replace(latest.body, **typed | {"name": typed["name"] or latest.body.name})
        try:
            notebook().save(body, record=record, based_on=latest.number)
        except ChangedElsewhereError:  # a book was added this moment
            continue
        break
    notebook().drafts.remove(_key(record))
    say(_("Saved."))
    return go("bring.show", record=record)
