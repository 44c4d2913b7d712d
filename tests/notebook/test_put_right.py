"""A message from a screenshot put right: everything goes by the new words, and the old ones stay to be seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from daybook.domain.records.put_right import PutRight
from daybook.guide.situation import read_answers
from daybook.notebook import breaches, ready
from daybook.notebook.counts import things
from daybook.notebook.finding import Question, find
from daybook.notebook.message_answers import HerSpan, her_spans, say
from daybook.notebook.message_right import NotFromAPictureError, earlier, names, put_right, said_now
from daybook.notebook.messages import NoSuchMessageError, listed, mark, marked, message, wanted
from daybook.notebook.notebook import Notebook
from daybook.notebook.police_pages import PoliceChoice, Speech, page_of
from daybook.notebook.quoting import begin_incident
from daybook.notebook.senders import say_who
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.press import Gap, Press
from daybook.readmodel.rebound import rebound
from daybook.readmodel.sheet import Row
from daybook.readmodel.twins import with_twins
from daybook.readmodel.wanted import Wanted
from tests.intake.drawn_chats import Say
from tests.notebook.bringing import brought, everything
from tests.notebook.from_pictures import TALK, kept
from tests.notebook.lines_format import Lines, chat
from tests.notebook.test_message_days import TOLD, held, plan_of


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
    monkeypatch.setattr("daybook.journal.journal.derive", lambda _words, _salt, _cost: b"k" * 32)
    notebook = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard")
    notebook.keep(read_answers(ready.pack(), TOLD))
    yield notebook
    notebook.close()


def now(notebook: Notebook, source: str, number: int) -> PutRight:
    return said_now(notebook, message(notebook, (source, number)))


def right(notebook: Notebook, source: str, number: int, **change: str) -> bool:
    return put_right(notebook, replace(now(notebook, source, number), **change))  # type: ignore[arg-type]


def spans(notebook: Notebook) -> list[HerSpan]:
    return her_spans(notebook, plan_of(notebook))


def police(notebook: Notebook) -> str:
    """Every word of what is said to have broken a line, on the page for the police."""
    speech = Speech(day=date.isoformat, when=lambda when: str(when.start))
    page = page_of(notebook, plan_of(notebook), PoliceChoice(), speech, today=date(2026, 6, 1))
    return "\n".join(each.words for order in page.orders for each in order.breaches)


def test_the_new_words_are_found_and_listed_and_the_old_are_not(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    right(notebook, source, 2, text="you will be so sorry", clock="18:04")
    assert everything(notebook) == [
        ("2026-03-14T18:04:00", "Sam", "you will be so sorry"),
        ("2026-03-14T18:09:00", "Sam", "where are you"),
        ("2026-03-14T18:10:00", "Maya", "I am at the shop"),
        ("2026-03-14T19:02:00", "Sam", "I am outside the school"),
    ]
    assert [each.kept.number for each in listed(notebook, wanted('"so sorry"')).messages] == [2]
    assert listed(notebook, wanted('"be sorry"')).messages == ()
    assert [each.message.kept.number for each in find(notebook, Question(words="so sorry")).hits if each.message] == [2]


def test_it_says_that_it_was_put_right_and_where_it_was_read(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    before = message(notebook, (source, 0))
    right(notebook, source, 0, text="where are you now")
    after = message(notebook, (source, 0))
    assert set(after.more.flags) == {*before.more.flags, "put-right"}
    assert (after.kept.part, after.kept.start, after.kept.end) == (
        before.kept.part,
        before.kept.start,
        before.kept.end,
    )
    assert after.more.headers == before.more.headers
    assert "put-right" not in message(notebook, (source, 1)).more.flags


def test_every_earlier_reading_stays_and_the_book_is_untouched(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    book = notebook.latest(source).body.books
    right(notebook, source, 0, text="where are you now")
    right(notebook, source, 0, text="where are you now, Maya", clock="18:19")
    told = earlier(notebook, message(notebook, (source, 0)))
    assert [(each.text, each.time) for each in told] == [
        ("where are you", "2026-03-14T18:09:00"),
        ("where are you now", "2026-03-14T18:09:00"),
    ]
    assert told[0].since == notebook.history(source)[0].written
    assert notebook.latest(source).body.books == book
    with notebook.open_file(book[0].file.blob) as plain:
        assert hashlib.sha256(plain.read()).hexdigest() == book[0].file.sha256


def test_it_is_the_same_after_unlocking_again(notebook: Notebook, tmp_path: Path) -> None:
    source = kept(notebook, TALK)
    right(notebook, source, 0, text="where are you now")
    shown = everything(notebook)
    notebook.close()
    again = Notebook.unlock(tmp_path / "notes", "lantern gravel unison pebble orchard")
    try:
        assert everything(again) == shown
        assert len(earlier(again, message(again, (source, 0)))) == 1
    finally:
        again.close()


def test_putting_it_back_leaves_no_mark_on_it_and_still_shows_what_was_there(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    as_kept = message(notebook, (source, 0)).kept
    right(notebook, source, 0, text="where were you")
    right(notebook, source, 0, text="where are you")
    assert message(notebook, (source, 0)).kept == as_kept
    assert [each.text for each in earlier(notebook, message(notebook, (source, 0)))] == [
        "where are you",
        "where were you",
    ]


def test_the_same_again_is_not_kept_twice(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    assert right(notebook, source, 0) is False
    assert notebook.timeline(["put-right.1"]) == []
    right(notebook, source, 0, text="where are you now")
    right(notebook, source, 0)
    assert [each.number for each in notebook.timeline(["put-right.1"])] == [1]


def test_the_side_and_the_name_can_be_changed(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    assert names(notebook, source) == (["Sam"], "Maya")
    right(notebook, source, 3, side="right", sender="Maya")
    her = message(notebook, (source, 3))
    assert (her.kept.sender, her.more.to) == ("Maya", ("Sam",))
    assert "sent" in her.more.flags
    assert "received" not in her.more.flags
    right(notebook, source, 2, side="middle", sender="")
    assert message(notebook, (source, 2)).kept.kind == "system"
    assert len([one for one in things(notebook).tallies for _each in range(one.number)]) == 3
    right(notebook, source, 0, sender="Sammy")
    assert names(notebook, source) == (["Sammy"], "Maya")


def test_without_a_day_or_a_clock_it_has_no_place_in_time(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    right(notebook, source, 1, clock="")
    assert message(notebook, (source, 1)).kept.sent == ""
    assert now(notebook, source, 1).day == "2026-03-14"
    assert [each[2] for each in everything(notebook)] == [one.text for one in TALK]


def test_counts_go_by_the_new_time(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    right(notebook, source, 0, day="2026-04-02", clock="23:10")
    hours = {(one.raw, one.sender): one.number for one in things(notebook).tallies}
    assert hours == {
        ("2026-03-14T18", "Maya"): 1,
        ("2026-03-14T18", "Sam"): 1,
        ("2026-03-14T19", "Sam"): 1,
        ("2026-04-02T23", "Sam"): 1,
    }


def test_a_time_put_right_is_found_outside_the_times_of_its_book(notebook: Notebook) -> None:
    source = kept(notebook, TALK)
    for number, day in ((0, "2025-12-24"), (3, "2026-05-01")):
        right(notebook, source, number, day=day)
    for since, until, number in (("2025-12-24", "2025-12-25", 0), ("2026-05-01", "2026-05-02", 3)):
        found = listed(notebook, Wanted(since=since, until=until)).messages
        assert [each.kept.number for each in found] == [number]
    assert [each[0][:10] for each in everything(notebook, newest=True)][::3] == ["2026-05-01", "2025-12-24"]


def test_marks_and_the_same_message_of_an_export_stay_on_it(notebook: Notebook) -> None:
    export = brought(notebook, chat("14/03/2026 18:40 Sam: you will be sorry"), name="chat.txt")
    source = kept(notebook, TALK, same={2: (export, 0)})
    mark(notebook, [(source, 3)], add=["threat"])
    right(notebook, source, 3, text="I am outside the school now", clock="17:00")
    right(notebook, source, 2, text="you will be so sorry")
    (one,) = marked(notebook, "threat")
    assert one.kept.text == "I am outside the school now"
    assert message(notebook, (export, 0)).also == ((source, 2),)
    assert len(everything(notebook)) == 4


def test_an_export_that_comes_later_is_held_against_the_new_words(notebook: Notebook) -> None:
    source = kept(notebook, [replace(one, text=one.text.replace("o", "0")) for one in TALK])
    for number, one in enumerate(TALK):
        right(notebook, source, number, text=one.text)
    lines = [f"14/03/2026 {one.clock} {'Maya' if one.mine else 'Sam'}: {one.text}" for one in TALK]
    brought(notebook, chat(*lines), name="chat.txt")
    assert len(everything(notebook)) == 4


def test_only_what_was_read_in_a_picture_can_be_put_right(notebook: Notebook) -> None:
    export = brought(notebook, chat("14/03/2026 18:40 Sam: you will be sorry"), name="chat.txt")
    with pytest.raises(NotFromAPictureError):
        put_right(notebook, PutRight(source=export, message=0, text="nothing"))
    with pytest.raises(NoSuchMessageError):
        put_right(notebook, PutRight(source=export, message=7, text="nothing"))
    assert notebook.timeline(["put-right.1"]) == []


def test_a_new_time_is_held_against_the_order_and_the_old_is_not(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, [Say("answer me", "21:00", day="2 March 2026")])
    say_who(notebook, source, "Sam", "them")
    assert spans(notebook) == []
    right(notebook, source, 0, day="2026-03-20")
    assert [(each.span.day, each.span.count) for each in spans(notebook)] == [(date(2026, 3, 20), 1)]
    right(notebook, source, 0, day="2026-03-01")
    assert spans(notebook) == []


def test_words_for_the_police_and_in_an_incident_are_the_new_ones_and_say_so(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, TALK)
    say_who(notebook, source, "Sam", "them")
    (day,) = spans(notebook)
    say(notebook, day, "confirmed", quoted=[2])
    assert "14 March 2026 18:40: “you will be sorry” (read by the machine from a screenshot and" in police(notebook)
    assert right(notebook, source, 2, text="you will be so sorry", clock="18:41") is True
    assert police(notebook) == (
        "3 messages from “Sam”\n\n14 March 2026 18:41: “you will be so sorry” "
        "(read by the machine from a screenshot, checked against it, and put right later)"
    )
    draft = notebook.drafts.get(begin_incident(notebook, [(source, 2)]))
    assert draft
    assert "14 March 2026 18:41, Sam: “you will be so sorry”" in draft.typed["account"][0]


def test_the_police_get_the_time_she_checked_and_not_the_one_the_machine_read(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, TALK, clocks={2: "16:48"})
    say_who(notebook, source, "Sam", "them")
    say(notebook, spans(notebook)[0], "confirmed", quoted=[2])
    assert "14 March 2026 16:48: “you will be sorry”" in police(notebook)
    assert "18:40" not in police(notebook)


def test_an_answer_about_a_day_follows_a_message_that_leaves_it(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, TALK)
    say_who(notebook, source, "Sam", "them")
    say(notebook, spans(notebook)[0], "confirmed", quoted=[2])
    assert right(notebook, source, 2, day="2026-03-16") is True
    assert police(notebook) == "2 messages from “Sam”"
    assert {(each.span.day.day, each.answer, each.span.count) for each in spans(notebook)} == {
        (16, "", 1),
        (14, "confirmed", 2),
    }


def test_an_answer_about_one_message_is_none_any_more_where_it_leaves_the_day(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, TALK)
    say_who(notebook, source, "Sam", "them")
    say(notebook, spans(notebook)[0], "confirmed", only=[2], quoted=[2])
    assert right(notebook, source, 0, clock="18:08") is False
    assert right(notebook, source, 2, sender="Alex") is True
    assert police(notebook) == ""
    assert [each.answer for each in spans(notebook)] == [""]
    assert [each.answer for each in breaches.possibilities(notebook, plan_of(notebook))] == []


def test_a_message_that_comes_to_a_day_she_answered_is_not_in_her_answer(notebook: Notebook) -> None:
    held(notebook)
    source = kept(notebook, [*TALK, Say("last one", "20:00", day="16 March 2026")])
    say_who(notebook, source, "Sam", "them")
    (earlier_day,) = (each for each in spans(notebook) if each.span.day.day == 14)
    say(notebook, earlier_day, "confirmed")
    assert right(notebook, source, 4, day="2026-03-14") is True
    assert police(notebook) == "3 messages from “Sam”"


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
times = st.sampled_from(["", "2026-03-01T08:00:00", "2026-03-02T21:05:00", "2026-03-14T00:00:00"])
rows = st.lists(st.tuples(times, st.sampled_from(["", "Sam", "Maya"]), texts), max_size=12)


@settings(deadline=None)
@for_all(before=rows, change=st.dictionaries(st.integers(0, 11), st.tuples(times, texts), max_size=4))
def test_a_book_bound_anew_is_one_that_was_made_so(
    before: list[tuple[str, str, str]], change: dict[int, tuple[str, str]]
) -> None:
    made = [
        Row(number, sent, "w", sender, "c", "message", text, number, number + 1, "", None)
        for number, (sent, sender, text) in enumerate(before)
    ]
    gaps, same = [Gap(3, 4, "p", "why")], {number: ("other", number + 7) for number in range(0, len(made), 3)}

    def changed(row: Row) -> Row:
        sent, text = change.get(row.number, (row.sent, row.text))
        return row._replace(sent=sent, text=text)

    with closing(Press()) as press:
        plain = with_twins(press.book(made, gaps).plain, same.items())
    with closing(Press()) as press:
        wished = with_twins(press.book([changed(row) for row in made], gaps).plain, same.items())
    with (
        closing(OpenBook("s", rebound(plain, changed), ["other"])) as found,
        closing(OpenBook("s", wished, ["other"])) as right,
    ):
        assert list(found.read(Wanted(), newest=False)) == list(right.read(Wanted(), newest=False))
        assert found.skipped() == right.skipped()
        numbers = range(7, 20)
        assert sorted(found.said_again("other", numbers)) == sorted(right.said_again("other", numbers))
        assert set(found.stems()) == set(right.stems())
        assert found.said() == right.said()


def test_what_has_no_time_at_the_beginning_of_a_book_stands_behind_the_book_before() -> None:
    with closing(Press()) as press:
        press.at = "2026-02-28T23:00:00"
        plain = press.book([Row(7, "", "", "Sam", "c", "message", "hello", 0, 5, "", None)], []).plain
    with closing(OpenBook("s", rebound(plain, lambda row: row._replace(text="hallo")), ())) as found:
        assert [(each.number, each.at, each.text) for each in found.read(Wanted(), newest=False)] == [
            (7, "2026-02-28T23:00:00", "hallo")
        ]
