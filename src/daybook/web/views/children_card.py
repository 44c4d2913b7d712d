"""The practice card of a child, big and plain, to be printed by itself; or words for the grown-ups around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, request

from daybook.domain.children.card import shows_address
from daybook.domain.children.collecting import told_by
from daybook.domain.children.missing import missing_for_card
from daybook.domain.children.practice import before, game
from daybook.domain.records.child import CARD_WORDS
from daybook.notebook import children
from daybook.notebook.people import spoken
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.views.children import age_words, her_child, steps_here
from daybook.web.views.people import in_words, plan_here
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.children.card import Card
    from daybook.notebook.children import HerChild
    from daybook.notebook.plans import HerPlan

views = Blueprint("children_card", __name__, url_prefix="/children/card")
PARTS = (
    ("away", N_("First")),
    ("call", N_("Then")),
    ("say", N_("Say")),
    ("stay", N_("And")),
    ("silent", N_("If you cannot talk")),
)
"""The parts of a card in the order a child reads them."""


@views.get("/")
def index() -> ResponseReturnValue:
    """Every child's card, and the children she told of who have none yet."""
    plan = plan_here()
    found = children.her_children(notebook(), plan, now().date())
    return render_template(
        "children/cards.html",
        children=[her for her in found if not her.child.aside],
        unnamed=[(age_words(age), children.begun(notebook(), age)) for age in children.unnamed(notebook(), plan)],
        begun=children.begun(notebook()),
        steps=steps_here(plan, found, children.CARD),
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """The card of one child, or the words for others, with what to think of first and how to practise."""
    plan = plan_here()
    her = her_child(plan)
    words = her.words or "others"
    contact = "contact_happens" in plan.facts
    return render_template(
        "children/card.html",
        her=her,
        child=her.child,
        **_paper(plan, her),
        before=in_words(plan, before(words, contact=contact, has_address=shows_address(her.child))),
        game=in_words(plan, [*game(words)]),
        missing=in_words(plan, missing_for_card(her.child, told_by(plan.facts, now().date()))),
        has_address=bool(her.child.address.strip()),
        options=[(value, _(says)) for value, says in (("", N_("Let the age decide")), *CARD_WORDS)],
    )


@views.get("/alone")
def alone() -> ResponseReturnValue:
    """The card, or the words for others, and nothing else: to show to a child, or to print."""
    plan = plan_here()
    her = her_child(plan)
    if her.words is None:
        return go("children_card.show", record=her.record)
    return render_template("children/alone.html", record=her.record, **_paper(plan, her))


def _paper(plan: HerPlan, her: HerChild) -> dict[str, Any]:
    """What is on the paper: the parts of the card, or the words for others."""
    others = her.others if her.words == "others" else []
    return {
        "parts_of_card": _parts(plan, her.card) if her.card else [],
        "others": [spoken(plan, said, _, voice="hers") for said in others],
    }


def _parts(plan: HerPlan, card: Card) -> list[tuple[str, str, list[str]]]:
    found = [(name, _(title), in_words(plan, [*getattr(card, name)])) for name, title in PARTS]
    return [part for part in found if part[2]]


@views.post("/practised")
def practised() -> ResponseReturnValue:
    """Keep that it was practised today."""
    record = request.args.get("record", "")
    children.practised(notebook(), record, now().date())
    say(_("Kept: practised today."))
    return go("children_card.show", record=record)


@views.post("/words")
def words() -> ResponseReturnValue:
    """Keep which words fit, or that there is no card for now."""
    record = request.args.get("record", "")
    children.use_words(notebook(), record, request.form.get("words", ""))
    say(_("Kept."))
    return go("children_card.show", record=record)


@views.post("/address")
def address() -> ResponseReturnValue:
    """Leave the address off the card, or put it back on."""
    record, hide = request.args.get("record", ""), request.form.get("do") == "hide"
    children.hide_address(notebook(), record, hide=hide)
    say(_("The address is off the card. It stays in your notes.") if hide else _("The address is on the card again."))
    return go("children_card.show", record=record)
