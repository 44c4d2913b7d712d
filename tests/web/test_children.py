"""Children, their cards and the log of contact, as she uses them; and what no page of them may do."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

import pytest

from daybook.domain.records.child import Child
from daybook.domain.records.code import Code
from daybook.domain.records.handover import Handover
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import children, ready
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.papers import chronology_of
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser
from tests.web.filling import filled, send

TOLD = {
    "situation": "living-with",
    "nation": "england",
    "words": {"pronouns": "he", "relation": "husband"},
    "phone": ["smartphone-android", "landline"],
    "children": [7, 3],
    "children-parent": ["their-parent"],
    "school": ["school", "nursery"],
}
A_DAY = date(2026, 11, 1)
APART = {**TOLD, "situation": "left-same-area", "children-parent": ["their-parent", "contact", "contact-trouble"]}


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def tell(browser: Browser, answers: dict[str, Any]) -> None:
    browser.desk.notebook.keep(read_answers(ready.pack(), answers))


@pytest.fixture
def told(opened: Browser) -> Browser:
    tell(opened, TOLD)
    return opened


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page)


def save(browser: Browser, body: Any) -> str:
    return str(browser.desk.notebook.save(body).record)


def words(page: str) -> str:
    """What can be read in the page's own part, tags left out."""
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def card(page: str) -> str:
    """What is printed: everything that is not on the screen alone."""
    found = re.search(r'<(section|div) class="card-for-child.*?</\1>', page, re.DOTALL)
    assert found
    return words(f"<main{found[0]}</main>")


def test_from_the_ages_she_told_to_a_card_with_one_name(told: Browser) -> None:
    page = words(at(told, "children.index"))
    assert "A child of 7" in page
    assert "A child of 3" in page
    told.get(told.link("A child of 7"))
    assert filled(told.page)["age"] == ["7"]
    send(told, name="Leo")
    assert "<h1>Leo</h1>" in told.page
    told.get(told.link("Practice card"))
    said = card(told.page)
    assert "My name is Leo." in said
    assert "Never go in between" in said
    assert "press 5 and 5" in said
    assert "55 does nothing" in said
    assert "A child may tell your husband, or show the card." in words(told.page)
    assert "It is your choice if and when to show it." in words(told.page)
    page = words(at(told, "children.index"))
    assert "A child of 7" not in page
    assert "A child of 3" in page


def test_the_second_child_begins_with_the_address_of_the_first(told: Browser) -> None:
    save(told, Child(name="Leo", age="7", address="12 Larch Court", number="07700 900142", password="tin"))
    at(told, "children.index")
    told.get(told.link("A child of 3"))
    begun = filled(told.page)
    assert (begun["age"], begun["address"], begun["number"]) == (["3"], ["12 Larch Court"], ["07700 900142"])
    assert begun["password"] == [""]


def test_the_address_is_on_the_card_only_where_she_typed_it_and_does_not_hide_it(told: Browser) -> None:
    leo = save(told, Child(name="Leo", age="7"))
    assert "I live at" not in card(at(told, "children_card.show", record=leo))
    assert "There is no address on the card." in words(told.page)
    at(told, "record.amend", record=leo)
    send(told, address="12 Larch Court\nNorthwick")
    assert "I live at 12 Larch Court, Northwick." in card(at(told, "children_card.show", record=leo))
    told.post(told.form('value="hide"'), {"do": "hide"})
    assert "Larch" not in words(told.page)
    assert told.desk.notebook.latest(leo).body.address == "12 Larch Court\nNorthwick"
    told.post(told.form('value="show"'), {"do": "show"})
    assert "12 Larch Court" in card(told.page)


def test_for_a_small_child_there_are_words_for_others_and_no_card(told: Browser) -> None:
    ava = save(told, Child(name="Ava", age="3", address="12 Larch Court", password="tin", place="nursery"))
    page = at(told, "children_card.show", record=ava)
    said = card(page)
    assert "Ava may not be able to call for help." in said
    assert "call 999" in said
    assert "please ring me first" in said
    assert "Larch" not in said
    assert "55" not in words(page).split("Words for others: Ava")[1]
    assert card(at(told, "children_card.alone", record=ava)) == said


def test_the_card_by_itself_has_nothing_but_the_card_and_a_way_back(told: Browser) -> None:
    leo = save(told, Child(name="Leo", age="12", password="Canary", not_to_carry="Canary", knows="Canary"))
    page = at(told, "children_card.alone", record=leo)
    assert words(page) == f"A call to 999 {card(page)} Back"
    assert "usband" not in words(page)
    assert "Canary" not in words(page)
    unsaid = save(told, Child(name="Bean"))
    assert "The words of the card depend on the age." in words(at(told, "children_card.alone", record=unsaid))


def test_practised_today_and_left_out_for_now(told: Browser) -> None:
    leo = save(told, Child(name="Leo", age="7"))
    at(told, "children_card.show", record=leo)
    told.post(told.form("We practised it today"))
    assert "Practised on" in words(told.page)
    told.post(told.form("Leave the card out for now"), {"words": "others"})
    assert told.desk.notebook.latest(leo).body.words == "others"
    assert "may not be able to call" in card(told.page)
    told.post(told.form('value="young"'), {"words": "nonsense"})
    assert told.desk.notebook.latest(leo).body.words == "others"
    told.post(told.form('value="young"'), {"words": ""})
    assert "My name is Leo." in card(told.page)


