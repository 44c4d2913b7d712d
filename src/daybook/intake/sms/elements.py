"""The tags of a backup, read by expat one at a time, each with its place; what is no tag is skipped by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from daybook.intake.coding import Coding
from daybook.intake.format import CannotReadError
from daybook.intake.message import Place, Skipped
from daybook.intake.sms.mend import keep_lines, mend_bytes, mend_references
from daybook.intake.sms.pieces import Piece, Pieces

_RENEWED = 20_000
_TAG = re.compile(rb"[^\"'>]*+(?:(?:\"[^\"]*+\"|'[^']*+')[^\"'>]*+)*+>")
_ENDINGS = {b"!--": b"-->", b"![CDATA[": b"]]>"}


class TellsWhatToFetchError(CannotReadError):
    """This file asks for more than a phone's backup ever does (a DOCTYPE), so it was not opened. It can be kept."""


class Element(NamedTuple):
    """One tag: its name ("/mms" where it ends), what it says, and its bytes in the original.

    `picture` is where the picture of a part stands; `alone` whether nothing can be inside; `mended` whether a letter
    was lost.
    """

    name: str
    says: dict[str, str]
    start: int
    end: int
    picture: tuple[int, int] | None
    alone: bool
    mended: bool


class _Reader:
    """Expat, given one tag at a time and never the tree: nothing can be nested, declared or fetched."""

    def __init__(self) -> None:
        self._renew()

    def _renew(self) -> None:
        # A new one now and then: expat keeps every name it has ever met.
        self._left = _RENEWED
        self._found: list[tuple[str, dict[str, str]]] = []
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._begin
        self._parser.CharacterDataHandler = self._words
        self._parser.Parse(b"<all>")
        self._stray = False

    def _begin(self, name: str, says: dict[str, str]) -> None:
        self._found.append((name, says))

    def _words(self, _: str) -> None:
        self._stray = True

    def read(self, tag: bytes) -> tuple[str, dict[str, str]] | None:
        """Its name and what it says, or None where it is not one whole tag."""
        if not self._left:
            self._renew()
        self._left -= 1
        self._found.clear()
        try:
            self._parser.Parse(tag)
        except expat.ExpatError:
            self._renew()
            return None
        if self._stray or len(self._found) != 1:
            self._renew()
            return None
        return self._found[0]


def elements(file: BinaryIO, coding: Coding) -> Iterator[Element | Skipped]:
    """Every tag in order. Raises TellsWhatToFetchError at a DOCTYPE."""
    reader, until, begun, inside = _Reader(), b"", 0, False
    end = 0
    for piece in Pieces(file, coding):
        if isinstance(piece, Skipped):
            yield piece
            continue
        end, text = piece.end, piece.text
        if until:
            if until in text:
                yield from _after_comment(piece, begun, until, coding, inside=inside)
                until = b""
        elif text.startswith((b"!", b"?")):
            until = _ENDINGS[b"!--"] if text.startswith(b"!--") else _ENDINGS.get(text[:8], b"")
            until, begun = (b"?>" if text.startswith(b"?") else until), piece.start
            if not until:
                raise TellsWhatToFetchError
            if until in text:
                yield from _after_comment(piece, begun, until, coding, inside=inside)
                until = b""
        else:
            inside = True
            element = _whole_tag(piece, reader, coding)
            if element is None:
                yield from _tag(piece, reader, coding)
            else:
                yield element
    if until:
        yield Skipped(place=Place(begun, end), why="A comment that never ends, and everything after it.")


def _after_comment(piece: Piece, begun: int, until: bytes, coding: Coding, *, inside: bool) -> Iterator[Skipped]:
    """What a comment leaves behind: the head of a file may have them, among messages they are worth a word."""
    _, _, after = piece.text.partition(until)
    middle = piece.end - coding.width(after)
    if inside:
        yield Skipped(place=Place(begun, middle), why="A comment in the file, which is not a message.")
    if after.strip():
        yield Skipped(place=Place(middle, piece.end), why="Words between the messages.")


def _whole_tag(piece: Piece, reader: _Reader, coding: Coding) -> Element | None:
    """This piece where it is one well-written tag and nothing else, as nearly all are."""
    text = piece.text.rstrip()
    if not text.endswith(b">") or text.startswith(b"/"):
        return None
    end = piece.end - coding.width(piece.text[len(text) :])
    text, mended = _prepared(text)
    read = reader.read(_alone(text))
    return read and Element(read[0], read[1], piece.start, end, piece.hole, text.endswith(b"/>"), mended)


def _prepared(text: bytes) -> tuple[bytes, bool]:
    """Halves of emoji joined and line ends kept; True where a letter was lost."""
    mended = False
    if b"&#5" in text or b"&#x" in text:
        text, mended = mend_references(text)
    if b"\n" in text or b"\t" in text or b"\r" in text:
        text = keep_lines(text)
    return text, mended


def _tag(piece: Piece, reader: _Reader, coding: Coding) -> Iterator[Element | Skipped]:
    """This piece as a tag, mended where it can be, and what stands after it."""
    if piece.text.startswith(b"/"):
        yield from _ending(piece, piece.text.rstrip(), coding)
        return
    whole = _TAG.match(piece.text)
    read = None
    if whole:
        text, many = mend_references(keep_lines(whole[0]))
        text, lost = mend_bytes(text)
        read = reader.read(_alone(text))
    if not whole or not read:
        yield Skipped(place=_place(piece, coding), why="This is not written as a message is, or its end is missing.")
        return
    stray = piece.text[whole.end() :]
    end = piece.end - coding.width(stray)
    yield Element(read[0], read[1], piece.start, end, piece.hole, whole[0].endswith(b"/>"), many or lost)
    if stray.strip():
        yield Skipped(place=Place(end, piece.end), why="Words between the messages.")


def _alone(text: bytes) -> bytes:
    """This tag as one with nothing inside, for expat."""
    return b"<" + (text if text.endswith(b"/>") else text[:-1] + b"/>")


def _ending(piece: Piece, text: bytes, coding: Coding) -> Iterator[Element | Skipped]:
    name, closed, stray = text[1:].partition(b">")
    end = piece.end - coding.width(piece.text[len(name) + 2 :])
    if not closed:
        yield Skipped(place=_place(piece, coding), why="This is not written as a message is, or its end is missing.")
        return
    yield Element("/" + name.decode("utf-8", "replace").strip(), {}, piece.start, end, None, alone=True, mended=False)
    if stray:
        yield Skipped(place=Place(end, piece.end), why="Words between the messages.")


def _place(piece: Piece, coding: Coding) -> Place:
    return Place(piece.start, piece.end - coding.width(piece.text[len(piece.text.rstrip()) :]))
