"""Cut one mail into its parts while its lines go by: heads and words are kept, files are only counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.intake.mail.head import NAME, Head
from daybook.intake.mail.limits import DEPTH, HEADS, LINE, MAILS_DEEP, PARTS, WORDS
from daybook.intake.mail.lines import Line
from daybook.intake.mail.part import MAILS, Part, Whole

_PLAIN = ("", "7bit", "8bit", "binary")
_GOES_ON = (b" ", b"\t", b"From ", b">From ")
"""What is no line of a head and yet may stand in one: a line that goes on, and what a mailbox writes above a mail."""


@dataclass(slots=True)
class _Level:
    """A part whose end has not come, with the boundary between the parts inside it, if it has any."""

    part: Part
    boundary: bytes = b""
    closed: bool = False


@dataclass(slots=True)
class Splitter:
    """Takes the lines of one mail that begins at byte `start`; `finish` gives the whole.

    Holds at most `limits.HEADS` and `limits.WORDS` bytes; what is over is counted, and said in `wrong`.
    """

    start: int
    whole: Whole = field(init=False)
    _levels: list[_Level] = field(init=False)
    _head: bytearray | None = field(init=False)
    _media: str = "text/plain"
    _heads: int = 0
    _words: int = 0
    _parts: int = 0
    _end: int = 0
    _line_end: int = 0

    def __post_init__(self) -> None:
        self.whole = Whole(Part(self.start))
        self._levels = [_Level(self.whole.part)]
        self._head = bytearray()
        self._end = self.start

    def add(self, line: Line) -> None:
        """The next line."""
        at, text, begins = line
        if self._head is not None:
            self._in_head(line)
            return
        if not (begins and text[:2] == b"--" and self._is_boundary(at, text)):
            self._in_body(at, text)
        self._passed(at, text)

    def finish(self) -> Whole:
        """The mail is over. What follows it is not part of it."""
        if self._head is not None:
            self._open_body(self._end)
        if any(level.boundary and not level.closed for level in self._levels):
            self.whole.open_ended = True
            self._wrong(self._end, self._end, "The end of this mail is missing: it was cut off, or changed.")
        for level in self._levels:
            level.part.end = self._end
        return self.whole

    def _in_head(self, line: Line) -> None:
        assert self._head is not None
        at, text, begins = line
        if begins and text in (b"\n", b"\r\n"):
            self._passed(at, text)
            self._open_body(self._end)
            return
        if begins and text[:2] == b"--" and self._marks(text) is not None:
            self._open_body(at)
            self._is_boundary(at, text)
        elif begins and not NAME.match(text) and not text.startswith(_GOES_ON):
            self._wrong(at, at + len(text), "A line in the head of this mail is none. Its words begin there.")
            self._open_body(at)
            self.add(line)
            return
        elif self._heads + len(text) > HEADS:
            self._wrong(at, at + len(text), "The head of this mail is too long. The rest of it was left out.")
        else:
            self._heads += len(text)
            self._head += text
        self._passed(at, text)

    def _passed(self, at: int, text: bytes) -> None:
        self._end = at + len(text)
        self._line_end = 0 if text[-1:] != b"\n" else 2 if text[-2:] == b"\r\n" else 1

    def _open_body(self, at: int) -> None:
        """The head of the innermost part is over; its body begins at byte `at`."""
        assert self._head is not None
        level = self._levels[-1]
        part = level.part
        part.head = Head(bytes(self._head), media=self._media)
        self._head = None
        part.body = part.end = at
        head = part.head
        if head.boundary:
            level.boundary = b"--" + head.boundary
        elif head.media in MAILS and head.encoding in _PLAIN:
            self._inner_mail(part, at)
        elif head.media in ("text/plain", "text/html") and head.disposition != "attachment" and not head.file_name:
            part.words = bytearray()

    def _inner_mail(self, part: Part, at: int) -> None:
        if part.mails_deep >= MAILS_DEEP or len(self._levels) >= DEPTH or self._parts >= PARTS:
            self._wrong(
                part.start, at, "A mail inside too many other mails was not taken apart. It is in the original."
            )
            return
        inner = Part(at, mails_deep=part.mails_deep + 1)
        part.inside.append(inner)
        self._levels.append(_Level(inner))
        self._parts += 1
        self._head, self._media = bytearray(), "text/plain"

    def _in_body(self, at: int, text: bytes) -> None:
        words = self._levels[-1].part.words
        if words is None:
            return
        if self._words + len(text) > WORDS:
            self._wrong(at, at + len(text), "The words of this mail are too long. The rest of them is in the original.")
            return
        self._words += len(text)
        words += text

    def _marks(self, text: bytes) -> int | None:
        """Which level this line is a boundary of: the innermost counts."""
        if len(text) >= LINE:
            return None
        bare = text.rstrip()
        for number in range(len(self._levels) - 1, -1, -1):
            boundary = self._levels[number].boundary
            if boundary and (bare == boundary or bare == boundary + b"--") and not self._levels[number].closed:
                return number
        return None

    def _is_boundary(self, at: int, text: bytes) -> bool:
        """Whether this line ends a part. It does so for all that are inside; the line end before is the boundary's."""
        number = self._marks(text)
        if number is None:
            return False
        self._head = None
        before = self._end - self._line_end
        if number < len(self._levels) - 1:
            self._trim(self._levels[-1].part.words)
        for level in self._levels[number + 1 :]:
            level.part.end = max(level.part.body, before)
            if level.boundary and not level.closed:
                self._wrong(at, at + len(text), "A part of this mail has no end. The parts after it may be its own.")
        del self._levels[number + 1 :]
        level = self._levels[number]
        if text.rstrip() == level.boundary + b"--":
            level.closed = True
        elif self._parts >= PARTS or len(self._levels) >= DEPTH:
            self._wrong(at, at + len(text), "This mail has too many parts. This one is in the original only.")
        else:
            self._parts += 1
            inner = Part(at + len(text), mails_deep=level.part.mails_deep)
            level.part.inside.append(inner)
            self._levels.append(_Level(inner))
            self._head = bytearray()
            self._media = "message/rfc822" if level.part.head.media == "multipart/digest" else "text/plain"
        return True

    def _trim(self, words: bytearray | None) -> None:
        if words and self._line_end and words.endswith(b"\r\n"[-self._line_end :]):
            del words[-self._line_end :]

    def _wrong(self, start: int, end: int, why: str) -> None:
        """Say it; the same again right after it makes one longer place of it."""
        wrong = self.whole.wrong
        if wrong and wrong[-1][1] == why and wrong[-1][0][1] <= start:
            wrong[-1] = ((wrong[-1][0][0], end), why)
        else:
            wrong.append(((start, end), why))
