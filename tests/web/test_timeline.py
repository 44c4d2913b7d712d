"""The record in order, its pages, and finding something in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.web.dates import later_words
from tests.web.conftest import Browser
from tests.web.filling import send


def keep(browser: Browser, account: str, **date: int) -> None:
    happened = Happened(how="exact", start=PartialDate(**date)) if date else Happened()
    browser.desk.notebook.save(Incident(account=account, happened=happened))


def titles(page: str) -> list[str]:
    return re.findall(r'<span class="entry-title">([^<]*)</span>', page)


@pytest.fixture
def some(opened: Browser) -> Browser:
    keep(opened, "Undated, first")
    keep(opened, "In May", year=2024, month=5)
    keep(opened, "In March", year=2024, month=3, day=9)
    keep(opened, "The year before", year=2023)
    keep(opened, "Undated, later")
    opened.desk.notebook.save(
        Contact(said="A call in April", happened=Happened(how="exact", start=PartialDate(year=2024, month=4)))
    )
    return opened


def test_it_stands_in_the_order_it_happened_by_month_with_the_undated_at_the_end(some: Browser) -> None:
    some.get(some.inside("timeline.show", order="oldest"))
    assert titles(some.page) == [
        "The year before",
        "In March",
        "A call in April",
        "In May",
        "Undated, first",
        "Undated, later",
    ]
    headings = re.findall(r"<h2[^>]*>([^<]*)</h2>", some.page)
    assert headings == ["2023", "March 2024", "April 2024", "May 2024", "Without a date"]
    some.get(some.inside("timeline.show"))
    assert titles(some.page) == [
        "In May",
        "A call in April",
        "In March",
        "The year before",
        "Undated, later",
        "Undated, first",
    ]
    some.get(some.link("Calls and meetings"))
    assert titles(some.page) == ["A call in April"]
    some.get(some.link("Oldest first"))
    assert titles(some.page) == ["A call in April"]


def test_a_long_record_comes_page_by_page_and_none_is_left_out(opened: Browser) -> None:
    for number in range(120):
        keep(opened, f"Number {number}", year=2020, month=1 + number % 12)
    opened.get(opened.inside("timeline.show", order="oldest"))
    found = titles(opened.page)
    while "Next page" in opened.page:
        assert len(titles(opened.page)) == 50
        opened.get(opened.link("Next page"))
        found += titles(opened.page)
    assert len(found) == len(set(found)) == 120
    assert "Page 3 of 3" in opened.page


def test_words_are_found_without_standing_in_the_address(some: Browser) -> None:
    some.get(some.inside("timeline.show"))
    answer = some.post(some.form('name="text"'), {"text": "april CALLS"})
    assert "Found in one place." in some.page
    assert "A <mark>call</mark> in <mark>April</mark>" in some.page
    assert "april" not in answer.request.url.lower()


def test_how_sure_the_date_is_and_how_late_it_was_written_show(opened: Browser) -> None:
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(
        opened,
        account="Long ago",
        happened__how="span",
        happened__year="2019",
        happened__end_year="2020",
        happened__words="that winter",
    )
    opened.get(opened.inside("timeline.show"))
    assert "Between 2019 and 2020" in opened.page
    assert "“that winter”" in opened.page
    assert re.search(r"Written down about \d+ years later", opened.page)


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (timedelta(days=6, hours=20), ""),
        (timedelta(days=8, hours=20), "Written down 8 days later"),
        (timedelta(days=100), "Written down about 3 months later"),
        (timedelta(days=1000), "Written down about 3 years later"),
    ],
)
def test_how_late_counts_from_the_last_moment_it_can_have_been(opened: Browser, gap: timedelta, words: str) -> None:
    happened = Happened(how="exact", start=PartialDate(year=2021, month=6, day=1, hour=0, minute=0))
    written = datetime(2021, 6, 1, tzinfo=UTC) + gap
    with opened.app.test_request_context():
        assert later_words(happened, written) == words
        assert later_words(Happened(how="exact", start=PartialDate(year=written.year)), written) == ""


def test_a_first_version_decides_how_late_it_was_written(opened: Browser) -> None:
    today = datetime.now(UTC)
    keep(opened, "Today", year=today.year, month=today.month, day=today.day)
    opened.get(opened.inside("timeline.show"))
    assert "Written down" not in opened.page
    assert "Changed since" not in opened.page
    (one,) = opened.desk.notebook.timeline()
    opened.desk.notebook.save(
        Incident(account="Today, more", happened=one.body.happened), record=one.record, based_on=1
    )
    opened.get(opened.inside("timeline.show"))
    assert "Changed since" in opened.page


def test_an_empty_record_says_so(opened: Browser) -> None:
    opened.get(opened.inside("timeline.show"))
    assert "There is nothing here yet" in opened.page


def test_a_long_record_is_opened_at_a_year_or_a_month(opened: Browser) -> None:
    for number in range(110):
        keep(opened, f"Number {number}", year=2020 if number < 40 else 2021, month=1 + number % 12)
    opened.desk.notebook.save(Incident(account="Some day"))
    opened.get(opened.inside("timeline.show", order="oldest"))
    assert "2020 <span" in opened.page
    assert 'aria-label="Months of 2021"' in opened.page  # part of that year is on this page, and it fills more than one
    (place,) = re.findall(r'#e(\d+)"[^>]*>2021 <span', opened.page)
    assert re.search(rf'<h2 id="e{place}">January 2021</h2>', opened.page), "it begins on this very page"
    opened.get(opened.link("December <span"))
    assert ">December 2021</h2>" in opened.page
    (place,) = re.findall(r'#e(\d+)"[^>]*>Without a date <span', opened.page)
    assert f'<h2 id="e{place}">Without a date</h2>' in opened.page
    assert "Some day" in titles(opened.page)
    opened.get(opened.inside("timeline.show"))
    opened.get(opened.link("2020"))
    assert ">December 2020</h2>" in opened.page
    opened.get(opened.link("2021"))
    assert "Page 1 of" in opened.page


def test_a_short_record_has_no_row_of_years(some: Browser) -> None:
    some.get(some.inside("timeline.show"))
    assert 'aria-label="Years"' not in some.page
