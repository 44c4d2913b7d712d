"""What is learned about a chat before it is read: the shape of its heads, the order of its dates, its names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from daybook.intake.format import CannotReadError
from daybook.intake.whatsapp.clock import changes_in, half_word
from daybook.intake.whatsapp.cut import Cut, Piece, Stretch, by_lines, by_stretches, lines_of
from daybook.intake.whatsapp.halves import folded, not_told, told_together
from daybook.intake.whatsapp.letters import encoding_of
from daybook.intake.whatsapp.named import NAMED, NamedDates
from daybook.intake.whatsapp.names import Learning, Names
from daybook.intake.whatsapp.order import Evidence, day_in, day_in_name, numbers
from daybook.intake.whatsapp.sample import line_ends, sample_of
from daybook.intake.whatsapp.shape import clock_of

SAMPLE = 1 << 18
"""Bytes from the beginning in which the shape of heads is looked for."""

LEARNED = 8 << 20
"""Bytes from the beginning in which names and clocks are learned; a whole export of 40,000 messages is about 4 MB."""

_NAME_WITHIN = 300
_MEDIA = re.compile(rb"[^\n]{0,200}(?<!\d)20\d\d-?\d\d-?\d\d\D").match


class NotAChatError(CannotReadError):
    """No line of this file begins like a message of an exported chat. It can be kept as it is."""


@dataclass
class Learned:
    """All there is to know about a chat before it is read."""

    cut: Cut
    encoding: str
    orders: tuple[str, ...]
    example: tuple[int, int, int] | None
    names: Names
    people: tuple[str, ...]
    twelve: bool
    crlf: bool
    changes: bool
    count: int = 0
    whole: bool = False
    other_shapes: int = 0
    halves: dict[str, int] = field(default_factory=dict)
    """The hours of words beside clocks that only this chat, or she, can tell."""

    named: NamedDates | None = None
    """How dates are read where the month is a word."""

    unknown: dict[str, str] = field(default_factory=dict)
    """Words beside clocks that leave the half of the day open, and how they are written."""

    def three(self, written: str) -> tuple[int, int, int]:
        """The numbers of a date as they stand."""
        return self.named.three(written) if self.named else numbers(written)


def stretches(file: BinaryIO, cut: Cut, encoding: str) -> Iterator[Piece | Stretch]:
    """The file cut into its messages from where it stands, many at once where it is UTF-8 as phones write it."""
    if encoding == "utf-8" and cut.feed == "\n" and cut.shape.year != NAMED:
        return by_stretches(file, cut)
    return by_lines(lines_of(file, encoding, cut.feed), cut)


def pieces(file: BinaryIO, cut: Cut, encoding: str) -> Iterator[Piece]:
    """The same, one by one."""
    for found in stretches(file, cut, encoding):
        if isinstance(found, Stretch):
            yield from zip(*found, strict=True)
        else:
            yield found


def learn(file: BinaryIO, title: str = "") -> Learned:
    """Go once through the beginning of a chat, and further where the order of its dates is still open."""
    file.seek(0)
    head = file.read(SAMPLE)
    sample = sample_of(head)
    if sample.shape is None:
        raise NotAChatError
    shape, encoding = sample.shape, encoding_of(head)
    crlf, after_crlf = line_ends(head, sample, encoding)
    cut = Cut(shape, after_crlf, sample.loose, sample.feed)
    file.seek(0)
    evidence = Evidence(shape, today=datetime.now(UTC).date())
    learning = Learning()
    named = NamedDates() if shape.year == NAMED else None
    looked = _go_through(pieces(file, cut, encoding), evidence, learning, named.learn if named else numbers)
    names = learning.names(title)
    orders = ("dmy",) if named else evidence.possible()
    halves = told_together(looked.words)
    return Learned(
        cut=cut,
        encoding=encoding,
        orders=orders,
        example=evidence.example,
        names=names,
        people=learning.people(),
        twelve=not looked.afternoon,
        crlf=crlf,
        changes=looked.changes,
        count=looked.count,
        whole=looked.whole,
        other_shapes=sample.others,
        halves=halves,
        named=named,
        unknown={} if looked.afternoon else {one: said for one, said in looked.words.items() if not_told(one, halves)},
    )


@dataclass
class _Looked:
    count: int = 0
    afternoon: bool = False
    changes: bool = False
    whole: bool = True
    words: dict[str, str] = field(default_factory=dict)


def _go_through(
    found: Iterator[Piece], evidence: Evidence, learning: Learning, read: Callable[[str], tuple[int, int, int]]
) -> _Looked:
    looked = _Looked()
    clocks: dict[bytes, int] = {}
    days: dict[bytes, tuple[int, int, int]] = {}
    hours: set[tuple[bytes, int]] = set()
    for start, _, date, clock, rest in found:
        if not date:
            continue
        three = days.get(date)
        if three is None:
            three = days[date] = read(date.decode())
        if start > LEARNED:
            looked.whole = False
            if len(evidence.possible()) == 1:
                break
            evidence.add(three)
            continue
        looked.count += 1
        learning.add(rest)
        evidence.add(
            three,
            day_in_name(rest[:_NAME_WITHIN].decode("utf-8", "replace")) if b"20" in rest and _MEDIA(rest) else None,
        )
        hour = clocks.get(clock)
        if hour is None:
            told = clock_of(clock.decode())
            hour = clocks[clock] = told.hour if told else 0
            looked.afternoon = looked.afternoon or hour > 12  # noqa: PLR2004 - a clock of twenty-four
            if told and (word := half_word(told)):
                looked.words.setdefault(folded(word), word)
        if (date, hour) not in hours:
            hours.add((date, hour))
            looked.changes = looked.changes or _may_change(three, hour)
    return looked


def _may_change(three: tuple[int, int, int], hour: int) -> bool:
    """Whether the clocks were changed in this hour in some order of the date, in the United Kingdom."""
    days = (day_in(three, order) for order in ("dmy", "mdy", "ymd"))
    return any(day is not None and hour in changes_in("Europe/London", day) for day in days)
