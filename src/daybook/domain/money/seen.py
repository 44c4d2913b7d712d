"""What of an account the person harming her sees or may see: one caution for each way, with its rule and its source."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.money.idea import Caution
from daybook.domain.records.account import Account
from daybook.domain.said import Said

SENTENCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "joint": (
        "It is joint. Its statements show {person} each payment: the shop, the town and the day.",
        ("W25", "X21", "T11"),
    ),
    "theirs": ("It is not in your name. Signing in to it may be an offence.", ("T12",)),
    "other": ("The other holder sees its statements too, and could pass on what they see.", ("W25", "W20")),
    "statements": (
        "{Person} can see the statements: each payment shows the shop, the town and the day.",
        ("W25", "T11"),
    ),
    "alerts": ("Alerts can show a payment and its place within seconds.", ("T11",)),
    "login": ("{Person} can open the app or the login, and so sees all that goes in and out.", ("T05", "T11")),
    "card": ("{Person} has a card for it, and can spend from it.", ("P20",)),
    "app": ("The app is on a device {person} uses or looks at.", ("T11", "R13")),
    "saved-card": (
        "A card saved in a shop, taxi or food account can show where you are, also by the receipts sent by e-mail.",
        ("T10",),
    ),
    "wallet": (
        "A card in the wallet of a phone can show payments on other devices of the same account.",
        ("T10", "T06"),
    ),
    "post": ("Letters, new cards and PINs come to where {person} could open them.", ("P20", "X21")),
    "credit": ("A joint account can link your two credit files. A new account of yours may show there.", ("X21",)),
    "unsure": ("You are not sure what {person} can see. Until you know, think of it as seen.", ("T11",)),
    "post-unsure": (
        "You are not sure who opens its letters. Ask the bank what it sends, before you ask for more.",
        ("P20",),
    ),
    "app-unsure": ("You are not sure who else can open its app.", ("T05", "T11")),
    "whose-unsure": ("You are not sure whose it is. Until you know, think of it as joint.", ("P20",)),
}
"""The words of each rule and the ids it rests on: W of the ledger, P and T of the facts, X of the corrections."""


def cautions(account: Account) -> list[Caution]:
    """Every reason for care about an account, who holds it first. Empty says only that she noted none."""
    return [Caution(rule=rule, said=Said(SENTENCES[rule][0]), basis=SENTENCES[rule][1]) for rule in _rules(account)]


def _rules(account: Account) -> Iterator[str]:
    """The rules that hold. What is not said holds none: it is asked for instead."""
    joint = is_joint(account)
    yield from HOLDERS.get(account.whose, ())
    yield from (
        seen
        for seen in SEEN
        if seen in account.sees and not (seen == "statements" and joint)  # said of it already
    )
    yield from APPS.get(account.app, ())
    yield from (CARDS[card] for card in account.cards if card in CARDS)
    yield from POSTS.get(account.post, ())
    if joint:
        yield "credit"


HOLDERS = {"joint": ("joint",), "theirs": ("theirs",), "other": ("other",), "unsure": ("whose-unsure",)}
SEEN = ("statements", "alerts", "login", "card", "unsure")
APPS = {"seen": ("app",), "unsure": ("app-unsure",)}
CARDS = {"saved": "saved-card", "wallet": "wallet"}
POSTS = {"shared": ("post",), "unsure": ("post-unsure",)}


def is_joint(account: Account) -> bool:
    """Whether it is joint with the person harming her."""
    return account.whose == "joint"


def may_be_joint(account: Account) -> bool:
    """Whether it is, or may be: what is not sure or not said is taken on the careful side."""
    return account.whose in ("joint", "unsure", "")


def is_seen(account: Account) -> bool:
    """Whether there is any way noted in which it is seen, or may be."""
    return bool(cautions(account))


def missing(account: Account) -> list[Said]:
    """What is not said about an account yet."""
    found = []
    if not account.whose:
        found.append(Said("Whose is it?"))
    if not account.sees and account.whose != "theirs":
        found.append(Said("What of it can {person} see?"))
    if not account.post and account.whose != "theirs":
        found.append(Said("Where do its letters and cards go?"))
    return found
