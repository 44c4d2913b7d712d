"""A call list and texts out of a phone's backup, held against an order: which way they came, and which were not taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.breaches import possibilities
from daybook.notebook.message_answers import her_spans, say
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import HerPlan, her_plan
from daybook.notebook.police_messages import message_notes, message_words
from daybook.notebook.senders import asked_about, say_who
from tests.notebook.bringing import brought

NUMBER = "+447700900123"
TOLD = {"situation": "left-same-area", "nation": "england", "words": {"pronouns": "he", "name": "Sam"}}
_MISSED, _TAKEN, _MADE = 3, 1, 2


def call(hour: int, minute: int, kind: int = _MISSED, seconds: int = 0, number: str = NUMBER) -> str:
    at = int(dt.datetime(2026, 3, 10, hour, minute, tzinfo=dt.UTC).timestamp() * 1000)
    return f'<call number="{number}" duration="{seconds}" date="{at}" type="{kind}" presentation="1" />'


def text(hour: int, words: str, kind: int = 1) -> str:
    at = int(dt.datetime(2026, 3, 10, hour, tzinfo=dt.UTC).timestamp() * 1000)
    return f'<sms protocol="0" address="{NUMBER}" date="{at}" type="{kind}" body="{words}" />'


def backup(root: str, *inside: str) -> bytes:
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>"
    return f'{head}\n<{root} count="{len(inside)}">\n{chr(10).join(inside)}\n</{root}>\n'.encode()


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.journal.journal.derive", lambda _words, _salt, _cost: b"k" * 32)
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard")
    notebook.keep(read_answers(ready.pack(), TOLD))
    given = Happened(how="exact", start=PartialDate(year=2026, month=3, day=3))
    order = CourtOrder(name="It", made=date(2026, 3, 1), served="yes", served_on=given, until="further")
    record = notebook.save(order).record
    for covers in ("call", "text", "message"):
        notebook.save(OrderTerm(order=(record,), words=covers, covers=(covers,), protects=("me",)))
    yield notebook
    notebook.close()


def plan_of(notebook: Notebook) -> HerPlan:
    return her_plan(notebook, ready.pack())


def test_calls_that_were_not_taken_are_counted_and_her_own_are_not_there(notebook: Notebook) -> None:
    calls = [call(21, minute) for minute in range(12)]
    mine, hidden = call(22, 0, _MADE, 60), call(22, 5, number="-1")
    record = brought(notebook, backup("calls", *calls, call(21, 30, _TAKEN, 75), mine, hidden), name="calls.xml")
    say_who(notebook, record, NUMBER, "them")
    (one,) = her_spans(notebook, plan_of(notebook))
    assert (one.term.words, one.span.way, one.span.count, one.span.in_utc) == ("call", "call", 13, True)
    say(notebook, one, "confirmed")
    body = possibilities(notebook, plan_of(notebook))[0].happening.body
    assert message_words(notebook, body, str).split("\n\n") == [
        f"13 calls from “{NUMBER}”",
        "Not taken: 12",
        "The longest: 1 min 15 s",
    ]
    notes = message_notes(notebook, body, str)
    assert notes[1] == f"SHA-256 {notebook.latest(record).body.original[0].sha256}"
    assert "in UTC" in notes[2]


def test_a_text_is_a_text_and_her_own_are_not_held_against_him(notebook: Notebook) -> None:
    record = brought(notebook, backup("smses", text(20, "good night"), text(21, "leave me", 2)), name="sms.xml")
    say_who(notebook, record, NUMBER, "them")
    (one,) = her_spans(notebook, plan_of(notebook))
    assert (one.term.words, one.span.way, one.span.count) == ("text", "message", 1)


def test_a_number_of_her_people_is_a_hint_however_it_is_written(notebook: Notebook) -> None:
    notebook.save(Person(name="Ruth", number="07700 900123"))
    brought(notebook, backup("smses", text(20, "good night")), name="sms.xml")
    ((_record, _source, (sender,)),) = asked_about(notebook, plan_of(notebook))
    assert sender.hint
    assert sender.hint.said({}) == "You have this number for “Ruth”, under People."
    assert sender.who == ""
