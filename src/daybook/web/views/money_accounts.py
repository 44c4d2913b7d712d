"""Her accounts: whose each one is, who sees what of it, and what she could ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.records.account import WHOSE
from daybook.notebook import money
from daybook.web.her_words import her_options
from daybook.web.here import notebook
from daybook.web.money_words import caution_words, grounds, idea_words
from daybook.web.shown import shown_fields
from daybook.web.views.money import here
from daybook.web.views.people import in_words
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("accounts", __name__, url_prefix="/accounts")
_HEADED = ("name", "whose", "over")


@views.get("/")
def index() -> ResponseReturnValue:
    """Every account with what of it is seen, those no longer used at the end."""
    plan, her = here()
    return render_template(
        "money/accounts.html",
        her=her,
        told=[(found, caution_words(plan, found.cautions)) for found in her.accounts],
        whose=her_options(WHOSE),
        joint=bool({"joint_account"} & plan.facts),
        steps=money.steps_of_tool(plan, her, ("accounts",)),
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One account: what is seen of it, what is not said, and ideas with what to think of first."""
    plan, her = here()
    record = request.args.get("record", "")
    found = money.account_of(her, record)
    ideas = idea_words(plan, found.ideas)
    return render_template(
        "money/account.html",
        found=found,
        whose=her_options(WHOSE).get(found.account.whose, ""),
        cautions=caution_words(plan, found.cautions),
        missing=in_words(plan, found.missing),
        ideas=ideas,
        changing=[idea for idea in ideas if idea.changes],
        fields=[field for field in shown_fields(found.account) if field.name not in _HEADED],
        changed=notebook().latest(record).number > 1,
        grounds=grounds(plan, found.cautions, found.ideas),
        plan=plan,
        sure=SURE,
        day=day_words,
    )
