"""Messages and calls held against an order: floods as days, edges to the minute, and never what was before or after."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from daybook.notebook.message_answers import HerSpan, NoSuchDayError, her_spans, messages_of, say, say_days
from daybook.notebook.message_days import without_time
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import HerPlan, her_plan
from daybook.notebook.senders import asked_about, say_who
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat

TOLD = {
    "situation": "left-same-area",
    "nation": "england",
    "words": {"pronouns": "he", "name": "Sam"},
    "orders": ["non-molestation"],
}
FLOOD = [f"10/03/2026 {21 + number // 60}:{number % 60:02} Sam: answer me {number}" for number in range(100)]
NIGHT = ["11/03/2026 00:10 Sam: I know you are awake", "11/03/2026 04:59 Sam: last one"]


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.journal.journal.derive", lambda _words, _salt, _cost: b"k" * 32)
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard")
    notebook.keep(read_answers(ready.pack(), TOLD))
    yield notebook
    notebook.close()


def plan_of(notebook: Notebook) -> HerPlan:
    return her_plan(notebook, ready.pack())


def given(day: int, clock: tuple[int, int] | None = None) -> Happened:
    hour, minute = clock or (None, None)
    return Happened(how="exact", start=PartialDate(year=2026, month=3, day=day, hour=hour, minute=minute))


def held(notebook: Notebook, covers: tuple[str, ...] = ("message",), **more: object) -> str:
    """An order given on 3 March, with one line; the line."""
    told = {"made": date(2026, 3, 1), "served": "yes", "served_on": given(3), "until": "further", **more}
    order = notebook.save(CourtOrder(name="The order", what="non-molestation-order", **told)).record  # type: ignore[arg-type]
    return notebook.save(OrderTerm(order=(order,), words="Not to.", covers=covers, protects=("me",))).record


def from_sam(notebook: Notebook, *lines: str) -> str:
    record = brought(notebook, chat(*lines), name="chat.txt")
    say_who(notebook, record, "Sam", "them")
    return record


def spans(notebook: Notebook) -> list[HerSpan]:
    return her_spans(notebook, plan_of(notebook))


def counts(notebook: Notebook) -> list[tuple[str, str, int, bool]]:
    return [
        (each.span.day.isoformat(), each.span.way, each.span.count, each.span.found.is_unsure)
        for each in spans(notebook)
    ]


def reasons(her: HerSpan) -> list[str]:
    return [reason.said.said({}) for reason in her.span.found.reasons]


def test_a_flood_through_the_night_is_one_thing_with_a_count(notebook: Notebook) -> None:
    held(notebook)
    from_sam(notebook, *FLOOD, *NIGHT)
    assert counts(notebook) == [("2026-03-10", "message", 102, False)]
    assert reasons(spans(notebook)[0]) == [
        "It was a message.",
        "It came from “Sam”. You said that this is {person}.",
        "It was after the order was given.",
    ]


@pytest.mark.parametrize("who", ["", "me", "other"])
def test_nothing_is_held_against_an_order_until_she_says_who_it_is_from(notebook: Notebook, who: str) -> None:
    held(notebook)
    record = brought(notebook, chat(*FLOOD), name="chat.txt")
    assert spans(notebook) == []
    say_who(notebook, record, "Sam", who)
    assert spans(notebook) == []
    say_who(notebook, record, "Sam", "them")
    assert len(spans(notebook)) == 1
    say_who(notebook, record, "Sam", who)
    assert spans(notebook) == []


def test_the_same_flood_before_it_was_given_or_after_its_end_is_nothing(notebook: Notebook) -> None:
    held(notebook, served_on=given(12))
    held(notebook, ends=date(2026, 3, 9), until="")
    held(notebook, served="no", served_on=Happened())
    from_sam(notebook, *FLOOD)
    assert spans(notebook) == []


def test_an_evening_in_which_it_was_given_is_parted_at_the_minute(notebook: Notebook) -> None:
    held(notebook, served_on=given(10, (21, 30)))
    from_sam(notebook, *FLOOD)
    assert counts(notebook) == [("2026-03-10", "message", 69, False), ("2026-03-10", "message", 1, True)]
    sure, unsure = spans(notebook)
    assert [kept.text for kept in messages_of(notebook, unsure.span)] == ["answer me 30"]
    assert messages_of(notebook, sure.span)[0].text == "answer me 31"


def test_the_day_it_was_given_without_an_hour_is_not_sure(notebook: Notebook) -> None:
    held(notebook, served_on=given(10))
    from_sam(notebook, *FLOOD, *NIGHT)
    assert counts(notebook) == [("2026-03-10", "message", 2, False), ("2026-03-10", "message", 100, True)]


def test_the_last_day_with_an_hour_ends_at_its_minute(notebook: Notebook) -> None:
    held(notebook, ends=date(2026, 3, 10), ends_at="22:00", until="")
    from_sam(notebook, *FLOOD)
    assert counts(notebook) == [("2026-03-10", "message", 61, False)]


def test_calls_are_held_against_a_line_about_calls_and_counted_apart(notebook: Notebook) -> None:
    held(notebook, covers=("call", "message"))
    from_sam(notebook, *(f"10/03/2026 21:{minute:02} Sam: (call)" for minute in range(5)), FLOOD[0])
    assert sorted(counts(notebook)) == [("2026-03-10", "call", 5, False), ("2026-03-10", "message", 1, False)]


def test_ten_in_one_hour_may_be_harassing_nine_are_not(notebook: Notebook) -> None:
    held(notebook, covers=("harass",))
    record = from_sam(notebook, *FLOOD[:9])
    assert spans(notebook) == []
    del record
    from_sam(notebook, *(line.replace("answer", "ring") for line in FLOOD[:10]))
    (one,) = spans(notebook)
    assert reasons(one)[0] == "10 came within one hour. That may be harassing."


def test_a_threat_in_one_message_is_found_among_many(notebook: Notebook) -> None:
    held(notebook, covers=("violence",))
    from_sam(notebook, *FLOOD, "11/03/2026 09:12 Sam: you will be sorry", "11/03/2026 09:13 Sam: good morning")
    (one,) = spans(notebook)
    assert (one.span.count, one.span.numbers) == (1, (100,))
    assert reasons(one)[0] == "It says “be sorry”. That may be violence, or a threat."
    assert [kept.text for kept in messages_of(notebook, one.span)] == ["you will be sorry"]


def test_a_place_in_a_message_counts_only_where_it_says_they_are_there(notebook: Notebook) -> None:
    held(notebook, covers=("school",))
    from_sam(notebook, "10/03/2026 15:20 Sam: I am outside the school", "10/03/2026 15:21 Sam: how is school")
    (one,) = spans(notebook)
    assert one.span.numbers == (0,)


def test_what_somebody_writes_for_them_came_through_another(notebook: Notebook) -> None:
    held(notebook, covers=("message",))
    line = held(notebook, covers=("third",))
    record = brought(notebook, chat("10/03/2026 21:00 Ruth: he wants to talk"), name="chat.txt")
    say_who(notebook, record, "Ruth", "through")
    (one,) = spans(notebook)
    assert one.span.found.term == line
    assert reasons(one)[1] == "It came from “Ruth”. You said that they write or ring for {person}."


def test_a_line_for_others_is_not_about_messages_to_her(notebook: Notebook) -> None:
    order = held(notebook)
    notebook.save(dataclasses.replace(notebook.latest(order).body, protects=("children",)), record=order, based_on=1)
    from_sam(notebook, *FLOOD[:3])
    assert spans(notebook) == []


def test_she_says_it_of_a_whole_evening_in_one_go(notebook: Notebook) -> None:
    line = held(notebook)
    from_sam(notebook, *FLOOD, *NIGHT, "12/03/2026 08:00 Sam: sorry")
    plan = plan_of(notebook)
    assert say_days(notebook, plan, line, [each.span.id for each in spans(notebook)], "confirmed") == 2
    assert [each.answer for each in spans(notebook)] == ["confirmed", "confirmed"]
    found = breaches.possibilities(notebook, plan)
    assert [(each.happening.body.count, each.answer) for each in found] == [(1, "confirmed"), (102, "confirmed")]
    body = found[1].happening.body
    assert (body.first, body.last) == ("2026-03-10T21:00", "2026-03-11T04:59")
    assert str(body.happened) == "between 10 March 2026, 21:00 and 11 March 2026, 04:59"
    say_days(notebook, plan, line, [spans(notebook)[0].span.id], "not")
    assert [each.answer for each in spans(notebook)] == ["not", "confirmed"]
    assert notebook.count([breaches.MESSAGES]) == 2
    with pytest.raises(NoSuchDayError):
        say_days(notebook, plan, line, ["0" * 24], "confirmed")


def test_or_of_single_ones_and_what_is_not_of_that_day_is_passed_over(notebook: Notebook) -> None:
    held(notebook)
    from_sam(notebook, *FLOOD, "12/03/2026 08:00 Sam: sorry")
    evening = spans(notebook)[1]
    say(notebook, evening, "confirmed", only=(3, 7, 100), quoted=(7, 9))
    body = breaches.possibilities(notebook, plan_of(notebook))[0].happening.body
    assert (body.only, body.quoted, body.count) == ((3, 7), (7,), 2)
    assert (body.first, body.last) == ("2026-03-10T21:03", "2026-03-10T21:07")
    say(notebook, spans(notebook)[1], "confirmed")
    body = breaches.possibilities(notebook, plan_of(notebook))[0].happening.body
    assert (body.only, body.quoted, body.count) == ((), (7,), 100)


def test_what_she_confirmed_stays_hers_when_the_order_is_changed(notebook: Notebook) -> None:
    line = held(notebook)
    from_sam(notebook, *FLOOD)
    say_days(notebook, plan_of(notebook), line, [each.span.id for each in spans(notebook)], "confirmed")
    (order,) = notebook.timeline(["order.1"])
    notebook.save(dataclasses.replace(order.body, served_on=given(20)), record=order.record, based_on=1)
    assert spans(notebook) == []
    assert [each.answer for each in breaches.possibilities(notebook, plan_of(notebook))] == ["confirmed"]


def test_the_hints_come_from_her_words_and_decide_nothing(notebook: Notebook) -> None:
    record = brought(notebook, chat(*FLOOD, "12/03/2026 08:00 Alex: hello"), name="chat.txt")
    ((source, _file, senders),) = asked_about(notebook, plan_of(notebook))
    assert source == record
    assert [(each.sender, each.messages, each.who, bool(each.hint)) for each in senders] == [
        ("Sam", 100, "", True),
        ("Alex", 1, "", False),
    ]
    assert without_time(notebook) == 0
