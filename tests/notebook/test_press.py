"""A book pressed from columns holds what was put into it, in order of time, whatever is odd in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.readmodel import inserting
from daybook.readmodel.press import Gap, Press, Row, all_the_same_as, same_as

SAID_BEFORE = {
    ("2024-03-14T21:05", "message", "hi"): 7292537428277996609,
    ("2024-03-14T21:05:09+00:00", "call", ""): -616338549694390868,
    ("2024-03-14T21:05:09", "message", "café 😡"): -2317164973320052240,
    ("2024-03-14T21:05:59", "message", "\ud83d"): 3722407759737852264,
}


def test_the_same_message_has_the_number_it_has_in_older_books() -> None:
    assert {one: same_as(*one) for one in SAID_BEFORE} == SAID_BEFORE
    sent, kinds, texts = zip(*SAID_BEFORE, strict=True)
    assert all_the_same_as(sent, kinds, texts) == list(SAID_BEFORE.values())
    assert all_the_same_as(["", *sent], ["message", *kinds], ["hi", *texts])[0] == 0


times = st.sampled_from(["", "2024-03-14T21:05", "2024-03-14T21:06:30", "2024-03-14T20:00:00+00:00",
                         "2024-03-14T22:05:00+01:00", "2024-03-13T23:59"])  # fmt: skip
rows = st.builds(
    Row,
    number=st.just(0),
    sent=times,
    written=st.sampled_from(["a", "b"]),
    sender=st.sampled_from(["Alex", "Sam", ""]),
    chat=st.sampled_from(["", "Kids"]),
    kind=st.sampled_from(["message", "message", "call"]),
    text=st.text(max_size=5),
    start=st.integers(0, 9),
    end=st.integers(10, 19),
    part=st.sampled_from(["", "chat.txt"]),
    more=st.sampled_from([None, None, b"x"]),
)


@given(st.lists(rows, max_size=30), st.sampled_from([1, 3, 200]))
def test_a_book_holds_its_rows_in_order_of_time(said: list[Row], at_once: int) -> None:
    said = [row._replace(number=number) for number, row in enumerate(said)]
    with pytest.MonkeyPatch.context() as patch, closing(Press()) as press:
        patch.setattr(inserting, "_ROWS", at_once)
        pressed = press.book(said, [Gap(1, 2, "", "why")])
    columns = 'm.number, sent, written, s.words, c.words, kind, text, start, "end", part, more'
    query = f"SELECT {columns}, at, same FROM message m JOIN name s ON s.id = sender JOIN name c ON c.id = chat ORDER BY m.id"
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(pressed.plain)
        found = db.execute(query).fetchall()
        assert db.execute('SELECT start, "end", part, why FROM skipped').fetchall() == [(1, 2, "", "why")]
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        assert db.execute("SELECT count(*) FROM message").fetchone() == (len(said),)
    ats = [row[-2] for row in found]
    assert ats == sorted(ats)
    assert sorted(tuple(row[:11]) for row in found) == sorted(tuple(row[:11]) for row in said)
    assert (pressed.start, pressed.end) == ((ats[0], ats[-1]) if ats else ("", ""))
    for row in found:
        assert (row[-1] == 0) == (row[1] == "")
    in_file = sorted(found, key=lambda row: row[0])
    for before, row in pairwise(in_file):
        assert row[1] or row[-2] == before[-2], "without a time it stands behind the message before it"


def test_a_message_without_a_time_stands_behind_the_book_before() -> None:
    row = Row(0, "2024-03-14T21:05", "w", "Sam", "", "message", "a", 0, 1, "", None)
    with closing(Press()) as press:
        press.book([row], [])
        assert press.book([row._replace(number=1, sent="")], []).start == "2024-03-14T21:05"
