"""Bringing a file in on screen, finding messages, marking them, making an incident of them."""

from __future__ import annotations

import io
import re
import threading
from typing import Any

import pytest

from daybook.notebook import reading
from daybook.notebook.bringing import Bringing
from daybook.notebook.messages import marked, sources
from daybook.notebook.offers import Offers
from tests.notebook.lines_format import Lines, chat
from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg

LINES = [f"{day:02}/03/2024 21:05 Sam: where are you {day}" for day in range(1, 6)]
THREAT = "06/03/2024 09:12 Sam: you will be sorry"


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


def upload(browser: Browser, plain: bytes, name: str = "chat.txt") -> None:
    browser.get(browser.inside("bring.index"))
    browser.post(browser.form('type="file"'), {"files": (io.BytesIO(plain), name)}, content_type="multipart/form-data")


def bring(browser: Browser, plain: bytes, name: str = "chat.txt", **told: str) -> str:
    upload(browser, plain, name)
    browser.post(browser.form("Bring it in"), {"answer.date-order": "dmy"} | told)
    (record, *_) = sources(browser.desk.notebook)
    browser.desk.notebook.beside(Bringing).wait(record, 30)
    return record


def ticks(browser: Browser) -> list[str]:
    return re.findall(r'name="pick" value="([^"]*)"', browser.page)


def test_it_says_what_the_file_is_and_keeps_nothing_yet(opened: Browser) -> None:
    upload(opened, chat(*LINES))
    assert "A chat in lines" in opened.page
    assert "People in it: Sam, Alex" in opened.page
    assert "Which comes first in its dates?" in opened.page
    assert "1 March 2024, 21:05 · Sam" in opened.page
    assert "3 January 2024, 21:05 · Sam" in opened.page
    assert sources(opened.desk.notebook) == {}
    opened.get(opened.inside("bring.index"))
    assert "not kept yet" in opened.page
    opened.get(opened.link("Look at it"))
    opened.post(opened.form("Do not keep it"))
    assert "It was not kept" in opened.page
    assert sources(opened.desk.notebook) == {}


def test_her_answer_decides_and_every_gap_is_shown(opened: Browser) -> None:
    record = bring(opened, chat(*LINES, "<b>no time</b>"), **{"answer.date-order": "mdy", "device": "Mine"})
    opened.get(opened.inside("bring.show", record=record))
    assert "5 messages." in opened.page
    assert "Mine" in opened.page
    opened.get(opened.link("1 part could not be read."))
    assert "This line has no time." in opened.page
    whole = chat(*LINES, "<b>no time</b>")
    assert f"bytes {whole.index(b'<b>')} to {len(whole)}" in opened.page
    opened.get(opened.inside("messages.index", source=record))
    assert "3 May 2024, 21:05" in opened.page
    assert "5 March 2024" not in opened.page


def test_a_question_left_open_is_said_once_and_then_left_open(opened: Browser) -> None:
    upload(opened, chat(*LINES))
    opened.post(opened.form("Bring it in"), {"device": "Old tablet"})
    assert "A question is not answered." in opened.page
    assert 'value="Old tablet"' in opened.page
    assert sources(opened.desk.notebook) == {}
    opened.post(opened.form("Bring it in"), {"device": "Old tablet", "open": "1"})
    (source,) = sources(opened.desk.notebook).values()
    assert (source.answers, source.device) == ({}, "Old tablet")


@pytest.mark.parametrize(
    ("name", "plain", "said"),
    [
        ("chat.txt", b"", "This file is empty."),
        ("letter.jpg", b"MZ\x90\0 a program", "By its name this is a picture, but what is in it is not."),
        ("cut.jpg", jpeg()[:300], "It cannot be shown as a picture here. You can keep it exactly as it is."),
    ],
)
def test_what_is_wrong_with_a_file_is_said_before_it_is_kept(
    opened: Browser, name: str, plain: bytes, said: str
) -> None:
    upload(opened, plain, name)
    assert said in opened.page
    upload(opened, jpeg(), "whole.jpg")
    opened.get(opened.inside("bring.look", key=opened.desk.notebook.beside(Offers).all()[-1].key))
    assert said not in opened.page
    assert "<img" in opened.page


