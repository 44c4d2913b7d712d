"""What waits to be looked at, counted alike everywhere; orders without a name; messages with all that is known of them."""

from __future__ import annotations

import html
import re
import threading
from dataclasses import replace

import pytest

from daybook.domain.happened import Happened
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.message_answers import ANSWERS, ToLookAt, her_spans, say, to_look_at
from daybook.notebook.message_right import put_right, said_now
from daybook.notebook.messages import message
from daybook.notebook.plans import her_plan
from daybook.notebook.senders import say_who
from tests.notebook.from_pictures import TALK, kept
from tests.notebook.test_message_days import TOLD, given, held
from tests.web.conftest import Browser
from tests.web.test_her_orders import at, text_of


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), TOLD))
    return opened


def from_sam(browser: Browser) -> str:
    source = kept(browser.desk.notebook, TALK)
    say_who(browser.desk.notebook, source, "Sam", "them")
    return source


def pages(browser: Browser) -> list[str]:
    order = browser.desk.notebook.timeline(["order.1"])[0].record
    return [
        at(browser, "court_order.index"),
        at(browser, "court_order.show", record=order),
        at(browser, "breaches.index"),
    ]


def test_days_of_messages_and_what_she_wrote_down_are_counted_in_the_same_words(told: Browser) -> None:
    notebook = told.desk.notebook
    held(notebook, covers=("message", "call"))
    assert all("To look at:" not in page for page in pages(told)[:2])
    assert "Nothing that you wrote down waits for you here." in pages(told)[0]
    from_sam(told)
    assert all("To look at: 1 day of messages or calls." in page for page in pages(told))
    assert "Something in your messages and calls may have broken a line." in pages(told)[0]
    for day in (20, 21):
        notebook.save(Incident(account="Sam rang me at work.", happened=given(day)))
    assert all("To look at: 2 things you wrote down, 1 day of messages or calls." in page for page in pages(told))
    plan = her_plan(notebook, ready.pack())
    say(notebook, her_spans(notebook, plan)[0], ANSWERS[1])
    assert all("To look at: 2 things you wrote down." in page for page in pages(told))
    assert "messages and calls may" not in pages(told)[0]


def test_only_what_is_about_an_order_is_counted_on_its_page(told: Browser) -> None:
    notebook = told.desk.notebook
    held(notebook, served_on=given(20))
    held(notebook)
    from_sam(told)
    first, second = (each.record for each in notebook.timeline(["order.1"]))
    assert "To look at" not in at(told, "court_order.show", record=first)
    assert "To look at: 1 day of messages or calls." in at(told, "court_order.show", record=second)


def test_a_page_does_not_wait_for_messages_that_are_still_looked_through(
    told: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook, may_end = told.desk.notebook, threading.Event()
    held(notebook)
    from_sam(told)
    plan = her_plan(notebook, ready.pack())
    monkeypatch.setattr("daybook.notebook.message_answers.A_MOMENT", 0.05)
    with monkeypatch.context() as slow:
        slow.setattr("daybook.notebook.message_days.message_spans", lambda *_all: may_end.wait(10))
        assert to_look_at(notebook, plan) == ToLookAt(is_looking=True)
        assert "Your messages and calls are still being looked through." in at(told, "court_order.index")
        may_end.set()
    monkeypatch.setattr("daybook.notebook.message_answers.A_MOMENT", 10)
    assert "To look at: 1 day of messages or calls." in at(told, "court_order.index")


@pytest.mark.parametrize(
    ("what", "called"), [("non-molestation-order", "Non-molestation order"), ("other", "An order without a name")]
)
def test_an_order_without_a_name_has_a_stand_in_on_every_page_and_on_paper(
    told: Browser, what: str, called: str
) -> None:
    order = told.desk.notebook.save(CourtOrder(name=" ", what=what, served="yes", served_on=given(3))).record
    told.desk.notebook.save(OrderTerm(order=(order,), words="", covers=("message",), protects=("me",)))
    from_sam(told)
    for page in (*pages(told), at(told, "police_page.show")):
        assert called in page
    assert not re.search(r"<(a|h1|h2|h3)\b[^>]*>\s*</\1>", told.page)
    answer = told.post(told.form('name="order"'), {"order": [order], "name": "1"})
    assert called in text_of(answer.data)


def test_a_paper_for_the_police_can_be_made_of_the_barest_of_orders(told: Browser) -> None:
    order = told.desk.notebook.save(CourtOrder(name="", served_on=Happened())).record
    told.desk.notebook.save(OrderTerm(order=(order,), words=""))
    at(told, "police_page.show")
    assert "An order without a name" in text_of(told.post(told.form('name="order"'), {"order": [order]}).data)


def test_messages_held_against_orders_are_shown_with_what_is_known_of_them(told: Browser) -> None:
    held(told.desk.notebook)
    source = from_sam(told)
    notebook = told.desk.notebook
    put_right(notebook, replace(said_now(notebook, message(notebook, (source, 2))), text="you will be so sorry"))
    page = at(told, "breach_messages.picked", pick=[f"{source} 0", f"{source} 2"])
    assert "where are you Read by the machine from a picture, may be wrong · Checked by you · Received" in page
    assert "you will be so sorry Read by the machine from a picture, may be wrong · Checked by you" in page
    assert page.count("Put right by you later") == 1


def test_each_link_that_changes_an_order_says_what_it_changes(told: Browser) -> None:
    line = held(told.desk.notebook)
    order = told.desk.notebook.timeline(["order.1"])[0].record
    for endpoint, record, name in (
        ("court_order.show", order, "The order"),
        ("court_order.part", line, "A line of an order"),
    ):
        at(told, endpoint, record=record)
        names = [html.unescape(re.sub(r"<[^>]*>", "", one)) for one in re.findall(r"<a [^>]*>(.*?)</a>", told.page)]
        assert f"Add or change: {name}" in names
        assert "Add or change" not in names
