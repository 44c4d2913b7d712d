"""The fast way to find heads: one pattern over bytes, made from a `Shape`, that begins at the end of a line."""

from __future__ import annotations

import re

from daybook.intake.whatsapp.marks import MARKS_IN_BYTES, SPACE_IN_BYTES, digits_in_bytes, in_bytes
from daybook.intake.whatsapp.shape import HALF, Shape

_WORD = rb"[^\n0-9\[\]]{1,160}?"


def _around_half(text: str) -> bytes:
    return _WORD.join(in_bytes(part) if part else b"" for part in text.split(HALF))


def pattern(shape: Shape, *, loose: bool = False) -> re.Pattern[bytes]:
    """Heads of this shape in UTF-8: a group for the date and one for the clock with what leads to it and follows it.

    A match begins with the line feed before the head. A word at the place of a half of the day can be any: the clock
    is to be read before the head is believed. `loose` is as in `head_of`.
    """
    day, time = (digits_in_bytes(zero) for zero in shape.zeros)
    few, width = day + b"{1,2}", b"{1,2}" if loose else b"{2}"
    year = day + b"{4}"
    date = [few, in_bytes(shape.first), few, in_bytes(shape.second), few]
    if shape.year != "short":
        date[0 if shape.year == "first" else 4] = year
    seconds = in_bytes(shape.seconds) + time + width if shape.seconds else b""
    clock = b"".join(
        (_around_half(shape.lead), time, b"{1,2}", in_bytes(shape.colon), time, width, seconds, _tail(shape.tail))
    )
    begin = rb"\n" + MARKS_IN_BYTES + (rb"\[" + MARKS_IN_BYTES if shape.open else b"")
    space = SPACE_IN_BYTES + b"?"
    end = rb"\]" if shape.open else _closed(shape.close)
    parts = (clock, b"".join(date)) if shape.early else (b"".join(date), clock)
    return re.compile(begin + b"(" + b")(".join(parts) + b")" + end + space)


def _tail(tail: str) -> bytes:
    return _around_half(tail) if tail else b""


def _closed(close: str) -> bytes:
    if close == ":":
        return b":(?=" + SPACE_IN_BYTES + b")"
    dash = close[-1].encode()
    return MARKS_IN_BYTES + SPACE_IN_BYTES + MARKS_IN_BYTES + re.escape(dash)
