"""How long messages take against the lines of an order: read one by one, and as counts of what was brought in.

Run: python -m bench.breaches
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bench.figure import Figure
from bench.messages import PASSPHRASE, chat
from daybook.crypto.derive import Cost
from daybook.domain.attachment import Attachment
from daybook.domain.breach.bound import bound_by
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import Told
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.message_answers import ends_of, her_spans, say_days
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offers
from daybook.notebook.plans import her_plan
from daybook.notebook.senders import say_who

MANY = 100_000
TEXTS = (
    "where are you",
    "answer me now",
    "I can see you are not at the dentist",
    "you will be sorry when you get home",
    "please can we talk I did not mean it and you know that I love you all",
    "ok",
    "tell Leo I will fetch him from school on Friday at three",
    "why did you call the police",
)
LINES = (("violence",), ("harass",), ("call", "text", "message", "mail", "third", "social"), ("school",), ("home",))


BROUGHT_IN = 1_000_000


def _brought_in(folder: Path, messages: int) -> Notebook:
    notebook = Notebook.create(folder, PASSPHRASE, cost=Cost(memory=64 * 1024))
    sealer = notebook.seal_file()
    for line in chat(messages):
        sealer.write(line)
    done = sealer.finish()
    file = Attachment(blob=done.blob, name="chat.txt", media="text/plain", size=done.size, sha256=done.sha256)
    record = bring_in(notebook, notebook.beside(Offers).add(file).key)
    notebook.beside(Bringing).wait(record)
    return notebook


def held(messages: int = BROUGHT_IN) -> list[Figure]:
    """Seconds until the days of one sender of a chat are held against five lines, for the first time and again."""
    with (
        tempfile.TemporaryDirectory(dir=".") as folder,
        closing(_brought_in(Path(folder) / "notes", messages)) as notebook,
    ):
        notebook.keep(read_answers(ready.pack(), {"words": {"pronouns": "he", "name": "Alex"}}))
        record = notebook.timeline(["source.1"])[0].record
        given = Happened(how="exact", start=PartialDate(year=2020, month=3, day=1))
        order = CourtOrder(name="It", made=dt.date(2020, 3, 1), served="yes", served_on=given, until="further")
        name = notebook.save(order).record
        lines = [notebook.save(OrderTerm(order=(name,), words="Not to.", covers=covers)).record for covers in LINES]
        say_who(notebook, record, "Alex", "them")
        plan = her_plan(notebook, ready.pack())
        clock = [time.perf_counter()]
        spans = her_spans(notebook, plan)
        clock.append(time.perf_counter())
        her_spans(notebook, plan)
        clock.append(time.perf_counter())
        page = [span.span for span in spans if span.span.found.term == lines[2]][:20]
        for span in page:
            ends_of(notebook, span)
        clock.append(time.perf_counter())
        say_days(notebook, plan, lines[2], [span.id for span in page], "confirmed")
        clock.append(time.perf_counter())
    what = (f"{len(spans)} days held against five lines", "again", "a page of 20 days", "20 days confirmed in one go")
    return [
        Figure(f"{messages:,} messages brought in: {each}", end - begin, "s")
        for each, begin, end in zip(what, clock[:-1], clock[1:], strict=True)
    ]


def figures() -> list[Figure]:
    """Seconds for 100,000 messages, a minute apart, against five lines."""
    begin = dt.datetime(2026, 1, 1)  # noqa: DTZ001  (a wall's clock)
    given = Happened(how="exact", start=PartialDate(year=2026, month=1, day=2))
    order = CourtOrder(name="It", made=begin.date(), served="yes", served_on=given, until="further")
    terms = {
        str(number): OrderTerm(order=("it",), words="Not to.", covers=covers) for number, covers in enumerate(LINES)
    }
    flood = []
    for number in range(MANY):
        at, text = begin + dt.timedelta(minutes=number), f"{TEXTS[number % len(TEXTS)]} {number}"
        flood.append(
            Told(id=str(number), earliest=at, latest=at, text=text, channels=frozenset({"message"}), teller="them")
        )
    matcher = Matcher({"it": order}, terms, bound_by("he", "Sam"))
    begun = time.perf_counter()
    found = matcher.possibilities(flood)
    took = time.perf_counter() - begun
    assert len(found) >= MANY - 24 * 60 * 2
    begun = time.perf_counter()
    for each in flood:
        set(re.findall(r"\w+", each.text.casefold()))
    once = time.perf_counter() - begun
    return [Figure("match 100,000 messages against an order", took, "s", took / once, "reading their words once")]


if __name__ == "__main__":
    for figure in (*figures(), *held()):
        print(figure)
