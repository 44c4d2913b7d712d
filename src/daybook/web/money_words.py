"""What follows from money, as a page says it: sums with what is left out, ideas with their cautions, the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.amount import pounds
from daybook.notebook.money import grounds_of
from daybook.notebook.people import spoken
from daybook.web.dates import MONTHS, month_words
from daybook.web.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.domain.money.idea import Caution, Idea
    from daybook.domain.money.saving import Saved
    from daybook.domain.money.sums import Sum
    from daybook.guide.knowledge import Statement
    from daybook.notebook.money import HerMoney
    from daybook.notebook.plans import HerPlan

WIDE, HIGH, FOOT, HEAD = 320, 150, 24, 24
"""Units of the picture: all of it, what stands under the bars, and what stands above the tallest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaWords:
    """An idea in her words. `step` is the id of the thing of her plan with its steps, or "" where it is not in it."""

    key: str
    said: str
    why: str
    cautions: list[str]
    step: str
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One week of the picture, and of the table beside it."""

    x: int
    y: int
    width: int
    height: int
    week: str
    put: str
    total: str


def idea_words(plan: HerPlan, ideas: Iterable[Idea]) -> list[IdeaWords]:
    """Ideas with their reasons, and never without what to think of first."""
    here = {item.id for item in plan.items}
    return [
        IdeaWords(
            key=idea.key,
            said=spoken(plan, idea.said, _),
            why=spoken(plan, idea.why, _),
            cautions=caution_words(plan, idea.cautions),
            step=idea.action if idea.action in here else "",
            changes=idea.changes,
        )
        for idea in ideas
    ]


def caution_words(plan: HerPlan, cautions: Iterable[Caution]) -> list[str]:
    """Cautions in her words."""
    return [spoken(plan, caution.said, _) for caution in cautions]


def grounds(plan: HerPlan, cautions: Iterable[Caution], ideas: Iterable[Idea]) -> list[Statement]:
    """What these cautions and ideas rest on, each statement once."""
    names = [name for caution in cautions for name in caution.basis]
    for idea in ideas:
        names += [*idea.basis, *(name for caution in idea.cautions for name in caution.basis)]
    return grounds_of(plan, names)


def sum_words(found: Sum) -> str:
    """What is known, added up; "" where nothing is."""
    return pounds(found.pence) if found.is_known else ""


def reach_words(her: HerMoney) -> str:
    """By when the weekly amount comes to what she wants; "" where she did not say both. It asks for nothing."""
    found, money = her.reach, her.money
    if found.state == "unsaid" or money.wanted is None:
        return ""
    if found.state == "there":
        return _("That is what you wanted to have put by, or more.")
    if found.state == "never":
        return _("With nothing put by in a week it stays as it is. That is fine.")
    weekly, wanted = pounds(money.weekly or 0), pounds(money.wanted)
    if found.state == "far" or found.day is None:
        return _(
            "At %(weekly)s a week, %(wanted)s would take more than ten years. A part of it can help too.",
            weekly=weekly,
            wanted=wanted,
        )
    month = month_words(found.day.year, found.day.month)
    if found.weeks == 1:
        return _("At %(weekly)s a week it would come to %(wanted)s within a week.", weekly=weekly, wanted=wanted)
    return _(
        "At %(weekly)s a week it would come to %(wanted)s in about %(weeks)s weeks: in %(month)s.",
        weekly=weekly,
        wanted=wanted,
        weeks=found.weeks,
        month=month,
    )


def bars(found: Saved) -> list[Bar]:
    """The picture of what there was at the end of each week, the oldest first; a total below nought has no bar."""
    highest = max((week.total for week in found.weeks), default=0)
    step = WIDE // max(len(found.weeks), 6)
    room = HIGH - FOOT - HEAD
    rows = []
    for number, week in enumerate(found.weeks):
        height = max(week.total, 0) * room // highest if highest > 0 else 0
        rows.append(
            Bar(
                x=number * step + 3,
                y=HIGH - FOOT - height,
                width=step - 6,
                height=height,
                week=_("%(day)s %(month)s", day=week.monday.day, month=_(MONTHS[week.monday.month - 1])),
                put=pounds(week.put),
                total=pounds(week.total),
            )
        )
    return rows
