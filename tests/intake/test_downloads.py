"""What the downloads share: zips that would do harm, JSON and HTML with the places of their pieces."""

from __future__ import annotations

import contextlib
import io
import json
import time
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.downloads import json_pieces, lines, parts, window
from daybook.intake.downloads.html_blocks import Node, blocks
from daybook.intake.downloads.html_marks import marks
from daybook.intake.downloads.json_pieces import Path, Wish, pieces
from daybook.intake.downloads.mojibake import repaired
from daybook.intake.downloads.window import BrokenOffError
from daybook.intake.format import TooBigInsideError
from daybook.intake.formats import meta_chat
from tests.intake.downloads_files import read, zipped

THREAD = {"participants": [{"name": "Alex"}], "messages": [{"sender_name": "Alex", "timestamp_ms": 1}], "title": "x"}


def test_a_bomb_is_refused() -> None:
    head = json.dumps(THREAD)[:-1] + ', "more": "'
    raw = zipped({"inbox/a_1/message_1.json": head + "0" * (80 << 20) + '"}'})
    assert len(raw) < 100_000
    with pytest.raises(TooBigInsideError):
        read(raw)
    with pytest.raises(TooBigInsideError):
        meta_chat.format.look(io.BytesIO(raw), "x.zip")


def test_many_small_bombs_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "FREE", 1 << 20)
    head = json.dumps(THREAD)[:-1] + ', "more": "'
    many = {f"inbox/a{n}_1/message_1.json": head + "0" * (900 << 10) + '"}' for n in range(12)}
    with pytest.raises(TooBigInsideError):
        read(zipped(many))


def test_a_list_of_millions_of_files_is_refused_before_it_is_read() -> None:
    raw = bytearray(zipped({"inbox/a_1/message_1.json": THREAD}))
    at = raw.rindex(b"PK\5\6")
    raw[at + 12 : at + 16] = (200 << 20).to_bytes(4, "little")
    with pytest.raises(TooBigInsideError):
        list(meta_chat.format.read(io.BytesIO(bytes(raw)), "x.zip", {}))


def test_a_locked_part_and_a_second_of_the_same_name_are_said() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for title in ("old", "new"):
            made.writestr("inbox/a_1/message_1.json", json.dumps(THREAD | {"title": title}))
        made.writestr("locked.json", "{}")
    raw = bytearray(held.getvalue())
    at = raw.rindex(b"PK\1\2")
    raw[at + 8] |= 1
    messages, skipped = read(bytes(raw))
    assert [one.chat for one in messages] == ["new"]
    assert ["two files" in one.why or "password" in one.why for one in skipped] == [True, True]


def test_a_part_without_a_name_is_said() -> None:
    raw = zipped({"inbox/a_1/message_1.json": THREAD, "y": "z"})
    at = raw.rindex(b"PK\1\2")
    nameless = raw[: at + 28] + b"\0\0" + raw[at + 30 : at + 46] + raw[at + 47 :]
    end = nameless.rindex(b"PK\5\6")
    size = int.from_bytes(nameless[end + 12 : end + 16], "little") - 1
    messages, skipped = read(nameless[: end + 12] + size.to_bytes(4, "little") + nameless[end + 16 :])
    assert (len(messages), [one.why for one in skipped]) == (
        1,
        ["This file inside the zip has no name, so it was not opened."],
    )


def whole(path: Path) -> Wish:
    return Wish.ENTER if path in {(), ("m",)} else Wish.TAKE


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=12,
)


@given(
    st.lists(JSON, max_size=6), st.sampled_from([None, 1, 4]), st.sampled_from(["ascii", "utf-8"]), st.integers(1, 9)
)
def test_json_is_cut_where_it_is_written(values: list[object], indent: int | None, letters: str, block: int) -> None:
    raw = json.dumps({"a": 1, "m": values, "z": "}"}, indent=indent, ensure_ascii=letters == "ascii").encode(
        "utf-8", "surrogatepass"
    )
    window.BLOCK = block
    try:
        found = list(pieces(io.BytesIO(raw), whole))
    finally:
        window.BLOCK = 256 << 10
    assert [json.loads(one.raw or b"") for one in found if one.path == ("m", "*")] == values
    assert all(raw[one.start : one.end] == one.raw for one in found)


