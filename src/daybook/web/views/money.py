"""Money: what she has, what she puts by, and the ways on to accounts, debts and what leaving could cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.amount import pounds
from daybook.domain.kinds import kind_of
from daybook.domain.typed import typed_of
from daybook.notebook import money, ready
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.plans import HerPlan, her_plan
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed, new_key
from daybook.web.forms import Form, checked
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.money_words import FOOT, HIGH, WIDE, bars, grounds, idea_words, reach_words
from daybook.web.places import Place
from daybook.web.views.plan import SURE, day_words
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.money import HerMoney

views = Blueprint("money", __name__, url_prefix="/money")
place = Place(
    order=37,
    words=N_("Money"),
    endpoint="money.index",
    says=N_("A little put by, who sees your accounts, debts in your name, and what leaving could cost."),
    menu=False,
    among="ready",
)
views.add_app_template_global(pounds, "pounds")
AMOUNTS = "money.1 amounts"
"""The key of the one form about what she has and wants."""


def here() -> tuple[HerPlan, HerMoney]:
    """Her plan, for its facts and words, and her money."""
    plan = her_plan(notebook(), ready.pack())
    return plan, money.her_money(notebook(), plan, now().date())


@views.get("/")
def index() -> ResponseReturnValue:
    """What there is, in one look, and the four ways on."""
    plan, her = here()
    return render_template(
        "money/index.html",
        her=her,
        reached=reach_words(her),
        watched={"money_controlled", "no_own_money"} & plan.facts,
        ideas=idea_words(plan, her.ideas),
        asides=idea_words(plan, her.put_aside),
        grounds=grounds(plan, (), her.ideas),
        steps=money.steps_of_tool(plan, her),
        plan=plan,
        sure=SURE,
        day=day_words,
    )


@views.get("/amounts")
def amounts() -> ResponseReturnValue:
    """Cash on her, a weekly amount, and what she would like to have put by; what was typed and not kept comes first."""
    kind, draft = kind_of(money.MONEY), notebook().drafts.get(AMOUNTS)
    typed = draft.typed if draft else typed_of(notebook().one(kind.cls))
    found = checked(kind, typed, {}, now())
    problems = found if isinstance(found, list) else ()
    form = Form(kind=kind, key=AMOUNTS, typed=typed, files={}, problems=problems)
    return render_template("money/amounts.html", form=form)


@views.post("/amounts")
def keep_amounts() -> ResponseReturnValue:
    """Keep the three amounts, or give the form back with what there is to put right."""
    typed = {name: values for name, values in request.form.lists() if name in ("on_her", "weekly", "wanted")}
    found = checked(kind_of(money.MONEY), typed, {}, now())
    if isinstance(found, list):
        keep_typed(typed=typed, key=AMOUNTS)
        return go("money.amounts")
    money.keep_amounts(notebook(), found)
    notebook().drafts.remove(AMOUNTS)
    say(_("Kept."))
    return go("money.index")


@views.get("/put-by")
def put_by() -> ResponseReturnValue:
    """What she put by, as a picture and a table, one field to add to it, and every time she did."""
    plan, her = here()
    today = now().date()
    drawn = bars(her.saved)
    return render_template(
        "money/put_by.html",
        her=her,
        log=[*her.log.items()],
        drawn=drawn,
        size=(WIDE, HIGH, HIGH - FOOT),
        reached=reach_words(her),
        today={"day": today.day, "month": today.month, "year": today.year},
        key=new_key(),
        kind=money.PUT_BY,
        day=day_words,
        plan=plan,
    )


@views.get("/one")
def one() -> ResponseReturnValue:
    """One time she put money by, to change it or to see what it said before. Raises NoSuchRecordError."""
    record = request.args.get("record", "")
    log = money.log_of(notebook())
    if record not in log:
        raise NoSuchRecordError
    changed = notebook().latest(record).number > 1
    return render_template("money/one.html", record=record, put=log[record], changed=changed, day=day_words)


@views.post("/idea")
def idea() -> ResponseReturnValue:
    """Leave an idea out for now, or bring it back; then the page it is about."""
    key, aside = request.form.get("idea", ""), request.form.get("do") == "aside"
    money.set_aside(notebook(), key, aside=aside)
    say(_("Left out for now. You can bring it back at any time.") if aside else _("It is back."))
    record = key.partition(" ")[2]
    if not record or not aside:
        return go("money.index")
    endpoint = "debts.show" if notebook().latest(record).kind == money.DEBT else "accounts.show"
    return go(endpoint, record=record)
