"""The times of the messages an incident was begun with are offered as its date, and never filled in by themselves."""

from __future__ import annotations

import re

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.sent_times import happened_between, on_this_clock
from tests.notebook.lines_format import Lines, chat
from tests.web.conftest import Browser
from tests.web.filling import filled
from tests.web.test_bring import LINES, bring, ticks

OFFERED = "Use the time of the messages"


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


def begin(browser: Browser, *numbers: int) -> None:
    bring(browser, chat(*LINES))
    browser.get(browser.inside("messages.index"))
    picks = ticks(browser)[::-1]  # the newest come first
    browser.post(browser.form('name="pick"'), {"pick": [picks[number] for number in numbers], "do": "incident"})


def typed(page: str, part: str) -> str:
    found = re.search(rf'name="happened\.{part}" value="([^"]*)"', page)
    assert found
    return found[1]


def how(page: str) -> list[str]:
    return re.findall(r'name="happened\.how" value="(\w+)" autocomplete="off" checked', page)


def use(browser: Browser, **more: list[str]) -> None:
    (wish,) = re.findall(r'name="do" value="(messages [^"]*)"', browser.page)
    browser.post(browser.form('name="happened.how"'), filled(browser.page) | {"do": [wish]} | more)


def test_the_span_of_the_messages_is_offered_and_filled_in_only_when_she_says_so(opened: Browser) -> None:
    begin(opened, 0, 3)
    assert "The messages: Between 1 March 2024, 21:05 and 4 March 2024, 21:05." in opened.page
    assert (typed(opened.page, "year"), how(opened.page)) == ("", [])
    use(opened, **{"happened.words": ["that week"], "account": ["He would not stop."]})
    parts = ("day", "month", "year", "time", "end_day", "end_month", "end_year", "end_time")
    assert [typed(opened.page, part) for part in parts] == ["1", "3", "2024", "21:05", "4", "3", "2024", "21:05"]
    assert how(opened.page) == ["span"]
    assert "He would not stop." in opened.page
    opened.post(opened.form('name="happened.how"'), filled(opened.page) | {"do": ["save"]})
    (saved,) = opened.desk.notebook.timeline(["incident.1"])
    first, last = (PartialDate(year=2024, month=3, day=day, hour=21, minute=5) for day in (1, 4))
    assert saved.body.happened == Happened(how="span", start=first, end=last, words="that week")


def test_one_message_is_one_moment_and_what_is_saved_already_is_offered_it_too(opened: Browser) -> None:
    begin(opened, 2)
    opened.post(opened.form('name="happened.how"'), filled(opened.page) | {"do": ["save"], "happened.how": ["unknown"]})
    (saved,) = opened.desk.notebook.timeline(["incident.1"])
    opened.get(opened.inside("record.amend", record=saved.record))
    assert "The messages: 3 March 2024, 21:05." in opened.page
    use(opened)
    assert [typed(opened.page, part) for part in ("day", "time", "end_day")] == ["3", "21:05", ""]
    assert how(opened.page) == ["exact"]


def test_nothing_is_offered_where_no_message_is_quoted(opened: Browser) -> None:
    opened.get(opened.inside("record.new", kind="incident.1"))
    assert OFFERED not in opened.page


def test_an_instant_is_read_on_this_clock_and_a_bare_day_stays_bare() -> None:
    assert on_this_clock("2024-03-14T21:05:09") == "2024-03-14T21:05:09"
    assert on_this_clock("2024-03-14") == "2024-03-14"
    assert not on_this_clock("2024-03-14T21:05:09+00:00").endswith("+00:00")
    day = PartialDate(year=2024, month=3, day=14)
    assert happened_between("2024-03-14", "2024-03-14") == Happened(how="exact", start=day)
