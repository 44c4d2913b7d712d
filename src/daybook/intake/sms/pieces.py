"""A backup cut at every `<`: in these files it only ever begins a tag, so a broken tag cannot swallow the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.coding import Coding
from daybook.intake.message import Place, Skipped

LONGEST = 2 << 20
"""Bytes of one tag without its picture that are still read."""

_HELD = 1 << 16
_DATA = re.compile(
    rb"part(?:\s+[^\s=<>\"']+\s*=\s*(?:\"[^\"]*+\"|'[^']*+'))*?\s+data\s*=\s*([\"'])",
)


class Piece(NamedTuple):
    """One tag and the text after it, as UTF-8 without its `<`; `start` is where that `<` stands in the original.

    `hole` says where in the original the picture of a `part` stands; its bytes were left out of `text`.
    """

    start: int
    end: int
    text: bytes
    hole: tuple[int, int] | None


class _Blocks:
    """Blocks of a file, with what was read too far put back in front."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._back: bytes | None = None

    def __iter__(self) -> Iterator[bytes]:
        while (block := self._next()) is not None:
            yield block

    def _next(self) -> bytes | None:
        back, self._back = self._back, None
        return next(self._blocks, None) if back is None else back

    def put_back(self, rest: bytes) -> None:
        self._back = rest


class Pieces:
    """Every piece of a file in order, in the memory of two blocks and one tag, however big the pictures in it are."""

    def __init__(self, file: BinaryIO, coding: Coding) -> None:
        self._size = file.seek(0, 2)
        self._width = coding.width
        self._blocks = _Blocks(coding.blocks(file))
        self._unit = coding.width(b"<")
        self._start = coding.skip
        self._carry = b""
        self._begun = False
        self._hole: tuple[int, int] | None = None
        self._taken_out = 0

    def __iter__(self) -> Iterator[Piece | Skipped]:
        begins, words = self._start, self._go_to_next()
        if words:
            yield Skipped(place=Place(begins, self._start), why="Words before the beginning of the backup.")
        for block in self._blocks:
            found = (self._carry + block).split(b"<")
            self._carry = found.pop()
            for text in found:
                yield self._cut(text)
            if len(self._carry) > _HELD:
                yield from self._too_much()
        if self._begun:
            yield self._cut(self._carry)

    def _go_to_next(self) -> bool:
        """Go to the next `<`, and say whether there was more than white space on the way."""
        seen, self._begun = False, False
        for block in self._blocks:
            before, mark, after = block.partition(b"<")
            self._start = min(self._start + self._width(before), self._size)
            seen = seen or bool(before.strip())
            if mark:
                self._begun = True
                self._blocks.put_back(after)
                break
        return seen

    def _cut(self, text: bytes) -> Piece:
        """This text as a piece, its picture taken out."""
        start, hole, width = self._start, self._hole, self._width
        whole = self._unit + width(text) + self._taken_out
        if hole is None and text.startswith(b"part") and (opened := _DATA.match(text)):
            closing = text.find(opened[1], opened.end())
            if closing >= 0:
                begins = start + self._unit + width(text[: opened.end()])
                hole = (begins, begins + width(text[opened.end() : closing]))
                text = text[: opened.end()] + text[closing:]
        self._hole, self._taken_out = None, 0
        # Half a letter at the very end of a broken-off file counts as a whole one: it is not wider than the file.
        self._start = min(start + whole, self._size)
        return Piece(start, self._start, text, hole)

    def _too_much(self) -> Iterator[Skipped]:
        """Let a picture pass by without holding it; give up on a tag that is too long without one."""
        opened = _DATA.match(self._carry) if self._hole is None else None
        if opened and self._carry.find(opened[1], opened.end()) < 0:
            self._pass_picture(opened)
        elif len(self._carry) > LONGEST:
            yield self._give_up()

    def _pass_picture(self, opened: re.Match[bytes]) -> None:
        head, taken = self._carry[: opened.end()], self._width(self._carry[opened.end() :])
        begins = self._start + self._unit + self._width(head)
        for block in self._blocks:
            closing = block.find(opened[1])
            broken = block.find(b"<", 0, closing if closing >= 0 else len(block))
            stop = broken if broken >= 0 else closing
            if stop >= 0:
                taken += self._width(block[:stop])
                self._blocks.put_back(block[stop:])
                break
            taken += self._width(block)
        self._carry, self._hole, self._taken_out = head, (begins, begins + taken), taken

    def _give_up(self) -> Skipped:
        begins = self._start
        self._start += self._unit + self._width(self._carry) + self._taken_out
        self._carry, self._hole, self._taken_out = b"", None, 0
        self._go_to_next()
        return Skipped(place=Place(begins, self._start), why="One message here is longer than any phone writes.")
