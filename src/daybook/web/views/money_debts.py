"""Debts: in whose name, whose idea, and who can be asked. Nothing here pays or stops anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.amount import pounds
from daybook.domain.happened import Happened
from daybook.domain.records.debt import IDEA, WHOSE
from daybook.notebook import money
from daybook.notebook.directory import directory_of, local_listings
from daybook.web.her_words import her_options
from daybook.web.here import notebook
from daybook.web.money_words import grounds, idea_words, sum_words
from daybook.web.shown import shown_fields
from daybook.web.views.directory import KINDS
from daybook.web.views.money import here
from daybook.web.views.people import in_words
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.directory import Listing
    from daybook.notebook.plans import HerPlan

views = Blueprint("debts", __name__, url_prefix="/debts")
_HEADED = ("owed", "amount", "whose", "idea", "over")


def asked(plan: HerPlan) -> list[Listing]:
    """Who can be asked about money and debts where she lives, and a few more where that is one number alone."""
    directory = directory_of(plan, local_listings(notebook(), plan.pack))
    found = directory.for_need(money.NEED)
    return [*found, *directory.beside(found)]


@views.get("/")
def index() -> ResponseReturnValue:
    """Every debt in one look, the sum of what is known, and who can be asked."""
    plan, her = here()
    return render_template(
        "money/debts.html",
        her=her,
        owed=sum_words(her.owed),
        jointly=sum_words(her.owed_jointly),
        whose=her_options(WHOSE),
        idea=dict(IDEA),
        services=asked(plan),
        kinds=KINDS,
        steps=money.steps_of_tool(plan, her, ("debts",)),
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One debt: what she noted, what is not said, ideas with what to think of first, and who can be asked."""
    plan, her = here()
    record = request.args.get("record", "")
    found = money.debt_of(her, record)
    return render_template(
        "money/debt.html",
        found=found,
        amount="" if found.debt.amount is None else pounds(found.debt.amount),
        whose=her_options(WHOSE).get(found.debt.whose, ""),
        idea=dict(IDEA).get(found.debt.idea, ""),
        missing=in_words(plan, found.missing),
        ideas=idea_words(plan, found.ideas),
        fields=[
            field
            for field in shown_fields(found.debt)
            if field.name not in _HEADED and getattr(found.debt, field.name) != Happened()
        ],
        changed=notebook().latest(record).number > 1,
        services=asked(plan),
        kinds=KINDS,
        grounds=grounds(plan, (), found.ideas),
        plan=plan,
        sure=SURE,
        day=day_words,
    )
