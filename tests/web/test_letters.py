"""Letters as she does them: choose, tick, change by hand, save, print; and what no page of them may do."""

from __future__ import annotations

import html
import io
import re
from typing import Any

import pikepdf
import pytest

from daybook.domain.records.letter import Letter
from daybook.domain.records.letter_details import LetterDetails
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from tests.export.papers import text
from tests.web.conftest import Browser
from tests.web.filling import filled

ANSWERS = {
    "situation": "left-same-area",
    "nation": "england",
    "words": {"pronouns": "he", "relation": "husband", "name": "Alex"},
    "children": [7],
    "school": ["school"],
}
SCHOOL = "school-keep-private"


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), ANSWERS))
    opened.desk.notebook.keep(LetterDetails(phone="07700 900123", address="14 Elm Road\nZZ9 1AA", me="Robin Ash"))
    return opened


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page)


def sent(browser: Browser, do: str, **changes: list[str]) -> str:
    """The page's form, sent with these changes."""
    browser.post(browser.form('name="drafted"'), {**filled(browser.page), **changes, "do": do})
    return html.unescape(browser.page)


def text_of(page: str) -> str:
    found = re.search(r'<textarea id="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return found[1]


def saved(browser: Browser) -> Letter:
    (revision,) = browser.desk.notebook.timeline(["letter.1"])
    body: Letter = revision.body
    return body


def test_the_draft_is_there_at_once_and_nothing_confidential_is_in_it(told: Browser) -> None:
    page = at(told, "letters.index")
    assert "Keep our address private" in page
    text = text_of(at(told, "letters.write", letter=SCHOOL))
    assert text.startswith(f"{text[: text.index('Dear')]}Dear Sir or Madam")
    assert "my husband" in text
    assert not any(private in text for private in ("07700", "Elm", "ZZ9", "Alex"))


def test_two_presses_from_the_list_to_a_letter_that_can_be_printed(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    page = sent(told, "save")
    assert "Saved." in page
    answer = told.get(told.link("Get it as a PDF"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert "Dear Sir or Madam" in text(answer.data)
    with pikepdf.open(io.BytesIO(answer.data)) as pdf:
        assert "Author" not in str(pdf.docinfo.keys())
        assert str(pdf.docinfo["/Title"]) == "Papers"
    assert not re.search(rb"(?i)daybook|notebook|Robin", answer.data)


def test_a_tick_puts_it_in_says_what_that_reveals_and_taking_it_back_takes_it_out(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    text = text_of(sent(told, "draw", released=["phone"]))
    assert "07700 900123" in text
    assert "Elm" not in text
    page = sent(told, "save")
    assert "What this letter reveals" in page
    assert "anybody who sees the letter has the number" in page
    told.get(told.link("Change it"))
    assert "07700" not in text_of(sent(told, "draw", released=[]))


def test_what_is_typed_beside_a_tick_goes_in_and_is_kept_for_the_next_letter(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    text = text_of(sent(told, "draw", released=["children", "order"], **{"d.children": ["Mia and Noah"]}))
    assert "The children are Mia and Noah." in text
    assert "Not known yet: Which court order you have." in html.unescape(told.page)
    assert told.desk.notebook.one(LetterDetails).children == "Mia and Noah"
    assert 'value="Mia and Noah"' in at(told, "letters.write", letter="school-who-collects")
    assert "Mia" not in text_of(html.unescape(told.page))


def test_what_she_wrote_herself_stays_when_something_is_put_in(told: Browser) -> None:
    page = at(told, "letters.write", letter=SCHOOL)
    mine = text_of(page).replace("Thank you.", "Noah asks about the photo.\r\n\r\nThank you.")
    text = text_of(sent(told, "draw", text=[mine], released=["phone"]))
    assert "Noah asks about the photo." in text
    assert "07700 900123" in text
    sent(told, "save")
    assert "Noah asks about the photo." in saved(told).text
    assert saved(told).released == ("phone",)
    assert saved(told).began == SCHOOL


@pytest.mark.parametrize("written", ["14 elm road", "ZZ91AA", "+44 7700 900 123", "ALEX"])
def test_a_slip_of_the_hand_is_named_and_never_stopped(told: Browser, written: str) -> None:
    page = at(told, "letters.write", letter=SCHOOL)
    page = sent(told, "save", text=[text_of(page) + f"\r\n\r\nIt is {written}."])
    assert "This stands in it, and you did not tick it" in page
    assert f"It is {written}." in saved(told).text


def test_nothing_is_named_where_nothing_slipped(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    page = sent(told, "save")
    assert "you did not tick it" not in page
    assert "nothing was found in it" in page


def test_a_reader_close_to_the_person_harming_her_warns(told: Browser) -> None:
    near = told.desk.notebook.save(Person(name="Ms Able", role="school", close="close")).record
    at(told, "letters.write", letter=SCHOOL)
    page = sent(told, "draw", whom=[near])
    assert "Ms Able is close to Alex, or in touch. What the letter says may be passed on." in page
    assert "Ms Able is close to Alex" in sent(told, "save")
    assert "Alex" not in saved(told).text


def test_words_not_saved_are_kept_and_open_on_the_same_page(told: Browser) -> None:
    page = at(told, "letters.write", letter=SCHOOL)
    sent(told, "keep", text=[text_of(page) + "\r\n\r\nOne more word."])
    assert "One more word." in told.page
    assert told.desk.notebook.count(["letter.1"]) == 0
    at(told, "unsaved.all")
    told.get(told.link("Open it again"))
    assert "One more word." in text_of(told.page)
    assert 'name="drafted"' in told.page
    sent(told, "save")
    assert "One more word." in saved(told).text
    assert told.desk.notebook.drafts.all() == []


def test_one_of_her_own_needs_no_model(told: Browser) -> None:
    at(told, "letters.write")
    page = sent(told, "save", text=["Dear Ruth, ring 07700 900123."], title=["To Ruth"])
    assert "To Ruth" in page
    assert "This stands in it" in page
    assert saved(told).began == ""
    page = sent_empty(told)
    assert "There are no words in the letter yet." in page


def sent_empty(browser: Browser) -> str:
    at(browser, "letters.write")
    return sent(browser, "save", text=["  "])


def test_a_letter_changed_in_another_window_loses_neither(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    sent(told, "save")
    (revision,) = told.desk.notebook.timeline(["letter.1"])
    at(told, "letters.write", record=revision.record)
    told.desk.notebook.save(Letter(text="Other words."), record=revision.record, based_on=1)
    page = sent(told, "save", text=["My words."])
    assert "changed in another window" in page
    assert "My words." in text_of(page)
    sent(told, "save")
    texts = [each.body.text for each in told.desk.notebook.history(revision.record)]
    assert texts[1:] == ["Other words.", "My words."]


def test_the_same_form_sent_twice_is_saved_once(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    values, address = filled(told.page), told.form('name="drafted"')
    for _ in range(2):
        told.post(address, {**values, "do": "save"})
    assert told.desk.notebook.count(["letter.1"]) == 1


def test_the_step_of_the_plan_is_hers_to_call_done(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    page = sent(told, "save")
    assert "Ask the school to keep your address private" in page
    assert "In your plan" in page


def test_other_kinds_of_record_are_no_letters(told: Browser) -> None:
    person = told.desk.notebook.save(Person(name="Ruth")).record
    for endpoint in ("letters.show", "letters.take", "letters.write"):
        assert "not in this notebook" in at(told, endpoint, record=person)
    assert "not in the list any more" in at(told, "letters.write", letter="none")


def test_the_same_form_sent_again_with_other_words_loses_none(told: Browser) -> None:
    at(told, "letters.write", letter=SCHOOL)
    values, address = filled(told.page), told.form('name="drafted"')
    told.post(address, {**values, "do": "save"})
    told.post(address, {**values, "do": "save", "text": ["Other words."]})
    assert "Other words." in text_of(html.unescape(told.page))
