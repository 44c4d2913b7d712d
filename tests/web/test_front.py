from __future__ import annotations

import contextlib
import sqlite3
from math import log2

from daybook.domain.records.incident import Incident
from daybook.notebook.six_words import NOT_OFFERED, WORDS
from daybook.stores.file import PAGES
from daybook.web.passphrase import rate, tidied, word_list
from tests.web.conftest import PASSPHRASE, Browser


def test_the_locked_page_says_nothing_of_what_it_is(browser: Browser) -> None:
    text = browser.page.lower()
    for word in ("daybook", "safe", "abuse", "diary", "record", "secret", "private", "plan"):
        assert word not in text
    assert text.count('type="password"') == 1
    assert "start a new" not in text


def test_a_wrong_passphrase_is_one_sentence_and_the_right_one_opens(browser: Browser) -> None:
    browser.unlock("something else entirely")
    assert browser.page.count("does not open the notebook") == 1
    assert "something else" not in browser.page
    browser.get("/")
    assert "does not open" not in browser.page
    browser.unlock("  lantern gravel  unison pebble orchard tinsel ")
    assert "Your notebook is open" in browser.page


def test_when_pages_are_gone_from_the_end_she_can_open_what_is_left(browser: Browser) -> None:
    browser.unlock()
    notebook = browser.desk.notebook
    for words in ("First.", "Second."):
        notebook.save(Incident(account=words))
    browser.desk.lock()
    with contextlib.closing(sqlite3.connect(browser.desk.folder / PAGES)) as pages, pages:
        pages.execute("DELETE FROM frames WHERE place = (SELECT max(place) FROM frames)")
    browser.get("/")
    assert "what_is_left" not in browser.page
    browser.unlock()
    assert "there were 2, now there are 1" in browser.page
    assert not browser.desk.is_open
    browser.post(browser.form("Open"), {"passphrase": PASSPHRASE})
    assert not browser.desk.is_open
    browser.post(browser.form("Open"), {"passphrase": PASSPHRASE, "what_is_left": "yes"})
    assert [found.body.account for found in browser.desk.notebook.timeline()] == ["First."]
    browser.desk.lock()
    browser.get("/")
    assert "what_is_left" not in browser.page


def test_starting_says_what_it_cannot_do_before_anything_is_typed(empty: Browser) -> None:
    empty.get(empty.link("Start a new notebook"))
    for words in ("app put there to spy", "library", "does not call for help", "over your shoulder"):
        assert words in empty.page
    assert "<input" not in empty.page


def test_six_words_are_offered_changed_tried_and_then_open_it(empty: Browser) -> None:
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    first = empty.desk.offer
    assert len(first.split()) == 6
    assert all(f"<li>{word}</li>" in empty.page for word in first.split())
    empty.post(empty.form("Other words"))
    second = empty.desk.offer
    assert second != first
    empty.get(empty.link("I have them: try once"))
    assert second.split()[0] not in empty.page
    form = empty.form()
    empty.post(form, {"passphrase": first})
    assert "Not the same words yet" in empty.page
    assert not empty.desk.exists()
    empty.post(empty.form(), {"passphrase": second.upper()})
    assert "Your notebook is open" in empty.page
    assert empty.desk.offer == ""
    empty.desk.lock()
    empty.get("/")
    empty.unlock(second)
    assert "Your notebook is open" in empty.page


def test_her_own_passphrase_is_rated_honestly_and_never_given_back(empty: Browser) -> None:
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    empty.get(empty.link("I would like my own passphrase"))
    for typed, again, answer in (
        ("tulips", "tulips", "Too short"),
        ("marble otter quince lamp", "marble otter quince lamb", "not the same"),
        ("password1234567", "password1234567", "Easy to guess"),
    ):
        empty.post(empty.form(), {"passphrase": typed, "again": again})
        assert answer in empty.page
        assert typed not in empty.page
        assert not empty.desk.exists()
    assert "Use it all the same" in empty.page
    empty.post(empty.form(), {"passphrase": "marble otter quince lamp", "again": "", "rate": "1"})
    assert "guess" in empty.page
    empty.post(empty.form(), {"passphrase": "password1234567", "again": "password1234567", "anyway": "1"})
    assert "Your notebook is open" in empty.page


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(empty: Browser) -> None:
    empty.desk.folder.parent.write_text("a file where a folder has to be")
    empty.get(empty.link("Start a new notebook"))
    empty.get(empty.link("Go on, on this device"))
    empty.get(empty.link("I have them: try once"))
    empty.post(empty.form(), {"passphrase": empty.desk.offer})
    assert "That did not work" in empty.page
    assert "Traceback" not in empty.page


def test_the_rating_grows_with_the_passphrase() -> None:
    steps = [rate(words).step for words in ("", "qwertyuiopasdfg", "marble otter quince lamp", PASSPHRASE)]
    assert steps[0] == steps[1] == 0
    assert steps[-1] == 3
    assert steps == sorted(steps)


def test_the_word_list_is_the_whole_one_but_for_words_that_could_hurt() -> None:
    assert len(word_list()) == len(set(word_list())) == 7776 - len(NOT_OFFERED)
    assert not NOT_OFFERED & set(word_list())
    assert log2(len(word_list())) * WORDS > 77


def test_spaces_of_a_phone_keyboard_do_not_matter() -> None:
    assert tidied(" lantern   gravel\tunison ") == "lantern gravel unison"


def test_unlocking_in_another_browser_ends_the_session_in_this_one(opened: Browser) -> None:
    other = Browser(opened.desk, opened.clock).launch()
    other.unlock()
    assert "Your notebook is open" in other.page
    opened.get("/")
    assert "Your notebook is open" not in opened.page


def test_a_wrong_passphrase_in_another_browser_is_said_there(opened: Browser) -> None:
    other = Browser(opened.desk, opened.clock).launch()
    other.unlock("something else entirely")
    assert "does not open the notebook" in other.page
