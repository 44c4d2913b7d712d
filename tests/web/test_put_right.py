"""The page on which a message from a screenshot is put right: beside its picture, with what it said before."""

from __future__ import annotations

import html
import re

import pytest

from daybook.notebook.messages import message
from tests.notebook.from_pictures import TALK, kept
from tests.web.conftest import Browser
from tests.web.test_her_orders import words
from tests.web.test_seen import form


@pytest.fixture
def source(opened: Browser) -> str:
    return kept(opened.desk.notebook, TALK)


def opened_form(browser: Browser, source: str, number: int) -> dict[str, str | list[str]]:
    browser.get(browser.inside("messages.one", source=source, number=number))
    browser.get(browser.link("Put it right</a>"))
    return form(browser.page, "What it says")


def sent(browser: Browser, typed: dict[str, str | list[str]], **change: str) -> None:
    browser.post(browser.form("What it says"), typed | change, content_type="multipart/form-data")


def test_a_wrong_time_and_sender_are_put_right_and_the_earlier_reading_stays_beside_it(
    opened: Browser, source: str
) -> None:
    typed = opened_form(opened, source, 3)
    assert {name: typed[name] for name in ("text", "who", "name", "day", "clock")} == {
        "text": "I am outside the school",
        "who": "left Sam",
        "name": "",
        "day": "14 March 2026",
        "clock": "19:02",
    }
    piece = re.search(r'<img src="([^"]*)" alt="The piece', opened.page)
    assert piece
    assert opened.get(html.unescape(piece[1])).data.startswith(b"\xff\xd8\xff")
    sent(opened, typed, who="right", day="15 March 2026", clock="7:12 pm", text="I am outside the old school")
    assert "Saved. What it said before stays to be seen." in opened.page
    page = words(opened.page)
    assert "15 March 2026, 19:12 · Maya · in “Sam” I am outside the old school" in page
    assert "Checked by you · Sent · Put right by you later" in page
    assert "What it said before 14 March 2026, 19:02 · Sam I am outside the school As you kept it first, " in page
    opened.get(opened.inside("messages.index", text="old school"))
    assert "Put right by you later" in opened.page
    opened_form(opened, source, 3)
    assert "What it said before" in opened.page


def test_another_name_takes_the_place_of_the_one_that_was_read(opened: Browser, source: str) -> None:
    sent(opened, opened_form(opened, source, 0), name="  Alex ")
    assert message(opened.desk.notebook, (source, 0)).kept.sender == "Alex"
    assert opened_form(opened, source, 0)["who"] == "left Alex"
    sent(opened, opened_form(opened, source, 2), who="middle")
    assert message(opened.desk.notebook, (source, 2)).kept.kind == "system"
    assert opened_form(opened, source, 2)["who"] == "middle"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"clock": "quarter past"}, "A time there is not like 21:05."), ({"day": "in March"}, "A day there is not like")],
)
def test_a_time_that_is_none_is_said_and_nothing_is_lost(
    opened: Browser, source: str, typed: dict[str, str], sentence: str
) -> None:
    sent(opened, opened_form(opened, source, 0), text="where were you", **typed)
    assert sentence in opened.page
    again = form(opened.page, "What it says")
    assert again["text"] == "where were you"
    assert {name: again[name] for name in typed} == typed
    assert message(opened.desk.notebook, (source, 0)).kept.text == "where are you"
    sent(opened, again, clock="18:05", day="14 March 2026")
    assert message(opened.desk.notebook, (source, 0)).kept.sent == "2026-03-14T18:05:00"
    assert opened.desk.notebook.drafts.all() == []


def test_what_she_types_is_kept_when_it_locks(opened: Browser, source: str) -> None:
    typed = opened_form(opened, source, 0)
    where = opened.form("What it says")
    opened.desk.lock()
    opened.post(where, typed | {"text": "where were you, Maya", "who": "right"}, content_type="multipart/form-data")
    assert "What you typed is kept." in opened.page
    opened.unlock()
    opened.get(opened.inside("unsaved.all"))
    assert "where were you, Maya" in opened.page
    opened.get(opened.link("Open it again"))
    again = form(opened.page, "What it says")
    assert (again["text"], again["who"]) == ("where were you, Maya", "right")
    assert message(opened.desk.notebook, (source, 0)).kept.text == "where are you"


def test_a_message_of_another_kind_of_file_has_no_such_page(opened: Browser, source: str) -> None:
    answer = opened.get(opened.inside("put_right.show", source=source, number=9))
    assert "That message is not in this notebook." in answer.text
    answer = opened.get(opened.inside("put_right.show", source=source, number="x"))
    assert "That message is not in this notebook." in answer.text


def test_a_list_leads_there_for_what_was_read_in_a_picture_and_nothing_else(opened: Browser, source: str) -> None:
    opened.get(opened.inside("messages.index"))
    assert opened.page.count(">Put it right<") == len(TALK)
    opened.get(opened.link("Put it right"))
    assert "Where does it stand in the picture?" in opened.page
