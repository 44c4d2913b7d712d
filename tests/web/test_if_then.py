"""If … then plans: situations that fit, ideas taken only when asked for, and a plan that reads in ten seconds."""

from __future__ import annotations

import html
import re

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from tests.web.conftest import Browser
from tests.web.test_plan import MOTHER

PARTS = ("situation", "signs", "then", "where", "who", "say", "after")


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), MOTHER))
    return opened


def index(browser: Browser) -> str:
    browser.get(browser.inside("if_then.index"))
    return html.unescape(browser.page)


def write(browser: Browser, situation: str = "") -> dict[str, str]:
    """Open the form, and what a browser would send of it untouched."""
    browser.get(browser.inside("if_then.write", **({"situation": situation} if situation else {})))
    return sent(browser)


def sent(browser: Browser) -> dict[str, str]:
    page = browser.page
    typed = {name: boxed(page, name) for name in PARTS[1:]}
    for name in ("situation", "kind", "key", "record", "based_on"):
        found = re.search(rf'name="{name}" value="([^"]*)"', page)
        assert found, name
        typed[name] = html.unescape(found[1])
    return typed


def boxed(page: str, name: str) -> str:
    found = re.search(rf'<textarea [^>]*name="{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found, name
    return html.unescape(found[1])


def save(browser: Browser, typed: dict[str, str]) -> str:
    browser.post(browser.form('name="situation"'), {**typed, "do": "save"})
    return html.unescape(browser.page)


def test_what_fits_her_is_offered_and_what_does_not_is_not(told: Browser) -> None:
    page = index(told)
    assert "My husband comes home drunk or angry" in page
    assert "It starts while the children are there" in page
    assert "comes to your door" not in page
    assert "tel:" in page


def test_nothing_is_written_for_her_but_the_situation_she_picked(told: Browser) -> None:
    typed = write(told, "home-drunk-or-angry")
    assert typed["situation"] == "My husband comes home drunk or angry"
    assert {typed[name] for name in PARTS[1:]} == {""}
    page = html.unescape(told.page)
    assert "What tells you it is starting?" in page
    assert "I put my shoes on and my phone in my pocket." in page
    assert write(told)["situation"] == ""


def test_an_idea_comes_into_her_words_only_when_she_takes_it_and_behind_them(told: Browser) -> None:
    typed = write(told, "home-drunk-or-angry")
    action = re.search(r'value="then 0" formaction="([^"]*)"', told.page)
    assert action
    told.post(html.unescape(action[1]), {**typed, "do": "then 0", "who": "Mrs Okafor"})
    found = sent(told)
    assert found["then"] == "I put my shoes on and my phone in my pocket."
    assert found["who"] == "Mrs Okafor"
    action = re.search(r'value="then 1" formaction="([^"]*)"', told.page)
    assert action
    told.post(html.unescape(action[1]), {**found, "do": "then 1"})
    assert sent(told)["then"].split("\n") == [
        "I put my shoes on and my phone in my pocket.",
        "I stay near the way out, and out of the kitchen and the bathroom.",
    ]


@pytest.mark.parametrize("wanted", ["then 99", "then x", "no-such 0", "then", ""])
def test_an_idea_that_is_not_there_adds_nothing(told: Browser, wanted: str) -> None:
    typed = write(told, "home-drunk-or-angry")
    action = re.search(r'value="then 0" formaction="([^"]*)"', told.page)
    assert action
    told.post(html.unescape(action[1]), {**typed, "do": wanted})
    assert "home drunk or angry" in html.unescape(told.page)


def test_saved_it_stands_first_and_is_offered_no_more(told: Browser) -> None:
    typed = write(told, "home-drunk-or-angry") | {"where": "The hall", "say": "“I take the bin out.”"}
    page = save(told, typed)
    assert "Saved." in page
    page = index(told)
    assert page.index("Where I go") < page.index("Make another")
    assert "“I take the bin out.”" in page
    assert page.count("home drunk or angry") == page.split("Make another")[0].count("home drunk or angry")
    assert "not saved yet" not in page


def test_changed_it_keeps_what_it_said_before_and_offers_the_same_ideas(told: Browser) -> None:
    save(told, write(told, "home-drunk-or-angry") | {"where": "The hall"})
    index(told)
    told.get(told.link("Change it"))
    typed = sent(told)
    assert typed["where"] == "The hall"
    assert "What tells you it is starting?" in html.unescape(told.page)
    save(told, typed | {"where": "Mrs Okafor"})
    page = index(told)
    assert "The hall" not in page
    told.get(told.link("What it said before"))
    assert "The hall" in html.unescape(told.page)


def test_her_own_situation_needs_only_a_few_words(told: Browser) -> None:
    page = save(told, write(told))
    assert "This is the one box that has to hold something." in page
    save(told, write(told) | {"situation": "His mother rings"})
    assert "His mother rings" in index(told)


def test_half_a_plan_typed_when_it_locks_is_there_again(told: Browser) -> None:
    typed = write(told, "finds-the-bag")
    address = told.form('name="situation"')
    told.desk.lock()
    told.desk.wait_until_closed()
    told.post(address, {**typed, "where": "half a thought", "do": "save"})
    told.unlock()
    page = index(told)
    assert "You began one and did not save it yet." in page
    told.get(told.link("He finds your bag"))
    assert sent(told)["where"] == "half a thought"


def test_it_is_no_part_of_the_record_by_date_nor_of_what_to_write_down(told: Browser) -> None:
    save(told, write(told) | {"situation": "His mother rings"})
    told.get(told.inside("timeline.show"))
    assert "His mother rings" not in html.unescape(told.page)
    told.get(told.inside("record.choose"))
    assert "if … then" not in html.unescape(told.page)


def test_a_situation_that_is_not_there_is_one_calm_sentence(told: Browser) -> None:
    answer = told.get(told.inside("if_then.write", situation="no-such"))
    assert answer.status_code == 404
    assert "This situation is not offered any more." in html.unescape(told.page)
