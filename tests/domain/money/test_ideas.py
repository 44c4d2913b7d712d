"""What is seen of an account, and what is suggested: never without its caution, least of all where it is joint."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.money import accounts, debts, idea, seen
from daybook.domain.money.accounts import Told
from daybook.domain.money.idea import OF_JOINT, Caution, Idea, NoCautionError
from daybook.domain.records.account import Account
from daybook.domain.records.debt import Debt
from daybook.domain.said import Said
from tests.domain.money import made

CHANGE = re.compile(r"notice|told|seen|give it away|message|letter", re.IGNORECASE)


def every(held: list[Account], owing: list[Debt], told: Told) -> list[Idea]:
    found = accounts.ideas_of_all(held, told)
    for account in held:
        found += accounts.ideas_about("a" * 32, account, told)
    for debt in owing:
        found += debts.ideas_about("d" * 32, debt)
    return found


@given(st.lists(made.accounts, max_size=3), st.lists(made.debts, max_size=3), made.told)
def test_every_idea_about_something_joint_carries_its_caution(
    held: list[Account], owing: list[Debt], told: Told
) -> None:
    for found in every(held, owing, told):
        assert found.cautions
        assert found.why.words
        assert found.basis
        if found.joint:
            assert OF_JOINT & {caution.rule for caution in found.cautions}, found.rule
        if found.changes:
            assert any(CHANGE.search(caution.said.words) for caution in found.cautions), found.rule


@given(made.accounts, made.told)
def test_what_is_joint_or_may_be_is_never_taken_for_hers_alone(account: Account, told: Told) -> None:
    found = accounts.ideas_about("a" * 32, account, told)
    if account.whose in ("joint", "unsure", ""):
        assert all(one.joint for one in found)
    if account.whose == "joint":
        assert {"joint", "credit"} <= {caution.rule for caution in seen.cautions(account)}
    if account.over:
        assert found == []


@given(made.debts)
def test_whoever_was_pressed_is_asked_how_and_told_whom_to_ask(debt: Debt) -> None:
    rules = {found.rule for found in debts.ideas_about("d" * 32, debt)}
    assert ("adviser" in rules) == (not debt.over)
    assert ("how" in rules) == (debt.idea in debts.COERCED and not debt.how and not debt.over)
    if debt.whose in ("joint", "unsure", ""):
        assert all(found.joint for found in debts.ideas_about("d" * 32, debt))


@given(made.accounts)
def test_every_way_it_is_seen_has_a_caution_of_its_own(account: Account) -> None:
    rules = [caution.rule for caution in seen.cautions(account)]
    assert len(rules) == len(set(rules))
    for value in ("alerts", "login", "card", "unsure"):
        assert (value in rules) == (value in account.sees)
    assert ("post" in rules) == (account.post == "shared")
    assert ("app" in rules) == (account.app == "seen")
    assert ("theirs" in rules) == (account.whose == "theirs")
    if "statements" in account.sees:
        assert {"statements", "joint"} & set(rules)


def test_an_idea_without_what_to_think_of_first_cannot_be_made() -> None:
    bare = {"rule": "freeze", "said": Said("Freeze it."), "why": Said("It stops spending."), "basis": ("P20",)}
    with pytest.raises(NoCautionError):
        Idea(cautions=(), **bare)  # type: ignore[arg-type]
    other = Caution(rule="look", said=Said("A trace stays."), basis=("T05",))
    with pytest.raises(NoCautionError):
        Idea(cautions=(other,), joint=True, **bare)  # type: ignore[arg-type]
    assert Idea(cautions=(idea.JOINT_CHANGE,), joint=True, **bare).key == "freeze"  # type: ignore[arg-type]


def test_an_account_nobody_sees_asks_for_nothing() -> None:
    account = Account(name="Mine", whose="mine", sees=("nothing",), post="none", app="own")
    assert seen.cautions(account) == []
    assert seen.missing(account) == []
    assert accounts.ideas_about("a" * 32, account, Told(apart=True)) == []
    assert accounts.ideas_of_all([account], Told()) == []


def test_an_account_she_said_nothing_of_is_asked_about_and_not_called_private() -> None:
    account = Account(name="Current")
    assert len(seen.missing(account)) == 3
    assert [found.rule for found in accounts.ideas_of_all([account], Told())] == ["own-account"]


def test_nobody_is_told_to_freeze_close_or_empty_anything() -> None:
    joint = Account(name="Ours", whose="joint", sees=("login", "card"), through=("pay",), post="shared", app="seen")
    found = {one.rule: one for one in accounts.ideas_about("a" * 32, joint, Told(apart=True))}
    assert found["before-a-block"].said.words.startswith("Before it is blocked, closed or emptied: ask")
    assert found["before-a-block"].action == "joint-account-change"
    for one in found.values():
        assert not re.match(r"(freeze|close|block|empty|move|cancel|stop)\b", one.said.words, re.IGNORECASE)


def test_a_login_of_theirs_is_left_alone() -> None:
    theirs = Account(name="His", whose="theirs", sees=("login",), post="shared")
    (only,) = accounts.ideas_about("a" * 32, theirs, Told())
    assert only.rule == "not-hers"
    assert only.basis == ("T12",)


def test_how_much_is_not_known_is_said() -> None:
    assert any("not known" in said.words for said in debts.missing(Debt(owed="A shop", whose="mine", idea="mine")))
    assert debts.missing(Debt(owed="A shop", amount=0, whose="mine", idea="mine")) == []