def test_an_element_longer_than_the_bound_is_passed_and_the_next_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_pieces, "ELEMENT_LIMIT", 1000)
    monkeypatch.setattr(window, "BLOCK", 100)
    raw = json.dumps({"m": [{"t": "x" * 5000}, "b"]}).encode()
    found = list(pieces(io.BytesIO(raw), whole))
    assert [one.raw for one in found] == [None, b'"b"']
    assert raw[found[0].start : found[0].end].endswith(b'x"}')


@pytest.mark.parametrize(
    "raw", [b"", b"{", b'{"a"', b'{"a":', b'{"m":[1,', b'{"m":[}', b'{"a":1}x', b'{"a" 1}', b"{1:2}", b'{"m":["\\']
)
def test_json_that_breaks_off_says_where(raw: bytes) -> None:
    with pytest.raises(BrokenOffError) as told:
        list(pieces(io.BytesIO(raw), whole))
    assert 0 <= told.value.at <= len(raw)


def test_nesting_of_a_million_brackets_is_neither_a_crash_nor_a_wait() -> None:
    raw = b'{"participants":[],"thread_path":"x","messages":[' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"]}"
    start = time.process_time()
    messages, skipped = read(raw)
    assert (messages, len(skipped)) == ([], 1)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "raw",
    [
        b'<a "' * 300_000,
        b"<a b=" * 300_000,
        b"<!--" * 300_000,
        b"<div>" * 300_000,
        b"&#" + b"9" * 300_000,
        b"<" * 300_000,
    ],
)
def test_hostile_pages_take_no_time(raw: bytes) -> None:
    start = time.process_time()
    with contextlib.suppress(BrokenOffError):
        list(blocks(io.BytesIO(b'<div class="m">' + raw), lambda mark: b"m" in mark.raw))
    assert time.process_time() - start < 2


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<br/>", "a", "&lt;", "<!-- <b> -->", '<i x="a>b">', "</i>", " "]), max_size=20
    ),
    st.integers(1, 9),
)
def test_marks_stand_where_they_say(bits: list[str], block: int) -> None:
    raw = "".join(bits).encode()
    window.BLOCK = block
    try:
        found = list(marks(io.BytesIO(raw)))
    finally:
        window.BLOCK = 256 << 10
    assert all(raw[one.start : one.end].startswith(b"<") == (one.kind != "text") for one in found)
    assert b"".join(raw[one.start : one.end] for one in found) == raw.replace(b"<!-- <b> -->", b"")


def test_an_element_inside_another_of_its_name_does_not_end_it() -> None:
    found = list(
        blocks(io.BytesIO(b'<div class="m">a<div>b</div>c</div>d<div class="m">e</div>'), lambda mark: b"m" in mark.raw)
    )
    assert [one.text() for one in found if isinstance(one, Node)] == ["abc", "e"]


@given(st.lists(st.sampled_from([b"a", b"\n", b"\r", b"\r\n", b"\xff", b"\x0b"]), max_size=20), st.integers(1, 5))
def test_lines_are_cut_at_lf_only(bits: list[bytes], block: int) -> None:
    raw = b"".join(bits)
    lines.BLOCK = block
    try:
        found = list(lines.lines(io.BytesIO(raw)))
    finally:
        lines.BLOCK = 256 << 10
    assert [one[2] for one in found] == raw.replace(b"\n", b"\n\0").split(b"\0")[: len(found)]
    assert b"".join(raw[start:end] for start, end, _ in found) == raw


@given(st.text(max_size=30))
def test_mending_undoes_what_was_encoded_twice_and_leaves_the_rest(text: str) -> None:
    try:
        assert repaired(text.encode().decode("latin-1")) == text
    except UnicodeEncodeError:
        return
    if any(ord(letter) > 255 for letter in text):
        assert repaired(text) == text
