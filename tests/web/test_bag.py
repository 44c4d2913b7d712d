"""The bag and lost papers, as she does them; and what no page of them may do."""

from __future__ import annotations

import html
import io
import re
from typing import Any

import pytest

from daybook.domain.records.bag_item import BagItem
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg, send

ANSWERS = {
    "situation": "preparing",
    "nation": "scotland",
    "words": {"pronouns": "he", "relation": "husband"},
    "accounts": ["shared-cloud"],
    "children": [9, 3],
}
_BOX = re.compile(r'<input type="(checkbox|hidden)" name="(now|before|line)" value="([^"]*)"([^>]*)>')


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    return opened


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page)


def words(page: str) -> str:
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def form_of(browser: Browser, stage: str) -> tuple[str, dict[str, list[str]]]:
    """The form of one stage, and what a browser would send of it if nothing was changed."""
    for action, inside in re.findall(r'<form [^>]*action="([^"]*)"[^>]*>(.*?)</form>', browser.page, re.DOTALL):
        if f'name="do" value="{stage}"' in inside:
            values: dict[str, list[str]] = {"now": [], "before": [], "line": [], "do": [stage]}
            for kind, name, value, more in _BOX.findall(inside):
                if kind == "hidden" or "checked" in more:
                    values[name].append(html.unescape(value))
            return html.unescape(action), values
    raise AssertionError(stage)


def tick(browser: Browser, stage: str, *ticked: str, off: tuple[str, ...] = ()) -> None:
    action, values = form_of(browser, stage)
    values["now"] = [*(value for value in values["now"] if value not in off), *ticked]
    browser.post(action, values)


def items(browser: Browser) -> dict[tuple[str, str], BagItem]:
    found = browser.desk.notebook.timeline(["bag-item.1"])
    return {(revision.body.entry, revision.body.whom): revision.body for revision in found}


def test_ticking_some_things_and_saving_once_says_what_is_left(told: Browser) -> None:
    page = at(told, "bag.index")
    assert words(page).count("Nothing noted yet.") == 3
    tick(told, "carry", "phone .have", "keys .have", "travel-card .aside", "name-paper .copy")
    found = items(told)
    assert found["phone", ""].have == ("have",)
    assert found["name-paper", ""].have == ("copy",)
    assert found["travel-card", ""].aside == "aside"
    assert len(found) == 4
    said = words(told.page)
    assert "Kept." in said
    assert "Six things left: one takes the bank, three take a doctor or chemist." in said
    assert "Of one you have a copy or a photo." in said
    assert "%" not in said


def test_only_what_was_changed_on_the_page_is_changed(told: Browser) -> None:
    at(told, "bag.index")
    tick(told, "carry", "phone .have")
    at(told, "bag.index")
    action, values = form_of(told, "carry")
    (record,) = [revision.record for revision in told.desk.notebook.timeline(["bag-item.1"])]
    at(told, "record.amend", record=record)
    send(told, note="With its cable", have=["have"], place="me")
    values["now"].append("keys .have")
    told.post(action, values)
    assert items(told)["phone", ""] == BagItem(
        what="A charged phone", entry="phone", have=("have",), place="me", note="With its cable"
    )
    assert items(told)["keys", ""].have == ("have",)


def test_a_tick_is_taken_back_and_a_form_sent_twice_makes_one_record(told: Browser) -> None:
    at(told, "bag.index")
    action, values = form_of(told, "bag")
    values["now"].append("passport child-1.copy")
    told.post(action, values)
    told.post(action, values)
    assert len(told.desk.notebook.timeline(["bag-item.1"])) == 1
    at(told, "bag.index")
    tick(told, "bag", off=("passport child-1.copy",))
    assert items(told)["passport", "child-1"].have == ()


def test_each_child_has_lines_by_age_and_none_that_do_not_fit(told: Browser) -> None:
    page = at(told, "bag.index")
    assert "For your child of 9" in page
    assert "baby-things child-2.have" in page
    assert "baby-things child-1.have" not in page
    assert "school-papers child-1.have" in page
    assert "school-papers child-2.have" not in page
    assert "car-papers" not in page
    assert "with a child on one arm" in words(page)


def test_a_keeper_who_is_close_and_a_place_they_use_warn_on_the_list_and_on_the_page(told: Browser) -> None:
    dawn = told.desk.notebook.save(Person(name="Dawn", close="close")).record
    body = BagItem(what="The bag", entry="the-bag", have=("have",), used="yes", keeper=(dawn,))
    record = told.desk.notebook.save(body).record
    for page in (at(told, "bag.index"), at(told, "bag.show", record=record)):
        said = words(page)
        assert "Close to your husband, or in touch: Dawn. Somebody else may be a safer keeper." in said
        assert "Your husband uses the place where it is, or looks there." in said
    assert dawn not in words(page)


def test_a_thing_is_noted_with_photos_and_keeps_which_line_it_is(told: Browser) -> None:
    at(told, "bag.show", entry="driving-licence", whom="")
    told.get(told.link("Note where it is, or add photos"))
    values = {**filled(told.page), "place": ["cloud"], "have": ["copy"], "do": ["save"]}
    data = {**values, "pictures": [(io.BytesIO(jpeg()), "page.jpg")]}
    told.post(told.form("data-kept"), data, content_type="multipart/form-data")
    item = items(told)["driving-licence", ""]
    assert (item.what, item.place, item.have, len(item.pictures)) == ("Driving licence", "cloud", ("copy",), 1)
    assert "may be able to open your accounts" in words(told.page)
    told.post(told.form("I looked at it today"))
    assert items(told)["driving-licence", ""].checked is not None
    assert "driving-licence" not in words(at(told, "bag.show", entry="driving-licence", whom=""))


