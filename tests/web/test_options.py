"""Options laid side by side: all their sides, no order of worth, her own notes, and "not now" as an answer."""

from __future__ import annotations

import html
import re

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.options import options_for
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser
from tests.web.test_plan import MOTHER


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), MOTHER))
    return opened


def page(browser: Browser) -> str:
    browser.get(browser.inside("options.index"))
    return html.unescape(browser.page)


def note_form(browser: Browser, option: str) -> str:
    return browser.form(f'value="option-note.1 {option}"')


def laid(browser: Browser, option: str) -> str:
    found = [part for part in html.unescape(browser.page).split("<section") if f"option-note.1 {option}" in part]
    assert found, option
    return found[0]


def test_each_option_has_all_its_sides_and_none_is_ranked(told: Browser) -> None:
    shown = page(told)
    sections = shown.count('<section class="card option"')
    assert sections >= 6
    for side in ("What it can bring", "What it can cost", "What makes it safer", "Where to ask"):
        assert shown.count(f"<h3>{side}</h3>") == sections
    words = re.sub(r"<[^>]*>", " ", shown).lower()
    for ranked in ("best", "recommended", "score", "%", "rank"):
        assert ranked not in words
    assert "also for ever" in words


def test_what_differs_by_nation_is_hers_alone_where_it_is_known(told: Browser) -> None:
    shown = page(told)
    assert "non-molestation" in shown.lower()
    assert "Housing Executive decides" not in shown
    told.desk.notebook.keep(read_answers(ready.pack(), {"situation": "living-with"}))
    shown = page(told)
    assert "Northern Ireland: The Housing Executive decides" in shown
    assert "Scotland: Civil courts grant" in shown


def test_options_that_do_not_fit_are_not_laid_out(told: Browser) -> None:
    assert "Being together again" not in page(told)
    told.desk.notebook.keep(read_answers(ready.pack(), {"situation": "moved-away"}))
    shown = page(told)
    assert "Being together again" in shown
    assert "Leaving for good" not in shown


def test_a_note_is_kept_beside_its_option(told: Browser) -> None:
    page(told)
    told.post(note_form(told, "refuge"), {"note": "<b>ask about</b> the dog", "before": ""})
    assert "Your note is kept." in told.page
    assert "<b>ask about</b> the dog" in laid(told, "refuge")
    assert "&lt;b&gt;ask about" in told.page
    assert "the dog" not in laid(told, "staying")


def test_two_windows_lose_no_words(told: Browser) -> None:
    page(told)
    address = note_form(told, "staying")
    told.post(address, {"note": "one", "before": ""})
    told.post(address, {"note": "two", "before": "", "kind": "option-note.1", "key": "option-note.1 staying"})
    shown = laid(told, "staying")
    assert "This note was changed in another window" in html.unescape(told.page)
    assert "one" in shown
    assert re.search(r"<textarea[^>]*>\ntwo</textarea>", shown)


def test_a_note_typed_when_it_locks_is_found_again(told: Browser) -> None:
    page(told)
    address = note_form(told, "waiting")
    told.desk.lock()
    told.desk.wait_until_closed()
    told.post(address, {"note": "half", "before": "", "kind": "option-note.1", "key": "option-note.1 waiting"})
    told.unlock()
    page(told)
    assert "These words of yours are not saved yet." in laid(told, "waiting")
    assert "half</textarea>" in laid(told, "waiting")


def test_not_now_folds_it_away_with_its_note_and_it_can_come_back(told: Browser) -> None:
    page(told)
    told.post(note_form(told, "police"), {"note": "perhaps later", "before": ""})
    address = re.search(
        r'action="([^"]*)"[^>]*><button class="quiet" name="do" value="not-now">[^<]*<span[^>]*> Telling', told.page
    )
    assert address
    told.post(html.unescape(address[1]), {"do": "not-now"})
    aside = html.unescape(told.page).split("<h2>Not now</h2>")[1]
    assert "Telling the police" in aside
    assert "perhaps later" in aside
    told.post(html.unescape(address[1]), {"do": "back"})
    assert "<h2>Not now</h2>" not in told.page
    notes = {laid.id: laid.note for laid in options_for(told.desk.notebook, her_plan(told.desk.notebook, ready.pack()))}
    assert notes["police"] == "perhaps later"


def test_an_option_that_is_not_there_is_one_calm_sentence(told: Browser) -> None:
    told.post(told.inside("options.note", name="no-such"), {"note": "x", "before": ""})
    assert "This is not among the options any more." in html.unescape(told.page)
