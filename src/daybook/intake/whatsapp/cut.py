"""A chat cut into its messages: the fast way by blocks, and the strict way line by line that gives the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, repeat
from operator import add
from typing import BinaryIO, NamedTuple

from daybook.intake.whatsapp.mould import Mould
from daybook.intake.whatsapp.named import head_in
from daybook.intake.whatsapp.pattern import pattern
from daybook.intake.whatsapp.shape import LONGEST_HEAD, Clock, Shape, clock_of

BLOCK = 1 << 16
LONGEST = 1 << 20
"""Bytes of one message with its head; WhatsApp itself stops at 65,536 characters."""

TOO_LONG = b"This is longer than any message can be, so it was not taken apart. It is still in the original."
BEFORE = b"This stands before the first message that could be recognised. It is still in the original."

Piece = tuple[int, int, bytes, bytes, bytes]
"""Start and end in the file, the date and the clock as written, and the rest, all in UTF-8. With an empty date the
rest is a sentence that says why this part is no message."""


class Cut(NamedTuple):
    """How to cut: the shape of heads, and how they stand in the file.

    Whether only a CR LF can stand before one, whether minutes and seconds can have one digit, and what ends a line.
    """

    shape: Shape
    after_crlf: bool = False
    loose: bool = False
    feed: str = "\n"


def fits(clock: Clock | None, shape: Shape) -> bool:
    """Whether a clock is written as this shape has it."""
    return clock is not None and (clock.lead, clock.tail) == (shape.lead, shape.tail)


def believed(shape: Shape) -> Callable[[bytes], bool]:
    """Whether a clock found by the fast pattern is one, asked once for each way it is written."""
    known: dict[bytes, bool] = {}

    def is_clock(written: bytes) -> bool:
        answer = known.get(written)
        if answer is None:
            if len(known) > _MOST_CLOCKS:
                known.clear()
            answer = known[written] = fits(clock_of(written.decode("utf-8", "replace")), shape)
        return answer

    return is_clock


_CR = 13
_MOST_CLOCKS = 100_000
_ENOUGH = 1024
"""Bytes that any head fits into."""
_FEW, _OFTEN = 2, 8


def _too_long_head(head: bytes) -> bool:
    return len(head) > LONGEST_HEAD and len(head.decode("utf-8", "replace")) > LONGEST_HEAD + 1


class Stretch(NamedTuple):
    """Many pieces at once, one after the other without anything between: a column for each part of a `Piece`."""

    start: list[int]
    end: list[int]
    date: list[bytes]
    clock: list[bytes]
    rest: list[bytes]


def by_blocks(file: BinaryIO, cut: Cut) -> Iterator[Piece]:
    """Every message of a UTF-8 file from where it stands. In memory: a block and the longest message."""
    for found in by_stretches(file, cut, hurry=False):
        assert not isinstance(found, Stretch)
        yield found


def by_stretches(file: BinaryIO, cut: Cut, *, hurry: bool = True) -> Iterator[Piece | Stretch]:
    """The same as `by_blocks`, a whole block of messages at once wherever nothing in it has to be looked at closer."""
    walk = _Walk(cut)
    while block := file.read(BLOCK):
        walk.buffer += block
        newline = walk.buffer.rfind(b"\n")
        whole = len(walk.buffer) - newline > _ENOUGH
        stop = len(walk.buffer) if whole else max(newline, 0)
        found = walk.at_once(stop) if hurry else None
        if found is not None:
            yield found
        else:
            yield from walk.one_by_one(stop)
        walk.go_on(stop, len(walk.buffer) if whole else max(newline - 1, 0))
    yield from _last(walk.buffer, walk.base, cut, walk.loose, walk.why)


class _Walk:
    """How far a file is cut: `buffer` begins at `base` of the file, and what begins at `loose` is not given out yet."""

    def __init__(self, cut: Cut) -> None:
        heads = pattern(cut.shape, loose=cut.loose)
        self._cut, self._find, self._search, self._is_clock = cut, heads.finditer, heads.search, believed(cut.shape)
        self._day, self._time = (3, 2) if cut.shape.early else (2, 3)
        self._good: set[bytes] = set()
        self._mould = Mould(cut.shape, loose=cut.loose)
        self._held, self._missed = -1, 0
        self.buffer, self.base, self.loose, self.why = b"\n", -1, 0, BEFORE

    def go_on(self, stop: int, rest: int) -> None:
        """Keep what is not given out yet: from the last head on, or from `rest` where there was none."""
        held = self._held
        if held < 0 or stop - held > LONGEST + 4:
            self.why = self.why if held < 0 else TOO_LONG
            held = rest
        self.base, self.buffer = self.base + held, self.buffer[held:]
        if len(self._good) > _MOST_CLOCKS:
            self._good.clear()

    def one_by_one(self, stop: int) -> Iterator[Piece]:
        """Every message that ends before `stop`."""
        held, date, clock, body = -1, b"", b"", 0
        buffer, base, day, time = self.buffer, self.base, self._day - 1, self._time - 1
        for match in self._find(buffer, 0, stop):
            here, ends = match.span()
            if not self._believed(match[time]) or (self._cut.after_crlf and here and buffer[here - 1] != _CR):
                continue
            if ends - here > LONGEST_HEAD and _too_long_head(match[0]):
                continue
            if held < 0:
                if base + here > self.loose:
                    yield self.loose, base + here, b"", b"", self.why
            elif here - held - 1 > LONGEST:
                yield self.loose, base + here, b"", b"", TOO_LONG
            else:
                yield self.loose, base + here, date, clock, buffer[body:here]
            held, body, self.loose = here, ends, base + here + 1
            date, clock = match.group(day, time)
        self._held = held

    def at_once(self, stop: int) -> Stretch | None:
        """The same in one go, or None where a message is to be looked at closer than its mould allows."""
        if self.loose != self.base + 1 or (self._missed >= _OFTEN and self._missed % _OFTEN):
            self._missed += 1
            return None
        text = self.buffer[:stop]
        parts = self._mould.split(text)
        if not self._sure(parts):
            found = (match for match in self._find(text) if self._believed(match[self._time - 1]))
            parts = self._mould.split(text) if self._mould.learn(found) else [text]
            if not self._sure(parts):
                self._missed += 1
                return None
        self._missed = 0
        heads, rests, last = parts[1::4], parts[4::4], len(parts) - 4
        ends = list(accumulate(map(add, map(len, heads), map(len, rests)), initial=self.base))
        self._held, self.loose = ends[-2] - self.base, ends[-2] + 1
        return Stretch(
            list(map(add, ends[:-2], repeat(1))),
            ends[1:-1],
            parts[self._day : last : 4],
            parts[self._time : last : 4],
            rests[:-1],
        )

    def _sure(self, parts: list[bytes]) -> bool:
        """Whether these are heads, each of them, and no other stands between them; that after the last is left open."""
        heads, clocks, before = parts[1::4], parts[self._time :: 4], parts[4:-1:4]
        if parts[0] or len(heads) < _FEW:
            return False
        if not self._good.issuperset(clocks) and not all(self._believed(clock) for clock in set(clocks)):
            return False
        if self._cut.after_crlf and not all(rest.endswith(b"\r") for rest in before):
            return False
        longest = max(map(len, heads))
        if longest > LONGEST_HEAD or (len(self.buffer) > LONGEST and longest + max(map(len, before)) > LONGEST):
            return False
        search = self._search
        return not any([search(rest) for rest in before if b"\n" in rest])  # noqa: C419 - a list is faster here

    def _believed(self, clock: bytes) -> bool:
        if clock in self._good:
            return True
        if self._is_clock(clock):
            self._good.add(clock)
            return True
        return False


def _last(buffer: bytes, base: int, cut: Cut, loose: int, why: bytes) -> Iterator[Piece]:
    """What is left at the end of the file: at most what stands before a head, and one or two messages.

    Empty lines at the very end belong to the file and not to the words of the last message.
    """
    is_clock, held, early = believed(cut.shape), None, cut.shape.early

    def taken(place: tuple[int, int], head: re.Match[bytes] | None, buffer: bytes) -> Piece:
        if head is None or place[1] - place[0] > LONGEST:
            return (*place, b"", b"", why if head is None else TOO_LONG)
        date, clock = head.group(*((2, 1) if early else (1, 2)))
        return (*place, date, clock, buffer[head.end() : place[1] - base])

    for match in pattern(cut.shape, loose=cut.loose).finditer(buffer):
        here = match.start()
        if not is_clock(match[1 if early else 2]) or (cut.after_crlf and here and buffer[here - 1] != _CR):
            continue
        if match.end() - here > LONGEST_HEAD and _too_long_head(match[0]):
            continue
        if base + here > loose:
            yield taken((loose, base + here), held, buffer)
        held, loose = match, base + here + 1
    end = base + len(buffer) - buffer.endswith(b"\n")
    if end > loose:
        yield taken((loose, end), held, buffer.rstrip(b"\r\n"))


Line = tuple[int, int, bytes]
"""Start and end in the file without the line feed, and the words in UTF-8, cut off after `LONGEST` and a little."""


def by_lines(lines: Iterable[Line], cut: Cut) -> Iterator[Piece]:
    """The same as `by_blocks`, line by line and with the strict reading of heads."""
    start, end, date, clock = 0, 0, b"", b""
    parts: list[bytes] = []
    size, after_cr = 0, True
    for at, line_end, line in lines:
        head = head_in(line[:_ENOUGH].decode("utf-8", "surrogateescape"), cut.shape, loose=cut.loose)
        if head is not None and head.shape == cut.shape and (after_cr or not cut.after_crlf):
            if end > start:
                yield _joined(start, end, date, clock, b"\n".join(parts))
            start, size = at, 0
            date, clock = head.date.encode(), head.clock.encode()
            begin = line[:_ENOUGH].decode("utf-8", "surrogateescape")[: head.length]
            parts = [line[len(begin.encode("utf-8", "surrogateescape")) :]]
        elif size <= LONGEST:
            parts.append(line)
        size, end, after_cr = size + len(line) + 1, line_end, line.endswith(b"\r")
    if end > start:
        yield _joined(start, end, date, clock, b"\n".join(parts).rstrip(b"\r\n"))


def _joined(start: int, end: int, date: bytes, clock: bytes, rest: bytes) -> Piece:
    if not date or end - start > LONGEST:
        return start, end, b"", b"", TOO_LONG if date else BEFORE
    return start, end, date, clock, rest


def lines_of(file: BinaryIO, encoding: str = "utf-8", ends: str = "\n") -> Iterator[Line]:
    """The lines of a file in UTF-8, "utf-16-le" or "utf-16-be", split only where one `ends`."""
    feed = ends.encode(encoding)
    buffer, base, start = b"", 0, 0
    while block := file.read(BLOCK):
        buffer += block
        at = 0
        while (found := _feed_in(buffer, feed, at)) >= 0:
            yield start, base + found, _in_utf8(buffer[at:found], encoding)
            at = found + len(feed)
            start = base + at
        if len(buffer) - at > 2 * LONGEST:  # a line too long to keep: its beginning is enough to know that
            kept = buffer[at : at + LONGEST + 2 * _ENOUGH]
            base += len(buffer) - len(kept)
            buffer = kept
        else:
            base, buffer = base + at, buffer[at:]
    if buffer:
        yield start, base + len(buffer), _in_utf8(buffer, encoding)


def _feed_in(buffer: bytes, feed: bytes, at: int) -> int:
    """Where the next line feed is; in UTF-16 only where a character begins."""
    found = buffer.find(feed, at)
    while found >= 0 and len(feed) == 2 and (found - at) % 2:  # noqa: PLR2004 - bytes of a character in UTF-16
        found = buffer.find(feed, found + 1)
    return found


def _in_utf8(line: bytes, encoding: str) -> bytes:
    return line if encoding == "utf-8" else line.decode(encoding, "replace").encode()