def test_her_own_thing_and_what_is_not_for_her(told: Browser) -> None:
    at(told, "bag.index", open="leaving")
    found = re.search(r'href="([^"]*)">Add a thing of your own<span class="unseen">: At', told.page)
    assert found
    told.get(html.unescape(found[1]))
    send(told, what="My grandmother's ring")
    (own,) = told.desk.notebook.timeline(["bag-item.1"])
    assert (own.body.entry, own.body.stage) == ("", "leaving")
    told.post(told.form('value="aside"'), {"do": "aside"})
    page = at(told, "bag.index")
    assert page.index("<summary>Not for me") < page.index("My grandmother's ring")
    told.post(told.form("At the last moment"), {"do": "leaving"})
    assert [revision.record for revision in entries_with(told.desk.notebook, "grandmother")] == [own.record]
    told.desk.notebook.save(BagItem(what="Brown envelope", entry="insurance", whom="child-1"))
    assert entries_with(told.desk.notebook, "insurance") == []
    assert entries_with(told.desk.notebook, "child") == []


def test_a_lost_paper_says_who_makes_it_in_her_nation_what_is_not_known_and_where_it_is_sent(told: Browser) -> None:
    told.desk.notebook.save(BagItem(what="Birth certificate", entry="birth-certificate", have=("lost",)))
    page = words(at(told, "lost_papers.index"))
    assert page.index("Lost, or out of reach Birth certificate") < page.index("The others")
    assert "give another address" in page
    told.get(told.link("Birth certificate"))
    said = words(told.page)
    assert "National Records of Scotland" in said
    assert "General Register Office" not in said.split("Where this comes from")[0]
    assert "Not known here." in said
    assert "It comes by post." in said
    assert "You can give another address first" in said
    assert "£" not in said
    assert 'href="http' not in told.page


def test_every_paper_that_comes_home_says_that_another_address_can_be_given(told: Browser) -> None:
    for thing in ready.pack().things.values():
        for again in thing.again:
            if "scotland" in again.nations:
                said = words(at(told, "lost_papers.show", name=thing.id))
                assert ("You can give another address first" in said) == (again.post == "home"), thing.id
                assert ("you can give another address, or fetch it" in said) == (again.post == "ask"), thing.id


def test_where_the_nation_is_not_known_each_has_its_heading(opened: Browser) -> None:
    said = words(at(opened, "lost_papers.show", name="driving-licence"))
    assert "England, Wales and Scotland" in said
    assert "Northern Ireland" in said


def test_the_plan_leads_here_and_offers_done_only_when_its_own_things_are_settled(told: Browser) -> None:
    at(told, "plan.show", action="pack-children-things")
    told.get(told.link("Bag and papers"))
    assert "Pack for each child" in told.page
    assert 'value="done"' not in told.page
    own = [
        f"{thing.id} {whom}"
        for thing in ready.pack().things.values()
        if "pack-children-things" in thing.actions
        for whom in ("child-1", "child-2")
    ]
    for stage in ("bag", "leaving"):
        at(told, "bag.index")
        lines = form_of(told, stage)[1]["line"]
        tick(told, stage, *(f"{line}.have" for line in own if line in lines))
    page = at(told, "bag.index")
    assert page.count('value="done"') == 1
    told.post(told.form('value="done"'), {"choice": "done"})
    assert "Kept as done." in told.page


def test_no_word_of_it_is_in_an_address(told: Browser) -> None:
    page = at(told, "bag.index")
    for address in re.findall(r'(?:href|action)="(/[^"]*)"', page):
        assert not re.search(r"bag|passport|paper|lost|child", address), address


def test_ticks_not_saved_yet_are_found_again_and_are_gone_once_saved(told: Browser) -> None:
    at(told, "bag.index")
    key = "bag-item.1 ticks carry"
    _action, values = form_of(told, "carry")
    held = {"kind": "bag-item.1", "key": key, **values, "now": ["phone .have", "keys .have"]}
    told.post(told.inside("desk.draft"), held)
    assert BagItem not in {type(revision.body) for revision in told.desk.notebook.timeline(["bag-item.1"])}
    shown = at(told, "unsaved.all")
    assert told.inside("bag.index", open="carry") in shown
    at(told, "bag.index")
    action, values = form_of(told, "carry")
    assert (values["now"], values["before"]) == (["phone .have", "keys .have"], [])
    told.post(action, {"kind": "bag-item.1", "key": key, **values})
    assert told.desk.notebook.drafts.all() == []
    found = {revision.body.entry for revision in told.desk.notebook.timeline(["bag-item.1"])}
    assert found == {"phone", "keys"}


def test_ticks_not_saved_yet_do_not_undo_what_another_window_kept(told: Browser) -> None:
    at(told, "bag.index")
    action, values = form_of(told, "carry")
    held = {"kind": "bag-item.1", "key": "bag-item.1 ticks carry", **values, "now": ["phone .have"]}
    told.post(told.inside("desk.draft"), held)
    told.post(action, {**values, "now": ["keys .have"]})
    at(told, "bag.index")
    assert sorted(form_of(told, "carry")[1]["now"]) == ["keys .have", "phone .have"]