def test_a_note_on_a_message_is_kept_when_it_locks(opened: Browser) -> None:
    source = bring(opened, chat(THREAT))
    opened.get(opened.inside("messages.one", source=source, number=0))
    where = opened.form("Your note")
    typed = {"kind": "mark.1", "key": f"mark.1 {source} 0", "tag": "threat", "note": "My sister saw it too"}
    opened.desk.lock()
    opened.post(where, typed, content_type="multipart/form-data")
    assert "What you typed is kept." in opened.page
    opened.unlock()
    assert not marked(opened.desk.notebook)
    opened.get(opened.inside("unsaved.all"))
    assert "My sister saw it too" in opened.page
    opened.get(opened.link("Open it again"))
    assert "These words of yours are not saved yet." in opened.page
    again = filled(opened.page)
    assert (again["note"], again["tag"], again["key"]) == (["My sister saw it too"], ["threat"], [typed["key"]])
    opened.post(opened.form("Your note"), again, content_type="multipart/form-data")
    (her,) = marked(opened.desk.notebook)
    assert her.mark
    assert (her.mark.note, her.mark.tags) == ("My sister saw it too", ("threat",))
    assert opened.desk.notebook.drafts.all() == []


def test_what_she_says_of_a_file_is_kept_when_it_locks(opened: Browser) -> None:
    record = bring(opened, chat(THREAT))
    opened.get(opened.inside("bring.about", record=record))
    where, typed = opened.form("How did you get it"), filled(opened.page)
    opened.desk.lock()
    opened.post(where, {**typed, "obtained": ["From his old phone"]}, content_type="multipart/form-data")
    assert "What you typed is kept." in opened.page
    opened.unlock()
    opened.get(opened.inside("unsaved.all"))
    opened.get(opened.link("Open it again"))
    again = filled(opened.page)
    assert (again["obtained"], again["name"]) == (["From his old phone"], typed["name"])
    assert sources(opened.desk.notebook)[record].obtained == ""
    opened.post(opened.form("How did you get it"), again, content_type="multipart/form-data")
    assert sources(opened.desk.notebook)[record].obtained == "From his old phone"
    assert opened.desk.notebook.drafts.all() == []


def test_a_file_nobody_knows_is_kept_as_a_file(opened: Browser) -> None:
    upload(opened, b"\0\1\2", "odd.bin")
    assert "Nothing here can read what is in this file" in opened.page
    opened.post(opened.form("Keep it as a file"), {"name": "Something"})
    assert "<h1>Something</h1>" in opened.page
    answer = opened.get(opened.link("odd.bin"))
    assert "SHA-256" in answer.text


def test_words_are_found_and_slips_forgiven(opened: Browser) -> None:
    bring(opened, chat(*LINES, THREAT, "07/03/2024 10:00 Alex: <script>hello</script>"))
    for text, found in (("sorry", "you will be sorry"), ("sory", "close to it"), ('"will be sorry"', "you will")):
        opened.get(opened.inside("messages.index"))
        opened.post(opened.form('name="text"'), {"text": text})
        assert found in opened.page
        assert "where are you" not in opened.page
    opened.post(opened.form('name="text"'), {"text": '"sorry be"'})
    assert "Nothing holds all of these words" in opened.page
    opened.get(opened.inside("messages.index", sender="Alex"))
    assert "<script>hello" not in opened.page
    assert "&lt;script&gt;hello" in opened.page
    assert "you will be sorry" not in opened.page


def test_ticked_messages_are_marked_and_unmarked(opened: Browser) -> None:
    bring(opened, chat(*LINES, THREAT))
    opened.get(opened.inside("messages.index"))
    newest = ticks(opened)[0]
    opened.post(opened.form('name="pick"'), {"pick": newest, "do": "mark"})
    assert "Tick one message or more" in opened.page
    opened.post(opened.form('name="pick"'), {"pick": newest, "tag": ["threat", "made-up"], "do": "mark"})
    (her,) = marked(opened.desk.notebook)
    assert her.mark
    assert (her.kept.text, her.mark.tags) == ("you will be sorry", ("threat",))
    opened.get(opened.inside("messages.marked", tag="threat"))
    assert "you will be sorry" in opened.page
    opened.get(opened.link("What was around it"))
    assert "where are you 5" in opened.page
    opened.post(opened.form('name="note"'), {"note": "He meant the car."})
    assert "He meant the car." in opened.page
    (her,) = marked(opened.desk.notebook)
    assert her.mark
    assert her.mark.tags == ()
    opened.post(opened.form('name="note"'), {"note": ""})
    assert marked(opened.desk.notebook) == ()


