"""Her money: what she put by, her accounts and debts with what follows from them, and what leaving could cost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from daybook.domain.money import accounts, debts, seen
from daybook.domain.money.accounts import Told
from daybook.domain.money.costs import Costs, with_amounts, with_aside, with_own, worked_out
from daybook.domain.money.saving import Reach, Saved, reach, saved
from daybook.domain.money.sums import Sum, summed
from daybook.domain.records.account import Account
from daybook.domain.records.debt import Debt
from daybook.domain.records.money import Money
from daybook.domain.records.put_by import PutBy
from daybook.notebook.nations import nation_of
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from daybook.domain.money.idea import Caution, Idea
    from daybook.domain.said import Said
    from daybook.guide.knowledge import Statement
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

MONEY, PUT_BY, ACCOUNT, DEBT = "money.1", "put-by.1", "account.1", "debt.1"
TOOLS = ("money", "accounts", "debts")
NEED = "money"
"""The need of the directory for whom to ask."""
BAG, PAPERS = "bag-item.1", "papers"
"""The kind of a thing for the bag, and the cost that follows from one that is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerAccount:
    """An account, what of it is seen, what is not said, and the ideas she did not put aside."""

    record: str
    account: Account
    cautions: list[Caution]
    missing: list[Said]
    ideas: list[Idea]


@dataclass(frozen=True, slots=True, kw_only=True)
class HerDebt:
    """A debt, what is not said of it, and the ideas she did not put aside."""

    record: str
    debt: Debt
    missing: list[Said]
    ideas: list[Idea]

    @property
    def is_coerced(self) -> bool:
        """Whether it was not her idea."""
        return debts.is_coerced(self.debt)


@dataclass(frozen=True, slots=True, kw_only=True)
class HerMoney:
    """Everything about money. `log` is by record, the newest first; `had` is what she has (cash and put by, pence).

    `owed` is over the debts that are not over, `owed_jointly` over those of them in both names. `ideas` are about no
    record; `put_aside` are those that are not for her now.
    """

    money: Money
    log: Mapping[str, PutBy]
    saved: Saved
    reach: Reach
    accounts: list[HerAccount]
    debts: list[HerDebt]
    owed: Sum
    owed_jointly: Sum
    costs: Costs
    ideas: list[Idea]
    put_aside: list[Idea]


def her_money(notebook: Notebook, plan: HerPlan, today: date) -> HerMoney:
    """Her money as it is now, in the light of what she told elsewhere."""
    money: Money = notebook.one(Money)
    log, told = log_of(notebook), told_in(plan)
    put = saved(log.values(), today)
    held = {revision.record: revision.body for revision in notebook.timeline([ACCOUNT])}
    owing = {revision.record: revision.body for revision in notebook.timeline([DEBT])}
    general = accounts.ideas_of_all(held.values(), told)
    ideas = [*general]
    for record, account in held.items():
        ideas += accounts.ideas_about(record, account, told)
    for record, debt in owing.items():
        ideas += debts.ideas_about(record, debt)
    kept = [idea for idea in ideas if idea.key not in money.aside]
    open_debts = [debt for debt in owing.values() if not debt.over]
    return HerMoney(
        money=money,
        log=log,
        saved=put,
        reach=reach(put.sum.pence, money.weekly, money.wanted, today),
        accounts=_accounts(held, kept),
        debts=_debts(owing, kept),
        owed=summed(debt.amount for debt in open_debts),
        owed_jointly=summed(debt.amount for debt in open_debts if debt.whose == "joint"),
        costs=worked_out(money.costs, wanted_of(plan), plan.facts),
        ideas=[idea for idea in kept if not idea.about],
        put_aside=[idea for idea in ideas if idea.key in money.aside],
    )


def _accounts(held: Mapping[str, Account], ideas: Iterable[Idea]) -> list[HerAccount]:
    """Each account with what follows from it, those no longer used at the end."""
    found = [
        HerAccount(
            record=record,
            account=account,
            cautions=seen.cautions(account),
            missing=[] if account.over else seen.missing(account),
            ideas=[idea for idea in ideas if idea.about == record],
        )
        for record, account in held.items()
    ]
    return sorted(found, key=lambda her: bool(her.account.over))


def _debts(owing: Mapping[str, Debt], ideas: Iterable[Idea]) -> list[HerDebt]:
    """Each debt with what follows from it, those that are over at the end."""
    found = [
        HerDebt(
            record=record,
            debt=debt,
            missing=[] if debt.over else debts.missing(debt),
            ideas=[idea for idea in ideas if idea.about == record],
        )
        for record, debt in owing.items()
    ]
    return sorted(found, key=lambda her: bool(her.debt.over))


