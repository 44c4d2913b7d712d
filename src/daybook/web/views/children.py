"""Her children: those she told of, what is noted about each, and what there is to think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.children.talk import ALWAYS
from daybook.domain.records.child import COVERED, HANDED, KEPT_PRIVATE, PLACES
from daybook.notebook import children
from daybook.notebook.people import spoken, steps_of_tool
from daybook.web.addresses import go
from daybook.web.dates import day_words
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.views.people import in_words, plan_here
from daybook.web.views.record import now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from daybook.domain.children.collecting import Care
    from daybook.notebook.children import HerChild
    from daybook.notebook.plans import HerPlan, Item

views = Blueprint("children", __name__, url_prefix="/children")
place = Place(
    order=45,
    words=N_("Children"),
    endpoint="children.index",
    says=N_("A practice card for 999, who collects, what school has, and a log of contact."),
    menu=False,
    among="ready",
)
views.add_app_template_filter(day_words, "day")

CONTACT = frozenset({"shares_children", "contact_happens", "contact_used_to_control"})


@views.get("/")
def index() -> ResponseReturnValue:
    """The children she told of by age, those in her list, and the way to handovers."""
    plan = plan_here()
    found = children.her_children(notebook(), plan, now().date())
    handovers = children.handovers_of(notebook())
    return render_template(
        "children/index.html",
        unnamed=[(age_words(age), children.begun(notebook(), age)) for age in children.unnamed(notebook(), plan)],
        begun=children.begun(notebook()),
        children=[(her, state(plan, her)) for her in found if not her.child.aside],
        aside=[her for her in found if her.child.aside],
        handovers=handovers[:3],
        more=len(handovers) > 3,  # noqa: PLR2004  (three fit without scrolling)
        contact=bool(CONTACT & plan.facts) or bool(handovers),
        names="\n".join(her.child.name for her in found if not her.child.aside),
        steps=steps_here(plan, found, children.TOOL, children.CARD, children.LOG),
    )


def age_words(age: int) -> str:
    """A child she told of by age alone."""
    return _("A child under one") if age == 0 else _("A child of %(age)s", age=age)


def state(plan: HerPlan, her: HerChild) -> list[str]:
    """What a list says of a child: who is close to the person harming her and collects, then what is not said."""
    urgent = [spoken(plan, care.said, _) for care in her.cares if care.rule in ("close", "address")]
    return urgent or in_words(plan, her.missing[:1])


def steps_here(plan: HerPlan, found: Iterable[HerChild], *tools: str) -> list[tuple[Item, bool]]:
    """What of her plan these tools do, each with whether it looks done."""
    here = [*found]
    counts = len(children.handovers_of(notebook())), len(children.arrangements_of(notebook()))
    return [(item, children.looks_done(item, here, *counts)) for item in steps_of_tool(plan, *tools)]


def her_child(plan: HerPlan) -> HerChild:
    """The child a page is about. Raises NoSuchRecordError."""
    return children.her_child(notebook(), plan, request.args.get("record", ""), now().date())


@views.get("/show")
def show() -> ResponseReturnValue:
    """One child: the card, who collects, what school has, what the child knows, and what is not to carry."""
    plan = plan_here()
    her = her_child(plan)
    child = her.child
    return render_template(
        "children/show.html",
        her=her,
        child=child,
        place=_words(PLACES, (child.place,)),
        handed=_words(HANDED, child.handed),
        covered=_words(COVERED, (child.covered,)),
        kept_private=_words(KEPT_PRIVATE, child.kept_private),
        cares=_said(plan, her.cares),
        missing=in_words(plan, her.missing),
        to_know=in_words(plan, her.to_know),
        not_to_carry=in_words(plan, her.not_to_carry),
        always=spoken(plan, ALWAYS, _),
        changed=notebook().latest(her.record).number > 1,
        together="lives_apart" not in plan.facts,
    )


def _words(options: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> list[str]:
    return [_(words) for value, words in options if value in chosen]


def _said(plan: HerPlan, cares: list[Care]) -> list[tuple[str, str]]:
    return [(spoken(plan, care.said, _), spoken(plan, care.instead, _)) for care in cares]


@views.post("/aside")
def aside() -> ResponseReturnValue:
    """Leave a child out for now, or bring the child back."""
    record, out = request.args.get("record", ""), request.form.get("do") == "aside"
    children.set_aside(notebook(), record, aside=out)
    say(_("Set aside. Nothing is lost.") if out else _("Back in the list."))
    return go("children.show", record=record)