def test_an_incident_is_begun_from_a_selection_and_linked_both_ways(opened: Browser) -> None:
    bring(opened, chat(*LINES, THREAT), name="sam.txt")
    opened.get(opened.inside("messages.index"))
    picks = ticks(opened)
    opened.post(opened.form('name="pick"'), {"do": "incident"})
    assert "No message was ticked" in opened.page
    opened.get(opened.inside("messages.index"))
    opened.post(opened.form('name="pick"'), {"pick": [picks[0], picks[3]], "do": "incident"})
    quotes = "From “sam.txt”:\n03/03/2024 21:05, Sam: “where are you 3”\n06/03/2024 09:12, Sam: “you will be sorry”"
    assert quotes in opened.page
    typed: dict[str, Any] = dict(re.findall(r'name="(kind|key|record|based_on)" value="([^"]*)"', opened.page))
    opened.post(opened.form('name="account"'), {**typed, "account": "He wrote this.\n" + quotes, "do": "save"})
    assert "Saved." in opened.page
    assert opened.desk.notebook.count(["incident.1"]) == 1
    assert "The messages it was begun with" in opened.page
    opened.get(opened.link("6 March 2024, 09:12"))
    assert "In:" in opened.page
    opened.get(opened.link("He wrote this."))
    assert "you will be sorry" in opened.page


def test_pages_go_on_and_back_without_losing_one(opened: Browser) -> None:
    lines = [
        f"01/04/2024 {hour:02}:{minute:02} Sam: number {hour * 60 + minute}."
        for hour in range(3)
        for minute in range(60)
    ]
    bring(opened, chat(*lines))
    opened.get(opened.inside("messages.index"))
    seen: list[list[str]] = []
    while True:
        seen.append(re.findall(r"number (\d+)\.</div>", opened.page))
        if "Next page" not in opened.page:
            break
        opened.get(opened.link("Next page"))
    assert [int(number) for page in seen for number in page] == list(range(179, -1, -1))
    for page in seen[-2::-1]:
        opened.get(opened.link("Page before"))
        assert re.findall(r"number (\d+)\.</div>", opened.page) == page


def test_full_hours_are_counted_and_lead_to_their_messages(opened: Browser) -> None:
    flood = [f"02/04/2024 23:{minute:02} Sam: {'(call)' if minute % 2 else 'answer me'}" for minute in range(30)]
    bring(opened, chat(*LINES, *flood))
    opened.get(opened.inside("messages.busy"))
    assert "2 April 2024, 23:00" in opened.page
    assert "15 messages" in opened.page
    assert "15 calls" in opened.page
    assert "March" not in opened.page


def test_what_is_being_read_is_shown_and_can_be_stopped(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = threading.Event()
    monkeypatch.setattr(reading, "_LOOK", 1)
    slow = Lines(lambda number: number == 3 and may_go_on.wait(20))
    upload(opened, chat(*LINES))
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (slow,))
    answer = opened.post(opened.form("Bring it in"), {"answer.date-order": "dmy"})
    assert "It is being read." in opened.page
    assert answer.headers["Refresh"] == "3"
    (record,) = sources(opened.desk.notebook)
    progress = opened.desk.notebook.beside(Bringing).progress(record)
    assert progress
    progress.began -= 301
    answer = opened.get(opened.inside("bring.show", record=record))
    assert "Refresh" not in answer.headers, "asking counts as being there: it is to lock by itself"
    opened.desk.notebook.beside(Bringing).stop(record)
    may_go_on.set()
    opened.desk.notebook.beside(Bringing).wait(record, 20)
    answer = opened.get(opened.inside("bring.show", record=record))
    assert "not read to its end yet" in opened.page
    assert "Refresh" not in answer.headers
    opened.post(opened.form("Go on reading"), {"do": "on"})
    opened.desk.notebook.beside(Bringing).wait(record, 20)
    opened.get(opened.inside("bring.show", record=record))
    assert "5 messages." in opened.page
    assert "Every part of it could be read." in opened.page


def test_what_she_says_of_a_file_can_be_changed(opened: Browser) -> None:
    record = bring(opened, chat(*LINES))
    opened.get(opened.inside("bring.about", record=record))
    opened.post(opened.form('name="device"'), {"name": "", "device": "Old tablet", "obtained": "From a friend"})
    body = sources(opened.desk.notebook)[record]
    assert (body.name, body.device, body.obtained, body.messages) == ("chat.txt", "Old tablet", "From a friend", 5)


@pytest.mark.parametrize("pick", ["", "x", "abc 9999999", "abc -1", "no-such 0"])
def test_a_message_that_is_not_there_is_refused_with_a_sentence(opened: Browser, pick: str) -> None:
    bring(opened, chat(*LINES))
    opened.get(opened.inside("messages.index"))
    opened.post(opened.form('name="pick"'), {"pick": pick, "tag": "abuse", "do": "mark"})
    assert "That message is not in this notebook." in opened.page
    assert marked(opened.desk.notebook) == ()
