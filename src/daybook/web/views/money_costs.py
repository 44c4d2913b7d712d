"""What leaving could cost: the lines her plan leads to, amounts of hers, and what is not known in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.amount import NotAnAmountError, TooMuchError, pence_of, typed_pounds
from daybook.domain.typed import first
from daybook.notebook import money
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.money_words import sum_words
from daybook.web.views.money import here
from daybook.web.views.plan import SURE, day_words

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.money.costs import Row
    from daybook.domain.typed import Typed
    from daybook.guide.knowledge import Statement
    from daybook.notebook.plans import HerPlan

views = Blueprint("costs", __name__, url_prefix="/costs")
KEY = "money.1 costs"
"""The key of the one form about costs."""
LONGEST = 100
NAMELESS = N_("Give it a name too, so that you know it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One row of the form: its words, what her plan and her bag say of it, and what stands in it now."""

    id: str
    key: str
    words: str
    hint: str
    value: str
    was: str
    problem: str
    because: list[tuple[str, str]]
    lost: list[str]
    known: list[Statement]


@views.get("/")
def show() -> ResponseReturnValue:
    """Every line with room for an amount, the sum of what is known, and how much is not known yet."""
    plan, her = here()
    draft = notebook().drafts.get(KEY)
    typed: Typed = draft.typed if draft else {}
    lost = money.lost_of(notebook())
    own_amount, own_name = first(typed, "own_amount"), first(typed, "own_name")
    return render_template(
        "money/costs.html",
        her=her,
        total=sum_words(her.costs.sum),
        rows=[_asked(plan, f"r{number}", row, typed, lost) for number, row in enumerate(her.costs.rows)],
        aside=[(row.key, _words(row)) for row in her.costs.aside],
        own_name=own_name,
        own_amount=own_amount,
        own_problem=problem_of(own_amount) or (_(NAMELESS) if own_amount and not own_name else ""),
        gone=bool({"has_left", "stayed_home"} & plan.facts),
        answered=bool(plan.facts),
        key=KEY,
        kind=money.MONEY,
        plan=plan,
        sure=SURE,
        day=day_words,
    )


def _asked(plan: HerPlan, name: str, row: Row, typed: Typed, lost: list[str]) -> Asked:
    was = typed_pounds(row.cost.pence)
    value = first(typed, f"amount.{row.key}") if f"amount.{row.key}" in typed else was
    titles = {item.id: item.title for item in plan.items}
    return Asked(
        id=name,
        key=row.key,
        words=_words(row),
        hint=_(row.line.hint) if row.line else "",
        value=value,
        was=was,
        problem=problem_of(value),
        because=[(action, titles[action]) for action in row.because if action in titles],
        lost=lost if row.key == money.PAPERS else [],
        known=money.grounds_of(plan, row.line.statements) if row.line else [],
    )


def _words(row: Row) -> str:
    return _(row.line.words) if row.line else row.cost.name


def problem_of(typed: str) -> str:
    """What there is to put right in an amount that was typed; "" where nothing is."""
    try:
        pence_of(typed)
    except (NotAnAmountError, TooMuchError) as error:
        return _(str(type(error).__doc__))
    return ""


@views.post("/")
def keep() -> ResponseReturnValue:
    """Keep the amounts that were changed and one more of her own; leave a line out, or bring it back."""
    typed = {name: values for name, values in request.form.lists() if name.startswith(("amount.", "was.", "own_"))}
    wish, _space, row = request.form.get("do", "").partition(" ")
    if wish == "back":
        money.leave_out(notebook(), row, aside=False)
        return go("costs.show")
    own_name, own_amount = " ".join(first(typed, "own_name").split())[:LONGEST], first(typed, "own_amount")
    changed = _changed(typed)
    if any(problem_of(value) for value in (*changed.values(), own_amount)) or (own_amount and not own_name):
        keep_typed(typed=typed, key=KEY)
        return go("costs.show")
    amounts = {key: pence_of(value) for key, value in changed.items()}
    money.keep_costs(notebook(), amounts, (own_name, pence_of(own_amount)) if own_name else None)
    if wish == "out":
        money.leave_out(notebook(), row, aside=True)
    notebook().drafts.remove(KEY)
    say(_("Left out for now. You can bring it back at any time.") if wish == "out" else _("Kept."))
    return go("costs.show")


def _changed(typed: Typed) -> Mapping[str, str]:
    """The amounts that do not say what the page said when it was opened, by row."""
    rows = [name.removeprefix("amount.") for name in typed if name.startswith("amount.")]
    return {row: first(typed, f"amount.{row}") for row in rows if _differs(typed, row)}


def _differs(typed: Typed, row: str) -> bool:
    return first(typed, f"amount.{row}") != first(typed, f"was.{row}")
