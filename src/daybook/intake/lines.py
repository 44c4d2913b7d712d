"""The lines of a file of text, each with its place in the original."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.coding import Coding
from daybook.intake.format import HEAD
from daybook.intake.message import Place, Skipped

LONGEST = 1 << 20
"""Bytes of one line that are read where nothing else is said."""


class Line(NamedTuple):
    """One line without its end, in UTF-8, and its bytes in the original."""

    start: int
    end: int
    text: bytes


def lines(file: BinaryIO, longest: int = LONGEST) -> Iterator[Line | Skipped]:
    """Every line, split at line feeds only, in the memory of one block and one line of `longest` bytes."""
    size = file.seek(0, 2)
    file.seek(0)
    coding = Coding(file.read(HEAD))
    start, unit, carry = coding.skip, coding.width(b"\n"), b""
    begun = 0
    for block in coding.blocks(file):
        *found, carry = (carry + block).split(b"\n")
        for one in found:
            whole = begun + coding.width(one)
            yield _line(start, whole, one, coding, too_long=begun > 0)
            start, begun = start + whole + unit, 0
        if len(carry) > longest:
            begun, carry = begun + coding.width(carry), b""
    if carry or begun:
        # Half a letter at the very end of a broken-off file counts as a whole one: it is not wider than the file.
        whole = min(begun + coding.width(carry), size - start)
        yield _line(start, whole, carry, coding, too_long=begun > 0)


def _line(start: int, whole: int, text: bytes, coding: Coding, *, too_long: bool) -> Line | Skipped:
    if too_long:
        return Skipped(place=Place(start, start + whole), why="This line is longer than any that is read.")
    kept = text.removesuffix(b"\r")
    return Line(start, start + whole - coding.width(text[len(kept) :]), kept)
