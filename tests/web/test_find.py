"""Finding anything on screen: one list of entries and messages, narrowed as she likes, with nothing in the address."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import all_kinds
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.notebook.bringing import Bringing
from daybook.notebook.demo import make_demo
from daybook.notebook.messages import mark, sources
from daybook.notebook.order_spans import spans
from daybook.readmodel.record_words import is_searched
from daybook.web.views.find import page_of
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat
from tests.web.conftest import Browser


@pytest.fixture
def demo(opened: Browser) -> Browser:
    make_demo(opened.desk.notebook, dt.date(2026, 11, 21))
    return opened


@pytest.fixture
def lines(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    return opened


def look(browser: Browser, **typed: str) -> list[str]:
    """Fill in the form, and give the words of each result."""
    browser.get(browser.inside("find.index"))
    answer = browser.post(
        browser.form('name="text"'), {name.replace("__", "."): value for name, value in typed.items()}
    )
    assert typed.get("text", "") == "" or typed["text"] not in answer.request.url
    assert "?" not in answer.request.url
    return results(browser.page)


def results(page: str) -> list[str]:
    found = re.findall(r'<span class="found-words">(.*?)</span>', page, re.DOTALL)
    return [html.unescape(re.sub(r"</?mark>", "", each)) for each in found]


def kept(browser: Browser, account: str, *date: int) -> str:
    parts = dict(zip(("year", "month", "day"), date, strict=False))
    happened = Happened(how="exact", start=PartialDate(**parts)) if date else Happened()
    return browser.desk.notebook.save(Incident(account=account, happened=happened)).record


def test_every_time_he_came_to_the_school_since_the_order(demo: Browser) -> None:
    given = next(span for span in spans(demo.desk.notebook) if span.which == "since-given")
    before = look(demo, text="school")
    assert any("He came to the school gate" in each for each in before)
    found = look(demo, text="school", span=f"{given.order} {given.which}")
    assert 0 < len(found) < len(before)
    assert any("I am outside the school" in each for each in found), "a message"
    assert any("He sat in his car across the road" in each for each in found), "an entry"
    assert not any("He came to the school gate" in each for each in found), "long before"
    assert "Non-molestation order: Since it was given (15 November 2026)" in demo.page
    assert "<mark>school</mark>" in demo.page
    assert look(demo, text="school", span=f"{given.order} {given.which}", person="Dan") == ["I am outside the school"]
    demo.get(demo.link('<span class="entry-words">'))
    assert "What is it?" in demo.page, "a message leads to what was around it"
    assert "I am sorry about last night" in demo.page


def test_a_record_leads_to_its_page_and_a_message_to_its_place(demo: Browser) -> None:
    assert look(demo, text='"across the road from ten"')[0].startswith("He sat in his car")
    demo.get(demo.link('<span class="entry-words">'))
    assert "He sat in his car across the road" in demo.page
    for text, there in (("Okafor", "Mrs Okafor"), ("shoes", "Leo"), ("respondent", "respondent")):
        assert look(demo, text=text)
        demo.get(demo.link('<span class="entry-words">'))
        assert there in demo.page


def test_what_has_no_page_of_its_own_leads_to_where_it_stands(demo: Browser) -> None:
    for revision in demo.desk.notebook.timeline(list(all_kinds())):
        if is_searched(revision.kind):
            endpoint, values = page_of(revision)
            assert demo.get(demo.inside(endpoint, **values)).status_code == 203, revision.kind
            assert "That did not work" not in demo.page, revision.kind


def test_one_press_from_the_first_page_from_the_timeline_and_from_messages(demo: Browser) -> None:
    demo.get("/")
    demo.get(demo.link("Find</a>"))
    assert "<h1>Find</h1>" in demo.page
    for page in ("timeline.show", "messages.index"):
        demo.get(demo.inside(page))
        demo.get(demo.link("Find"))
        assert "<h1>Find</h1>" in demo.page
    demo.get(demo.inside("timeline.show"))
    demo.post(demo.form('name="text"'), {"text": "shcool"})
    assert "Nothing holds exactly “shcool”. Shown with one letter different." in demo.page
    assert "Found in" in demo.page


def test_a_slip_is_only_forgiven_where_nothing_is_found(lines: Browser) -> None:
    kept(lines, "He shouted at the gate", 2024, 3, 1)
    kept(lines, "He scouted the garden", 2024, 3, 2)
    assert look(lines, text="scouted") == ["He scouted the garden"]
    assert "one letter" not in lines.page
    assert look(lines, text="shoutd") == ["He shouted at the gate"]
    assert "one letter different" in lines.page
    assert look(lines, text="sh0utd") == []
    assert "Nothing holds all of this." in lines.page


def test_messages_and_entries_stand_in_one_order(lines: Browser) -> None:
    brought(lines.desk.notebook, chat("02/03/2024 09:00 Sam: the gate again", "04/03/2024 09:00 Alex: which gate?"))
    kept(lines, "At the gate, once", 2024, 3, 3)
    kept(lines, "The gate, and I do not know when")
    newest = ["which gate?", "At the gate, once", "the gate again", "The gate, and I do not know when"]
    assert look(lines, text="gate") == newest
    assert look(lines, text="gate", sort="oldest") == [*newest[2::-1], newest[3]]
    assert look(lines, text="the gate", sort="closest")[0] in (newest[2], newest[3], newest[1])
    assert look(lines, text="gate", kind="messages") == newest[:3:2]
    assert look(lines, text="gate", kind="incident.1") == newest[1::2]
    assert look(lines, text="gate", person="Alex") == newest[:1]
    assert "What you wrote of Alex without the name" in lines.page
    assert look(lines, text="gate", since__day="3", since__month="3", since__year="2024") == newest[:2]
    assert "One more may belong here: its date is not known." in lines.page
    assert look(lines, text="gate", until__day="3", until__month="3", until__year="2024") == newest[1:3]
    assert look(lines, text="gate", since__year="2025") == []


def test_only_what_she_marked(lines: Browser) -> None:
    record = brought(lines.desk.notebook, chat("02/03/2024 09:00 Sam: one", "04/03/2024 09:00 Sam: two"))
    mark(lines.desk.notebook, [(record, 1)], tags=("threat",), note="He meant the car")
    assert look(lines, tag="*") == ["two"]
    assert "A threat" in lines.page
    assert look(lines, tag="threat", text="two") == ["two"]
    assert look(lines, tag="money") == []
    assert "He meant the car" in look(lines, text="meant")[0]
    lines.get(lines.link('<span class="entry-words">'))
    assert "What is it?" in lines.page


def test_a_date_that_cannot_be_read_loses_nothing(lines: Browser) -> None:
    kept(lines, "At the gate", 2024, 3, 3)
    for wrong in (
        {"since__day": "31", "since__month": "2", "since__year": "2024"},
        {"until__day": "3"},
        {"since__year": "x"},
    ):
        assert look(lines, text="gate", **wrong) == []
        assert lines.page.index("Nothing was looked for yet.") < lines.page.index("This date cannot be read.")
        assert lines.page.count("This date cannot be read.") == 2
        (place,) = re.findall(r'<li><a href="#([^"]+)">', lines.page)
        assert f'id="{place}"' in lines.page
        assert 'name="text" value="gate"' in lines.page
        for name, value in wrong.items():
            assert f'name="{name.replace("__", ".")}" value="{value}"' in lines.page
    assert look(lines, text="gate", since__year="2025", until__year="2024") == []
    assert "The last day is before the first." in lines.page
    assert look(lines, text="gate") == ["At the gate"]
    assert "Nothing was looked for yet." not in lines.page


def test_what_is_found_is_shown_as_text(lines: Browser) -> None:
    kept(lines, "<script>gate</script> \x02odd\x03", 2024)
    assert look(lines, text="gate") == ["<script>gate</script> odd"]
    assert "<script>gate" not in lines.page
    assert look(lines, text='no" OR "such') == []
    look(lines, text='"')
    assert "Found" not in lines.page


def test_pages_go_on_and_back(lines: Browser) -> None:
    messages = [
        f"01/04/2024 {hour:02}:{minute:02} Sam: gate {hour * 60 + minute}." for hour in range(2) for minute in range(60)
    ]
    brought(lines.desk.notebook, chat(*messages))
    for number in range(30):
        kept(lines, f"gate {1000 + number}.", 2024, 4, 1)
    for sort in ("", "oldest", "closest"):
        pages = [look(lines, text="gate", sort=sort)]
        assert "Found in 150 places." in lines.page
        while "Next page" in lines.page:
            lines.get(lines.link("Next page"))
            pages.append(results(lines.page))
        assert [len(page) for page in pages] == [50, 50, 50]
        assert len({each for page in pages for each in page}) == 150
        for page in pages[-2::-1]:
            lines.get(lines.link("Page before"))
            assert results(lines.page) == page


def test_a_file_that_is_still_read_is_found_as_far_as_it_is(lines: Browser) -> None:
    record = brought(lines.desk.notebook, chat("02/03/2024 09:00 Sam: the gate"), name="chat.txt")
    lines.desk.notebook.beside(Bringing).wait(record)
    assert look(lines, text="gate") == ["the gate"]
    assert len(sources(lines.desk.notebook)) == 1
    assert look(lines, text="chat.txt") == ["chat.txt · chat.txt"]


def test_an_order_without_days_gives_no_stretch(lines: Browser) -> None:
    lines.desk.notebook.save(CourtOrder(name="Interdict"))
    assert spans(lines.desk.notebook) == []
    look(lines, text="interdict")
    assert "By an order you hold" not in lines.page
    assert look(lines, text="interdict", span="no-such since-given") == ["Interdict"]
