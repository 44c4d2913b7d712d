"""Court orders on pages: hers first, each one whole, and what is not known is said as not known."""

from __future__ import annotations

import html
import re

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.web.views.orders import BREACH
from tests.web.conftest import Browser


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def tell(browser: Browser, **answers: object) -> Browser:
    browser.desk.notebook.keep(read_answers(ready.pack(), answers))
    return browser


def page_of(browser: Browser, endpoint: str, **values: str) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page[browser.page.index("<main") :])


def test_who_named_no_nation_sees_every_order_under_its_nations(opened: Browser) -> None:
    page = page_of(opened, "orders.index")
    places = [page.index(f"<h2>{name}</h2>") for name in ("Scotland", "Northern Ireland", "England and Wales")]
    assert places == sorted(places)
    assert page.count('href="tel:') >= 4
    for order in ready.pack().orders.values():
        assert order.name in page
    assert "Could fit" not in page


def test_what_she_told_puts_some_first_and_folds_the_others_away(opened: Browser) -> None:
    tell(opened, nation="wales", situation="never-together", **{"contact-now": ["follows"]})
    page = page_of(opened, "orders.index")
    first, rest = page.split("Others where you live")
    assert "Stalking protection order" in first
    assert "Occupation order" in rest
    assert "Non-harassment order" not in page
    assert "not advice to apply" in page


def test_each_order_says_everything_it_takes(opened: Browser) -> None:
    for order in ready.pack().orders.values():
        page = page_of(opened, "orders.show", name=order.id)
        assert f"<h1>{order.name}</h1>" in page
        assert "{" not in re.sub(r"<[^>]*>", "", page)
        for title in (
            "What it can do", "Who asks for it", "What it costs", "How long it lasts", "If it is broken",
            "How it reaches the other person", "Where this comes from", "Looked at on", "Not yet checked by a person",
        ):  # fmt: skip
            assert title in page, order.id
        assert BREACH[order.breach] in page
        assert ("It is not known here if it can be made now." in page) == (order.in_force == "unknown")
        for title, there in (
            ("For the police to have", order.hand_to_police),
            ("To ask a solicitor", order.ask_solicitor),
            ("To write down", order.record),
            ("<h2>How</h2>", order.how),
        ):
            assert (title in page) == bool(there), order.id


def test_what_is_unknown_names_who_to_ask(opened: Browser) -> None:
    page = page_of(opened, "orders.show", name="domestic-abuse-protection-order")
    assert "What holds now is not known here." in page
    assert re.search(r"Ask\s+the police, a family court or a helpline", page)
    assert "It is not known here if it can be made now. The page says who to ask." in page_of(opened, "orders.index")


def test_a_breach_says_crime_or_contempt_in_plain_words(opened: Browser) -> None:
    assert "the police can arrest for that alone" in page_of(opened, "orders.show", name="non-molestation-order")
    assert "only where a power of arrest was added" in page_of(opened, "orders.show", name="occupation-order")
    assert (
        "It is not a crime" in page_of(opened, "orders.show", name="undertaking")
        or "not a crime by itself" in opened.page
    )


def test_an_order_leads_to_writing_it_down(opened: Browser) -> None:
    page_of(opened, "orders.show", name="non-molestation-order")
    opened.get(opened.link("Write down something that happened"))
    assert "What happened?" in opened.page
    page_of(opened, "orders.show", name="non-molestation-order")
    opened.get(opened.link("Note a call or a meeting"))
    assert "Who was it with?" in opened.page


def test_a_thing_of_the_plan_leads_to_the_orders(opened: Browser) -> None:
    tell(opened, nation="england")
    page_of(opened, "plan.show", action="ask-non-molestation-ew")
    opened.get(opened.link("Court orders, and which exist where you live"))
    assert "<h1>Court orders</h1>" in opened.page


def test_an_order_that_is_not_there_is_one_calm_sentence(opened: Browser) -> None:
    assert opened.get(opened.inside("orders.show", name="no-such")).status_code == 404
    assert "This order is not in the list any more." in opened.page
