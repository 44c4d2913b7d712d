"""How the bytes of a file of text stand for its letters, and how many of them a stretch of it took in the original."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from daybook.intake.western import SAVED_AGAIN, WESTERN, is_western

BLOCK = 1 << 20
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BARE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_ONE_BYTE = {"iso8859-1": "latin-1", "cp1252": "cp1252", "iso8859-15": "iso8859-15"}


class Coding:
    """What a file's first bytes say about its text: `name` of the codec and `skip`, the bytes of its mark.

    A mark outweighs what the XML declaration says: a pipe that rewrote the file left the declaration as it was.
    """

    def __init__(self, head: bytes) -> None:
        self.name, self.skip = _told(head)
        self.width: Callable[[bytes], int] = len if self.name == "utf-8" else self._width
        """How many bytes of the original a stretch of UTF-8 text stood in."""

    def blocks(self, file: BinaryIO) -> Iterator[bytes]:
        """The text from the file's beginning as UTF-8, about a megabyte at a time; UTF-8 itself is passed untouched."""
        file.seek(self.skip)
        if self.name == "utf-8":
            while block := file.read(BLOCK):
                yield block
            return
        decoder = codecs.getincrementaldecoder(self.name)("replace")
        while block := file.read(BLOCK):
            yield decoder.decode(block).encode()
        yield decoder.decode(b"", final=True).encode()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be told about the letters of this file."""
        return (SAVED_AGAIN,) if self.name == WESTERN else ()

    def _width(self, text: bytes) -> int:
        letters = text.decode("utf-8", "replace")
        return len(letters.encode(self.name)) if self.name.startswith("utf-16") else len(letters)


def _told(head: bytes) -> tuple[str, int]:
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    for start, name in _BARE:
        if head.startswith(start):
            return name, 0
    declared = _DECLARED.match(head)
    if not declared and is_western(head):
        return WESTERN, 0
    try:
        return _ONE_BYTE.get(codecs.lookup(declared[1].decode()).name, "utf-8") if declared else "utf-8", 0
    except LookupError:
        return "utf-8", 0
