"""What she could do about a debt: ask, write down how it came about, keep the letters. Nothing is paid or stopped."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.money.idea import JOINT_DEBT, MAYBE_DEBT, Caution, Idea
from daybook.domain.records.debt import Debt
from daybook.domain.said import Said

COERCED = ("pressed", "unknown", "signed")
"""Whose idea it was when it was not hers (X21; the plan's entry on debts)."""
FIRST = ("home", "council", "fuel", "court")
"""Debts that can put a home, its heat or freedom at risk soonest (the plan's entry on debts; general knowledge)."""

ASK_FIRST = Caution(
    rule="ask-first",
    said=Said(
        "Ask before you sign, stop paying or move money: stopping can add costs or put a home at risk. "
        "Ask for a safe way to be contacted, and what {person} would be sent."
    ),
    basis=("H28", "W17"),
)
KEPT_HIDDEN = Caution(
    rule="hidden",
    said=Said("Write it only where {person} cannot look, and in facts rather than guesses."),
    basis=("V01", "V08"),
)
SHARED_CLOUD = Caution(
    rule="cloud",
    said=Said("Photos can land in a cloud that {person} can open. Put the paper back as it lay."),
    basis=("T06", "V03"),
)
CREDIT = Caution(
    rule="credit",
    said=Said("Signing up can send an e-mail or a letter. Use a safer device, and ask what {person} could see."),
    basis=("T05", "X21"),
)


def is_coerced(debt: Debt) -> bool:
    """Whether she said that she was pressed into it, did not know of it, or that her name was used."""
    return debt.idea in COERCED


def may_be_joint(debt: Debt) -> bool:
    """Whether it is in both names, or may be: what is not sure or not said is taken on the careful side."""
    return debt.whose in ("joint", "unsure", "")


def ideas_about(record: str, debt: Debt) -> list[Idea]:
    """Every idea about one debt, whom to ask first; none for one that is over."""
    return [] if debt.over else list(_ideas(record, debt))


def _ideas(record: str, debt: Debt) -> Iterator[Idea]:
    yield _idea(record, debt, "adviser", ASK_FIRST)
    if debt.what in FIRST:
        yield _idea(record, debt, "this-first", ASK_FIRST)
    if is_coerced(debt) and not debt.how:
        yield _idea(record, debt, "how", KEPT_HIDDEN)
    if not debt.letters:
        yield _idea(record, debt, "letters", SHARED_CLOUD)
    if debt.idea in ("unknown", "signed"):
        yield _idea(record, debt, "credit-file", CREDIT)


SENTENCES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "adviser": ("Ask an adviser who knows abuse what can be done.", "", ("H28", "R10", "X21")),
    "this-first": (
        "Tell the adviser about this one first.",
        "Rent, council tax, fuel and fines can put a home or its heat at risk sooner than a card or a loan.",
        ("H28",),
    ),
    "how": (
        "Write down what was said or done to get it, while you remember.",
        "An adviser, a bank or a court may ask how it came about.",
        ("V01", "R12"),
    ),
    "letters": (
        "Photograph every page of its letters.",
        "Papers can go missing. A photo here is locked away.",
        ("V03", "R12"),
    ),
    "credit-file": (
        "Look at your credit file, to see if there are others.",
        "A debt you did not know of may not be the only one.",
        ("X21", "H28"),
    ),
}
"""Each idea, its reason, and what it rests on: statements that the plan's entry on debts names, and the ledger."""


def _idea(record: str, debt: Debt, rule: str, caution: Caution) -> Idea:
    said, why, basis = SENTENCES[rule]
    return Idea(
        rule=rule,
        about=record,
        said=Said(said),
        why=Said(why or _why_ask(debt)),
        cautions=_careful(debt, caution),
        basis=basis,
        joint=may_be_joint(debt),
        action="proof-of-control" if rule == "how" else "debts-list",
    )


def _why_ask(debt: Debt) -> str:
    """H28 and the plan's entry on debts: somebody who knows abuse may know how to pause or question a debt."""
    if debt.whose == "theirs":
        return "It is not in your name. Ask before you pay any of it, or agree to."
    if is_coerced(debt):
        return "A debt that came from pressure or a used name can sometimes be paused or questioned."
    if debt.whose == "joint":
        return "Ask who can be asked for all of it, and what happens if one of you does not pay."
    return "An adviser may know how to pause it, lower it or pay it in parts."


def _careful(debt: Debt, own: Caution) -> tuple[Caution, ...]:
    """What to think of with an idea about this debt: its own caution, and that of what is joint (P20, H28)."""
    if not may_be_joint(debt):
        return (own,)
    return own, JOINT_DEBT if debt.whose == "joint" else MAYBE_DEBT


def missing(debt: Debt) -> list[Said]:
    """What is not said about a debt yet."""
    found = []
    if debt.amount is None:
        found.append(Said("How much it is, is not known yet. It is in no sum."))
    if not debt.whose:
        found.append(Said("In whose name is it?"))
    if not debt.idea:
        found.append(Said("Whose idea was it?"))
    if is_coerced(debt) and not debt.how:
        found.append(Said("What was said or done to get it?"))
    return found
