"""The rows of a table in text, each with its place; a quotation mark left open costs one line, not the file."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.lines import Line, lines
from daybook.intake.message import Place, Skipped

_LINES_IN_A_ROW = 50


class Row(NamedTuple):
    """The cells of one row; `mended` where a byte that is no text became U+FFFD."""

    place: Place
    cells: list[str]
    mended: bool


def rows(file: BinaryIO, delimiter: str) -> Iterator[Row | Skipped]:
    """Every row that is not empty; one whose quotation mark never closes is skipped line by line."""
    source = lines(file)
    waiting: deque[Line | Skipped] = deque()
    while True:
        first = waiting.popleft() if waiting else next(source, None)
        if first is None:
            return
        if isinstance(first, Skipped):
            yield first
            continue
        taken = [first]
        while _open(taken) and len(taken) < _LINES_IN_A_ROW:
            following = waiting.popleft() if waiting else next(source, None)
            if not isinstance(following, Line):
                waiting.extendleft([following] if following else [])
                break
            taken.append(following)
        if _open(taken):
            waiting.extendleft(reversed(taken[1:]))
            yield Skipped(place=Place(first.start, first.end), why="A quotation mark in this line is never closed.")
        elif found := _row(taken, delimiter):
            yield found


def _open(taken: list[Line]) -> bool:
    return sum(one.text.count(b'"') for one in taken) % 2 == 1


def _row(taken: list[Line], delimiter: str) -> Row | Skipped | None:
    place = Place(taken[0].start, taken[-1].end)
    raw = b"\n".join(one.text for one in taken)
    text = raw.decode("utf-8", "replace")
    try:
        found = [cells for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(cells)]
    except csv.Error:
        found = [[], []]
    if not found:
        return None
    if len(found) > 1:
        return Skipped(place=place, why="This line does not fit a table.")
    mended = "\ufffd" in text and text.encode() != raw
    return Row(place, found[0], mended)
