"""From a paper in her hand to one page for the police: orders, lines, what broke one, and what no page may say."""

from __future__ import annotations

import html
import io
import re
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.contact import Contact
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser
from tests.web.filling import filled, send

TOLD = {
    "situation": "left-same-area",
    "nation": "england",
    "words": {"pronouns": "he", "name": "Dan"},
    "orders": ["non-molestation"],
}


@pytest.fixture
def told(opened: Browser) -> Browser:
    ready.pack()
    opened.desk.notebook.keep(read_answers(ready.pack(), TOLD))
    return opened


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return words(browser.page)


def words(page: str) -> str:
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def on(day: date, clock: tuple[int, int] | None = None) -> Happened:
    hour, minute = clock or (None, None)
    start = PartialDate(year=day.year, month=day.month, day=day.day, hour=hour, minute=minute)
    return Happened(how="exact", start=start)


def held(browser: Browser, **more: Any) -> tuple[str, str]:
    """An order that was given thirty days ago, with one line about calls."""
    made = date.today() - timedelta(days=31)
    given = {"made": made, "served": "yes", "served_on": on(made + timedelta(days=1)), "until": "further"}
    named = {"name": "The order", "what": "non-molestation-order", "court": "Exampleton"}
    order = CourtOrder(**{**named, **given, **more})
    record = browser.desk.notebook.save(order).record
    line = OrderTerm(order=(record,), number="2", words="Not to telephone her.", covers=("call",), arrest="no")
    return record, browser.desk.notebook.save(line).record


def a_call(browser: Browser, back: int = 3) -> str:
    day = date.today() - timedelta(days=back)
    return browser.desk.notebook.save(Incident(account="Dan rang me at work.", happened=on(day))).record


def test_from_a_paper_in_her_hand_to_its_first_line(told: Browser) -> None:
    assert "Add an order you hold" in at(told, "court_order.index")
    told.get(told.link("Add an order you hold"))
    page = words(told.page)
    assert page.index("Non-molestation order") < page.index("Occupation order")
    assert page.index("Of another part of the country") < page.index("Exclusion order")
    told.get(told.link("Non-molestation order"))
    fields = filled(told.page)
    assert (fields["name"], fields["what"], fields["nation"]) == (
        ["Non-molestation order"],
        ["non-molestation-order"],
        ["england"],
    )
    send(told, court="Family Court at Exampleton", served="yes")
    page = words(told.page)
    assert "Breaking an order of this kind is a crime, once Dan knows of it" in page
    assert "The day it was given." in page
    assert "Date not known" not in page
    told.get(told.link("Add a line"))
    send(told, words="Not to come to the school.", covers=["school"], number="4")
    assert "Line 4" in told.page
    told.get(told.link("Back to the order"))
    assert "Line 4: Not to come to the school." in words(told.page)
    assert "Coming to school or nursery" in words(told.page)


def test_she_says_if_a_line_was_broken_and_it_is_kept_with_who_was_told(told: Browser) -> None:
    order, _line = held(told)
    happening = a_call(told)
    assert "Something you wrote down may have broken a line." in at(told, "court_order.index")
    page = at(told, "breaches.index")
    assert "It says “rang”. That may be a call." in page
    assert "It was after the order was given." in page
    assert "You say if a line was broken. The police and the court decide." in page
    told.post(
        told.form('name="happening" value="' + happening), {"happening": happening, "term": _line, "says": "confirmed"}
    )
    assert "Yes, I think it broke this line" in told.page
    told.get(told.link("Add who you told, and the reference"))
    send(told, told=["police"], reference="EXAMPLE/0001/00")
    assert "EXAMPLE/0001/00" in told.page
    said = told.desk.notebook.timeline([breaches.KIND])
    assert [(each.body.happening, each.body.says, each.number) for each in said] == [(happening, "confirmed", 2)]
    assert "Nothing waits here." in at(told, "breaches.index")
    page = at(told, "police_page.show")
    assert "Dan rang me at work." in page
    assert "Reference: EXAMPLE/0001/00" in page
    assert "Lines: 2" in page
    assert at(told, "court_order.show", record=order).count("Line 2") == 2


@pytest.mark.parametrize("answer", ["not", "unsure"])
def test_what_she_put_aside_is_not_on_the_page_for_the_police(told: Browser, answer: str) -> None:
    _order, line = held(told)
    happening = a_call(told)
    at(told, "breaches.index")
    told.post(told.form('name="term" value="' + line), {"happening": happening, "term": line, "says": answer})
    assert "Nothing waits here." in words(told.page)
    assert "Dan rang me at work." in words(told.page)
    assert "None is noted." in at(told, "police_page.show")
    assert "Dan rang me at work." not in words(told.page)
    plan = her_plan(told.desk.notebook, ready.pack())
    for change in ("not", "unsure", "confirmed"):
        breaches.say(told.desk.notebook, happening, line, change)
        assert [each.answer for each in breaches.possibilities(told.desk.notebook, plan)] == [change]
    assert len(told.desk.notebook.timeline([breaches.KIND])) == 1


