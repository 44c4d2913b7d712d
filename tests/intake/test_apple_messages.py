"""The database of an iPhone's backup and of a Mac: epochs, archived words, edits, reactions, and hostile databases."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.apple import database as opening
from daybook.intake.format import CannotReadError, TooBigInsideError, recognise
from daybook.intake.formats.apple_messages import format as apple
from daybook.intake.message import Message, Skipped
from tests.intake.apple_files import AT, archived, database, edited, taken_back

SENT = "2024-03-14T21:05:09+00:00"


def read(raw: bytes) -> list[Message | Skipped]:
    return list(apple.read(io.BytesIO(raw), "sms.db", {}))


def messages(*rows: dict[str, Any], more: str = "") -> list[Message]:
    found = read(database(*rows, more=more))
    assert all(isinstance(one, Message) for one in found)
    return [one for one in found if isinstance(one, Message)]


def only(row: dict[str, Any], more: str = "") -> Message:
    (found,) = messages(row, more=more)
    return found


def test_messages_both_ways() -> None:
    raw = database(
        {"text": "where are you\n\nanswer  me"},
        {"text": "home", "is_from_me": 1},
        {"text": "x", "handle_id": 2, "chat": 2},
    )
    assert recognise(io.BytesIO(raw), "3d0d7e5fb2ce288813306e4d4636395e047a3d28") is apple
    found = [one for one in read(raw) if isinstance(one, Message)]
    assert [(one.sent, one.sender, one.text, one.to, one.chat, one.flags) for one in found] == [
        (SENT, "+447700900123", "where are you\n\nanswer  me", (), "+447700900123", ("received",)),
        (SENT, "", "home", ("+447700900123",), "+447700900123", ("sent",)),
        (SENT, "sam@example.com", "x", (), "Kids", ("received", "group")),
    ]
    assert found[1].place.part == "message/2"
    assert apple.look(io.BytesIO(raw), "sms.db").people == ("+447700900123", "sam@example.com")


@pytest.mark.parametrize(
    ("date", "sent"),
    [(AT * 1_000_000_000, SENT), (AT, SENT), (0, ""), (None, ""), (2**62, "2147-02-20T23:53:38+00:00")],
)
def test_ios_epochs_of_newer_and_older_rows(date: int | None, sent: str) -> None:
    found = only({"text": "x", "date": date})
    assert (found.sent, found.sent_as_written) == (sent, "" if date is None else str(date))


@pytest.mark.parametrize("text", ["hi", "", "é😡\n" * 40, "x" * 40_000, "+ NSString \x84\x01+"])
def test_ios_words_that_stand_only_in_the_archived_body(text: str) -> None:
    assert only({"text": None, "attributedBody": archived(text)}).text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_ios_any_archived_words_are_read_back_equal(text: str) -> None:
    assert only({"text": None, "attributedBody": archived(text)}).text == text


def test_what_an_edited_message_said_before_is_kept() -> None:
    found = only(
        {"text": "sorry", "date_edited": AT * 1_000_000_000, "message_summary_info": edited("I will kill you", "sorry")}
    )
    assert "edited" in found.flags
    assert [value for key, value in found.headers if key == "earlier"] == [
        f"{SENT} I will kill you",
        "2024-03-14T21:05:10+00:00 sorry",
    ]


def test_one_that_was_taken_back() -> None:
    found = only({"text": None, "message_summary_info": taken_back(), "date_edited": AT * 1_000_000_000})
    assert (found.kind, found.text, found.flags) == ("deleted", "", ("received", "unsent"))


def test_reactions_calls_and_lines_of_the_program_are_kept_as_such() -> None:
    loved, call, named, failed = messages(
        {"text": "Loved “home”", "associated_message_type": 2000, "associated_message_guid": "p:0/G2"},
        {"text": None, "item_type": 6},
        {"text": None, "item_type": 2, "group_title": "Kids", "chat": 2},
        {"text": "no", "is_from_me": 1, "error": 22},
    )
    assert "reaction" in loved.flags
    assert ("associated_message_guid", "p:0/G2") in loved.headers
    assert (call.kind, named.kind, named.flags) == ("call", "system", ("group",))
    assert ("group_title", "Kids") in named.headers
    assert failed.flags == ("sent", "failed")


def test_files_are_named_and_not_there_and_what_was_deleted_lately_is_said() -> None:
    more = (
        "INSERT INTO attachment (ROWID, guid, filename, mime_type, transfer_name) VALUES (7, 'a', '~/Library/x/IMG_1.heic', 'image/heic', 'IMG_1.heic');"
        "INSERT INTO message_attachment_join VALUES (2, 7); INSERT INTO chat_recoverable_message_join VALUES (1, 2, 0, 0);"
    )
    first, found = messages({"text": "x"}, {"text": "\ufffc"}, more=more)
    assert (first.attachments, [one.name for one in found.attachments], found.attachments[0].part) == (
        (),
        ["IMG_1.heic"],
        "",
    )
    assert "not-in-export" in found.flags
    assert ("recently deleted", "yes") in found.headers


def test_a_second_file_with_the_newest_messages_is_spoken_of() -> None:
    raw = database({"text": "x"}, log=True)
    (note,) = apple.look(io.BytesIO(raw), "chat.db").notes
    assert "-wal" in note
    assert [one.text for one in read(raw) if isinstance(one, Message)] == ["x"]
    assert apple.look(io.BytesIO(database({"text": "x"})), "chat.db").notes == ()


def other(script: str) -> bytes:
    opened = sqlite3.connect(":memory:")
    opened.executescript(script)
    raw = opened.serialize()
    opened.close()
    return raw


JOIN = "CREATE TABLE chat_message_join (chat_id, message_id); CREATE TABLE handle (id); CREATE TABLE chat (chat_identifier);"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"
HOSTILE = {
    "a view that never ends": f"{JOIN} CREATE VIEW message AS {ENDLESS} x AS text, x AS date, 1 AS handle_id, 1 AS is_from_me FROM n;",
    "a column that is computed": f"{JOIN} CREATE TABLE message (handle_id, date, is_from_me, n, text AS (zeroblob(n)) VIRTUAL);",
    "no rowid": f"{JOIN} CREATE TABLE message (handle_id, date, is_from_me, text, PRIMARY KEY (date)) WITHOUT ROWID;",
    "another database": "CREATE TABLE notes (chat_message_join TEXT);",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_database_made_to_hurt_is_one_sentence(case: str) -> None:
    raw = other(HOSTILE[case])
    assert apple.is_one(io.BytesIO(raw), "x.db")
    try:
        assert all(isinstance(one, Skipped) for one in read(raw))
    except CannotReadError:
        return


def test_a_value_made_to_fill_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_LONGEST_VALUE", 4_000)
    found = read(database({"text": "x"}, {"text": "y" * 9_000}))
    assert isinstance(found[-1], Skipped)


def test_one_too_long_to_be_opened_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST", 1_000)
    with pytest.raises(TooBigInsideError):
        read(database({"text": "x"}))


def test_a_damaged_one_gives_what_is_there_and_says_where_it_ends() -> None:
    raw = bytearray(database(*({"text": "x" * 900} for _ in range(60))))
    raw[len(raw) // 2 : len(raw) // 2 + 20_000] = b"\xff" * 20_000
    found = []
    try:
        found = read(bytes(raw))
    except CannotReadError:
        return
    assert isinstance(found[-1], Skipped)


@given(st.lists(st.tuples(st.integers(0, 80_000), st.binary(max_size=40)), max_size=8), st.integers(0, 90_000))
def test_no_bytes_raise_what_is_not_declared(changes: list[tuple[int, bytes]], end: int) -> None:
    raw = bytearray(WHOLE)
    for at, new in changes:
        raw[at : at + len(new)] = new
    file = io.BytesIO(bytes(raw[:end]))
    apple.is_one(file, "")
    try:
        apple.look(file, "")
        list(apple.read(file, "", {}))
    except CannotReadError:
        return


WHOLE = database(
    {"text": "x"},
    {"text": None, "attributedBody": archived("hi"), "message_summary_info": edited("a")},
    {"text": "y", "chat": 2},
)


@pytest.fixture
def _no_new_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    yield
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("_no_new_files")
def test_nothing_of_it_is_ever_on_a_disk() -> None:
    raw = database(*({"text": "x" * 200} for _ in range(3_000)))
    opened = opening.Database(io.BytesIO(raw))
    assert next(iter(opened.rows("PRAGMA temp_store"))) == (2,)
    opened.close()
    assert len(read(raw)) == 3_000