def test_who_collects_warns_of_the_close_and_says_what_a_school_may_do(told: Browser) -> None:
    dawn = save(told, Person(name="Dawn", close="close", knows=("school",), does=("children",)))
    leo = save(told, Child(name="Leo", age="7", parent="yes", collects=(dawn,), password="Grey umbrella"))
    page = words(at(told, "children.show", record=leo))
    assert "Close to your husband, or in touch, and may collect: Dawn." in page
    assert "In England, somebody with parental responsibility can normally collect" in page
    assert "Close to your husband, or in touch, and may collect: Dawn." in words(at(told, "children.index"))
    assert "In England" not in words(at(told, "children.show", record=save(told, Child(name="x", ordered="collect"))))
    tell(told, {**TOLD, "nation": "scotland"})
    page = words(at(told, "children.show", record=leo))
    assert "In England" not in page
    assert "cannot always refuse a parent" in page


def test_a_handover_is_in_the_log_the_timeline_and_the_paper(opened: Browser) -> None:
    tell(opened, APART)
    save(opened, Child(name="Leo", age="7"))
    save(opened, Child(name="Ava", age="3"))
    at(opened, "children_contact.index")
    opened.get(opened.link("Note a handover"))
    assert filled(opened.page)["children"] == ["Leo\nAva"]
    when = {"happened__how": "exact", "happened__day": "3", "happened__month": "11", "happened__year": "2025"}
    send(opened, what="Canary, an hour late.", planned_time="5 pm", way="back", **when, happened__time="18:05")
    assert "1 hour 5 minutes after the agreed time." in words(opened.page)
    log = words(at(opened, "children_contact.index"))
    assert "Canary, an hour late." in log
    assert "1 hour 5 minutes after the agreed time." in log
    assert "Canary, an hour late." in words(at(opened, "timeline.show"))
    assert "Handovers" in words(at(opened, "paper.ask"))
    assert chronology_of(opened.desk.notebook).startswith(b"%PDF")
    assert "Note a handover of the children" in words(at(opened, "record.choose"))


def test_children_and_arrangements_are_not_on_the_timeline_nor_offered_for_a_paper(told: Browser) -> None:
    save(told, Child(name="Canary", password="Canary"))
    at(told, "record.new", kind="arrangement.1")
    send(told, says="Canary days", rests="order")
    assert "stays in force until a court changes it" in words(told.page)
    assert "anary" not in at(told, "timeline.show")
    asked = words(at(told, "paper.ask"))
    assert "Children" not in asked
    assert "arranged" not in asked
    assert "Add a child" not in words(at(told, "record.choose"))


def test_the_plan_leads_to_the_tools_and_done_is_offered_only_when_it_looks_so(told: Browser) -> None:
    at(told, "plan.show", action="child-call-5-to-10")
    told.get(told.link("A practice card for a child"))
    assert 'value="done"' not in told.page
    leo = save(told, Child(name="Leo", age="7"))
    ava = save(told, Child(name="Ava", age="3"))
    assert 'value="done"' not in at(told, "children_card.index")
    children.practised(told.desk.notebook, leo, A_DAY)
    assert at(told, "children_card.index").count('value="done"') == 1
    children.practised(told.desk.notebook, ava, A_DAY)
    assert at(told, "children_card.index").count('value="done"') == 2
    tell(told, APART)
    assert at(told, "children_contact.index").count('value="done"') == 0
    save(told, Handover(what="On time."))
    assert at(told, "children_contact.index").count('value="done"') >= 1
    plan = her_plan(told.desk.notebook, ready.pack())
    tools = {item.action.tool for item in plan.items}
    assert {"children", "child-card", "handover"} <= tools


def test_set_aside_and_back_again(told: Browser) -> None:
    leo = save(told, Child(name="Leo", age="7"))
    at(told, "children.show", record=leo)
    told.post(told.form('value="aside"'), {"do": "aside"})
    assert "Leo" not in at(told, "children_card.index")
    at(told, "children.show", record=leo)
    told.post(told.form('value="back"'), {"do": "back"})
    assert "Leo" in at(told, "children_card.index")


@pytest.mark.parametrize(
    "endpoint", ["children.show", "children_card.show", "children_contact.show", "children_contact.arrangement"]
)
def test_a_record_of_another_kind_is_not_shown_as_one_of_these(opened: Browser, endpoint: str) -> None:
    other = save(opened, Code(what="x"))
    assert opened.get(opened.inside(endpoint, record=other)).status_code == 404
    with pytest.raises(NoSuchRecordError):
        children.practised(opened.desk.notebook, other, A_DAY)


def test_a_name_with_signs_in_it_is_a_name(told: Browser) -> None:
    leo = save(told, Child(name="%(name)s {person} & 50%", age="7"))
    assert "My name is %(name)s {person} & 50%." in card(at(told, "children_card.show", record=leo))
    assert "%(name)s {person} & 50%" in words(at(told, "children.show", record=leo))


def test_no_page_orders_scores_or_says_that_anything_was_sent(opened: Browser) -> None:
    tell(opened, APART)
    dawn = save(opened, Person(name="Dawn", close="unsure"))
    leo = save(opened, Child(name="Leo", age="12", collects=(dawn,), handed=("order",), password="Leo"))
    ava = save(opened, Child(name="Ava", age="3"))
    save(opened, Handover(what="x", followed="yes"))
    pages = [
        *(at(opened, name) for name in ("children.index", "children_card.index", "children_contact.index")),
        *(at(opened, name, record=one) for name in ("children.show", "children_card.show") for one in (leo, ava)),
    ]
    for page in map(words, pages):
        assert not re.search(
            r"\b(should|must|need to|(?<!not )(?<!no child )have to|ought|risk level|score|\d+ ?%|sent to (?!anybody))\b",
            page,
        ), page
