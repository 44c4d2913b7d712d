"""Questions one a page: every one can be skipped, answers last, and none is ever lost to another."""

from __future__ import annotations

import re
from typing import Any

import pytest

from daybook.domain.records.answers import SituationAnswers
from daybook.notebook import ready
from daybook.notebook.answering import answers_of
from daybook.notebook.round import Round
from tests.web.conftest import Browser


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def heading(browser: Browser) -> str:
    found = re.search(r"<h1>(.*?)</h1>", browser.page, re.DOTALL)
    assert found
    return found[1].strip()


def submit(browser: Browser, do: str, **fields: Any) -> None:
    browser.post(browser.form('name="do"'), {"do": do, **fields})


def answers(browser: Browser) -> SituationAnswers:
    return answers_of(browser.desk.notebook)


def ask(browser: Browser, name: str, **more: str) -> None:
    browser.get(browser.inside("questions.ask", name=name, **more))


def test_the_first_page_leads_to_the_first_question_and_every_question_says_why_and_can_be_skipped(
    opened: Browser,
) -> None:
    opened.get(opened.link("Get a plan that fits you"))
    number = 0
    while "That is enough for a plan" not in opened.page:
        number += 1
        assert f"Question {number}." in opened.page
        assert "I have told enough: show my plan" in opened.page
        assert ("Back to the question before" in opened.page) == (number > 1)
        assert opened.page.count('value="skip"') == 1
        why = Round(ready.pack(), answers(opened)).first[number - 1].why
        assert why.split("{")[0].split("'")[0][:20].strip() in opened.page
        submit(opened, "skip")
        assert number <= 12
    assert 8 <= number <= 12
    assert len(answers(opened).skipped) == number
    assert answers(opened).chosen == {}
    opened.get(opened.link("Show my plan"))
    assert "Call 999 when there is danger" in opened.page
    assert "0808 2000 247" in opened.page


def test_next_with_nothing_chosen_passes_by_and_not_sure_is_an_answer(opened: Browser) -> None:
    ask(opened, "device")
    submit(opened, "next")
    assert answers(opened).skipped == ("device",)
    ask(opened, "device")
    assert "You skipped this one before." in opened.page
    submit(opened, "unsure")
    assert (answers(opened).unsure, answers(opened).skipped) == (("device",), ())
    opened.get("/")
    ask(opened, "device")
    assert "Your answer now: not sure." in opened.page


def test_one_and_many_are_kept_and_shown_again(opened: Browser) -> None:
    ask(opened, "situation")
    submit(opened, "next", option=["preparing", "living-with"])
    assert "Question 2." in opened.page
    ask(opened, "phone")
    submit(opened, "next", option=["landline", "mobile", "not-a-thing"])
    assert answers(opened).chosen == {"situation": ("living-with",), "phone": ("mobile", "landline")}
    ask(opened, "phone")
    assert len(re.findall(r'value="(?:mobile|landline)"[^>]* checked', opened.page)) == 2
    opened.get(opened.link("Back to the question before"))
    submit(opened, "clear")
    ask(opened, "phone")
    submit(opened, "clear")
    assert answers(opened).chosen == {"situation": ("living-with",)}


def test_enough_keeps_what_is_chosen_and_shows_the_plan_without_calling_it_skipped(opened: Browser) -> None:
    ask(opened, "nation")
    submit(opened, "plan", option="scotland")
    assert heading(opened) == "Your plan"
    assert "0800 027 1234" in opened.page
    assert "0808 2000 247" not in opened.page
    ask(opened, "device")
    submit(opened, "plan")
    assert answers(opened).skipped == ()
    opened.get(opened.link("Go on with the questions"))
    assert "Question 1." in opened.page


