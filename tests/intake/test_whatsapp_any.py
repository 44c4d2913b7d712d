"""Any chat in any dialect is read back as it was written; the fast way and the strict way agree; nothing breaks it."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import NamedTuple

from babel import Locale, localedata
from hypothesis import assume, example, given
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped
from daybook.intake.whatsapp import cut as cutting
from daybook.intake.whatsapp.halves import cldr, folded, hour_of
from daybook.intake.whatsapp.marks import MARKS
from daybook.intake.whatsapp.meaning import PLAIN, meaning
from daybook.intake.whatsapp.sample import shape_of
from daybook.intake.whatsapp.shape import head_of

DATES = ["{d}/{m}/{y}", "{m}/{d}/{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{y}-{m}-{d}", "{y}/{m}/{d}", "{y}. {m}. {d}.",
         "{y}年{m}月{d}日", "{y}년 {m}월 {d}일", "{d}\u200f/{m}\u200f/{y}", "{d}. {m}. {y}", "{m}-{d}-{y}"]  # fmt: skip
GLUES = [", ", " ", "، ", " klo ", ",\u2009", " à ", " kl. ", ",\u00a0", " um ", " г., "]
ENGLISH = ("am", "pm")
WORDS = [ENGLISH, ("AM", "PM"), ("a.m.", "p.m."), ("a.\u00a0m.", "p.\u00a0m."), ("上午", "下午"), ("오전", "오후"),
         ("ص", "م"), ("π.μ.", "μ.μ."), ("πμ", "μμ"), ("öö", "ös"), ("SA", "CH"), ("पूर्वाह्न", "अपराह्न")]  # fmt: skip
SCRIPTS = "0٠۰०০๐"


class Dialect(NamedTuple):
    """One way in which an export writes the head of a message."""

    brackets: bool
    date: str
    long_year: bool
    padded: bool
    glue: str
    colon: str
    seconds: bool
    words: tuple[str, str] | None
    word_first: bool
    gap: str
    zero: str
    mark: str
    newline: str
    early: bool

    def head(self, at: datetime) -> str:
        """The head of a message of this time, and before it what stands there."""
        few = "02d" if self.padded else "d"
        year = f"{at.year}" if self.long_year or self.date.startswith("{y}") else f"{at.year % 100:02d}"
        day = self.date.format(d=format(at.day, few), m=format(at.month, few), y=year)
        hour = at.hour if self.words is None else (at.hour % 12 or 12)
        time = f"{format(hour, few)}{self.colon}{at.minute:02d}" + (
            f"{self.colon}{at.second:02d}" if self.seconds else ""
        )
        if self.words is not None:
            word = self.words[at.hour >= 12]
            time = word + self.gap + time if self.word_first else time + self.gap + word
        digits = str.maketrans("0123456789", "".join(chr(ord(self.zero) + number) for number in range(10)))
        comma = "," if self.gap.strip() else ", "
        when = (
            time + comma + day
            if self.early and self.colon == ":" and self.date.endswith("}")
            else day + self.glue + time
        ).translate(digits)
        return self.mark + (f"[{when}] " if self.brackets else f"{when} - ")

    def written(self, at: datetime) -> str:
        return at.isoformat(timespec="seconds" if self.seconds else "minutes")


dialects = st.builds(
    Dialect,
    brackets=st.booleans(),
    date=st.sampled_from(DATES),
    long_year=st.booleans(),
    padded=st.booleans(),
    glue=st.sampled_from(GLUES),
    colon=st.sampled_from(":."),
    seconds=st.booleans(),
    words=st.none() | st.sampled_from(WORDS),
    word_first=st.booleans(),
    gap=st.sampled_from(["", " ", "\u202f", "\u00a0"]),
    zero=st.sampled_from(SCRIPTS),
    mark=st.sampled_from(["", "\u200e"]),
    newline=st.sampled_from(["\n", "\r\n"]),
    early=st.booleans(),
)
letters = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters=':"“”„«»「」<>' + MARKS)
names = st.text(letters, min_size=1, max_size=20).filter(lambda name: name.strip() == name).map(lambda name: "N" + name)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)
bodies = st.lists(words, min_size=1, max_size=3).map("\n".join)


@given(dialects, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 90_000), bodies), min_size=3, max_size=12), names)
def test_any_chat_in_any_dialect_is_read_back_equal(
    dialect: Dialect, said: list[tuple[int, int, str]], name: str
) -> None:
    at = datetime(2024, 1, 13, 9, 5, 7)
    messages: list[tuple[str, str, str]] = [(dialect.written(at), name, "first")]
    lines = [f"{dialect.head(at)}{name}: first"]
    for who, later, body in said:
        at += timedelta(seconds=later)
        assume(not body.endswith("\n"))
        assume(all(head_of(line) is None for line in body.split("\n")[1:]))
        sender = (name, "Sam", "+44 7700 900123")[who]
        messages.append((dialect.written(at), sender, body))
        lines.append(f"{dialect.head(at)}{sender}: {body}".replace("\n", dialect.newline))
    lines.append(f"{dialect.head(at)}Sam: last")
    messages.append((dialect.written(at), "Sam", "last"))
    data = (dialect.newline.join(lines) + dialect.newline).encode()
    answers = {question.id: "" for question in whatsapp.look(io.BytesIO(data), "").questions}
    if "date-order" in answers:
        answers["date-order"] = "".join(part for part in dialect.date if part in "dmy")
    answers |= {key: "short" for key in answers if key.startswith("name")}
    found = [one for one in whatsapp.read(io.BytesIO(data), "", answers) if isinstance(one, Message)]
    assert [(one.sent, one.sender, one.text) for one in found] == messages
    own = [data[one.place.start : one.place.end].decode() for one in found]
    assert own == [line + dialect.newline[:-1] for line in lines]


PARTS = [b"\n", b"\r\n", b"\r", b"14/03/2024, 21:05 - ", b"Alex: hi", b"15/03/2024, 9:05 pm - ", b"\xe2\x80\x8e", b"\xff",
         b"[14/03/2024, 21:05:09] ", b"y" * 300, "é😀".encode(), b"<Media omitted>", b"\xef\xbb\xbf", b"99/99/2024, 21:05 - "]  # fmt: skip
pasted = st.lists(st.sampled_from(PARTS) | st.binary(max_size=8), max_size=40).map(b"".join)
SHAPES = [b"14/03/2024, 21:05 - ", b"[14/03/2024, 21:05:09] ", b"14/03/2024, 9:05 pm - "]


@given(
    pasted,
    st.sampled_from(SHAPES),
    st.sampled_from(["", "crlf"]),
    st.sampled_from([5, 64, 900]),
    st.sampled_from([100, 500]),
)
@example(b"x", SHAPES[0], "", 5, 100)
def test_the_fast_way_and_the_strict_way_agree(data: bytes, head: bytes, crlf: str, block: int, longest: int) -> None:
    shape = shape_of(head)[0]
    assert shape is not None
    cut = cutting.Cut(shape, bool(crlf))
    kept = cutting.BLOCK, cutting.LONGEST
    cutting.BLOCK, cutting.LONGEST = block, longest
    try:
        fast = list(cutting.by_blocks(io.BytesIO(data), cut))
        strict = list(cutting.by_lines(cutting.lines_of(io.BytesIO(data)), cut))
    finally:
        cutting.BLOCK, cutting.LONGEST = kept
    assert fast == strict
    before = 0
    for start, end, *_ in fast:
        assert data[before:start] in (b"", b"\n")
        before = end
    assert data[before:] in (b"", b"\n")


@given(dialects, st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1)))
def test_every_head_is_found_the_fast_way_too(dialect: Dialect, at: datetime) -> None:
    data = f"{dialect.head(at)}Alex: hi\n{dialect.head(at)}Sam: yes".encode()
    shape = shape_of(data)[0]
    assert shape is not None
    fast = list(cutting.by_blocks(io.BytesIO(data), cutting.Cut(shape)))
    assert fast == list(cutting.by_lines(cutting.lines_of(io.BytesIO(data)), cutting.Cut(shape)))
    assert [rest for *_, rest in fast] == [b"Alex: hi", b"Sam: yes"]


@given(words)
def test_words_that_mean_more_are_never_hurried_past(text: str) -> None:
    """What the reader hurries past, by its quick signs, is what has no meaning beyond its words."""
    line = f"14/03/2024, 21:05 - Alex: {text}\n14/03/2024, 21:05 - Sam: x\n"
    first = next(one for one in whatsapp.read(io.BytesIO(line.encode()), "", {}) if isinstance(one, Message))
    found = meaning(first.text, {}) if first.sender == "Alex" else PLAIN
    if first.sender == "Alex" and "sender-unsure" not in first.flags:
        assert (first.kind, first.flags, first.attachments) == tuple(found)


CHATS = [
    "14/03/2024, 21:05 - Alex: hi\n14/03/2024, 21:06 - Sam: <Media omitted>\nmore\n",
    "\u200e[14/03/2024, 21:05:09] Alex: \u200e<attached: 00000012-PHOTO-2024-03-14-21-05-09.jpg>\r\n" * 3,
    "١٤/٣/٢٠٢٤، ٩:٠٥ م - Alex: Dad: x\n03/04/2024, 01:30 - Dad: y: z\n",
]


@given(st.sampled_from(CHATS), st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=5)), max_size=6))
def test_mutated_bytes_leave_only_the_one_error(chat: str, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(chat.encode())
    for at, new in changes:
        data[at : at + len(new)] = new
    file = io.BytesIO(bytes(data))
    whatsapp.is_one(file, "chat.txt")
    try:
        whatsapp.look(file, "chat.txt")
        found = list(whatsapp.read(file, "chat.txt", {}))
    except CannotReadError:
        return
    assert all(isinstance(one, Message | Skipped) for one in found)


def hours(key: str, rules: dict[str, list[dict[str, int]]]) -> list[int]:
    """The hours that a part of the day has in one language."""
    fixed = {"am": range(12), "pm": range(12, 24), "noon": range(12, 13), "midnight": range(1)}
    if key in fixed:
        return list(fixed[key])
    found: list[int] = []
    for rule in rules.get(key, []):
        first, last = rule["from"] // 3600, rule["before"] // 3600
        found += range(first, last) if first < last else [*range(first, 24), *range(last)]
    return found


def from_cldr() -> dict[str, int]:
    """Every word's hours; one that is before or after noon somewhere is not also a part of the day elsewhere."""
    found: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        rules = locale.day_period_rules.get(None, {})
        for widths in locale.day_periods.values():
            for key, word in (pair for periods in widths.values() for pair in periods.items()):
                bits = sum(1 << hour for hour in set(hours(key, rules)))
                if folded(word) and bits and not any(sign.isdigit() for sign in folded(word)):
                    kind = found[key in {"am", "pm"}]
                    kind[folded(word)] = kind.get(folded(word), 0) | bits
    return found[False] | found[True]


def test_the_words_for_halves_of_the_day_are_those_of_cldr() -> None:
    assert cldr() == from_cldr()


def test_a_word_that_leaves_the_hour_open_tells_none() -> None:
    assert hour_of(9, "p.m.") == 21
    assert hour_of(9, "nothing of the kind") is None
    assert hour_of(13, "am") == 13
    assert hour_of(24, "pm") is None
