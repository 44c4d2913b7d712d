"""Money, accounts, debts and costs, as she does them; and what no page of them may leave out."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from typing import Any

import pytest

from daybook.domain.money.idea import JOINT_CHANGE, JOINT_LOOK
from daybook.domain.records.account import Account
from daybook.domain.records.debt import Debt
from daybook.domain.records.money import Cost, Money
from daybook.domain.records.put_by import PutBy
from daybook.guide.situation import read_answers
from daybook.notebook import money, ready
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser
from tests.web.filling import filled, send

LEAVING = {
    "situation": "preparing",
    "nation": "england",
    "words": {"pronouns": "they", "name": "Alex"},
    "money": ["joint-account", "they-hold", "debts"],
    "pets": "yes",
}
JOINT = Account(
    name="Ours",
    whose="joint",
    sees=("statements", "alerts", "login", "card"),
    post="shared",
    app="seen",
    through=("pay",),
    cards=("saved",),
)


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return words(browser.page)


def words(page: str) -> str:
    """What can be read in the page's own part, tags left out."""
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def tell(browser: Browser, answers: dict[str, Any]) -> None:
    browser.desk.notebook.keep(read_answers(ready.pack(), answers))


@pytest.fixture
def told(opened: Browser) -> Browser:
    tell(opened, LEAVING)
    return opened


def test_from_nothing_to_what_leaving_could_cost_with_what_is_not_known_in_words(told: Browser) -> None:
    at(told, "ready.index")
    told.get(told.link("Money"))
    assert "When Alex holds or counts the money, hidden cash can be a risk." in words(told.page)
    told.get(told.link("What it could cost"))
    page = words(told.page)
    assert "No amount is known yet" in page
    assert "For a pet" in page
    assert "Find a safe place for a pet" in page
    assert "Once a refuge place is agreed, travel by train or coach there can be free." in page
    assert re.search(r"Looked at on \d+ \w+ 20\d\d\.", page)
    send(told, "keep", amount__way="23.50", own_name="A bike", own_amount="£40")
    page = words(told.page)
    asked = len([name for name in filled(told.page) if name.startswith("amount.")])
    assert "Known so far: £63.50" in page
    assert f"{asked - 2} amounts are not known yet. They are not in the sum." in page
    assert filled(told.page)["amount.food"] == [""]
    kept: Money = told.desk.notebook.one(Money)
    assert kept.costs == (Cost(line="way", pence=2350), Cost(name="A bike", pence=4000))


def test_an_amount_that_cannot_be_read_comes_back_with_everything_else(told: Browser) -> None:
    at(told, "costs.show")
    send(told, "keep", amount__way="about twelve", amount__food="15", own_amount="9")
    page = words(told.page)
    assert page.count("Write the money in pounds") == 1
    assert "Give it a name too" in page
    assert (filled(told.page)["amount.way"], filled(told.page)["amount.food"]) == (["about twelve"], ["15"])
    assert told.desk.notebook.one(Money) == Money()
    at(told, "unsaved.all")
    told.get(told.link("Open it again"))
    assert filled(told.page)["amount.way"] == ["about twelve"]
    send(told, "keep", amount__way="12", own_amount="")
    assert "Known so far: £27" in words(told.page)
    assert told.desk.notebook.drafts.all() == []


def test_a_line_left_out_is_in_no_sum_and_comes_back_with_its_amount(told: Browser) -> None:
    told.desk.notebook.keep(Money(costs=(Cost(line="way", pence=1000), Cost(line="food", pence=500))))
    assert "Known so far: £15" in at(told, "costs.show")
    send(told, "out way")
    assert "Known so far: £5" in words(told.page)
    assert "One is left out for now." in words(told.page)
    told.post(told.form('value="back way"'), {"do": "back way"})
    assert "Known so far: £15" in words(told.page)


def test_an_amount_left_alone_keeps_what_another_window_said(told: Browser) -> None:
    at(told, "costs.show")
    money.keep_costs(told.desk.notebook, {"food": 700}, None)
    send(told, "keep", amount__way="10")
    assert told.desk.notebook.one(Money).costs == (Cost(line="food", pence=700), Cost(line="way", pence=1000))


def test_put_by_takes_one_field_and_shows_the_sum_the_picture_and_by_when(told: Browser) -> None:
    at(told, "money.amounts")
    send(told, "keep", weekly="5", wanted="50")
    assert "At £5 a week it would come to £50 in about 10 weeks" in words(told.page)
    told.get(told.link("Note money put by"))
    assert "place" not in filled(told.page)
    send(told, amount="12.50")
    page = words(told.page)
    assert "Money put by £12.50" in page
    assert "in about 8 weeks" in page
    assert "It is fine if it takes longer, or stops." in page
    assert told.page.count("<rect") == 1
    assert "must" not in page
    (record,) = money.log_of(told.desk.notebook)
    assert "£12.50" in at(told, "money.one", record=record)


