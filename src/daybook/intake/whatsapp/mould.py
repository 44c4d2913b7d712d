"""A narrower way to find heads, for speed: the pattern with just those marks, spaces and words that this file has.

Whatever it finds, `pattern` finds too, at the same place with the same groups. What it does not find has to be looked
for with `pattern` in between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from daybook.intake.whatsapp.marks import MARKS, MARKS_IN_BYTES, SPACE_IN_BYTES, SPACES, digits_in_bytes, zero_of
from daybook.intake.whatsapp.shape import Shape

_RUNS = re.compile(r"(\d+)")
_MOST_WAYS, _MOST_TIMES = 6, 8
_DATE, _NOTHING = 3, re.compile(rb"(((\Z\A))(\Z\A))")

_Frame = tuple[int, int, str, bool]
_Ways = list[dict[str, None]]


class Mould:
    """What the heads of one file are cast in, learned from those that were found with `pattern`."""

    def __init__(self, shape: Shape, *, loose: bool = False) -> None:
        self._shape = shape
        self._width = b"{1,2}" if loose else b"{2}"
        self._ways: dict[_Frame, tuple[_Ways, _Ways]] = {}
        self._seen: Counter[_Frame] = Counter()
        self._times = 0
        self.split = _NOTHING.split
        """A text cut at its heads: what stands before the first, then head, its two groups and the rest, again and
        again."""

    def learn(self, heads: Iterable[re.Match[bytes]]) -> bool:
        """Look at more heads, so that `split` finds such as these; whether it finds more now.

        After many times it learns nothing more.
        """
        if self._times >= _MOST_TIMES:
            return False
        self._times += 1
        for head in heads:
            self._look_at(head)
        before = self.split
        if self._seen:
            frame = self._seen.most_common(1)[0][0]
            self.split = re.compile(self._pattern(frame)).split
        return self.split != before

    def _look_at(self, head: re.Match[bytes]) -> None:
        whole = head[0].decode("utf-8", "replace")
        groups = [_RUNS.split(head[number].decode("utf-8", "replace")) for number in (1, 2)]
        begin = head[0][: head.start(1) - head.start()].decode("utf-8", "replace")
        end = head[0][head.end(2) - head.start() :].decode("utf-8", "replace")
        zeros = self._shape.zeros[::-1] if self._shape.early else self._shape.zeros
        if "\ufffd" in whole or _RUNS.search(begin + end):
            return
        for zero, parts in zip(zeros, groups, strict=True):
            if any(zero_of(digit) != zero for run in parts[1::2] for digit in run):
                return
        frame = len(groups[0]), len(groups[1]), end.rstrip(SPACES), end[-1:] in SPACES
        if [len(parts) // 2 for parts in groups] != self._runs() or (begin.translate(_UNMARKED) != self._begin()):
            return
        self._seen[frame] += 1
        ways = self._ways.setdefault(frame, tuple([{} for _ in parts[::2]] for parts in groups))  # type: ignore[arg-type]
        for known, parts in zip(ways, groups, strict=True):
            for variants, part in zip(known, parts[::2], strict=True):
                if len(variants) < _MOST_WAYS:
                    variants[part] = None

    def _begin(self) -> str:
        return "\n" + ("[" if self._shape.open else "")

    def _runs(self) -> list[int]:
        """How many numbers the two groups have."""
        clock = 3 if self._shape.seconds else 2
        return [clock, _DATE] if self._shape.early else [_DATE, clock]

    def _pattern(self, frame: _Frame) -> bytes:
        begin = rb"\n" + MARKS_IN_BYTES + (rb"\[" + MARKS_IN_BYTES if self._shape.open else b"")
        zeros = self._shape.zeros[::-1] if self._shape.early else self._shape.zeros
        groups = [
            self._group(ways, digits_in_bytes(zero), is_date=(number == 0) != self._shape.early)
            for number, (ways, zero) in enumerate(zip(self._ways[frame], zeros, strict=True))
        ]
        end = re.escape(frame[2].encode()) + SPACE_IN_BYTES + (b"" if frame[3] else b"?")
        return b"(" + begin + b"(" + b")(".join(groups) + b")" + end + b")"

    def _group(self, ways: _Ways, digit: bytes, *, is_date: bool) -> bytes:
        between = [_one_of(variants) for variants in ways]
        if is_date:
            long = {"first": 0, "last": 2}.get(self._shape.year)
            many = [b"{4}" if number == long else b"{1,2}" for number in range(_DATE)]
        else:
            many = [b"{1,2}", self._width, self._width]
        found = between[0]
        for literal, times in zip(between[1:], many, strict=False):
            found += digit + times + literal
        return found


_UNMARKED = {ord(mark): None for mark in MARKS}


def _one_of(variants: Iterable[str]) -> bytes:
    escaped = [re.escape(variant.encode()) for variant in variants]
    return escaped[0] if len(escaped) == 1 else b"(?:" + b"|".join(escaped) + b")"
