"""Where one mail of a mailbox ends and the next begins, in every dialect of the line between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.mail.head import NAME
from daybook.intake.mail.lines import Line, lines
from daybook.intake.mail.part import Whole
from daybook.intake.mail.split import Splitter
from daybook.intake.message import Flag

FIRST = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*From [^\n]{0,998}\n")
_BETWEEN = re.compile(
    rb"From (?=[^\n]{0,900}\b[0-9]{1,2}:[0-9]{2}\b)(?=[^\n]{0,900}\b(?:19|20)[0-9]{2}\b)[^\n]{5,990}$"
)
_STRICT = re.compile(
    rb"From \S{1,320} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +[0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]{2})\b"
    rb"[^\n]{4,60}$"
)
_LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEAD_MOST = 1 << 20
_BLANK = (b"\n", b"\r\n")


class _Reading:
    """One mail of the mailbox while it goes by."""

    def __init__(self, start: int, above: str, flags: tuple[Flag, ...]) -> None:
        self.splitter = Splitter(start)
        self.above = above
        self.flags = flags
        self.blank: Line | None = None
        self.closes = -1
        self._head: bytearray | None = bytearray()

    def add(self, line: Line) -> None:
        """The next line; an empty one is held back, because it may belong to the line between two mails."""
        if self.blank:
            self.splitter.add(self.blank)
            self.blank = None
        at, text, begins = line
        if self._head is not None:
            self._look(at, text)
            self.splitter.add(line)
        elif begins and text in _BLANK:
            self.blank = line
        else:
            self.splitter.add(line)

    def _look(self, at: int, text: bytes) -> None:
        """Where this mail says that it ends, if it says so."""
        assert self._head is not None
        if text not in _BLANK and len(self._head) < _HEAD_MOST:
            self._head += text
            return
        if found := _LENGTH.search(bytes(self._head)):
            self.closes = at + len(text) + int(found[1])
        self._head = None

    def finished(self) -> tuple[Whole, str, tuple[Flag, ...]]:
        """The mail. An empty line after it is the mailbox's."""
        return self.splitter.finish(), self.above, self.flags


def mails(file: BinaryIO) -> Iterator[tuple[Whole, str, tuple[Flag, ...]]]:
    """Every mail, the line above it, and "could-be-forged" where that line may be words of the mail before.

    A line is one between two mails when it has a date and time, a line of a head follows, and an empty line is before
    it; without the empty line only in its strictest form. A mail that says its length, and another begins or the file
    ends exactly there, is believed.
    """
    reading: _Reading | None = None
    held: Line | None = None
    size = file.seek(0, 2)
    for line in lines(file):
        if held is not None:
            flags = _between(file, size, reading, held, line)
            if flags is None:
                if reading:
                    reading.add(held)
            else:
                if reading:
                    done = reading.finished()
                    yield done
                    flags = ("could-be-forged",) if done[0].open_ended else flags
                reading = _Reading(line[0], held[1][5:].strip().decode(errors="replace"), flags)
            held = None
        if line[2] and line[1].lstrip(b"\xef\xbb\xbf").startswith(b"From "):
            held = line
        elif reading:
            reading.add(line)
    if reading:
        if held:
            reading.add(held)
        yield reading.finished()


def _between(file: BinaryIO, size: int, reading: _Reading | None, held: Line, line: Line) -> tuple[Flag, ...] | None:
    """The flags of the mail that begins after `held`; None where `held` is only a line of words."""
    if reading is None:
        return ()
    text = held[1].rstrip()
    follows = NAME.match(line[1]) or line[1].startswith((b">From ", b"From "))
    if not follows or not _BETWEEN.match(text):
        return None
    if held[0] < reading.closes and _ends_there(file, size, reading.closes):
        return None
    if reading.blank is not None:
        return ()
    return ("could-be-forged",) if _STRICT.match(text) else None


def _ends_there(file: BinaryIO, size: int, at: int) -> bool:
    """Whether a mail ends at this byte: the file does, or the next line between two mails stands there."""
    if at >= size:
        return at <= size + 2
    file.seek(at)
    return file.read(8).lstrip(b"\r\n").startswith(b"From ")
