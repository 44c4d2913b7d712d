"""How long the pictures of a large record take. Run: python -m bench.pictures"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable

from bench.figure import Figure
from bench.messages import _notebook, bring
from daybook.domain.counts.around import around, by_step
from daybook.domain.counts.counted import by_time, by_weekday_and_hour
from daybook.domain.counts.stretch import ALWAYS, stretch_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.notebook.behind import Part, entries_of, messages_of, tallies_of
from daybook.notebook.counts import Things, things
from daybook.notebook.notebook import Notebook

RECORDS, MESSAGES, ROUNDS = 20_000, 1_000_000, 12


def _written(notebook: Notebook, records: int) -> None:
    draw = random.Random(5)
    for number in range(records):
        day = dt.date(2020, 1, 31) + dt.timedelta(days=draw.randrange(1500))
        start = PartialDate(year=day.year, month=day.month, day=day.day if number % 4 else None)
        happened = Happened(how="about" if number % 9 == 0 else "exact", start=start)
        notebook.save(Incident(account=f"Something happened, {number}.", happened=happened))


def p95(spent: list[float]) -> float:
    return sorted(spent)[int(len(spent) * 0.95)] * 1000


def _pages(notebook: Notebook) -> dict[str, Callable[[Things], object]]:
    """What each page counts."""
    moment = dt.datetime(2022, 5, 1)  # noqa: DTZ001  (a wall's clock)
    year, month = stretch_of("year", moment), stretch_of("month", moment)
    it = around(moment.date(), 84, dt.date(2026, 1, 1))
    day = Part(stretch=stretch_of("day", moment), by="day")
    return {
        "all years": lambda all_of: by_time(all_of.entries, all_of.sent_by_day(ALWAYS), ALWAYS, "year"),
        "a year by months": lambda all_of: by_time(all_of.entries, all_of.sent_by_day(year), year, "month"),
        "every day of a year": lambda all_of: by_time(all_of.entries, all_of.sent_by_day(year), year, "day"),
        "a month": lambda all_of: by_time(all_of.entries, all_of.sent_by_day(month), month, "day"),
        "hours of the week": lambda all_of: by_weekday_and_hour(all_of.entries, all_of.sent_by_weekday(ALWAYS), ALWAYS),
        "84 days before and after": lambda all_of: by_step(all_of.entries, all_of.sent_by_day(it.whole), it),
        "entries and messages of a day": lambda all_of: (
            entries_of(all_of.entries, day),
            messages_of(notebook, tallies_of(all_of, day), 100),
        ),
    }


def figures(records: int = RECORDS, messages: int = MESSAGES) -> list[Figure]:
    """Milliseconds to count what each page shows, p95, and the first time; beside going once through all entries."""
    with _notebook() as notebook:
        _written(notebook, records)
        bring(notebook, messages)
        begun = time.perf_counter()
        all_of = things(notebook)
        for count in _pages(notebook).values():
            count(all_of)
        first = (time.perf_counter() - begun) * 1000
        spent: list[float] = []
        slowest = ("", 0.0)
        for name, count in _pages(notebook).items():
            here = []
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                count(things(notebook))
                here.append(time.perf_counter() - begun)
            spent += here
            slowest = max(slowest, (name, p95(here)), key=lambda pair: pair[1])
        begun = time.perf_counter()
        notebook.save(Incident(account="One more"))
        things(notebook)
        saved = (time.perf_counter() - begun) * 1000
        begun = time.perf_counter()
        sum(entry.earliest is not None for entry in all_of.entries)
        once = (time.perf_counter() - begun) * 1000
    of = f"{records:,} entries, {messages:,} messages"
    return [
        Figure(f"count for a picture of {of}, p95", p95(spent), "ms", p95(spent) / once, "looking once at each entry"),
        Figure(f"the slowest of them, {slowest[0]}, p95", slowest[1], "ms"),
        Figure("the same after something was saved", saved, "ms"),
        Figure("all of them for the first time, books still sealed", first, "ms"),
    ]


if __name__ == "__main__":
    for figure in figures():
        print(figure)