def test_what_was_before_it_was_given_is_not_shown(told: Browser) -> None:
    held(told)
    a_call(told, back=31)
    assert "Nothing waits here." in at(told, "breaches.index")
    a_call(told, back=30)
    assert "It may have been before this counted." in at(told, "breaches.index")


def test_a_promise_stands_apart_and_is_contempt_not_a_crime(told: Browser) -> None:
    held(told, what="undertaking", name="Undertaking", served="", served_on=Happened())
    a_call(told)
    page = at(told, "court_order.index")
    assert page.index("Promises to a court") < page.index("Undertaking")
    for page in (at(told, "breaches.index"), at(told, "police_page.show")):
        assert "is a crime" not in page
    assert "contempt of court" in page
    assert "It was after the promise was made." in at(told, "breaches.index")


def test_an_end_that_comes_near_is_said_with_how_it_is_made_longer(told: Browser) -> None:
    soon = date.today() + timedelta(days=20)
    record, _line = held(told, ends=soon, until="")
    assert "It ends in 20 days." in at(told, "court_order.index")
    page = at(told, "court_order.show", record=record)
    assert "ask about form FL403" in page
    assert "Asking can be noticed" in page
    assert "To talk to someone" in page
    late, _line = held(told, ends=soon + timedelta(days=200), until="")
    assert "How it is made longer" not in at(told, "court_order.show", record=late)
    other, _line = held(told, ends=soon, until="", what="bail")
    assert "Whoever made it can say, or a solicitor." in at(told, "court_order.show", record=other)


@pytest.mark.parametrize(("back", "says"), [(200, "no"), (70, "yes"), (0, "yes"), (-14, "yes"), (-15, "no")])
def test_the_first_page_speaks_of_an_end_that_comes_near_and_not_of_what(
    told: Browser, monkeypatch: pytest.MonkeyPatch, back: int, says: str
) -> None:
    """With the clock set to so many days before the end; and never on a page that is locked."""
    ends = date.today() + timedelta(days=300)
    held(told, ends=ends, until="")
    monkeypatch.setattr("daybook.web.first_page.today", lambda: ends - timedelta(days=back))
    told.get("/")
    assert ("A day you noted comes near" in told.page) == (says == "yes")
    if says == "yes":
        (note,) = re.findall(r'<p class="note">(.*?)</p>', told.page)
        assert not re.search("order|court|end", re.sub("<[^>]*>", "", note))
        told.get(told.link("Look at that day"))
        assert "<h1>The order</h1>" in told.page
    told.desk.lock()
    told.get("/")
    assert "A day you noted" not in told.page


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_paper_says_what_she_chose_and_its_name_and_data_say_nothing(told: Browser) -> None:
    order, line = held(told)
    breaches.say(told.desk.notebook, a_call(told), line, "confirmed")
    told.desk.notebook.save(Contact(whom="police", name="PC Hale", said="I told them of the knife.", reference="EX/9"))
    page = at(told, "police_page.show")
    assert "A paper can be found." in page
    data = {"order": [order], "calls": "1", "name": "1"}
    pdf = told.post(told.form('name="order"'), data).data
    text = text_of(pdf)
    assert "a crime, once Dan knows of it" in text
    for part in ("Who they bind: Dan", "Not to telephone her.", "Dan rang me at work.", "PC Hale", "EX/9"):
        assert part in text
    assert "knife" not in text
    reader = pypdfium2.PdfDocument(io.BytesIO(pdf))
    assert reader.get_metadata_dict().get("Title") == "Papers"
    assert not [
        value
        for value in reader.get_metadata_dict().values()
        if re.search("court|order|Dan|Daybook", value, re.IGNORECASE)
    ]
    at(told, "police_page.show")
    text = text_of(told.post(told.form('name="order"'), {"order": [order]}).data)
    assert "PC Hale" not in text
    assert "Who they bind" not in text
    assert "a crime, once the person it binds knows of it" in text
    at(told, "police_page.show")
    told.post(told.form('name="order"'), {})
    assert "There is no order in what you chose." in told.page


def test_words_of_hers_are_never_markup(told: Browser) -> None:
    record, _line = held(told, name="<b>Order</b>", number='"><script>')
    for endpoint, values in (
        ("court_order.show", {"record": record}),
        ("police_page.show", {}),
        ("court_order.index", {}),
    ):
        at(told, endpoint, **values)
        assert "<script>" not in told.page.partition("<main")[2].replace("<script src=", "")
        assert "<b>Order</b>" not in told.page


def test_steps_of_her_plan_lead_here_and_look_done_when_they_are(told: Browser) -> None:
    assert "Write down what your order says" in at(told, "court_order.index")
    assert 'name="choice" value="done"' not in told.page
    held(told)
    at(told, "court_order.index")
    assert 'name="choice" value="done"' in told.page