def test_children_by_age_with_room_for_more_and_a_mistake_said_with_nothing_lost(opened: Browser) -> None:
    ask(opened, "children")
    assert opened.page.count('name="age"') == 3
    key = {"kind": "answers.1", "key": "answers.1 children"}
    submit(opened, "more", age=["3", "7", "11"], **key)
    assert opened.page.count('name="age"') == 5
    assert 'value="11"' in opened.page
    submit(opened, "next", age=["3", "seven", "0", "", ""], **key)
    assert "Write each age as a number" in opened.page
    assert 'value="seven"' in opened.page
    assert answers(opened).ages == ()
    submit(opened, "next", age=["3", "7", "0", ""], **key)
    assert answers(opened).ages == (3, 7, 0)
    assert opened.desk.notebook.drafts.all() == []
    ask(opened, "children")
    submit(opened, "none")
    assert answers(opened).ages == ()
    assert answers(opened).chosen["children"] == ()


def test_the_words_she_picks_are_used_from_the_next_page_on(opened: Browser) -> None:
    ask(opened, "words")
    submit(opened, "next", relation="husband", pronouns="he", name="")
    assert "Your husband may look at this phone. Think first what he could see." in opened.page
    ask(opened, "words", back="all")
    assert re.search(r'value="he"[^>]* checked', opened.page)
    submit(opened, "next", relation="husband", pronouns="she", name=" <b>Bo</b> ")
    assert "&lt;b&gt;Bo&lt;/b&gt; may look at this phone. Think first what she could see." in opened.page
    assert heading(opened) == "Your answers"
    assert "called &lt;b&gt;Bo&lt;/b&gt;" in opened.page


def test_labels_are_in_her_voice_and_questions_in_ours(opened: Browser) -> None:
    ask(opened, "words")
    submit(opened, "next", relation="son", pronouns="he")
    found = 0
    for question in Round(ready.pack(), answers(opened)).pack.questions:
        if question.kind not in ("one", "many"):
            continue
        ask(opened, question.id)
        said = re.findall(r'class="choice"><input[^>]*> <span>(.*?)</span>', opened.page)
        assert said
        assert not any("your son" in label.lower() for label in said)
        found += any("my son" in label.lower() for label in said)
        assert "my son" not in heading(opened).lower()
    assert found >= 3


def test_answers_change_from_the_overview_and_the_others_stay(opened: Browser) -> None:
    ask(opened, "situation")
    submit(opened, "next", option="preparing")
    ask(opened, "nation")
    submit(opened, "next", option="wales")
    opened.get(opened.inside("questions.all"))
    assert "Wales" in opened.page
    ask(opened, "nation", back="all")
    submit(opened, "next", option="scotland")
    assert heading(opened) == "Your answers"
    assert answers(opened).chosen == {"situation": ("preparing",), "nation": ("scotland",)}


def test_answers_are_there_after_locking(opened: Browser) -> None:
    ask(opened, "situation")
    submit(opened, "next", option="moved-away")
    opened.desk.lock()
    opened.desk.wait_until_closed()
    opened.get("/")
    opened.unlock()
    assert "Go on with the questions" in opened.page
    opened.get(opened.link("Go on with the questions"))
    assert "Question 2." in opened.page
    assert answers(opened).chosen == {"situation": ("moved-away",)}


def test_words_typed_when_it_locks_are_kept_for_the_same_question(opened: Browser) -> None:
    ask(opened, "words")
    address = opened.form('name="do"')
    opened.desk.lock()
    opened.desk.wait_until_closed()
    form = {"do": "next", "name": "Alex of the hill", "relation": "carer"}
    opened.post(address, {**form, "kind": "answers.1", "key": "answers.1 words"})
    assert "What you typed is kept" in opened.page
    opened.unlock()
    ask(opened, "words")
    assert 'value="Alex of the hill"' in opened.page
    assert re.search(r'value="carer"[^>]* checked', opened.page)
    assert answers(opened).name == ""


def test_more_is_offered_by_part_and_ends_where_it_began(opened: Browser) -> None:
    opened.get(opened.inside("questions.enough"))
    opened.get(opened.link("Money"))
    assert "More to tell: Money." in opened.page
    for _ in range(4):
        if "More to tell: Money." not in opened.page:
            break
        submit(opened, "skip")
    assert "More you can tell, when you like" in heading(opened)


def test_a_question_that_is_not_there_is_one_calm_sentence(opened: Browser) -> None:
    answer = opened.get(opened.inside("questions.ask", name="no-such"))
    assert answer.status_code == 404
    assert "This question is not asked any more." in opened.page
