"""A plan made together: all of it at a glance, the usual choices and notes, and a paper that tells only what is chosen."""

from __future__ import annotations

import html
import io
import re

import pypdfium2
import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import plans, ready
from daybook.notebook.plan_papers import NothingChosenError, PlanChoice, plan_on_paper
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser
from tests.web.test_plan import MOTHER


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    words = {**MOTHER, "words": {"pronouns": "he", "relation": "husband", "name": "Zebulon"}}
    opened.desk.notebook.keep(read_answers(ready.pack(), words))
    return opened


def show(browser: Browser, group: str = "now") -> str:
    browser.get(browser.inside("together.show", group=group))
    return html.unescape(browser.page)


def text_of(pdf: bytes) -> str:
    paper = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())


def paper(browser: Browser, **choice: object) -> str:
    return text_of(plan_on_paper(her_plan(browser.desk.notebook, ready.pack()), PlanChoice(**choice)))  # type: ignore[arg-type]


def test_everything_of_a_group_is_on_one_screen(told: Browser) -> None:
    for group in ("now", "soon", "ready"):
        page = show(told, group)
        items = [item for item in her_plan(told.desk.notebook, ready.pack()).items if item.group == group]
        assert all(item.title in page for item in items)
        assert page.count('class="quiet" name="choice"') == 3 * len(items)


def test_a_choice_is_kept_as_usual_and_pressed_again_it_is_open(told: Browser) -> None:
    show(told)
    found = re.search(
        r'action="([^"]*)"[^>]*><p class="choices-row">\s*<button[^>]*value="done"[^>]*>Done<span[^>]*> Call 999 when',
        told.page,
    )
    assert found
    told.post(html.unescape(found[1]), {"choice": "done"})
    assert her_plan(told.desk.notebook, ready.pack()).item("call-999").choice == "done"
    assert re.search(r'value="open" aria-pressed="true">Done<span[^>]*> Call 999 when', html.unescape(told.page))
    told.post(html.unescape(found[1]), {"choice": "open"})
    assert her_plan(told.desk.notebook, ready.pack()).item("call-999").choice == "open"


def test_a_note_is_the_same_note_as_in_the_plan(told: Browser) -> None:
    show(told)
    told.post(told.form('value="step.1 call-999"'), {"note": "with Jo", "before": ""})
    assert plans.steps_of(told.desk.notebook)["call-999"].note == "with Jo"
    assert "with Jo" in html.unescape(told.page)
    told.post(
        told.form('value="step.1 call-999"'), {"note": "x", "before": "", "kind": "step.1", "key": "step.1 call-999"}
    )
    assert "Both are below; nothing is lost." in html.unescape(told.page)


def test_the_paper_holds_what_was_chosen_and_says_that_it_can_be_found(told: Browser) -> None:
    book, pack = told.desk.notebook, ready.pack()
    plans.choose(book, pack, "call-999", "done")
    plans.choose(book, pack, "silent-call", "not_for_me")
    plans.write_note(book, pack, "call-999", "the blue house on Elm Row", before="")
    told.get(told.inside("together.paper"))
    sections = re.findall(r'name="section" value="([^"]*)"', told.page)
    form = told.form('name="section"')
    answer = told.post(form, {"group": ["now"], "section": sections, "done": "1"})
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    text = text_of(answer.data)
    titles = {item.id: item.title for item in her_plan(book, pack).items}
    assert f"{titles['call-999']} (done)" in text
    assert titles["silent-call"] not in text
    assert "A paper can be found." in text
    assert re.search(r"1 of \d+", text)
    assert "Elm Row" not in text
    soon = [item.title for item in her_plan(book, pack).items if item.group == "soon"]
    assert not any(title in text for title in soon)
    assert "Elm Row" in text_of(
        told.post(form, {"group": ["now"], "section": sections, "done": "1", "notes": "1"}).data
    )


def test_the_paper_never_names_the_person_or_what_she_answered(told: Browser) -> None:
    assert "Zebulon" in paper(told, name=True, steps=True)
    plain = paper(told, notes=True, steps=True)
    assert "Zebulon" not in plain
    assert "your husband" in plain
    pdf = pypdfium2.PdfDocument(plan_on_paper(her_plan(told.desk.notebook, ready.pack()), PlanChoice()))
    assert pdf.get_metadata_dict()["Title"] == "Papers"
    for word in ("3, 7", "Ages:"):
        assert word not in paper(told)


def test_parts_can_be_left_out_and_nothing_chosen_is_said_calmly(told: Browser) -> None:
    assert "Children" not in paper(told, sections=("emergency",))
    with pytest.raises(NothingChosenError):
        paper(told, sections=("-",))
    told.get(told.inside("together.paper"))
    told.post(told.form('name="section"'), {"group": ["now"]})
    assert "There is nothing of the plan in what you chose." in html.unescape(told.page)


def test_it_stores_nothing_by_itself(told: Browser) -> None:
    head = told.desk.notebook._journal.head
    show(told)
    show(told, "ready")
    told.get(told.inside("together.paper"))
    told.get(told.inside("together.take", group=["now"], section=["emergency"]))
    assert told.desk.notebook._journal.head == head


def test_no_step_on_paper_tells_of_the_program(told: Browser) -> None:
    text = paper(told, steps=True)
    assert "Stay signed out" in text
    for word in ("Daybook", "notebook", "Shift"):
        assert word not in text
