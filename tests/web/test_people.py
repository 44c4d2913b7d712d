"""People, codes and who knows what, as she does them; and what no page of them may do."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

import pytest

from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import people, ready
from daybook.notebook.notebook import NoSuchRecordError
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser
from tests.web.filling import filled, send

WATCHED = {
    "situation": "living-with",
    "words": {"pronouns": "he", "relation": "husband"},
    "device": ["they-check"],
    "phone": ["smartphone-android", "their-contract"],
    "people": ["neighbour", "friend"],
    "children": [4],
}


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def tell(browser: Browser, answers: dict[str, Any]) -> None:
    browser.desk.notebook.keep(read_answers(ready.pack(), answers))


@pytest.fixture
def told(opened: Browser) -> Browser:
    tell(opened, WATCHED)
    return opened


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page)


def save(browser: Browser, body: Person | Code) -> str:
    return browser.desk.notebook.save(body).record


def words(page: str) -> str:
    """What can be read in the page's own part, tags left out."""
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def test_from_nobody_to_a_person_a_code_and_a_warning_with_a_better_way(told: Browser) -> None:
    at(told, "people.index")
    told.get(told.link("Add a person"))
    send(told, name="Ruth", role="friend", close="no", number="07700 900123")
    assert "<h1>Ruth</h1>" in told.page
    assert 'href="tel:07700900123"' in told.page
    told.get(told.link("Agree a code"))
    (ruth,) = people.people_of(told.desk.notebook)
    assert filled(told.page)["whom"] == [ruth]
    send(told, what="Ring twice, then stop", how="missed-call", means=["call-999"])
    page = words(told.page)
    assert "“Ring twice, then stop”" in page
    assert "Call 999 and give my address" in page
    assert "your husband may look at your phone" in page.lower()
    assert "your husband can see the bill" in page
    assert "999 asks for the place first. It is not noted that you told it: Ruth." in page
    assert "A phrase in ordinary talk is clearer" in page
    assert "It is not noted that you tried it" in page
    told.get(told.link("Agree a second one"))
    assert (filled(told.page)["how"], filled(told.page)["whom"]) == (["phrase"], [ruth])


def test_a_code_keeps_who_knows_it_when_it_is_amended_and_shows_names_not_ids(told: Browser) -> None:
    ruth, dawn = save(told, Person(name="Ruth")), save(told, Person(name="Dawn"))
    code = save(told, Code(what="Blue towel", whom=(ruth, dawn)))
    at(told, "record.amend", record=code)
    send(told, what="Blue towel on the sill", whom=[dawn])
    assert told.desk.notebook.latest(code).body.whom == (dawn,)
    page = words(at(told, "record.history", record=code))
    assert "Ruth" in page
    assert ruth not in page
    assert [found.record for found in entries_with(told.desk.notebook, dawn)] == []
    assert [found.record for found in entries_with(told.desk.notebook, "towel")] == [code]


