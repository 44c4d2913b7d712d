"""What money rests on: every id a rule names is there, every sentence can be said, and every step is in the guidance."""

from __future__ import annotations

import dataclasses
import re
from itertools import product

import pytest

from daybook.domain.money import accounts, debts, seen
from daybook.domain.money.accounts import Told
from daybook.domain.money.idea import Caution, Idea
from daybook.domain.money.lines import LINES
from daybook.domain.records import account as of_account
from daybook.domain.records import debt as of_debt
from daybook.domain.records.account import Account
from daybook.domain.records.debt import Debt
from daybook.guide.pack import Pack
from daybook.guide.wording import Wording, render
from daybook.notebook.guidance import shipped_pack

EVERYTHING = Account(
    name="Ours",
    sees=tuple(value for value, _words in of_account.SEES),
    cards=tuple(value for value, _words in of_account.CARDS),
    through=tuple(value for value, _words in of_account.THROUGH),
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped_pack()


def every_idea() -> list[Idea]:
    """Every idea there can be: each kind of account and debt, and who has none."""
    found = accounts.ideas_of_all([], Told(joint_benefits=True)) + accounts.ideas_of_all([], Told(apart=True))
    found += accounts.ideas_of_all([], Told(apart=True, joint_benefits=True))
    for (whose, _), (post, _), (app, _) in product(of_account.WHOSE, of_account.POST, of_account.APP):
        account = dataclasses.replace(EVERYTHING, whose=whose, post=post, app=app)
        found += accounts.ideas_about("a" * 32, account, Told(apart=True))
    for (whose, _), (idea, _), (what, _) in product(of_debt.WHOSE, of_debt.IDEA, of_debt.FOR):
        found += debts.ideas_about("d" * 32, Debt(owed="A shop", whose=whose, idea=idea, what=what))
    return found


def every_caution() -> list[Caution]:
    found = [caution for idea in every_idea() for caution in idea.cautions]
    for (whose, _), (post, _), (app, _) in product(of_account.WHOSE, of_account.POST, of_account.APP):
        found += seen.cautions(dataclasses.replace(EVERYTHING, whose=whose, post=post, app=app))
    return found


def test_every_rule_has_its_words_and_they_are_all_used() -> None:
    assert {caution.rule for caution in every_caution()} >= set(seen.SENTENCES)
    assert {idea.rule for idea in every_idea()} >= set(debts.SENTENCES)


def test_every_id_a_rule_rests_on_is_in_the_guidance_or_the_ledger(pack: Pack) -> None:
    served = {name for action in pack.actions.values() for name in action.serves}
    basis = {name for idea in every_idea() for name in idea.basis}
    basis |= {name for caution in every_caution() for name in caution.basis}
    assert {name for name in basis if name not in pack.statements and name not in served} == set()
    assert all({*idea.basis} & {*pack.statements} for idea in every_idea())


def test_every_step_and_statement_of_a_cost_is_in_the_guidance(pack: Pack) -> None:
    assert {action for line in LINES for action in line.actions if action not in pack.actions} == set()
    assert {name for line in LINES for name in line.statements if name not in pack.statements} == set()
    assert {idea.action for idea in every_idea() if idea.action and idea.action not in pack.actions} == set()


def test_every_sentence_can_be_said_in_her_words(pack: Pack) -> None:
    wording = Wording(pronouns="she", name="Kim", relation="")
    texts = [said.words for idea in every_idea() for said in (idea.said, idea.why)]
    texts += [caution.said.words for caution in every_caution()]
    for text in texts:
        said = render(text, wording, pack)
        assert "{" not in said
        assert not re.search(r"\b(he|him|his|must|need to|should)\b", said), said


def test_a_joint_benefit_payment_is_taken_for_joint() -> None:
    (found,) = [idea for idea in accounts.ideas_of_all([], Told(joint_benefits=True)) if idea.rule == "joint-benefits"]
    assert found.joint
    assert found.action == "split-payment"
