"""What pictures are counted from: each message once, on the clock she reads, and found again behind its number."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.crypto.derive import Cost
from daybook.domain.counts.counted import Cell, by_time, by_weekday_and_hour
from daybook.domain.counts.stretch import ALWAYS, stretch_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_of
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.domain.records.pattern import Pattern
from daybook.domain.records.preferences import Preferences
from daybook.intake.format import Answers, Found
from daybook.intake.message import Message, Place
from daybook.notebook import reading
from daybook.notebook.behind import A_PAGE, Part, entries_of, messages_of, tallies_of
from daybook.notebook.counts import CALLS, MESSAGES, Choice, Tallied, files, kinds_there, senders, things
from daybook.notebook.notebook import Notebook, dated_kinds
from tests.notebook.bringing import brought

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
LONDON = ZoneInfo("Europe/London")


class Moments:
    """ "MOMENTS", then "2024-03-14T21:05 Sam message: words", with the time exactly as it stands."""

    id, name = "moments", "Moments"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        return file.read(8) == b"MOMENTS\n"

    def look(self, file: BinaryIO, name: str) -> Found:
        return Found(format=self.id, name=self.name)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message]:
        file.seek(8)
        for number, raw in enumerate(file):
            head, _colon, text = raw.decode().rstrip("\n").partition(": ")
            sent, sender, kind = head.split(" ")
            place = Place(number, number + 1)
            yield Message(
                sent="" if sent == "-" else sent,
                sent_as_written=sent,
                sender=sender,
                text=text,
                kind=kind,  # type: ignore[arg-type]
                place=place,
            )


def told(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in ("MOMENTS", *lines)).encode()


@pytest.fixture(autouse=True, scope="module")
def _quick() -> Iterator[None]:
    def quick(passphrase: str, salt: bytes, cost: Cost) -> bytes:
        return hashlib.sha256(salt + passphrase.encode()).digest()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daybook.journal.journal.derive", quick)
        patch.setattr("daybook.intake.format.formats", lambda: (Moments(),))
        patch.setattr(reading, "BOOK", 7)
        yield


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "notes"
    Notebook.create(folder, PASSPHRASE).close()
    return folder


def opened(folder: Path) -> Notebook:
    notebook = Notebook.unlock(folder, PASSPHRASE)
    notebook.beside(Tallied).zone = LONDON
    return notebook


@pytest.fixture
def notebook(empty: Path, tmp_path: Path) -> Iterator[Notebook]:
    notebook = opened(Path(shutil.copytree(empty, tmp_path / "notes")))
    yield notebook
    notebook.close()


def hours(notebook: Notebook, choice: Choice | None = None) -> dict[str, int]:
    found = things(notebook, choice or Choice())
    return {
        f"{start:%Y-%m-%dT%H}": cell.sent
        for start, cell in sorted(by_time(found.entries, found.tallies, ALWAYS, "hour").cells.items())
    }


def test_a_clock_on_a_wall_stays_as_it_is_and_an_instant_is_read_on_her_clock(notebook: Notebook) -> None:
    brought(
        notebook,
        told(
            "2024-07-01T23:30 Sam message: wall",
            "2024-07-01T23:30:00+00:00 Sam message: summer, so it is after midnight in London",
            "2024-01-01T23:30:00+00:00 Sam message: winter",
            "2024-01-02T01:30:00+02:00 Sam message: the same moment, from elsewhere",
        ),
    )
    assert hours(notebook) == {"2024-01-01T23": 2, "2024-07-01T23": 1, "2024-07-02T00": 1}
    assert [one.is_instant for one in things(notebook).tallies] == [True, False, True]


def test_when_the_clocks_change_every_message_is_still_counted_once(notebook: Notebook) -> None:
    brought(
        notebook,
        told(
            "2024-10-27T00:30:00+00:00 Sam message: half past one, first",
            "2024-10-27T01:30:00+00:00 Sam message: half past one, again",
            "2024-03-31T00:30:00+00:00 Sam message: before the gap",
            "2024-03-31T01:30:00+00:00 Sam message: after it",
            "2024-03-31T01:30 Sam message: an hour that never was, as the phone wrote it",
        ),
    )
    assert hours(notebook) == {"2024-03-31T00": 1, "2024-03-31T01": 1, "2024-03-31T02": 1, "2024-10-27T01": 2}
    assert by_weekday_and_hour([], things(notebook).tallies, ALWAYS).placed == Cell(messages=5)


def test_a_clock_that_is_not_off_by_whole_hours(notebook: Notebook) -> None:
    notebook.beside(Tallied).zone = ZoneInfo("Asia/Kathmandu")  # 5:45 ahead
    brought(
        notebook,
        told("2024-01-01T00:10:00+00:00 Sam message: 5:55", "2024-01-01T00:20:00+00:00 Sam message: 6:05"),
    )
    assert hours(notebook) == {"2024-01-01T05": 1, "2024-01-01T06": 1}


def test_the_same_messages_of_two_files_are_counted_once(notebook: Notebook) -> None:
    lines = [f"2024-03-0{day}T21:05 Sam message: words {day}" for day in range(1, 6)]
    brought(notebook, told(*lines))
    brought(notebook, told(*lines, "2024-03-06T21:05 Sam message: only here"))
    found = by_time([], things(notebook).tallies, ALWAYS, "year")
    assert found.placed == Cell(messages=6)
    assert sum(found.sources.values()) == 6
    listed = messages_of(notebook, tallies_of(things(notebook), Part(stretch=ALWAYS)))
    assert [her.kept.text for her in listed] == [*(f"words {day}" for day in range(1, 6)), "only here"]


def test_days_without_an_hour_and_messages_without_a_time(notebook: Notebook) -> None:
    brought(
        notebook,
        told(
            "2024-02-29 Sam message: a day",
            "- Sam message: no time",
            "2024-02-29T00:05 Sam call: ",
            "x Sam message: odd",
        ),
    )
    day = stretch_of("day", dt.datetime(2024, 2, 29))
    found = by_time([], things(notebook).sent_in(day), day, "hour")
    assert (found.placed, found.untimed, found.timeless) == (Cell(calls=1), Cell(messages=1), 2)
    behind = messages_of(notebook, tallies_of(things(notebook), Part(stretch=day, by="day")))
    assert sorted(her.kept.text for her in behind) == ["", "a day"]
    hour = Part(stretch=stretch_of("hour", day.start), by="hour")
    assert [her.kept.kind for her in messages_of(notebook, tallies_of(things(notebook), hour))] == ["call"]


def test_lines_of_an_app_and_address_books_are_not_counted(notebook: Notebook) -> None:
    brought(
        notebook,
        told(
            "2024-02-01T10:00 App system: joined", "2024-02-01T10:00 Sam person: Sam", "2024-02-01T10:00 Sam deleted: "
        ),
    )
    assert hours(notebook) == {"2024-02-01T10": 1}


def test_a_choice_of_kinds_and_senders(notebook: Notebook) -> None:
    brought(
        notebook,
        told(*[f"2024-02-01T1{n}:00 {who} {kind}: x" for n, (who, kind) in enumerate(
            (("Sam", "message"), ("Sam", "call"), ("Alex", "message"), ("Sam", "mail")))]),
    )  # fmt: skip
    exact = Happened(how="exact", start=PartialDate(year=2024, month=2, day=1))
    notebook.save(Incident(account="One", happened=exact))
    notebook.save(Contact(said="Two", happened=exact))
    assert senders(notebook) == ["Sam", "Alex"]
    assert kinds_there(notebook) == ["incident.1", "contact.1", MESSAGES, CALLS]
    for choice, cell in (
        (Choice(), Cell(2, 3, 1)),
        (Choice(kinds=("incident.1",)), Cell(1, 0, 0)),
        (Choice(kinds=(MESSAGES,)), Cell(0, 3, 0)),
        (Choice(kinds=(CALLS, "contact.1")), Cell(1, 0, 1)),
        (Choice(sender="Alex"), Cell(2, 1, 0)),
        (Choice(kinds=(MESSAGES,), sender="Sam"), Cell(0, 2, 0)),
    ):
        found = things(notebook, choice)
        assert by_time(found.entries, found.tallies, ALWAYS, "year").total == cell


def test_a_pattern_is_never_on_a_day(notebook: Notebook) -> None:
    notebook.save(Pattern(account="On Fridays", happened=Happened(words="most Fridays since 2020")))
    found = by_time(things(notebook).entries, [], ALWAYS, "year")
    assert (found.cells, len(found.undated)) == ({}, 1)
    assert things(notebook).span is None


def test_what_is_saved_or_amended_counts_at_once(notebook: Notebook) -> None:
    def years() -> list[int]:
        return sorted(start.year for start in by_time(things(notebook).entries, [], ALWAYS, "year").cells)

    assert years() == []
    first = notebook.save(Incident(account="One", happened=Happened(how="exact", start=PartialDate(year=2023))))
    assert years() == [2023]
    later = Incident(account="One", happened=Happened(how="exact", start=PartialDate(year=2024)))
    notebook.save(later, record=first.record, based_on=1)
    assert years() == [2024]
    assert [one.record for one in entries_of(things(notebook).entries, Part(stretch=ALWAYS, by="year"))] == [
        first.record
    ]
    assert [
        one.record for one in entries_of(things(notebook).entries, Part(stretch=ALWAYS, by="day", apart="inside"))
    ] == [first.record]


def test_files_say_of_which_days_they_speak(notebook: Notebook) -> None:
    record = brought(
        notebook, told("2024-02-01T10:00 Sam message: a", "2024-03-09T10:00 Sam message: b"), name="chat.txt"
    )
    file = files(notebook)[record]
    assert (file.first, file.last) == (dt.date(2024, 2, 1), dt.date(2024, 3, 9))


moments = st.datetimes(dt.datetime(2024, 3, 29), dt.datetime(2024, 4, 2)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
written = st.tuples(moments, st.sampled_from(("", "", "+00:00", "+02:00", "day", "-"))).map(
    lambda pair: (
        "-"
        if pair[1] == "-"
        else pair[0].date().isoformat()
        if pair[1] == "day"
        else pair[0].isoformat(timespec="seconds") + pair[1]
    )
)
lines = st.lists(
    st.tuples(written, st.sampled_from(("Sam", "Alex")), st.sampled_from(("message", "call", "mail", "system"))),
    max_size=60,
)


@settings(max_examples=25)
@given(lines, st.sampled_from(("year", "month", "week", "day", "hour")))
def test_behind_every_number_are_exactly_its_messages(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str, str]], by: str
) -> None:
    notebook = opened(Path(shutil.copytree(empty, tmp_path_factory.mktemp("one") / "notes")))
    try:
        brought(notebook, told(*(f"{sent} {who} {kind}: {n}" for n, (sent, who, kind) in enumerate(found))))
        all_of = things(notebook)
        counted = by_time([], all_of.tallies, ALWAYS, by)  # type: ignore[arg-type]
        seen: Counter[int] = Counter()
        for start, cell in counted.cells.items():
            part = Part(stretch=stretch_of(by, start), by=by)  # type: ignore[arg-type]
            tallies = tallies_of(all_of, part)
            behind = [*messages_of(notebook, tallies, 0, 3), *messages_of(notebook, tallies, 3, 200)]
            assert len(behind) == cell.sent
            assert sum(her.kept.kind == "call" for her in behind) == cell.calls
            seen.update(her.kept.number for her in behind)
        wanted = [
            n
            for n, (sent, _who, kind) in enumerate(found)
            if sent != "-" and kind != "system" and ("T" in sent or by != "hour")
        ]
        assert seen == Counter(wanted)
    finally:
        notebook.close()


@settings(max_examples=15)
@given(lines)
def test_counting_fewer_tallies_counts_the_same(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str, str]]
) -> None:
    notebook = opened(Path(shutil.copytree(empty, tmp_path_factory.mktemp("one") / "notes")))
    try:
        brought(notebook, told(*(f"{sent} {who} {kind}: {n}" for n, (sent, who, kind) in enumerate(found))))
        all_of = things(notebook)
        for level in ("year", "month", "week", "day"):
            whole = stretch_of(level, dt.datetime(2024, 3, 31))  # type: ignore[arg-type]
            exactly = by_time([], all_of.sent_in(whole), whole, "day")
            assert by_time([], all_of.sent_by_day(whole), whole, "day") == exactly
            hourly = by_weekday_and_hour([], all_of.sent_in(whole), whole)
            assert by_weekday_and_hour([], all_of.sent_by_weekday(whole), whole) == hourly
        assert by_weekday_and_hour([], all_of.sent_by_weekday(ALWAYS), ALWAYS) == by_weekday_and_hour(
            [], all_of.tallies, ALWAYS
        )
    finally:
        notebook.close()


def test_a_long_day_is_shown_page_after_page(notebook: Notebook) -> None:
    many = A_PAGE * 2 + 7
    clocks = (f"2024-02-01T{n % 24:02}:{n % 60:02}" for n in range(many))
    brought(notebook, told(*(f"{clock} Sam message: {n}" for n, clock in enumerate(clocks))))
    part = Part(stretch=stretch_of("day", dt.datetime(2024, 2, 1)), by="day")
    tallies = tallies_of(things(notebook), part)
    pages = [messages_of(notebook, tallies, first) for first in range(0, many, A_PAGE)]
    assert [len(page) for page in pages] == [A_PAGE, A_PAGE, 7]
    in_order = [her.kept.sent for page in pages for her in page]
    assert in_order == sorted(in_order)
    assert len({her.kept.number for page in pages for her in page}) == many


def test_when_things_were_is_what_their_pages_say(notebook: Notebook) -> None:
    span = Happened(
        how="span", start=PartialDate(year=2024), end=PartialDate(year=2025, month=2), words="while I was ill"
    )
    for kind in map(kind_of, dated_kinds()):
        is_day = not isinstance(getattr(kind.cls(), kind.dated_by), Happened)
        notebook.save(kind.cls(**{kind.dated_by: dt.date(2024, 2, 29) if is_day else span}))
        notebook.save(kind.cls())
    first = notebook.save(Incident(account="Then"))
    notebook.save(Incident(account="Then", happened=span), record=first.record, based_on=1)
    latest = [(one.record, one.number, one.kind, kind_of(one.kind).when(one.body)) for one in notebook.timeline()]
    assert sorted(notebook.happened(dated_kinds()), key=str) == sorted(latest, key=str)
    notebook.keep(Preferences())
    assert [when for _record, _number, _code, when in notebook.happened(["preferences.1"])] == [None]
