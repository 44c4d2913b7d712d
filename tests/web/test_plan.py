"""The plan on a page: where to start, what she decided, what she noted, and what changes when answers change."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import closer, ready
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser

MOTHER = {
    "situation": "preparing",
    "nation": "england",
    "words": {"pronouns": "he", "relation": "husband"},
    "device": ["they-check"],
    "phone": ["smartphone-android"],
    "children": [3, 7],
    "hurt": ["injuries"],
}


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), MOTHER))
    return opened


def plan_page(browser: Browser) -> str:
    browser.get(browser.inside("plan.index"))
    return html.unescape(browser.page)


def show(browser: Browser, action: str) -> str:
    browser.get(browser.inside("plan.show", action=action))
    return html.unescape(browser.page)


def decide(browser: Browser, choice: str) -> str:
    browser.post(browser.form(f'value="{choice}"'), {"choice": choice})
    return html.unescape(browser.page)


def part(page: str, title: str) -> str:
    """What is inside the collapsed part with this title."""
    found = re.search(rf"<summary>{title}.*?</details>", page, re.DOTALL)
    return found[0] if found else ""


def start_here(page: str) -> list[str]:
    inside = page[page.index("Start here") : page.index("To talk to someone")]
    return re.findall(r"<li><a [^>]*>(.*?)</a>", inside)


def test_who_told_nothing_has_an_emergency_start_and_a_helpline_of_each_nation(opened: Browser) -> None:
    page = plan_page(opened)
    assert start_here(page)[0] == "Call 999 when there is danger"
    assert len(start_here(page)) == 5
    for number in ("0808 2000 247", "0808 80 10 800", "0800 027 1234", "0808 802 1414"):
        assert f'tel:{number.replace(" ", "")}"' in page
    assert "Answer a few questions" in page


def test_a_big_plan_starts_short_and_the_rest_is_folded_away_without_numbers_or_scores(told: Browser) -> None:
    page = plan_page(told)
    assert len(her_plan(told.desk.notebook, ready.pack()).items) > 60
    outside = re.sub(r"<details.*</details>", "", page, flags=re.DOTALL)
    outside = re.sub(r'<div class="note talk">.*?</div>', "", outside, flags=re.DOTALL)  # numbers to ring are not steps
    assert outside.count("<li>") <= 5 + 3 * 2 + 4  # to start with, two for each group, to think it through
    assert page.count("<details") == page.count("</details>")
    assert "%" not in re.sub(r"<[^>]*>", "", page)
    count = r'<span class="mark">(one thing|\w+ things)'
    assert re.search(r'<summary>Children<span class="unseen">[^<]*</span> ' + count, page)
    assert "your husband" in page
    for group in ("Now", "Soon", "When you are ready"):
        assert group in page


def test_the_plan_follows_a_changed_answer_and_what_she_noted_is_kept(told: Browser) -> None:
    titles = {item.id: item.title for item in her_plan(told.desk.notebook, ready.pack()).items}
    assert titles["child-never-steps-in"] in plan_page(told)
    show(told, "child-never-steps-in")
    told.post(told.form('name="note"'), {"note": "talked in the park", "before": ""})
    told.get(told.inside("questions.ask", name="children", back="all"))
    told.post(told.form('name="do"'), {"do": "none"})
    page = plan_page(told)
    kept = part(page, "No longer fits, kept")
    assert titles["child-never-steps-in"] in kept
    assert "talked in the park" in kept
    assert titles["child-never-steps-in"] not in page.replace(kept, "")
    assert "this is not in your plan" in show(told, "child-never-steps-in")
    told.get(told.inside("questions.ask", name="children", back="all"))
    told.post(told.form('name="do"'), {"do": "next", "age": ["8"]})
    page = plan_page(told)
    assert part(page, "No longer fits, kept") == ""
    assert titles["child-never-steps-in"] in page


@pytest.mark.parametrize(
    ("choice", "aside", "says"),
    [
        ("done", "Done", "Kept as done."),
        ("later", "Later", "Put off until later."),
        ("not_for_me", "Not for me", "Kept as not for you."),
    ],
)
def test_a_choice_moves_it_aside_and_can_be_taken_back(told: Browser, choice: str, aside: str, says: str) -> None:
    title = start_here(plan_page(told))[0]
    show(told, "call-999")
    assert says in decide(told, choice)
    page = plan_page(told)
    assert title not in start_here(page)
    assert title in part(page, aside)
    told.desk.lock()
    told.desk.wait_until_closed()
    told.get("/")
    told.unlock()
    assert title in part(plan_page(told), aside)
    show(told, "call-999")
    decide(told, "open")
    page = plan_page(told)
    assert start_here(page)[0] == title
    assert part(page, aside) == ""


def test_a_choice_that_does_not_exist_changes_nothing(told: Browser) -> None:
    show(told, "call-999")
    told.post(told.form('value="done"'), {"choice": "<script>"})
    assert her_plan(told.desk.notebook, ready.pack()).item("call-999").choice == "open"


def test_one_thing_says_why_how_what_first_and_what_it_rests_on(told: Browser) -> None:
    page = show(told, "talk-to-a-helpline")
    for words in ("Would it be noticed?", "How", "What comes first", "Where this comes from", "To talk to someone"):
        assert words in page
    assert "Use a safer phone or computer for this" in page
    assert "Not yet checked by a person" in page
    assert "Looked at on" in page
    assert "http" not in "".join(re.findall(r'href="([^"]*)"', page))
    show(told, "safer-device")
    decide(told, "done")
    assert re.search(
        r"safer phone or computer for this</a> <span class=\"mark\">done", show(told, "talk-to-a-helpline")
    )


def test_every_thing_of_the_plan_opens(told: Browser) -> None:
    for item in her_plan(told.desk.notebook, ready.pack()).items:
        page = show(told, item.id)
        assert f"<h1>{item.title}</h1>" in page
        assert "{" not in re.sub(r"<[^>]*>", "", page)


def test_a_tool_leads_to_the_page_that_does_it(told: Browser) -> None:
    items = her_plan(told.desk.notebook, ready.pack()).items
    for tool, words in (("incident", "Write down something that happened"), ("contact", "Note a call or a meeting")):
        action = next(item for item in items if item.action.tool == tool)
        show(told, action.id)
        title = closer.TOOLS[tool].title
        told.get(told.link(title))
        assert words in html.unescape(told.page)


def test_past_its_day_it_says_so_quietly(told: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was due to be checked again" not in show(told, "call-999")
    old = closer.look_closer

    def in_some_years(plan: closer.HerPlan, action: str, today: date) -> closer.Closer:
        return old(plan, action, date(2031, 1, 1))

    monkeypatch.setattr("daybook.web.views.plan.look_closer", in_some_years)
    assert "was due to be checked again" in show(told, "call-999")


def test_a_note_is_kept_with_what_it_said_before(told: Browser) -> None:
    show(told, "call-999")
    told.post(told.form('name="note"'), {"note": "Mrs Okafor knows\r\nthe word", "before": ""})
    assert "Your note is kept." in told.page
    told.post(told.form('name="note"'), {"note": "<b>the word</b> is cake", "before": "Mrs Okafor knows\r\nthe word"})
    assert "&lt;b&gt;the word&lt;/b&gt; is cake" in told.page
    assert "What your note said before" in told.page
    assert "Mrs Okafor knows\nthe word" in html.unescape(told.page)
    assert "Your note: <b>the word</b> is cake" in plan_page(told)


def test_a_note_written_in_two_windows_shows_both_and_loses_neither(told: Browser) -> None:
    show(told, "call-999")
    address = told.form('name="note"')
    told.post(address, {"note": "one", "before": ""})
    draft = {"kind": "step.1", "key": "step.1 call-999"}
    told.post(address, {"note": "two", "before": "", **draft})
    page = html.unescape(told.page)
    assert "This note was changed in another window" in page
    assert "Saved now: “one”" in page
    assert re.search(r"<textarea[^>]*>\s*two</textarea>", page)
    before = re.search(r'name="before" value="([^"]*)"', page)
    assert before
    told.post(address, {"note": "one and two", "before": before[1], **draft})
    assert her_plan(told.desk.notebook, ready.pack()).item("call-999").note == "one and two"
    assert told.desk.notebook.drafts.all() == []


def test_a_note_typed_when_it_locks_is_found_again(told: Browser) -> None:
    show(told, "call-999")
    address = told.form('name="note"')
    told.desk.lock()
    told.desk.wait_until_closed()
    told.post(address, {"note": "half a thought", "before": "", "kind": "step.1", "key": "step.1 call-999"})
    told.unlock()
    page = show(told, "call-999")
    assert "half a thought</textarea>" in page
    assert "These words of yours are not saved yet." in page
    assert her_plan(told.desk.notebook, ready.pack()).item("call-999").note == ""


def test_what_is_not_saved_is_named_on_the_first_page_and_leads_back_to_its_form(told: Browser) -> None:
    show(told, "call-999")
    draft = {"kind": "step.1", "key": "step.1 call-999", "note": "half a thought", "before": "zzz"}
    told.post(told.inside("desk.draft"), draft)
    told.post(told.inside("desk.draft"), {"kind": "answers.1", "key": "answers.1 words", "name": "Alex"})
    told.get("/")
    assert "Some things you typed are not saved yet." in told.page
    told.get(told.link("Look at it"))
    assert "half a thought" in told.page
    assert "zzz" not in told.page
    unsaved = told.inside("unsaved.all")
    found = []
    for address in re.findall(r'class="button" href="([^"]*)">Open it again', told.page):
        told.get(html.unescape(address))
        found.append(re.findall(r"half a thought</textarea>|value=\"Alex\"", told.page))
        told.get(unsaved)
    assert sorted(found) == [["half a thought</textarea>"], ['value="Alex"']]


def test_the_first_page_names_where_to_begin(told: Browser) -> None:
    told.get("/")
    page = html.unescape(told.page)
    assert "You could begin with this:" in page
    assert "Call 999 when there is danger" in page
    assert "Go on with the questions" in page


def test_the_first_page_does_not_wait_for_the_guidance(told: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError

    monkeypatch.setattr(ready, "_found", [])
    monkeypatch.setattr(ready, "pack", never)
    told.get("/")
    assert "Your notebook is open" in told.page
    assert "Go on with the questions" in told.page


def test_an_action_that_is_not_there_is_one_calm_sentence(told: Browser) -> None:
    answer = told.get(told.inside("plan.show", action="no-such"))
    assert answer.status_code == 404
    assert "This is not part of the plan any more." in told.page
