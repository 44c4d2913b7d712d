"""Many messages read at once are the same messages as line by line, in any dialect and wherever a block ends."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped
from daybook.intake.run import Run, one_by_one, runs_of
from daybook.intake.whatsapp import chat, learn
from daybook.intake.whatsapp import cut as cutting
from daybook.intake.whatsapp.sample import shape_of
from tests.intake import test_whatsapp as cases
from tests.intake.test_whatsapp_any import DATES, PARTS, SHAPES, Dialect, dialects

BLOCKS = [130, 300, 1500, 20_000]
BODIES = ["hi", "hi there\nsecond line", "<Media omitted>", "this message was deleted", "This message was deleted",
          "see https://example.org/a?b", "two\n\nlines", "smile :)", "\u200eimage omitted", "\u200eMissed voice call",
          "\u200e<attached: 00000012-PHOTO-2024-03-14-21-05-09.jpg>", "letter.pdf (file attached)", "a: b: c", "",
          "look\n14/03/2024, 20:00 - Sam: a", "POLL:\nWhen?", "\u2019tis \u201cfine\u201d", "kids 😡", "ok <", "null",
          "see \u200eimage omitted", "live location shared", "caf\udce9", "\r", "end\r"]  # fmt: skip
SENDERS = ["Alex: ", "Sam: ", "Dad: new phone: ", "\u200eAlex: ", "~\u202fMo: ", "Alex:", "Alex", "Kit \udce9: "]
LINES = [
    "You blocked this contact. Tap to unblock.",
    "Sam changed the subject to \u201cKids: handover\u201d",
    "x" * 200,
]
said = st.tuples(
    st.sampled_from([0, 0, 1, 60, 3600, 90_000, -120, -200_000]),
    st.sampled_from(SENDERS),
    st.sampled_from(BODIES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
others = st.none() | st.sampled_from(LINES)


@pytest.fixture(autouse=True)
def _sizes() -> Iterator[None]:
    kept = cutting.BLOCK, cutting.LONGEST
    yield
    cutting.BLOCK, cutting.LONGEST = kept


def strictly(data: bytes, answers: dict[str, str]) -> list[Message | Skipped]:
    """Every message by the strict reading of each line, without any run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chat, "stretches", _by_lines)
        patch.setattr(learn, "stretches", _by_lines)
        return list(whatsapp.read(io.BytesIO(data), "", answers))


def _by_lines(file: io.BytesIO, cut: cutting.Cut, encoding: str) -> Iterator[cutting.Piece]:
    return cutting.by_lines(cutting.lines_of(file, encoding), cut)


def written(dialect: Dialect, chat: list[tuple[tuple[int, str, str], str | None]], start: datetime) -> bytes:
    """A chat in this dialect; now and then with a line of the program, and a mark before the head."""
    at, lines = start, [f"{dialect.head(start)}Alex: first", f"{dialect.head(start)}Sam: second"]
    for (later, sender, body), other in chat:
        at += timedelta(seconds=later)
        mark = "\u200e" if body.startswith("\u200e") else ""
        lines.append(f"{mark}{dialect.head(at)}{sender}{body}".replace("\n", dialect.newline))
        if other:
            lines.append(f"{dialect.head(at)}{other}")
    return (dialect.newline.join(lines) + dialect.newline).encode("utf-8", "surrogateescape")


BRITISH = Dialect(
    brackets=False, date=DATES[0], long_year=True, padded=True, glue=", ", colon=":", seconds=False, words=None,
    word_first=False, gap="", zero="0", mark="", newline="\n", early=False,
)  # fmt: skip
A_LOT = [((60, SENDERS[number % 2], body), None) for number, body in enumerate(BODIES * 3)]


@given(
    dialects,
    st.lists(st.tuples(said, others), min_size=3, max_size=40),
    st.sampled_from(BLOCKS),
    st.sampled_from([datetime(2024, 3, 13, 9, 5, 7), datetime(2024, 10, 26, 23, 50), datetime(2024, 3, 31, 0, 40)]),
)
@example(BRITISH, A_LOT, 300, datetime(2024, 3, 13, 9, 5))
@example(BRITISH._replace(newline="\r\n", brackets=True, seconds=True), A_LOT, 1500, datetime(2024, 3, 31, 0, 5))
@example(BRITISH._replace(words=("am", "pm"), gap="\u202f", padded=False), A_LOT, 1500, datetime(2024, 10, 26, 23, 5))
def test_many_at_once_are_the_same_as_line_by_line(
    dialect: Dialect, chat: list[tuple[tuple[int, str, str], str | None]], block: int, start: datetime
) -> None:
    data = written(dialect, chat, start)
    answers = {"date-order": "".join(part for part in dialect.date if part in "dmy"), "zone": "Europe/London"}
    cutting.BLOCK = block
    found = list(one_by_one(whatsapp.runs(io.BytesIO(data), "", answers)))
    assert found == strictly(data, answers)
    assert found == list(whatsapp.read(io.BytesIO(data), "", answers))


