"""Doors, locks and alarms on a page: tick, see what is open, who may change what, and what to ask for."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest

from daybook.domain.records.home_check import HomeCheck
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.plans import choose, her_plan
from tests.web.conftest import Browser

HIM = {"words": {"pronouns": "he", "relation": "ex-husband"}}
APART = {"situation": "stayed-home", "nation": "england", "home": "private-joint", "keys": ["have-keys"], **HIM}
TOGETHER = {"situation": "living-with", "nation": "scotland", "home": "own-joint", "smart-home": ["cameras"], **HIM}


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def page(browser: Browser, answers: Mapping[str, object]) -> str:
    browser.desk.notebook.keep(read_answers(ready.pack(), answers))
    browser.get(browser.inside("security.index"))
    return html.unescape(browser.page)


def words(shown: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", shown).split())


def rows(shown: str) -> dict[str, str]:
    """Each look that is offered, by its id, with the words beside it."""
    found = re.findall(r'name="look" value="([^"]+)"(.*?)</li>', shown, re.DOTALL)
    return {name: words(row) for name, row in found}


def test_one_page_one_button_and_what_is_open_is_said(opened: Browser) -> None:
    assert "Still open" not in page(opened, APART)
    opened.post(opened.form('name="look"'), {"look": ["phone-near", "locks-new"]})
    shown = words(html.unescape(opened.page))
    assert "Kept as in place." in shown
    assert "There are new locks. Who has each new key is not noted yet." in shown
    assert {"phone-near", "locks-new"}.isdisjoint(rows(html.unescape(opened.page)))
    in_place = shown.split("In place")[1]
    assert "The outside doors have new locks" in in_place
    for scored in ("%", "score", " of 2", "out of"):
        assert scored not in shown.replace("out of reach", "")


def test_nothing_ticked_is_one_calm_sentence(opened: Browser) -> None:
    page(opened, APART)
    opened.post(opened.form('name="look"'), {})
    assert "Nothing was ticked, so nothing changed." in opened.page


def test_every_look_that_is_noticed_stands_beside_its_caution(opened: Browser) -> None:
    plan = her_plan(opened.desk.notebook, ready.pack())
    for answers in (APART, TOGETHER, {}):
        offered = rows(page(opened, answers))
        plan = her_plan(opened.desk.notebook, ready.pack())
        assert offered
        for name, row in offered.items():
            look = plan.pack.security[name]
            assert look.noticed == "no" or " ".join(plan.words(look.caution).split()) in row, name


def test_who_may_change_locks_stands_before_the_first_lock_and_is_hers(opened: Browser) -> None:
    shown = page(opened, APART)
    before, after = shown.split('value="windows-locked"')
    assert "Both names are on your tenancy. In England your ex-husband can then be kept out only with" in words(before)
    assert "Scotland" not in words(before)
    assert after.index('value="locks-new"') > 0
    assert rows(shown).keys() >= {"locks-new", "phone-near"}
    assert [*rows(shown)][-2:] == ["windows-locked", "locks-new"]


def test_who_lives_with_the_person_is_offered_no_lock(opened: Browser) -> None:
    shown = page(opened, TOGETHER)
    assert not {"locks-new", "windows-locked", "smart-mine", "router-mine", "doors-strong"} & rows(shown).keys()
    assert "smart-known" in rows(shown)
    assert "You live with your ex-husband. So a change of locks is not offered here." in words(shown)
    assert [*rows(shown)][:2] == ["keys-known", "phone-near"]
    opened.get(opened.inside("security.look", name="locks-new"))
    assert "This is not among the looks at your home any more." in html.unescape(opened.page)


def test_a_look_says_why_how_who_may_and_where_it_comes_from(opened: Browser) -> None:
    page(opened, APART)
    opened.get(opened.inside("security.look", name="locks-new"))
    shown = words(html.unescape(opened.page))
    assert shown.index("Who may change it") < shown.index("How First find out") < shown.index("How is it now?")
    assert "It would be noticed." in shown
    assert "One joint tenant cannot keep the other out of the home without a court order." in shown
    assert "england.shelter.org.uk" in shown
    assert "Ask about a sanctuary scheme" in shown


def test_who_when_and_note_are_kept_and_shown_beside_it(opened: Browser) -> None:
    page(opened, APART)
    opened.get(opened.inside("security.look", name="smoke-alarm"))
    opened.post(opened.form('value="asked"'), {"state": "asked"})
    assert "Kept as asked for." in opened.page
    opened.post(opened.form("Who, when, a note, photos"))
    fields = {
        "state": "asked", "what": "A smoke alarm works on each floor", "by": "The landlord", "do": "save",
        "day.day": "3", "day.month": "2", "day.year": "2031",
    }  # fmt: skip
    hidden = dict(re.findall(r'<input type="hidden" name="(kind|key|record|based_on)" value="([^"]*)"', opened.page))
    opened.post(opened.form('name="by"'), fields | hidden)
    shown = words(html.unescape(opened.page))
    assert "Asked for, waiting" in shown
    assert "The landlord" in shown
    assert "3 February 2031" in shown
    opened.get(opened.inside("security.index"))
    assert "Asked for, waiting · The landlord, 3 February 2031" in rows(html.unescape(opened.page))["smoke-alarm"]


def test_not_for_me_is_kept_and_comes_back(opened: Browser) -> None:
    page(opened, APART)
    address = opened.inside("security.state", name="alarm")
    opened.post(address, {"state": "not"})
    assert "alarm" not in rows(html.unescape(opened.page))
    assert "An alarm sounds, or calls for help" in html.unescape(opened.page).split("<summary>Not for me</summary>")[1]
    opened.post(address, {"state": ""})
    assert "alarm" in rows(html.unescape(opened.page))


def test_something_of_her_own_has_a_page_and_a_name_is_only_words(opened: Browser) -> None:
    page(opened, APART)
    saved = opened.desk.notebook.save(HomeCheck(what="<b>Gate</b> 100%", state="to-do", note="by the shed"))
    opened.get(opened.inside("security.index"))
    assert "&lt;b&gt;Gate&lt;/b&gt; 100%" in opened.page
    opened.get(opened.inside("record.show", record=saved.record))
    assert "by the shed" in opened.page
    assert "&lt;b&gt;Gate" in opened.page


def test_what_she_would_say_is_in_her_voice_and_fits_her(opened: Browser) -> None:
    page(opened, APART)
    opened.get(opened.inside("security.call", name="sanctuary-england"))
    shown = words(html.unescape(opened.page))
    assert "I was abused by my ex-husband." in shown
    assert "Both names are on the tenancy. Is an order needed before you fit anything?" in shown
    assert "We own it together" not in shown
    assert "Ring from a phone that your ex-husband does not see" in shown
    opened.get(opened.inside("security.call", name="safer-home-elsewhere"))
    assert "This is not among the things to ask for any more." in html.unescape(opened.page)


def test_the_plan_opens_it_and_its_step_is_ticked_only_by_her(opened: Browser) -> None:
    page(opened, APART)
    book = opened.desk.notebook
    opened.get(opened.inside("plan.show", action="home-safer"))
    opened.get(opened.link("Doors, locks and alarms at home"))
    part = opened.page.split("In your plan")[1].split("What you told")[0]
    assert 'value="done"' not in part
    opened.post(opened.form('name="look"'), {"look": ["see-who"]})
    part = opened.page.split("In your plan")[1].split("What you told")[0]
    assert 'value="done"' in part
    assert her_plan(book, ready.pack()).item("home-safer").choice == "open"
    choose(book, ready.pack(), "home-safer", "done")
    opened.get(opened.inside("security.index"))
    assert "Make doors, windows and lights safer" not in opened.page


def test_where_nothing_is_told_only_what_fits_everybody_is_there(opened: Browser) -> None:
    shown = page(opened, {})
    assert "You have not said where things are now." in words(shown)
    assert not {"locks-new", "see-who"} & rows(shown).keys()
    assert {"phone-near", "smoke-alarm"} <= rows(shown).keys()


def test_ticks_not_saved_yet_are_found_again_and_are_gone_once_kept(opened: Browser) -> None:
    page(opened, APART)
    held = {"kind": "home-check.1", "key": "home-check.1 ticks", "look": ["phone-near"]}
    opened.post(opened.inside("desk.draft"), held)
    opened.get(opened.inside("unsaved.all"))
    assert opened.inside("security.index") in opened.page
    opened.get(opened.inside("security.index"))
    ticked = re.findall(r'name="look" value="([^"]+)" autocomplete="off" checked', opened.page)
    assert ticked == ["phone-near"]
    opened.post(opened.form('name="look"'), held)
    assert opened.desk.notebook.drafts.all() == []
