"""Messages and calls against her orders, on screen: who is who, a flood in one go, single ones, the police page."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest

from daybook.domain.happened import Happened
from daybook.domain.records.clue import Clue
from daybook.domain.records.pattern import Pattern
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat
from tests.notebook.test_message_days import FLOOD, NIGHT, TOLD, given, held
from tests.web.conftest import Browser
from tests.web.test_her_orders import at, text_of, words

THREAT = "12/03/2026 09:12 Sam: you will be sorry"


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


@pytest.fixture
def told(opened: Browser) -> Browser:
    ready.pack()
    opened.desk.notebook.keep(read_answers(ready.pack(), TOLD))
    return opened


def who(browser: Browser, **said: str) -> None:
    """Say on the page who each sender of the newest file is."""
    browser.get(browser.inside("breach_messages.who"))
    names = re.findall(r'name="sender" value="([^"]*)"', browser.page)
    (source,) = re.findall(r'name="source" value="([^"]*)"', browser.page)
    data: dict[str, Any] = {"source": source, "sender": names}
    data |= {f"who.{number}": said.get(name, "") for number, name in enumerate(names)}
    browser.post(browser.form('name="sender"'), data)


def names(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]*)"', page)


def test_a_flood_after_service_is_confirmed_in_one_go_and_stands_on_the_police_page(told: Browser) -> None:
    line = held(told.desk.notebook)
    plain = chat(*FLOOD, *NIGHT, "12/03/2026 08:00 Alex: hello")
    brought(told.desk.notebook, plain, name="Chat.txt")
    assert "Say who is who in them" in at(told, "breaches.index")
    told.get(told.link("Say who is who"))
    assert "It is like the name in your answers." in words(told.page)
    assert "This is Sam" in words(told.page)
    who(told, Sam="them", Alex="other")
    assert "1 day to look at" in words(told.page)
    told.get(told.link("The order: <span"))
    page = words(told.page)
    assert "10 March 2026 102 messages from “Sam” 10 March 2026, 21:00 to 11 March 2026, 04:59" in page
    for reason in (
        "It was a message.",
        "It came from “Sam”. You said that this is Sam.",
        "It was after the order was given.",
    ):
        assert reason in page
    (day,) = names(told.page, "day")
    told.post(told.form('name="day"'), {"term": line, "day": [day], "says": "confirmed"})
    assert "Kept for 1 day." in told.page
    assert "Nothing waits here." in words(told.page)
    page = at(told, "police_page.show")
    assert "102 messages from “Sam”" in page
    assert "10 March 2026, 21:00 to 11 March 2026, 04:59" in page
    assert f"SHA-256 {hashlib.sha256(plain).hexdigest()}" in page
    assert "answer me" not in page
    order = told.desk.notebook.timeline(["order.1"])[0].record
    text = text_of(told.post(told.form('name="order"'), {"order": [order]}).data)
    assert "102 messages from “Sam”" in text
    assert hashlib.sha256(plain).hexdigest() in text, "whole, as who compares it copies it"


def test_the_same_flood_before_service_is_nothing(told: Browser) -> None:
    held(told.desk.notebook, served_on=given(13))
    brought(told.desk.notebook, chat(*FLOOD), name="Chat.txt")
    who(told, Sam="them")
    assert "Nothing in your files was found that may have broken a line." in words(told.page)
    assert "None is noted." in at(told, "police_page.show")


def test_single_ones_are_confirmed_and_the_words_she_chose_stand_on_the_police_page(told: Browser) -> None:
    line = held(told.desk.notebook, covers=("message", "violence"))
    brought(told.desk.notebook, chat(*FLOOD, THREAT, "12/03/2026 10:00 Sam: sorry"), name="Chat.txt")
    who(told, Sam="them")
    at(told, "breach_messages.line", term=line)
    assert "It says “be sorry”. That may be violence, or a threat." in words(told.page)
    told.get(told.link("Look at them, one by one"))
    assert names(told.page, "pick") == ["100", "101"]
    told.post(
        told.form('name="pick"'),
        {"term": line, "name": names(told.page, "name")[0], "shown": ["100", "101"], "pick": ["100"],
         "quote": ["100", "101"], "says": "ticked"},
    )  # fmt: skip
    assert "Yes, I think it broke this line" in words(told.page)
    assert "It came from “Sam”." in words(told.page)
    page = at(told, "police_page.show")
    assert "1 message from “Sam”" in page
    assert "you will be sorry" in page
    assert "10:00" not in page
    told.get(told.inside("breaches.index"))
    assert "1 message from “Sam”" in words(told.page)


def test_a_day_with_few_messages_shows_their_words_where_she_answers(told: Browser) -> None:
    line = held(told.desk.notebook)
    brought(told.desk.notebook, chat(*FLOOD, "14/03/2026 10:00 Sam: <b>I am</b> outside"), name="Chat.txt")
    who(told, Sam="them")
    at(told, "breach_messages.line", term=line)
    page = told.page
    assert len(names(page, "day")) == 2
    assert page.index('name="day"') < page.index("&lt;b&gt;I am&lt;/b&gt; outside") < page.index("Yes, they broke")
    assert page.count('<li class="message">') == 1


def test_ticking_nothing_says_so_and_saying_no_keeps_it_off_the_page(told: Browser) -> None:
    line = held(told.desk.notebook)
    brought(told.desk.notebook, chat(*FLOOD), name="Chat.txt")
    who(told, Sam="them")
    at(told, "breach_messages.line", term=line)
    (day,) = names(told.page, "day")
    told.post(told.form('name="day"'), {"term": line, "says": "confirmed"})
    assert "Tick one or more" in told.page
    told.post(told.form('name="day"'), {"term": line, "day": [day], "says": "not"})
    assert "No, it did not" in words(told.page)
    page = at(told, "breaches.index")
    assert page.index("You said: it did not") < page.index("100 messages from “Sam”")
    assert "None is noted." in at(told, "police_page.show")
    told.get(told.inside("breach_messages.day", term=line, name="0" * 24))
    assert "That day is not held against this line any more." in told.page


def test_from_messages_she_ticked_to_the_lines(told: Browser) -> None:
    held(told.desk.notebook)
    record = brought(told.desk.notebook, chat(*FLOOD, "01/03/2026 08:00 Sam: before"), name="Chat.txt")
    at(told, "messages.index")
    told.post(told.form('name="pick"'), {"pick": [f"{record} 3", f"{record} 4"], "do": "orders"})
    assert "It is not said yet who this is: Sam." in words(told.page)
    who(told, Sam="them")
    at(told, "messages.index")
    told.post(told.form('name="pick"'), {"pick": [f"{record} 3", f"{record} 4"], "do": "orders"})
    assert "10 March 2026: 100 messages from “Sam”" in words(told.page)
    hidden = {name: names(told.page, name) for name in ("term", "name", "pick")}
    told.post(told.form('value="ticked"'), {**hidden, "says": "ticked"})
    assert "Yes, I think it broke this line" in words(told.page)
    (body,) = [each.body for each in told.desk.notebook.timeline([breaches.MESSAGES])]
    assert (body.only, body.count) == ((3, 4), 2)
    told.get(told.inside("breach_messages.picked", pick=[f"{record} 100"]))
    assert "No line of your orders was found for them." in words(told.page)


def test_from_a_record_to_the_lines_it_could_be_about_and_back(told: Browser) -> None:
    held(told.desk.notebook, covers=("harass",))
    other = held(told.desk.notebook, covers=("school",))
    clue = told.desk.notebook.save(
        Clue(account="They asked why I was at the library.", happened=given(9), about=("where",))
    ).record
    at(told, "record.show", record=clue)
    told.get(told.link("Which order lines could this be about?"))
    page = words(told.page)
    assert "It is noted that something was known which nobody told." in page
    assert "It may have been before this counted." in page
    assert page.index("Another line of an order that stood then") > 0
    told.post(told.form(f'name="term" value="{other}"'), {"happening": clue, "term": other, "says": "confirmed"})
    assert "Yes, I think it broke this line" in words(told.page)
    at(told, "breaches.about", record=clue)
    told.get(told.link("Back to what you wrote"))
    assert "They asked why I was at the library." in words(told.page)


def test_no_line_is_offered_for_what_was_before_any_order_was_given(told: Browser) -> None:
    held(told.desk.notebook, covers=("school",), served_on=given(9))
    before = told.desk.notebook.save(Clue(account="They asked why I was there.", happened=given(8))).record
    page = at(told, "breaches.about", record=before)
    assert "No line was found for it" in page
    assert "Another line" not in page


def test_what_keeps_happening_has_no_days_and_is_never_held_against_a_line(told: Browser) -> None:
    held(told.desk.notebook, covers=("call",))
    pattern = told.desk.notebook.save(
        Pattern(account="He rings every Friday.", happened=Happened(words="most Fridays"))
    ).record
    assert "He rings every Friday" not in at(told, "breaches.index")
    page = at(told, "breaches.about", record=pattern)
    assert "It has no days, so nothing is held against an order here." in page
    assert "Another line" not in page


def test_names_in_a_file_are_never_markup(told: Browser) -> None:
    line = held(told.desk.notebook)
    brought(told.desk.notebook, chat('10/03/2026 21:00 <b>"Sam": <script>x</script>'), name="Chat.txt")
    told.get(told.inside("breach_messages.who"))
    assert '<b>"' not in told.page
    assert "&lt;b&gt;" in told.page
    record = told.desk.notebook.timeline(["source.1"])[0].record
    told.post(told.form('name="sender"'), {"source": record, "sender": ['<b>"Sam"'], "who.0": "them"})
    for endpoint, values in (("breach_messages.line", {"term": line}), ("breaches.index", {})):
        at(told, endpoint, **values)
        assert "<b>" not in told.page.partition("<main")[2]
