"""What matters to her now: two at a time, stop whenever, and "soon" follows without breaking the careful order."""

from __future__ import annotations

import html
import re

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.matters import her_matters, preference
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser
from tests.web.test_plan import MOTHER

ALL = ("safety", "children", "home", "money", "believed", "their-help", "contact")


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), MOTHER))
    return opened


def name(browser: Browser, *matters: str) -> str:
    browser.get(browser.inside("matters.index", name=1))
    browser.post(browser.form('name="matter"'), {"matter": list(matters)})
    return html.unescape(browser.page)


def pair(browser: Browser) -> tuple[str, str] | None:
    found = re.findall(r'name="(?:one|other)" value="([^"]*)"', browser.page)
    return (found[0], found[1]) if found else None


def say(browser: Browser, do: str) -> None:
    one, other = pair(browser) or ("", "")
    browser.post(browser.form('name="one"'), {"one": one, "other": other, "do": do})


def rows(browser: Browser) -> list[list[str]]:
    plan = her_plan(browser.desk.notebook, ready.pack())
    return [[matter.id for matter in row] for row in her_matters(browser.desk.notebook, plan.pack, plan.facts).rows]


def test_only_what_fits_is_offered(told: Browser) -> None:
    told.get(told.inside("matters.index"))
    page = html.unescape(told.page)
    assert "The children" in page
    assert "That my husband gets help" in page or "That he gets help" in page
    assert "My visa" not in page
    told.desk.notebook.keep(read_answers(ready.pack(), {"status": "partner-visa"}))
    told.get(told.inside("matters.index"))
    assert "Staying in this country" in html.unescape(told.page)
    assert "The children" not in html.unescape(told.page)


def test_one_pair_a_page_until_all_stand_in_order(told: Browser) -> None:
    name(told, *ALL)
    wanted = ["money", "children", "safety", "home", "contact", "believed", "their-help"]
    asked = 0
    while both := pair(told):
        say(told, min(both, key=wanted.index))
        asked += 1
    assert asked <= 14
    assert rows(told) == [[matter] for matter in wanted]
    page = html.unescape(told.page)
    assert "<strong>First of all:</strong> Money." in page
    assert "<svg" in page
    assert re.search(r"<th scope=\"row\">First of all</th><td>Money</td>", page)
    words = re.sub(r"<[^>]*>", " ", page[page.index("<h1>") :])
    assert not re.search(r"\d", words), "no numbers: it is not a score"


def test_both_the_same_stand_alike(told: Browser) -> None:
    name(told, "safety", "children")
    say(told, "same")
    assert rows(told) == [["safety", "children"]]
    assert "My own safety, The children" in html.unescape(told.page)


def test_stopping_keeps_what_was_said_and_going_on_asks_the_rest(told: Browser) -> None:
    name(told, "safety", "children", "home", "money")
    say(told, "children")
    say(told, "stop")
    page = html.unescape(told.page)
    assert rows(told) == [["children"], ["safety"]]
    assert "Not compared yet" in page
    told.post(told.form('value="go-on"'), {"do": "go-on"})
    assert pair(told)


def test_one_back_asks_again_and_an_answer_sent_twice_counts_once(told: Browser) -> None:
    name(told, "safety", "children")
    address = told.form('name="one"')
    sent = {"one": "safety", "other": "children", "do": "children"}
    told.post(address, sent)
    told.post(address, {**sent, "do": "safety"})
    assert rows(told) == [["safety"], ["children"]]
    name(told, "safety", "children", "home")
    say(told, "back")
    assert pair(told) == ("safety", "children")


def test_nothing_chosen_and_nonsense_change_nothing(told: Browser) -> None:
    assert "Choose at least one" in name(told)
    name(told, "no-such")
    assert rows(told) == []
    name(told, "safety", "children")
    say(told, "money")
    assert pair(told) == ("safety", "children")


def test_soon_follows_what_matters_and_now_does_not(told: Browser) -> None:
    def soon() -> list[str]:
        return [item.id for item in her_plan(told.desk.notebook, ready.pack()).items if item.group == "soon"]

    def now() -> list[str]:
        return [item.id for item in her_plan(told.desk.notebook, ready.pack()).items if item.group == "now"]

    before, first = soon(), now()
    name(told, "money")
    sections = {item.id: item.action.section for item in her_plan(told.desk.notebook, ready.pack()).items}
    money = [place for place, action in enumerate(soon()) if sections[action] == "money"]
    assert money
    assert sum(money) < sum(place for place, action in enumerate(before) if sections[action] == "money")
    assert sorted(soon()) == sorted(before)
    assert now() == first


def test_preference_names_actions_of_soon_only(told: Browser) -> None:
    name(told, *ALL)
    pack = ready.pack()
    ranked = preference(told.desk.notebook, pack)
    assert ranked
    assert {pack.actions[action].group for action in ranked} == {"soon"}


def test_begin_again_forgets_it_for_the_plan(told: Browser) -> None:
    name(told, "money")
    told.post(told.form('value="again"'), {"do": "again"})
    assert preference(told.desk.notebook, ready.pack()) == {}
