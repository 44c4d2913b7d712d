"""JSON read piece by piece, each piece with its bytes in the original.

No kept reader gives that: ijson streams but counts no bytes, `JSONDecoder.raw_decode` counts characters of a text
already in memory and cannot tell a broken element from one that is not all there yet. So the brackets and strings are
followed here (they alone decide where an element begins and ends), and what stands between them is decoded by msgspec
and, where that refuses, by the standard library. An element that is not JSON costs itself only: the next one is found
all the same.

Bounds: one block of 256 KiB, and one element of up to 8 MiB while it is taken. Nesting is counted, not recursed into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto

import msgspec

from daybook.intake.downloads.window import BrokenOffError, Readable, Window

ELEMENT_LIMIT = 8 << 20
Path = tuple[str, ...]
"""Where in the document: the names on the way to a value, "*" for an element of a list."""

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["{}\[\]]', re.DOTALL)
_IN_STRING = re.compile(rb'["\\]')
_SPACE = re.compile(rb"[ \t\r\n]*")
_AFTER_SCALAR = re.compile(rb"[\s,\]}]")
_QUOTE, _OPENERS, _COLON, _COMMA = 0x22, b"{[", 0x3A, 0x2C


class Wish(Enum):
    """What is wanted of a value: to be gone into, to be taken with its bytes, or only to be known of."""

    ENTER = auto()
    TAKE = auto()
    PASS = auto()


class Piece(msgspec.Struct, frozen=True):
    """A value, from byte `start` up to `end`. `raw` is None where it was only passed, or longer than 8 MiB."""

    path: Path
    start: int
    end: int
    raw: bytes | None
    taken: bool


def pieces(file: Readable, wanted: Callable[[Path], Wish]) -> Iterator[Piece]:
    """Every value that is not entered, in the order of the file. Raises BrokenOffError where it cannot go on."""
    scan = _Scan(file, wanted)
    yield from scan.value(())
    if scan.peek() >= 0:
        raise BrokenOffError(scan.window.place)


class _Scan:
    def __init__(self, file: Readable, wanted: Callable[[Path], Wish]) -> None:
        self.window = Window(file)
        self._wanted = wanted
        while len(self.window.data) < 3 and self.window.more():  # noqa: PLR2004 - a byte order mark has three
            pass
        if self.window.data.startswith(b"\xef\xbb\xbf"):
            self.window.at = 3

    def value(self, path: Path) -> Iterator[Piece]:
        wish, mark = self._wanted(path), self.peek()
        if wish is Wish.ENTER and mark >= 0 and mark in _OPENERS:
            yield from self._object(path) if mark == _OPENERS[0] else self._list(path)
        else:
            yield self._piece(path, mark, taken=wish is Wish.TAKE)

    def peek(self) -> int:
        """The next byte that is not white space, -1 at the end."""
        window = self.window
        while True:
            found = _SPACE.match(window.data, window.at)
            window.at = found.end() if found else window.at
            if window.at < len(window.data):
                return window.data[window.at]
            if not window.more():
                return -1

    def _object(self, path: Path) -> Iterator[Piece]:
        self.window.at += 1
        if self.peek() == ord("}"):
            self.window.at += 1
            return
        while True:
            key = self._key()
            self._expect(_COLON)
            yield from self.value((*path, key))
            if self._one_of(_COMMA, ord("}")):
                return

    def _list(self, path: Path) -> Iterator[Piece]:
        self.window.at += 1
        inside = (*path, "*")
        if self.peek() == ord("]"):
            self.window.at += 1
            return
        while True:
            yield from self.value(inside)
            if self._one_of(_COMMA, ord("]")):
                return

    def _key(self) -> str:
        if self.peek() != _QUOTE:
            raise BrokenOffError(self.window.place)
        piece = self._piece((), _QUOTE, taken=True)
        try:
            return msgspec.json.decode(piece.raw or b"", type=str)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return "?"

    def _expect(self, mark: int) -> None:
        if self.peek() != mark:
            raise BrokenOffError(self.window.place)
        self.window.at += 1

    def _one_of(self, on: int, end: int) -> bool:
        mark = self.peek()
        if mark not in (on, end):
            raise BrokenOffError(self.window.place)
        self.window.at += 1
        return mark == end

    def _piece(self, path: Path, mark: int, *, taken: bool) -> Piece:
        window = self.window
        start = window.place
        window.keep = window.at if taken else -1
        if mark == _QUOTE:
            window.at += 1
            self._rest_of_string()
        elif mark >= 0 and mark in _OPENERS:
            self._container()
        else:
            self._scalar()
        raw = window.data[window.keep : window.at] if window.keep >= 0 else None
        window.keep = -1
        return Piece(path, start, window.place, raw, taken)

    def _more(self) -> None:
        window = self.window
        if window.keep >= 0 and window.at - window.keep > ELEMENT_LIMIT:
            window.keep = -1
        if not window.more():
            raise BrokenOffError(window.place)

    def _container(self) -> None:
        depth, window = 0, self.window
        while True:
            for found in _TOKEN.finditer(window.data, window.at):
                mark = window.data[found.start()]
                if mark != _QUOTE:
                    depth += 1 if mark in _OPENERS else -1
                    if depth == 0:
                        window.at = found.end()
                        return
                elif found.end() == found.start() + 1:
                    window.at = found.end()
                    self._rest_of_string()
                    break
            else:
                window.at = len(window.data)
                self._more()

    def _rest_of_string(self) -> None:
        window = self.window
        while True:
            found = _IN_STRING.search(window.data, window.at)
            if found and window.data[found.start()] == _QUOTE:
                window.at = found.end()
                return
            if found and found.end() < len(window.data):
                window.at = found.end() + 1
                continue
            window.at = found.start() if found else len(window.data)
            self._more()

    def _scalar(self) -> None:
        window = self.window
        start = window.place
        while True:
            found = _AFTER_SCALAR.search(window.data, window.at)
            if found:
                window.at = found.start()
                break
            window.at = len(window.data)
            if not window.more():
                break
        if window.place == start:
            raise BrokenOffError(start)
