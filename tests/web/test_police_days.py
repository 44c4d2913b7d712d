"""What she confirmed and the days noted of the order do not fit: it stays, and she is told before anybody else is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from daybook.domain.happened import Happened
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_copy import OrderCopy
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from daybook.notebook.message_answers import her_spans, say_days
from daybook.notebook.plans import her_plan
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat
from tests.notebook.test_message_days import FLOOD, given
from tests.notebook.test_message_days import TOLD as TOLD_OF_SAM
from tests.notebook.test_message_days import held as held_for_messages
from tests.web.conftest import Browser
from tests.web.test_breach_messages import names, who
from tests.web.test_her_orders import TOLD, a_call, at, held, on, text_of, words

BEFORE = "By the days noted here, this was before the order was given. One of the days may be wrong."
TODAY = date.today()


@pytest.fixture
def told(opened: Browser) -> Browser:
    ready.pack()
    opened.desk.notebook.keep(read_answers(ready.pack(), TOLD))
    return opened


def confirmed(browser: Browser, back: int = 3) -> tuple[str, str]:
    """An order given thirty days ago, and a call since then that she says broke its line: the order, her answer."""
    order, line = held(browser)
    return order, breaches.say(browser.desk.notebook, a_call(browser, back), line, "confirmed").record


def change(browser: Browser, order: str, **more: Any) -> None:
    latest = browser.desk.notebook.latest(order)
    browser.desk.notebook.save(replace(latest.body, **more), record=order, based_on=latest.number)


def paper(browser: Browser, order: str, **more: str) -> str:
    at(browser, "police_page.show")
    return text_of(browser.post(browser.form('name="order"'), {"order": [order], **more}).data)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"served_on": on(TODAY - timedelta(days=1))}, BEFORE),
        ({"served": "no"}, "It is noted here that the order was not given to {} yet."),
        ({"stopped": TODAY - timedelta(days=5)}, "By the days noted here, this was after the order ended."),
        ({"ends": TODAY - timedelta(days=300)}, "By the days noted here, the order ended before it began."),
    ],
)
def test_hers_stays_and_it_is_said_on_every_page_that_shows_it(told: Browser, more: dict[str, Any], why: str) -> None:
    order, answer = confirmed(told)
    hers = why.format("Dan")
    for endpoint, values in (("breaches.show", {"record": answer}), ("police_page.show", {}), ("breaches.index", {})):
        assert hers not in at(told, endpoint, **values)
    assert "does not fit" not in at(told, "court_order.show", record=order)
    assert 'name="unfitting"' not in told.page
    assert "days noted here" not in paper(told, order, unfitting="1")
    change(told, order, **more)
    page = at(told, "breaches.show", record=answer)
    assert "Yes, I think it broke this line" in page
    assert hers in page
    assert "What you said stays." in page
    assert hers in at(told, "breaches.index")
    page = at(told, "court_order.show", record=order)
    assert "1 of these does not fit the days noted of this order." in page
    assert "Its day does not fit" in page
    page = at(told, "police_page.show")
    above, _its_lines, beneath = page.partition("The lines of the order")
    assert "1 thing you confirmed does not fit the days noted here." in above
    assert hers in above
    assert hers in beneath
    with_it = paper(told, order, unfitting="1", name="1")
    assert "Dan rang me at work." in with_it
    assert hers in with_it
    assert why.format("the person it binds") in paper(told, order, unfitting="1")
    without = paper(told, order)
    assert "Dan rang me at work." not in without
    assert "None is noted." in without


def test_from_the_sentence_to_the_day_that_was_wrong(told: Browser) -> None:
    order, answer = confirmed(told)
    change(told, order, served_on=on(TODAY - timedelta(days=1)))
    at(told, "police_page.show")
    (day,) = re.findall(r'<li><a href="[^"]*">([^<]*)</a>, The order: By the days', told.page)
    told.get(told.link(f"{day}</a>, The order: By the days"))
    assert BEFORE in words(told.page)
    told.get(told.link("Look at the day of what happened"))
    assert "Dan rang me at work." in told.page
    at(told, "breaches.show", record=answer)
    told.get(told.link("Look at the days of the order"))
    assert "When was it given?" in told.page
    change(told, order, served_on=on(TODAY - timedelta(days=9)))
    assert "It was after the order was given." in at(told, "breaches.show", record=answer)
    assert "does not fit" not in at(told, "police_page.show")


def test_what_she_did_not_confirm_is_told_nothing(told: Browser) -> None:
    order, line = held(told)
    happening = a_call(told)
    breaches.say(told.desk.notebook, happening, line, "unsure")
    change(told, order, served_on=on(TODAY - timedelta(days=1)))
    assert "does not fit" not in at(told, "court_order.show", record=order)
    assert "does not fit" not in at(told, "police_page.show")


@pytest.mark.parametrize(
    ("hour", "why"),
    [
        (None, ""),
        ((21, 30), "the order did not count yet, or not any more, for a part of these"),
        ((23, 30), "this was before the order was given"),
    ],
)
def test_a_flood_of_which_a_part_was_before_it_was_given(
    opened: Browser, monkeypatch: pytest.MonkeyPatch, hour: tuple[int, int] | None, why: str
) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    ready.pack()
    opened.desk.notebook.keep(read_answers(ready.pack(), TOLD_OF_SAM))
    line = held_for_messages(opened.desk.notebook)
    brought(opened.desk.notebook, chat(*FLOOD), name="Chat.txt")
    who(opened, Sam="them")
    at(opened, "breach_messages.line", term=line)
    (day,) = names(opened.page, "day")
    opened.post(opened.form('name="day"'), {"term": line, "day": [day], "says": "confirmed"})
    order = opened.desk.notebook.timeline(["order.1"])[0].record
    if hour:
        change(opened, order, served_on=given(10, hour))
    (answer,) = (each.record for each in opened.desk.notebook.timeline([breaches.KIND]))
    pages = [at(opened, "breaches.show", record=answer), at(opened, "police_page.show")]
    assert "10 March 2026, 21:00 to 22:39" in pages[0]
    text = paper(opened, order, unfitting="1")
    assert "10 March 2026, 21:00 to 22:39" in text
    for page in (*pages, text):
        assert (why in page) if why else ("days noted here" not in page)
    assert "Look at the day of what happened" not in pages[0], "its time is that of the file"
    breaches.say(opened.desk.notebook, opened.desk.notebook.latest(answer).body.happening, line, "unsure")
    assert "days noted here" not in at(opened, "breaches.show", record=answer)


def test_a_flood_that_broke_two_lines_is_told_once_and_its_lines_in_their_order(
    opened: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    ready.pack()
    notebook = opened.desk.notebook
    notebook.keep(read_answers(ready.pack(), TOLD_OF_SAM))
    first = held_for_messages(notebook)
    order = notebook.latest(first).body.order
    second = notebook.save(OrderTerm(order=order, number="9", words="Not to harass her.", covers=("message",))).record
    brought(notebook, chat(*FLOOD), name="Chat.txt")
    who(opened, Sam="them")
    plan = her_plan(notebook, ready.pack())
    for line in (second, first):
        say_days(notebook, plan, line, [each.span.id for each in her_spans(notebook, plan, line)], "confirmed")
    assert "Lines: Not to., 9" in at(opened, "police_page.show")
    change(opened, order[0], served_on=given(11))
    page = at(opened, "police_page.show")
    assert "1 thing you confirmed does not fit" in page
    assert "2 of these do not fit" in at(opened, "court_order.show", record=order[0])


def test_the_police_read_that_they_hold_the_proof(told: Browser) -> None:
    order, _line = held(told, served_on=Happened())
    copy = OrderCopy(order=(order,), holder="police", name="Exampleton", reference="EXAMPLE/0006/00")
    record = told.desk.notebook.save(copy).record
    proof = "EXAMPLE/0006/00. They have the proof that it was given."
    for says, is_said in (("", False), ("no", False), ("yes", True)):
        latest = told.desk.notebook.latest(record)
        told.desk.notebook.save(replace(latest.body, proof=says), record=record, based_on=latest.number)
        page = at(told, "police_page.show")
        assert "The police, Exampleton, EXAMPLE/0006/00" in page
        assert (proof in page) is is_said
        assert (proof in paper(told, order)) is is_said


def test_both_ends_that_are_near_stand_on_the_pages_of_the_order(told: Browser) -> None:
    order, _line = held(told, until="", ends=TODAY + timedelta(days=18), arrest_ends=TODAY + timedelta(days=2))
    for page in (at(told, "court_order.index"), at(told, "court_order.show", record=order)):
        assert page.index("Its power of arrest ends in 2 days.") < page.index("It ends in 18 days.")


def test_what_is_not_noted_of_its_giving_is_not_said_in_her_voice(told: Browser) -> None:
    held(told, served="", served_on=Happened())
    assert "Given It is not noted here. Lasts Until the court says something else" in at(told, "police_page.show")
    promise, _line = held(told, what="undertaking", name="Undertaking", served="", served_on=Happened(), until="unsure")
    text = paper(told, promise)
    assert "Undertaking (A promise to a court)" in text
    assert "Given" not in text
    assert "Lasts until: I do not know" in text


def test_an_end_that_means_no_end_stops_no_page(told: Browser) -> None:
    """31 December 9999 is how it is written where a form asks for a day."""
    order, _line = held(told, until="", ends=date.max)
    a_call(told)
    for endpoint in ("find.index", "breaches.index", "police_page.show", "court_order.index", "around.show"):
        assert "That did not work" not in at(told, endpoint, record=order)
    assert "It was after the order was given." in at(told, "breaches.index")
    assert "not any more" not in told.page


def test_one_line_of_two_orders_counts_for_both(told: Browser) -> None:
    order, line = held(told)
    bail, _line = held(told, name="Bail rules", what="bail")
    notebook = told.desk.notebook
    notebook.save(replace(notebook.latest(line).body, order=(order, bail)), record=line, based_on=1)
    happening = a_call(told)
    page = at(told, "breaches.about", record=happening)
    assert "Line 2, The order" in page
    assert "Line 2, Bail rules" in page
    answer = breaches.say(notebook, happening, line, "confirmed").record
    for record in (order, bail):
        assert "Line 2: " in at(told, "court_order.show", record=record).partition("If a line is broken")[2]
        assert "Dan rang me at work." in paper(told, record)
    page = at(told, "breaches.show", record=answer)
    assert "is a crime" in page
    assert "It is a line of another order too: Bail rules" in page
    unseen = notebook.save(Incident(account="x", happened=on(TODAY - timedelta(days=3)))).record
    by_hand = breaches.say(notebook, unseen, line, "confirmed").record
    assert "another order too" in at(told, "breaches.show", record=by_hand)
    change(told, bail, stopped=TODAY - timedelta(days=9))
    assert "another order too" not in at(told, "breaches.show", record=by_hand)
    assert "Bail rules" not in at(told, "breaches.show", record=answer)
    assert "Dan rang me at work." in paper(told, order)
    change(told, order, served="no")
    assert "It is noted here that the order was not given to Dan yet." in at(told, "breaches.show", record=answer)


def test_the_whole_account_stands_there_with_the_words_that_were_said(told: Browser) -> None:
    order, line = held(told)
    long = "He stood there. " * 100 + "At two he rang again."
    body = Incident(account=long, exact_words="You will be sorry.", happened=on(TODAY - timedelta(days=3)))
    record = told.desk.notebook.save(body).record
    breaches.say(told.desk.notebook, record, line, "confirmed")
    for text in (at(told, "police_page.show"), paper(told, order)):
        assert "At two he rang again. You will be sorry." in text
        assert "It goes on." not in text
    told.desk.notebook.save(replace(body, account=long * 4), record=record, based_on=1)
    for text in (at(told, "police_page.show"), paper(told, order)):
        assert "He stood there. … Lines: 2" in text
        assert "It goes on. The whole of it stands in the chronology." in text


def test_not_sure_of_a_line_she_chose_herself_stays_in_sight(told: Browser) -> None:
    _order, line = held(told)
    happening = told.desk.notebook.save(Incident(account="x", happened=on(TODAY - timedelta(days=3)))).record
    breaches.say(told.desk.notebook, happening, line, "unsure")
    page = at(told, "breaches.about", record=happening)
    assert "I am not sure" in page
    assert "Another line of an order that stood then" not in page
    assert "x" in at(told, "breaches.index").partition("You were not sure")[2].split()