pasted = st.lists(st.sampled_from(PARTS) | st.binary(max_size=8), max_size=40).map(b"".join)


@given(pasted, pasted, st.sampled_from(SHAPES), st.sampled_from(["", "crlf"]), st.sampled_from(BLOCKS))
def test_stretches_are_the_same_pieces(before: bytes, after: bytes, head: bytes, crlf: str, block: int) -> None:
    """Junk before and after a good stretch: what it ends, and what it runs into, is cut as the strict way cuts it."""
    shape = shape_of(head)[0]
    assert shape is not None
    good = (head + b"Alex: hi" + (b"\r\n" if crlf else b"\n")) * 25
    data, cut = before + b"\r\n" + good + after + b"\r\n" + good, cutting.Cut(shape, bool(crlf))
    kept = cutting.BLOCK, cutting.LONGEST
    cutting.BLOCK, cutting.LONGEST = block, 400
    try:
        strict = list(cutting.by_lines(cutting.lines_of(io.BytesIO(data)), cut))
        found = list(learn.pieces(io.BytesIO(data), cut, "utf-8"))
    finally:
        cutting.BLOCK, cutting.LONGEST = kept
    assert found == strict


@pytest.mark.parametrize("block", BLOCKS[1:])
@pytest.mark.parametrize("case", cases.HEADS)
def test_every_dialect_is_read_many_at_once(case: str, block: int) -> None:
    """The control: where nothing is odd, nearly everything comes in runs, and the words of each dialect are found."""
    head, sent = cases.HEADS[case]
    data = f"{head}Alex: hi\n{head}Sam: yes\n".encode() * 100
    cutting.BLOCK = block
    found = list(whatsapp.runs(io.BytesIO(data), "", {}))
    in_runs = sum(len(one) for one in found if isinstance(one, Run))
    assert in_runs > 100
    assert {(one.sent, one.sender, one.text) for one in one_by_one(iter(found)) if isinstance(one, Message)} == {
        (sent, "Alex", "hi"),
        (sent, "Sam", "yes"),
    }


def test_a_head_with_marks_nobody_saw_before_is_not_missed() -> None:
    """The mould knows only what it saw; a head it does not know inside the words of another is found all the same."""
    usual, other = "14/03/2024, 21:05 - ", "14\u200f/03/2024,\u00a021:05\u200e - "
    lines = [f"{usual}Alex: {number}" for number in range(100)] + [f"{other}Sam: x"] + [f"{usual}Alex: y"] * 100
    data = "\n".join(lines).encode() + b"\n"
    cutting.BLOCK = 500
    found = list(one_by_one(whatsapp.runs(io.BytesIO(data), "", {})))
    assert [one.sender for one in found if isinstance(one, Message)].count("Sam") == 1
    assert found == strictly(data, {})


def test_the_latest_time_is_remembered_over_many_blocks() -> None:
    """A line far ahead, long ago in the file: what goes back after it is still seen beside it."""
    days = ["14/03/2024, 21:05"] * 40 + ["20/03/2024, 21:05"] + ["14/03/2024, 21:05"] * 60 + ["14/03/2024, 21:04"]
    data = "".join(f"{when} - Alex: {number}\n" for number, when in enumerate([*days, *days[:9]])).encode()
    cutting.BLOCK = 300
    found = list(one_by_one(whatsapp.runs(io.BytesIO(data), "", {})))
    assert [one.flags for one in found if isinstance(one, Message) and one.text == "101"] == [
        ("out-of-order", "could-be-forged")
    ]
    assert found == strictly(data, {})


def test_a_part_of_a_run_is_those_messages() -> None:
    data = b"".join(b"14/03/2024, 21:%02d - Alex: %s\n" % (n, b"<Media omitted>" if n % 3 else b"a") for n in range(40))
    cutting.BLOCK = 400
    runs = [one for one in runs_of(whatsapp, io.BytesIO(data), "", {}) if isinstance(one, Run)]
    assert runs
    for run in runs:
        whole = list(run.messages())
        assert len(whole) == len(run)
        for first in range(len(run) + 1):
            for last in range(first, len(run) + 2):
                assert list(run.part_of(first, last).messages()) == whole[first:last]
