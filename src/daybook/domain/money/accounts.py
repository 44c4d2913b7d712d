"""What she could do about her accounts: each idea with its reason, its cautions and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daybook.domain.money.idea import Caution, Idea, about_joint
from daybook.domain.money.seen import is_joint, is_seen, may_be_joint
from daybook.domain.records.account import Account
from daybook.domain.said import Said

NOTICED = Caution(
    rule="noticed",
    said=Said(
        "{Person} may notice the change, or get a letter or a message about it. Ask what is sent before you agree."
    ),
    basis=("P20", "T11"),
)
LOOK = Caution(
    rule="look",
    said=Said("A call or a sign-in can leave a trace on the phone. A safer device or a branch leaves less."),
    basis=("T05", "P20"),
)
GIVES_AWAY = Caution(
    rule="gives-away",
    said=Said("Letters, cards, e-mails and alerts can give it away. So can a new app on your phone."),
    basis=("P20", "T11", "X21"),
)
UNUSED = Caution(
    rule="unused",
    said=Said("A card that is no longer used can be noticed too. A usual payment now and then shows less."),
    basis=("T11",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What she told elsewhere: whether she lives apart, has an account of her own, or benefits together with them."""

    apart: bool = False
    own_account: bool = False
    joint_benefits: bool = False


def ideas_about(record: str, account: Account, told: Told) -> list[Idea]:
    """Every idea about one account, what only looks before what changes something; none for one that is closed."""
    if account.over:
        return []
    if account.whose == "theirs":
        return [_not_hers(record)]
    return [*_looking(record, account, told), *_changing(record, account)]


def ideas_of_all(accounts: Iterable[Account], told: Told) -> list[Idea]:
    """What no account of hers does yet: be hers alone (W17, X21). And a joint benefit payment (P24)."""
    found = []
    mine = any(account.whose == "mine" and not is_seen(account) and not account.over for account in accounts)
    if not mine and not told.own_account:
        found.append(
            Idea(
                rule="own-account",
                said=Said("Some people open an account that only they can see."),
                why=Said("It keeps money and plans apart. It can also wait."),
                cautions=(GIVES_AWAY,),
                basis=("W17", "X21", "P20", "T11"),
                changes=True,
                action="own-account",
            )
        )
    if told.joint_benefits:
        found.append(_benefits(told))
    return found


def _looking(record: str, account: Account, told: Told) -> Iterator[Idea]:
    """Copies (P20, T06, T12), asking the bank (P20, T11), paying elsewhere (W25): nothing is changed by these."""
    joint = may_be_joint(account)
    careful = _careful(account, changes=False)
    if is_joint(account) and not account.papers:
        yield Idea(
            rule="copies",
            about=record,
            said=Said("Keep copies of the last months' statements."),
            why=Said("Money in a joint account can move or go. Copies show what was there."),
            cautions=careful,
            basis=("P20", "T06", "T12", "W17"),
            joint=joint,
            action="joint-account-copies",
        )
    if is_seen(account):
        yield Idea(
            rule="ask-bank",
            about=record,
            said=Said("Ask the bank, in private, what it sends and to whom."),
            why=Said("Then you know what is seen before anything changes. Some branches have a private room."),
            cautions=careful,
            basis=("P20", "T11", "W25"),
            joint=joint,
            action="tell-the-bank",
        )
    shown = is_joint(account) or {"statements", "alerts", "login"} & set(account.sees)
    if told.apart and shown:
        yield Idea(
            rule="pay-elsewhere",
            about=record,
            said=Said("Near places you want to keep private, pay with cash or a card of your own."),
            why=Said("A payment shows the shop, the town and the day."),
            cautions=(*careful, UNUSED),
            basis=("W25", "T11", "X21"),
            joint=joint,
            action="joint-cards-show-places",
        )


CHANGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "before-a-block": (
        "Before it is blocked, closed or emptied: ask what happens then, and who is told.",
        "Bills, pay and benefits may stop with it, and debts on it can go on.",
        ("P20", "W25"),
    ),
    "paid-in": (
        "Ask where your pay or benefits could go instead, and from which day.",
        "What comes in here, {person} can see or spend.",
        ("W17", "P20"),
    ),
    "post": (
        "Ask the bank about a safe address, or no letters on paper.",
        "Letters, new cards and PINs show what you do.",
        ("P20", "X21"),
    ),
    "app": (
        "Look at it on a safer device, and ask which alerts are sent and to whom.",
        "An app or an alert can show a payment and its place within seconds.",
        ("T11", "T05"),
    ),
    "login": (
        "A new password or code, on a safer device: first the e-mail, then the bank.",
        "The order matters: who reads the e-mail can open the rest again.",
        ("T05",),
    ),
    "their-card": (
        "Ask the bank how a second card is stopped, and what is sent then.",
        "Until then money can be spent with it.",
        ("P20",),
    ),
}
"""Each change there is to ask about: what to ask, why, and what it rests on."""


def _changing(record: str, account: Account) -> Iterator[Idea]:
    """What would be noticed (P20, T05, T11): always a question first, never a change by itself."""
    careful = _careful(account, changes=True)
    action = "joint-account-change" if is_joint(account) else "tell-the-bank"
    for rule in _fitting(account):
        said, why, basis = CHANGES[rule]
        yield Idea(
            rule=rule,
            about=record,
            said=Said(said),
            why=Said(why),
            cautions=careful,
            basis=basis,
            joint=may_be_joint(account),
            changes=True,
            action="change-accounts" if rule == "login" else action,
        )


def _fitting(account: Account) -> list[str]:
    """The changes there is a reason to ask about, in the order of the table."""
    sees, paid_in = set(account.sees), {"pay", "benefits", "maintenance"} & set(account.through)
    fits = {
        "before-a-block": is_joint(account),
        "paid-in": bool(paid_in) and (is_joint(account) or bool({"login", "card"} & sees)),
        "post": account.post in ("shared", "unsure"),
        "app": account.app in ("seen", "unsure") or "alerts" in sees,
        "login": "login" in sees,
        "their-card": "card" in sees and not is_joint(account),
    }
    return [rule for rule in CHANGES if fits[rule]]


def _not_hers(record: str) -> Idea:
    return Idea(
        rule="not-hers",
        about=record,
        said=Said("Sign in only to accounts that carry your name."),
        why=Said("What was paid for you or taken from you can be noted without looking into it."),
        cautions=(
            Caution(
                rule="offence", said=Said("Signing in to somebody else's account may be an offence."), basis=("T12",)
            ),
        ),
        basis=("T12",),
    )


def _benefits(told: Told) -> Idea:
    """P24 and the entry on joint claims: a split or an end of a joint claim is noticed."""
    return Idea(
        rule="joint-benefits",
        said=Said("Ask an adviser how your part of a joint benefit could come to you."),
        why=Said("A joint payment can sometimes be split, or ended when two people live apart."),
        cautions=(about_joint(sure=True, changes=True),),
        basis=("P24", "X04"),
        joint=True,
        changes=True,
        action="joint-claim-apart" if told.apart else "split-payment",
    )


def _careful(account: Account, *, changes: bool) -> tuple[Caution, ...]:
    """What stands with every idea about this account: the caution of what is joint first (P20)."""
    if may_be_joint(account):
        return (about_joint(sure=is_joint(account), changes=changes),)
    return (NOTICED,) if changes else (LOOK,)
