"""Who can help, and how to reach them: by need, by words, by place. Nothing is fetched, and no search leaves here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import ready
from daybook.notebook.directory import Directory, directory_of, local_listings
from daybook.notebook.lines import lines_for
from daybook.notebook.nations import lives_elsewhere, question_of
from daybook.notebook.plans import HerPlan, her_plan
from daybook.notebook.rests_on import is_reviewed, least_sure, rests_on
from daybook.web.addresses import go
from daybook.web.dates import written_words
from daybook.web.here import notebook
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.nations import Where

views = Blueprint("directory", __name__, url_prefix="/directory")
place = Place(
    order=40,
    words=N_("Who can help"),
    endpoint="directory.index",
    says=N_("Helplines and services: what each is for, what it costs, and what a first call is like."),
)
LONGEST = 200
KINDS = {
    "phone": N_("Phone"),
    "text": N_("Text"),
    "whatsapp": N_("WhatsApp"),
    "chat": N_("Chat on a page"),
    "email": N_("E-mail"),
    "bsl": N_("British Sign Language, by video"),
    "relay": N_("Text relay"),
    "web": N_("Page"),
    "short-code": N_("Short number"),
}


def here() -> tuple[HerPlan, Directory]:
    """Her plan, for its facts and words, and the directory that fits them."""
    plan = her_plan(notebook(), ready.pack())
    return plan, directory_of(plan, local_listings(notebook(), plan.pack))


def where_words(where: Where) -> str:
    """Some nations in a heading: "Wales", "England and Wales", "All of the United Kingdom"."""
    if where.everywhere:
        return _("All of the %(country)s", country=where.title)
    *most, last = where.names
    return _("%(most)s and %(last)s", most=", ".join(most), last=last) if most else last


@views.get("/")
def index() -> ResponseReturnValue:
    """Who to ring first, then what she may be looking for."""
    plan, directory = here()
    needs, lines = directory.needs, lines_for(plan)
    question = question_of(plan.pack)
    return render_template(
        "directory/index.html",
        lines=lines,
        others=directory.beside(directory.named([line.name for line in lines])),
        first=[need for need in needs if need.first],
        further=[need for need in needs if not need.first],
        near=[listing for listing in directory.listings if listing.local],
        nation_known=bool(directory.nation),
        elsewhere=plan.pack.cover.title if lives_elsewhere(plan) else "",
        question=question.id if question else "",
    )


@views.get("/need")
def need() -> ResponseReturnValue:
    """Who helps with one thing (`need`), or everybody."""
    plan, directory = here()
    wanted = request.args.get("need", "")
    titles = {need.id: need.title for need in plan.pack.cover.needs}
    found = directory.for_need(wanted)
    return render_template(
        "directory/list.html",
        title=titles.get(wanted, _("Everybody in the list")),
        near=[listing for listing in found if listing.local],
        groups=[(where_words(where), listings) for where, listings in directory.groups(found)],
        others=directory.beside(found),
        lines=lines_for(plan),
        kinds=KINDS,
    )


@views.post("/search")
def search() -> ResponseReturnValue:
    """Look for words and a place; they stay out of the address and are kept nowhere."""
    words, where = (" ".join(request.form.get(name, "").split())[:LONGEST] for name in ("words", "place"))
    return go("directory.found", words=words, place=where)


@views.get("/found")
def found() -> ResponseReturnValue:
    """Who is known by these words, near this place."""
    plan, directory = here()
    words, where = request.args.get("words", ""), request.args.get("place", "")
    listings = directory.find(words, where) if words or where else []
    return render_template(
        "directory/found.html",
        words=words,
        place=where,
        near=[listing for listing in listings if listing.local],
        groups=[(where_words(nations), there) for nations, there in directory.groups(listings)] if words else [],
        lines=lines_for(plan),
        kinds=KINDS,
    )


@views.get("/<name>")
def show(name: str) -> ResponseReturnValue:
    """One service: the ways in, what they cost and leave behind, what a first call is like, how sure all this is."""
    plan, directory = here()
    listing = directory.one(name)
    titles = {need.id: need.title for need in plan.pack.cover.needs}
    about = {reach.about.id: reach.about for reach in listing.reaches if reach.about}
    return render_template(
        "directory/show.html",
        listing=listing,
        needs=[titles.get(need, need) for need in listing.needs],
        about=list(about.values()),
        others=directory.others(listing),
        basis=rests_on(plan, listing.service) if listing.service else [],
        reviewed=bool(listing.service and is_reviewed(listing.service)),
        is_old=listing.check_again < datetime.now().astimezone().date(),
        added=written_words(listing.local.added) if listing.local else "",
        kinds=KINDS,
        sure=SURE,
        least_sure=least_sure,
        day=day_words,
    )