def test_what_is_still_to_come_or_has_no_day_is_said_beside_the_sum(told: Browser) -> None:
    book = told.desk.notebook
    book.save(PutBy(amount=500, day=date.today() - timedelta(days=1)))
    book.save(PutBy(amount=200))
    book.save(PutBy(amount=9900, day=date.today() + timedelta(days=9)))
    page = at(told, "money.put_by")
    assert "Money put by £7 " in page
    assert "One has a day that is still to come. It is not in the sum." in page
    assert "One has no day. It is in the sum, and not in the picture." in page


def test_an_amount_put_by_that_cannot_be_read_is_asked_again_and_not_lost(told: Browser) -> None:
    at(told, "money.put_by")
    send(told, amount="5,5")
    assert "Write the money in pounds" in words(told.page)
    assert filled(told.page)["amount"] == ["5,5"]
    assert money.log_of(told.desk.notebook) == {}
    assert "Where it is: best left empty" in words(told.page)


def test_every_idea_about_a_joint_account_stands_with_its_caution(told: Browser) -> None:
    record = told.desk.notebook.save(JOINT).record
    page = at(told, "accounts.show", record=record)
    ideas = re.findall(r'<section class="idea">(.*?)</section>', told.page, re.DOTALL)
    assert len(ideas) >= 6
    cautions = [caution.said.words.replace("{Person}", "Alex") for caution in (JOINT_LOOK, JOINT_CHANGE)]
    for idea in ideas:
        said = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", idea)).split())
        assert any(caution in said for caution in cautions), said
        assert "Leave it out for now" in said
    assert "It is joint. Its statements show Alex each payment" in page
    assert "Where this comes from" in page


def test_an_idea_left_out_is_gone_until_it_is_brought_back(told: Browser) -> None:
    record = told.desk.notebook.save(JOINT).record
    at(told, "accounts.show", record=record)
    told.post(told.form(f'value="copies {record}"'), {"idea": f"copies {record}", "do": "aside"})
    assert "<h1>Ours</h1>" in told.page
    assert "Keep copies of the last months" not in words(told.page)
    page = at(told, "money.index")
    assert "Left out for now Keep copies of the last months' statements." in page
    told.post(told.form(f'value="copies {record}"'), {"idea": f"copies {record}", "do": "back"})
    assert "Keep copies of the last months" in at(told, "accounts.show", record=record)


def test_a_debt_is_noted_with_what_is_not_known_and_who_to_ask(told: Browser) -> None:
    at(told, "debts.index")
    told.get(told.link("Add a debt"))
    send(told, owed="A catalogue", whose="mine", idea="signed")
    page = words(told.page)
    assert "<h1>A catalogue</h1>" in told.page
    assert "How much Not known yet" in page
    assert "It is in no sum." in page
    assert "Financial Support Line" in page
    assert "Date not known" not in page
    assert "Ask before you sign, stop paying or move money" in page
    told.desk.notebook.save(Debt(owed="The rent", amount=31000, whose="joint", idea="both", what="home"))
    page = at(told, "debts.index")
    assert (
        "Known so far: £310. One amount is not known yet. It is not in the sum. Of the sum, £310 is in both names."
        in page
    )


def test_a_debt_in_both_names_carries_its_caution_with_every_idea(told: Browser) -> None:
    debt = Debt(owed="The rent", whose="joint", idea="pressed", what="home")
    at(told, "debts.show", record=told.desk.notebook.save(debt).record)
    ideas = re.findall(r'<section class="idea">(.*?)</section>', told.page, re.DOTALL)
    assert len(ideas) == 4
    assert all("This debt is in both names. Alex may be told" in html.unescape(idea) for idea in ideas)


def test_the_plan_opens_the_tool_and_offers_done_only_when_it_is(told: Browser) -> None:
    plan = at(told, "plan.show", action="debts-list")
    assert "Debts, and who to ask" in plan
    assert "Done" not in at(told, "debts.index")
    told.desk.notebook.save(Debt(owed="A shop", whose="mine", idea="mine"))
    page = at(told, "debts.index")
    assert "List your debts, and ask an adviser who knows abuse Done" in page
    told.post(told.form('value="done"'), {"choice": "done"})
    assert "In your plan" not in at(told, "debts.index")


def test_money_is_in_no_timeline_and_accounts_are_found_by_their_words(told: Browser) -> None:
    book = told.desk.notebook
    account = book.save(Account(name="Harbour savings")).record
    book.save(PutBy(amount=500, day=date(2026, 11, 3)))
    assert book.timeline() == []
    assert book.count() == 0
    assert [found.record for found in entries_with(book, "harbour")] == [account]
    assert "Harbour savings" in at(told, "record.show", record=account)
    at(told, "record.amend", record=account)
    send(told, name="Harbour", whose="mine")
    assert "Harbour savings" in at(told, "record.history", record=account)


def test_who_answered_nothing_gets_a_list_and_no_words_about_leaving_when_it_is_past(opened: Browser) -> None:
    assert "It fits you better once you have answered some questions." in at(opened, "costs.show")
    assert "amount.way" in filled(opened.page)
    tell(opened, {"situation": "moved-away"})
    page = at(opened, "costs.show")
    assert "What it could cost" in page
    assert "amount.way" not in filled(opened.page)
    assert "amount.papers" in filled(opened.page)
