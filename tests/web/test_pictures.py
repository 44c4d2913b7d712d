"""Her record in pictures, walked as she would: closer and closer, to the very entries and messages behind a number."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from daybook.domain.counts.counted import Counted, by_time
from daybook.domain.counts.stretch import Level, stretch_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.incident import Incident
from daybook.notebook.counts import Choice, files, things
from daybook.notebook.demo import make_demo
from daybook.notebook.notebook import Notebook
from daybook.notebook.order_spans import spans
from daybook.web.desk import Desk
from tests.quick import quick_keys
from tests.web.conftest import PASSPHRASE, Browser, TurningClock

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def demo_made(ready_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(ready_made, tmp_path_factory.mktemp("demo") / "notes"))
    with quick_keys():
        notebook = Notebook.unlock(folder, PASSPHRASE)
        make_demo(notebook, TODAY)
        notebook.close()
    return folder


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path, clock: TurningClock) -> Iterator[Browser]:
    desk = Desk(Path(shutil.copytree(demo_made, tmp_path / "demo")), clock=clock.clock())
    desk.pause_after_failure = 0
    browser = Browser(desk, clock).launch()
    browser.unlock()
    yield browser
    desk.lock()
    desk.wait_until_closed()


def there(browser: Browser, level: Level, day: date, by: Level) -> Counted[dt.datetime]:
    """What the notebook holds of a stretch."""
    all_of = things(browser.desk.notebook)
    moment = dt.datetime.combine(day, dt.time())
    return by_time(all_of.entries, all_of.tallies, stretch_of(level, moment), by)


def words(page: str) -> str:
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return words(browser.page)


def table(page: str) -> dict[str, list[int]]:
    """The first table of a page: the numbers of each line by its words."""
    body = re.search(r'<table class="numbers-of">.*?</table>', page, re.DOTALL)
    assert body
    lines = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', body[0], re.DOTALL)
    found = {}
    for head, cells in lines:
        bare = re.sub(r'<span class="away">.*?</span>', "", cells)
        numbers = re.findall(r"<td>(.*?)</td>", bare, re.DOTALL)
        found[words(f"<main>{head}</main>")] = [int(re.sub(r"<[^>]*>|,|\s", "", number)) for number in numbers]
    return found


def drawn(page: str) -> list[str]:
    """Where the parts of the first picture lead."""
    svg = page[page.index("<svg") : page.index("</svg>")]
    return [html.unescape(found) for found in re.findall(r'<a href="([^"]+)"', svg)]


def listed(page: str) -> tuple[int, int]:
    """How many entries and messages a page lists."""
    return page.count('class="entry-when"'), page.count('class="message"')


def on(day: date, **more: Any) -> Happened:
    return Happened(how="exact", start=PartialDate(year=day.year, month=day.month, day=day.day, **more))


def test_from_the_record_closer_and_closer_to_one_hour(demo: Browser) -> None:
    demo.get(demo.inside("timeline.show"))
    demo.get(demo.link("See it in pictures"))
    assert "<h2>2026</h2>" in demo.page
    months = table(demo.page)
    november, day = there(demo, "month", TODAY, "day"), there(demo, "day", date(2026, 11, 16), "hour")
    assert months["November 2026"] == [november.total.entries, november.total.sent]
    assert months["Together"] == [sum(row[at] for name, row in months.items() if name != "Together") for at in (0, 1)]
    demo.get(demo.link("November 2026"))
    days = table(demo.page)
    assert days["Together"] == [november.placed.entries, november.placed.sent]
    assert f"In this time, but the day is not certain: {len(november.inside)} entries." in words(demo.page)
    assert len(drawn(demo.page)) == len(days) - 1
    demo.get(demo.link("Monday 16 November 2026"))
    assert sum(table(demo.page)["Together"]) == day.placed.entries + day.placed.sent
    busiest = max(drawn(demo.page), key=lambda path: listed(demo.get(path).text))
    demo.get(busiest)
    assert "16 November 2026, 22:00 to 23:00" in words(demo.page)
    assert listed(demo.page) == (0, max(cell.sent for cell in day.cells.values()))


def assert_each_leads_to_as_many(browser: Browser) -> None:
    lines = re.findall(r'<td>\s*<a href="([^"#]+)#(\w+)">([\d,]+)<', browser.page)
    assert lines
    for path, place, number in dict.fromkeys(lines):
        behind = browser.client.get(html.unescape(path)).text
        assert listed(behind)[place == "messages"] == int(number), (place, number)


def test_every_number_leads_to_exactly_that_many(demo: Browser) -> None:
    for endpoint, values in (
        ("pictures.show", {"level": "year", "at": "2026-01-01"}),
        ("pictures.show", {"level": "month", "at": "2026-11-01"}),
        ("pictures.show", {"level": "week", "at": "2026-11-16"}),
        ("pictures.hours", {"which": "sent"}),
        ("pictures.hours", {"which": "entries"}),
    ):
        at(demo, endpoint, **values)
        assert_each_leads_to_as_many(demo)


def test_a_week_goes_across_two_months(demo: Browser) -> None:
    said = at(demo, "pictures.show", level="week", at="2026-11-30")
    assert "Week from Monday 30 November 2026" in said
    assert table(demo.page) == {"Thursday 3 December 2026": [1], "Together": [1]}


def test_what_has_no_date_is_said_and_listed(demo: Browser) -> None:
    said = at(demo, "pictures.show")
    undated = len(there(demo, "all", TODAY, "year").undated)
    assert f"Without a date: {undated} entries." in said
    assert "most Fridays, since Ava was born" in said
    at(demo, "behind.show", apart="undated")
    assert listed(demo.page) == (undated, 0)


def test_it_says_where_the_numbers_come_from_and_concludes_nothing(demo: Browser) -> None:
    said = at(demo, "pictures.show", level="month", at="2026-11-01")
    ((source, number),) = there(demo, "month", TODAY, "day").sources.items()
    first, last = files(demo.desk.notebook)[source].first, files(demo.desk.notebook)[source].last
    assert first
    assert last
    for words_ in (
        f"Messages and calls in Chat with Dan : {number}.",
        f"Its messages are from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}.",
        "Of other days this file says nothing.",
        f"{number} messages as the file gives the time",
        "A message that two files hold is counted once.",
        "They are counts of what is in this notebook, and nothing else is said by them.",
        "Parts of the files that could not be read: 1.",
    ):
        assert words_ in said


def test_only_some_of_it(demo: Browser) -> None:
    at(demo, "pictures.show")
    demo.post(demo.form('name="kind"'), {"kind": ["messages"], "sender": "Dan", "since.day": "1", "since.month": "11", "since.year": "2026"})  # fmt: skip
    said = words(demo.page)
    assert "Only this is counted: Messages; messages and calls from Dan; from 1 November 2026." in said
    sams = things(demo.desk.notebook, Choice(kinds=("messages",), sender="Dan")).sent_in(
        stretch_of("month", dt.datetime(2026, 11, 1))
    )
    assert table(demo.page)["November 2026"] == [sum(one.number for one in sams)]
    demo.get(demo.link("November 2026"))
    assert "Only this is counted:" in words(demo.page)
    assert_each_leads_to_as_many(demo)
    demo.get(demo.link("Count everything"))
    assert "Only this is counted:" not in words(demo.page)


def test_a_day_that_is_none_is_said_and_left_out(demo: Browser) -> None:
    at(demo, "pictures.show")
    demo.post(demo.form('name="kind"'), {"kind": ["incident.1"], "until.day": "31", "until.month": "2", "until.year": "2026"})  # fmt: skip
    assert "A day needs its day, month and year, as numbers. That one was left out." in words(demo.page)
    assert "Only this is counted: What happened." in words(demo.page)


def test_a_choice_that_holds_nothing_with_a_date(demo: Browser) -> None:
    said = at(demo, "pictures.show", kind="pattern.1")
    assert "Nothing of what you chose has a date." in said
    assert "Count everything" in said


def test_nothing_yet(opened: Browser) -> None:
    for endpoint in ("pictures.show", "pictures.hours"):
        said = at(opened, endpoint)
        assert "There is nothing to show yet." in said
        assert "Write something down" in said
    assert "There is nothing to put on paper." in at(opened, "pictures_paper.ask")
    opened.get(opened.inside("pictures_paper.take"))
    assert "There is nothing to put on paper." in words(opened.page)


def test_before_and_after_an_order_from_its_page(opened: Browser) -> None:
    today = dt.datetime.now().astimezone().date()
    given = today - timedelta(days=10)
    order = CourtOrder(name="The order", made=today - timedelta(days=12), served="yes", served_on=on(given))
    record = opened.desk.notebook.save(order).record
    for away in (-12, -9, -1, 0, 1, 1, 9, 10):
        opened.desk.notebook.save(Incident(account="x", happened=on(given + timedelta(days=away))))
    some_day = Happened(how="span", start=on(given - timedelta(days=5)).start, end=on(given - timedelta(days=3)).start)
    opened.desk.notebook.save(Incident(account="x", happened=some_day))
    month = PartialDate(year=given.year, month=given.month)
    opened.desk.notebook.save(Incident(account="x", happened=Happened(how="about", start=month)))
    at(opened, "court_order.show", record=record)
    opened.get(opened.link("Before and after, in numbers"))
    said = words(opened.page)
    assert "The day it was given" in said
    assert "Counted are 9 whole days before it" in said
    assert "Today is not over, so it is not counted." in said
    assert "No last day is noted." in said
    assert table(opened.page) == {"What happened": [2, 1, 3]}
    assert "Perhaps in this time, perhaps not: 1 entry." in said
    assert "In this time, but the day is not certain: 1 entry." in said
    numbers = re.findall(r'<td><a href="([^"]+)">(\d)<', opened.page)
    for path, number in numbers:
        assert listed(opened.client.get(html.unescape(path)).text) == (int(number), 0)
    opened.get(opened.link("7 days"))
    assert table(opened.page) == {"What happened": [1, 1, 2]}
    opened.get(opened.link("The day it was made"))
    assert "Counted are 7 whole days before it" in words(opened.page)


def test_before_and_after_a_day_that_is_not_exactly_known(opened: Browser) -> None:
    order = CourtOrder(name="The order", served_on=Happened(how="about", start=PartialDate(year=2024, month=3, day=3)))
    said = at(opened, "around.show", record=opened.desk.notebook.save(order).record)
    assert "The exact day it was given is not noted. So nothing is counted around it." in said
    assert "It can be counted once the day is noted." in said


def test_given_in_court_is_given_on_the_day_it_was_made(opened: Browser) -> None:
    """She said how it was given, and typed its day once."""
    made = dt.datetime.now().astimezone().date() - timedelta(days=40)
    order = CourtOrder(name="The order", made=made, served="yes", served_how="court")
    record = opened.desk.notebook.save(order).record
    opened.desk.notebook.save(Incident(account="x", happened=on(made)))
    said = at(opened, "around.show", record=record)
    assert "The day it was given" in said
    assert "The exact day it was given is not noted" not in said
    assert table(opened.page) == {"What happened": [0, 1, 0]}
    assert [(span.which, span.day) for span in spans(opened.desk.notebook)] == [
        ("since-given", made),
        ("before-given", made),
        ("since-made", made),
        ("before-made", made),
    ]
    opened.desk.notebook.save(replace(order, served_how="handed"), record=record, based_on=1)
    assert "The exact day it was given is not noted." in at(opened, "around.show", record=record)
    assert {span.which for span in spans(opened.desk.notebook)} == {"since-made", "before-made"}


def test_a_day_in_court_that_was_and_one_to_come(opened: Browser) -> None:
    today = dt.datetime.now().astimezone().date()
    was = opened.desk.notebook.save(CourtDay(what="First hearing", day=today - timedelta(days=40))).record
    later = opened.desk.notebook.save(CourtDay(what="Next hearing", day=today + timedelta(days=4))).record
    opened.desk.notebook.save(Incident(account="x", happened=on(today - timedelta(days=39))))
    at(opened, "record.show", record=was)
    opened.get(opened.link("Before and after, in numbers"))
    assert "Counted are 14 whole days before it" in words(opened.page)
    assert table(opened.page) == {"What happened": [0, 0, 1], "Days in court": [0, 1, 0]}
    said = at(opened, "around.show", record=later)
    assert "That day is not over yet." in said
    assert "<table" not in opened.page


@pytest.mark.parametrize("page", ["time", "hours", "around"])
def test_the_paper_says_what_the_page_says(demo: Browser, page: str) -> None:
    order = demo.desk.notebook.timeline(["order.1"])[0].record
    at(demo, "pictures_paper.ask", page=page, record=order, which="made", days=7)
    assert "A paper can be found." in words(demo.page)
    answer = demo.post(demo.form("Make the paper"))
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    said = " ".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(io.BytesIO(answer.data)))
    assert "Where these numbers come from" in said
    assert "Chat with Dan" in said or page == "around"


def test_odd_addresses_show_something_calm(demo: Browser) -> None:
    for endpoint, values in (
        ("pictures.show", {"level": "century", "at": "x"}),
        ("pictures.show", {"level": "day", "at": "9999-12-31"}),
        ("pictures.show", {"level": "year", "at": "0001-01-01"}),
        ("pictures.show", {"since": "x", "until": "0001-01-01"}),
        ("pictures.hours", {"level": "month", "at": "0001-01-01", "which": "odd"}),
        ("behind.show", {"start": "9999-01-01", "last": "0001-01-01", "weekday": "99", "hour": "99", "page": "0"}),
    ):
        assert demo.get(demo.inside(endpoint, **values)).status_code == 203


def test_everything_in_the_demo_is_counted_or_said_to_be_apart(demo: Browser) -> None:
    all_of = things(demo.desk.notebook)
    said = at(demo, "pictures.show", level="all")
    entries, messages = table(demo.page)["Together"]
    apart = [int(number) for number in re.findall(r"(?:Without a date|not certain): (\d+) entr", said)]
    assert entries + sum(apart) == len(all_of.entries)
    assert messages == sum(one.number for one in all_of.tallies if one.at)