def log_of(notebook: Notebook) -> dict[str, PutBy]:
    """Every time she put money by or took it out, the newest day first, those without a day at the end."""
    found = [(revision.record, revision.body) for revision in notebook.timeline([PUT_BY])][::-1]
    found.sort(key=lambda pair: pair[1].day or date.min, reverse=True)
    return dict(found)


def account_of(her: HerMoney, record: str) -> HerAccount:
    """One of her accounts. Raises NoSuchRecordError."""
    for found in her.accounts:
        if found.record == record:
            return found
    raise NoSuchRecordError


def debt_of(her: HerMoney, record: str) -> HerDebt:
    """One of her debts. Raises NoSuchRecordError."""
    for found in her.debts:
        if found.record == record:
            return found
    raise NoSuchRecordError


def lost_of(notebook: Notebook) -> list[str]:
    """What she noted in her bag as lost or out of reach, and so may have to be paid for again (W18)."""
    bag = [revision.body for revision in notebook.timeline([BAG])]
    return [thing.what for thing in bag if "lost" in thing.have]


def grounds_of(plan: HerPlan, names: Iterable[str]) -> list[Statement]:
    """What is held true of these ids where she lives, each once; ids of the ledger and of corrections hold nothing."""
    nation = nation_of(plan.pack, plan.facts)
    found = (plan.pack.statements.get(name) for name in dict.fromkeys(names))
    return [about for about in found if about and (not nation or nation in about.nations)]


def told_in(plan: HerPlan) -> Told:
    """What her answers say about accounts and where she lives."""
    return Told(
        apart="lives_apart" in plan.facts,
        own_account="own_account" in plan.facts,
        joint_benefits="joint_benefits" in plan.facts,
    )


def wanted_of(plan: HerPlan) -> list[str]:
    """The ids of her plan in order, but for what she said is not for her."""
    return [item.id for item in plan.items if item.choice != "not_for_me"]


def keep_amounts(notebook: Notebook, now: Money) -> None:
    """Keep the three amounts of `now`; costs and what is put aside stay as any window left them."""
    notebook.change(Money, lambda money: replace(money, on_her=now.on_her, weekly=now.weekly, wanted=now.wanted))


def keep_costs(notebook: Notebook, amounts: Mapping[str, int | None], own: tuple[str, int | None] | None) -> None:
    """Keep the amounts that were changed, by row, and one more of her own: its name and pence."""

    def by(money: Money) -> Money:
        costs = with_amounts(money.costs, amounts)
        return replace(money, costs=with_own(costs, *own) if own else costs)

    notebook.change(Money, by)


def leave_out(notebook: Notebook, row: str, *, aside: bool) -> None:
    """Leave a cost out for now, or bring it back; its amount stays."""
    notebook.change(Money, lambda money: replace(money, costs=with_aside(money.costs, row, aside=aside)))


def set_aside(notebook: Notebook, idea: str, *, aside: bool) -> None:
    """Keep that an idea is not for her now, or bring it back."""

    def by(money: Money) -> Money:
        others = tuple(other for other in money.aside if other != idea)
        return replace(money, aside=(*others, idea) if aside else others)

    notebook.change(Money, by)


def steps_of_tool(plan: HerPlan, her: HerMoney, tools: Collection[str] = TOOLS) -> list[tuple[Item, bool]]:
    """The open things of her plan that these tools do, each with whether it looks done: it is hers to say so."""
    return [(item, looks_done(item, her)) for item in plan.chosen("open") if item.action.tool in tools]


def looks_done(item: Item, her: HerMoney) -> bool:
    """Whether what she noted is what a thing of her plan asks for. It is hers to say that it is done.

    W8, W17: cash on her, or something put by. A new account: there is one nobody sees. Copies: each joint account has
    some. R12: each debt has a name and whose idea it was. Of the rest nothing here can tell.
    """
    joint = [found.account for found in her.accounts if found.account.whose == "joint" and not found.account.over]
    done = {
        "own-account": any(found.account.whose == "mine" and not found.cautions for found in her.accounts),
        "joint-account-copies": bool(joint) and all(account.papers for account in joint),
        "debts-list": bool(her.debts) and all(found.debt.whose and found.debt.idea for found in her.debts),
        "small-cash": bool(her.money.on_her) or her.saved.sum.pence > 0,
    }
    return done.get(item.id, False)
