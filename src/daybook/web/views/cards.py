"""Cards to carry: which numbers, under which names, what the card looks like, and what to know before it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.card.layout import LONGEST, LOOKS, Look
from daybook.export.card import STAMPED, STAMPS
from daybook.notebook import cards, ready
from daybook.notebook.cards import EmptyCardError, HerCards, on_of
from daybook.notebook.directory import directory_of, local_listings
from daybook.notebook.plans import her_plan
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed, new_key
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.said import Said
    from daybook.notebook.directory import Listing
    from daybook.notebook.plans import Item

views = Blueprint("cards", __name__, url_prefix="/cards")
place = Place(
    order=90,
    words=N_("Cards to carry"),
    endpoint="cards.index",
    says=N_("The few numbers that matter, on a card like a bank card. It can look like a loyalty card."),
    menu=False,
    among="ready",
)
NAME = "papers.pdf"
TITLES: dict[Look, str] = {"card": N_("A plain card"), "disguised": N_("A card that looks like something else")}
LONGEST_NUMBER = 60


def _say(said: Said) -> str:
    return said.said({}, _, _("%s and %s"))


def _look(value: str | None) -> Look:
    return "disguised" if value == "disguised" else "card"


def _off(her: HerCards, look: Look) -> list[tuple[str, str]]:
    """What stays off a card, by the name she knows it by, with the reason."""
    found = []
    for key, said in her.cards[look].off:
        entry = her.entry(key)
        found.append((entry.name or entry.called if entry else "", _say(said)))
    return found


@views.get("/")
def index() -> ResponseReturnValue:
    """The cards as they would look, what stays off them and why, and the ways on."""
    her = cards.her_cards(notebook())
    listings, steps = _from_guidance()
    return render_template(
        "cards/index.html",
        her=her,
        looks=[(look, _(TITLES[look]), her.cards[look], _off(her, look)) for look in LOOKS],
        warned=[_say(said) for _key, said in her.cards["card"].warned],
        title_off=_say(her.why_not_titled) if her.why_not_titled else "",
        stale=cards.out_of_date(her, listings),
        steps=[(item, her.some) for item in steps],
        stamps=STAMPS,
        stamped=STAMPED,
    )


def _from_guidance() -> tuple[list[Listing], list[Item]]:
    pack = ready.pack_if_read()
    if pack is None:
        return [], []
    plan = her_plan(notebook(), pack)
    return [*directory_of(plan, local_listings(notebook(), pack)).listings], [*cards.steps_of(plan)]


@views.get("/choose")
def choose() -> ResponseReturnValue:
    """Every number with the card it is on and its name there."""
    draft, her = notebook().drafts.get(f"{cards.KIND} choose"), cards.her_cards(notebook())
    return render_template(
        "cards/choose.html",
        her=her,
        typed=draft.typed if draft else {},
        folded="folded" in draft.typed if draft else her.settings.folded,
        key=f"{cards.KIND} choose",
        kind=cards.KIND,
        longest=LONGEST,
    )


@views.post("/choose")
def chosen() -> ResponseReturnValue:
    """Keep on which card each number is; only what was changed is written."""
    form = request.form
    for entry in cards.her_cards(notebook()).entries:
        on, called = on_of(form.get(f"on-{entry.key}", entry.on)), form.get(f"called-{entry.key}", entry.called)
        if form.get(f"on-{entry.key}") == "out":
            cards.remove(notebook(), entry.key)
        elif (on, " ".join(called.split())) != (entry.on, entry.called):
            cards.choose(notebook(), entry.key, on=on, called=called)
    if "title" in form:
        cards.shape(notebook(), title=form["title"], folded=bool(form.get("folded")))
    notebook().drafts.remove(f"{cards.KIND} choose")
    return go("cards.index")


@views.get("/own")
def own() -> ResponseReturnValue:
    """A number that is nobody's in her list: a name for the card, and the number."""
    key = request.args.get("key", "")
    draft = notebook().drafts.get(f"{cards.KIND} own {key}") if key else None
    typed = {name: (draft.typed.get(name) or [""])[0] if draft else "" for name in ("name", "number", "on")}
    return render_template(
        "cards/own.html",
        typed=typed,
        key=f"{cards.KIND} own {key or new_key()}",
        kind=cards.KIND,
        longest=LONGEST,
        longest_number=LONGEST_NUMBER,
    )


@views.post("/own")
def owned() -> ResponseReturnValue:
    """Keep it; without a name or a number the form comes back with what was typed."""
    form, key = request.form, request.form.get("key", "").rpartition(" ")[2]
    if not cards.add_own(notebook(), form.get("name", ""), form.get("number", ""), on=on_of(form.get("on")), key=key):
        keep_typed()
        say(_("It takes a name and a phone number. 999 is on no card: it comes first."))
        return go("cards.own", key=key)
    notebook().drafts.remove(form.get("key", ""))
    return go("cards.index")


@views.get("/services")
def services() -> ResponseReturnValue:
    """Who can help, to tick."""
    listings = _listings()
    her = cards.her_cards(notebook())
    there = {number.source for number in her.settings.numbers}
    rows = [(listing, number) for listing in listings if (number := cards.number_of(listing))]
    first = [row for row in rows if "talk" in row[0].needs or row[0].local]
    return render_template(
        "cards/services.html",
        groups=[(_("To talk to somebody"), first), (_("Others"), [row for row in rows if row not in first])],
        there=there,
    )


def _listings() -> list[Listing]:
    pack = ready.pack()
    return [*directory_of(her_plan(notebook(), pack), local_listings(notebook(), pack)).listings]


@views.post("/services")
def added() -> ResponseReturnValue:
    """Add what is ticked, and go on to names for the card."""
    wanted = request.form.getlist("service")
    cards.add_services(notebook(), [listing for listing in _listings() if listing.id in wanted])
    return go("cards.choose" if wanted else "cards.index")


@views.get("/before")
def before() -> ResponseReturnValue:
    """One card, and what to know before it leaves the notebook."""
    look = _look(request.args.get("look"))
    card = cards.her_cards(notebook()).cards[look]
    if card.is_empty:
        raise EmptyCardError
    return render_template(
        "cards/before.html", card=card, look=look, title=_(TITLES[look]), name=NAME, stamps=STAMPS, stamped=STAMPED
    )


@views.get("/take")
def take() -> ResponseReturnValue:
    """The card, made now, from memory, under a name that says nothing."""
    answer = Response(cards.card_paper(notebook(), _look(request.args.get("look"))), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