def test_we_tried_it_today_and_no_longer_used(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth", knows=("address",)))
    code = save(told, Code(what="Blue towel", how="phrase", whom=(ruth,), means=("come",)))
    at(told, "codes.show", record=code)
    told.post(told.form("We tried it today"))
    assert "It is not noted that you tried it" not in words(told.page)
    assert 'value="done"' in told.page
    told.post(told.form('value="stop"'), {"do": "stop"})
    assert "No longer used." in words(told.page)
    page = at(told, "codes.index")
    assert page.index("<details") < page.index("Blue towel")
    assert len(told.desk.notebook.history(code)) == 3


def test_the_plan_leads_to_the_tool_and_a_code_is_offered_as_done_only_when_it_is_whole(told: Browser) -> None:
    page = at(told, "plan.show", action="code-word-living")
    told.get(told.link("Codes you agree"))
    assert "Agree a code word with someone close by" in told.page
    assert 'value="done"' not in told.page
    ruth = save(told, Person(name="Ruth", knows=("address",)))
    code = save(told, Code(what="Blue towel", how="phrase", whom=(ruth,), means=("come",)))
    assert 'value="done"' not in at(told, "codes.index")
    people.tried(told.desk.notebook, code, date(2026, 11, 1))
    page = at(told, "codes.index")
    assert 'value="done"' in page
    told.post(told.form('value="done"'), {"choice": "done"})
    assert "Kept as done." in told.page


def test_who_knows_what_is_a_table_with_headings_and_names_what_is_risky(told: Browser) -> None:
    save(told, Person(name="Dawn", close="close", knows=("plan",), does=("children",)))
    save(told, Person(name="Ruth", close="no", knows=("address",), to_tell=("plan",)))
    page = at(told, "knows.table")
    assert page.count('scope="row"') == 2
    assert page.count('role="cell"') == 2 * (page.count('scope="col"') - 1)
    said = words(page)
    assert "Told, and close to your husband or in touch Dawn : your plan" in said
    assert "Would collect the children, and may not know where Dawn : the children's school or nursery" in said
    assert "It would help to know, and is not told Ruth : your plan" in said
    assert "Told, and not asked to keep it private Ruth : where you live" in said
    assert "work or study" not in said


def test_marking_what_somebody_knows_changes_only_what_was_changed(told: Browser) -> None:
    record = save(told, Person(name="Ruth", knows=("plan",), private=("plan",), say="Please call me."))
    at(told, "knows.one", record=record)
    form = told.form('name="now.address"')
    save_elsewhere = {"before.phone": "no", "now.phone": "told"}
    people.mark(told.desk.notebook, record, {"phone": "no"}, {"phone": "told"})
    told.post(form, {"before.address": "no", "now.address": "private", "before.phone": "no", "now.phone": "no"})
    body = told.desk.notebook.latest(record).body
    assert (body.knows, body.private, body.say) == (
        ("address", "plan", "phone"),
        ("address", "plan"),
        "Please call me.",
    )
    told.post(form, {**save_elsewhere, "now.plan": "nonsense", "before.x": "no", "now.x": "told"})
    assert told.desk.notebook.latest(record).body == body


def test_ideas_are_put_in_only_when_she_takes_them_and_typed_words_stay(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth", role="friend", close="no", number="07700 900123", does=("call-999",)))
    at(told, "people.what_to_say", record=ruth)
    assert filled(told.page)["say"] == [""]
    take = html.unescape(re.findall(r'formaction="([^"]*)"', told.page)[0])
    told.post(take, {**filled(told.page), "say": ["My own words."], "do": ["1"]}, content_type="multipart/form-data")
    said = filled(told.page)["say"][0]
    assert said.startswith("My own words.\nIf you hear shouting")
    assert told.desk.notebook.latest(ruth).body.say == ""
    send(told)
    body = told.desk.notebook.latest(ruth).body
    assert (body.say, body.number, body.does) == (said, "07700 900123", ("call-999",))
    told.get(told.link("By itself, to read or print"))
    assert "My own words." in told.page
    assert told.desk.notebook.drafts.all() == []


def test_ideas_speak_of_him_in_her_voice(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth", role="friend"))
    assert "Things are not all right with my husband." in at(told, "people.what_to_say", record=ruth)


def test_for_who_is_close_to_him_no_idea_tells_anything(told: Browser) -> None:
    dawn = save(told, Person(name="Dawn", role="family", close="close", does=("call-999",)))
    page = words(at(told, "people.what_to_say", record=dawn))
    assert "Close to your husband, or in touch. What you say may be passed on." in page
    ideas = page[page.index("Ideas") :]
    assert "We are fine, thank you." in ideas
    assert "husband" not in ideas


def test_a_name_with_signs_in_it_is_a_name(opened: Browser) -> None:
    opened.desk.notebook.keep(SituationAnswers(name="100% {Sam}", pronouns="he"))
    ruth = save(opened, Person(name="%(name)s {person} & co", close="close", knows=("plan",)))
    page = words(at(opened, "people.show", record=ruth))
    assert "%(name)s {person} & co knows your plan, and is close to 100% {Sam} or in touch." in page
    assert "100% {Sam}" in at(opened, "knows.table")


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("07700 900123", "07700900123"),
        ("+44 (0)7700", "+4407700"),
        ("Tuesdays at 3", ""),
        ("12", ""),
        ("ext. 12345", ""),
    ],
)
def test_a_number_is_kept_as_typed_and_rung_only_when_it_looks_like_one(
    opened: Browser, typed: str, dialled: str
) -> None:
    ruth = save(opened, Person(name="Ruth", number=typed))
    page = at(opened, "people.show", record=ruth)
    assert typed in page
    assert (f'href="tel:{dialled}"' in page) == bool(dialled)


def test_set_aside_and_back_again(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth", close="close", knows=("plan",)))
    at(told, "people.show", record=ruth)
    told.post(told.form('value="aside"'), {"do": "aside"})
    assert "Ruth" not in at(told, "knows.table")
    at(told, "people.show", record=ruth)
    told.post(told.form('value="back"'), {"do": "back"})
    assert "Ruth" in at(told, "knows.table")


def test_people_and_codes_are_not_on_the_timeline_nor_offered_for_a_paper(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth Canary"))
    save(told, Code(what="Canary feed", whom=(ruth,)))
    assert "anary" not in at(told, "timeline.show")
    assert "People" not in words(at(told, "paper.ask"))
    told.post(
        told.form('name="kinds"') if 'name="kinds"' in told.page else told.inside("paper.asked"), {"kinds": "person.1"}
    )
    assert "nothing of this kind to print" in words(told.page)


@pytest.mark.parametrize("endpoint", ["people.show", "people.line", "people.what_to_say", "knows.one", "codes.show"])
def test_a_record_of_another_kind_is_not_shown_as_one_of_these(opened: Browser, endpoint: str) -> None:
    with pytest.raises(NoSuchRecordError):
        people.person_of(opened.desk.notebook, save(opened, Code(what="x")))
    other = save(opened, Code(what="x")) if endpoint != "codes.show" else save(opened, Person(name="x"))
    assert opened.get(opened.inside(endpoint, record=other)).status_code == 404


def test_no_page_says_that_anything_was_sent_or_counts_or_orders(told: Browser) -> None:
    ruth = save(told, Person(name="Ruth", close="unsure", knows=("plan",), watched="looks"))
    code = save(told, Code(what="Ring", how="blank-text", whom=(ruth,)))
    pages = [
        *(at(told, name) for name in ("people.index", "codes.index", "knows.table")),
        *(at(told, name, record=ruth) for name in ("people.show", "people.what_to_say", "people.line", "knows.one")),
        at(told, "codes.show", record=code),
    ]
    for page in map(words, pages):
        assert not re.search(
            r"\b(should|must|need to|(?<!not )have to|ought|risk level|score|\d+ ?%|sent to)\b", page
        ), page
