"""What stands on a page between its messages: its title, its own furniture, and words that belong to no message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from daybook.intake.downloads.html_marks import Mark, unescaped
from daybook.intake.downloads.parts import Part
from daybook.intake.downloads.walked import BROKEN
from daybook.intake.message import Place, Skipped

STRAY = (
    "These words stand outside every message, because a piece of the page is lost or broken here. "
    "They were not read as a message and are kept with the page."
)
BEGINS_LATE = "The beginning of this page is missing, so what stood there could not be read."
_TITLES = ("h1", "title")
_HEAD, _LAST = {"html", "head", "body"}, {"html", "body"}
_LINES = {"a", "br", "i", "u"}
"""What may lie inside a title or a link; anything else shows that its end is lost."""
_SEEN = re.compile(r"[^\s\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_LITTLE = 100
"""Bytes of a link or label of the page's own."""
_MUCH = 2_000
"""More bytes than the head or the foot of a page ever has in words of its own."""


class Heading:
    """The title of a page, as far as it was gone through: its first heading, else what it is called."""

    def __init__(self) -> None:
        self._in, self._found = "", dict[str, str]()

    def __call__(self, mark: Mark) -> None:
        """Take in a mark that stands outside the elements."""
        if mark.kind == "text" and self._in and self._in not in self._found:
            self._found[self._in] = unescaped(mark.raw)
        elif mark.kind != "text":
            self._in = mark.name if mark.kind == "begin" and mark.name in _TITLES else ""

    @property
    def title(self) -> str:
        """What was found, "" for nothing."""
        return next((self._found[one].strip() for one in _TITLES if self._found.get(one, "").strip()), "")


class Between:
    """Is shown every mark between the messages, and holds two places of the page, however long it is.

    `own` says which elements there are the page's own, besides its titles; their words are never told. Where the
    head and the foot of a page have more words of its own, in any language, `bits` finds what only a message has
    inside: words there count only if such a piece, too much text or no beginning shows that they are a message's.
    """

    def __init__(self, own: Callable[[Mark], bool] | None = None, bits: re.Pattern[bytes] | None = None) -> None:
        self.heading = Heading()
        self._own, self._bits = own, bits
        self._in = ""
        self._start, self._end, self._much, self._is_message = -1, 0, 0, False
        self._has_begun = self._has_ended = self._is_head = self._is_told = False

    def __call__(self, mark: Mark) -> None:
        """Take in a mark that stands outside the messages."""
        self.heading(mark)
        if mark.kind == "text":
            self._words(mark)
        elif mark.kind == "begin":
            self._begin(mark)
        else:
            self._in = "" if mark.name not in _LINES or mark.name == self._in else self._in
            self._has_ended = self._has_ended or mark.name in _LAST

    def before(self, start: int, part: Part) -> Iterator[Skipped]:
        """What is to be told before the message that begins at `start`."""
        yield from self._run(part, is_edge=self._is_head)
        if not self._has_begun and not self._is_told:
            yield Skipped(place=Place(0, start, part.name), why=BEGINS_LATE)
        self._has_begun, self._is_head, self._is_told = True, False, False

    def after(self, part: Part, at: int = -1) -> Iterator[Skipped]:
        """What is to be told at the end of the page; `at` is where it broke off before that."""
        yield from self._run(part, is_edge=True)
        if at >= 0 or not self._has_ended:
            start = at if at >= 0 else part.size
            yield Skipped(place=Place(start, max(part.size, start), part.name), why=BROKEN)

    def _begin(self, mark: Mark) -> None:
        if mark.name in _HEAD:
            self._has_begun = self._is_head = True
            self._has_ended = False
        if mark.name in _TITLES or (self._own and self._own(mark)):
            self._in = mark.name
        elif mark.name not in _LINES:
            self._in = ""
        if self._bits and self._bits.search(mark.raw):
            self._is_message = True

    def _words(self, mark: Mark) -> None:
        is_own = self._in in _TITLES or (self._in and len(mark.raw) < _LITTLE)
        if is_own or mark.raw.isspace() or not _SEEN.search(unescaped(mark.raw)):
            return
        self._start = mark.start if self._start < 0 else self._start
        self._end = mark.end
        self._much += len(mark.raw.strip())
        self._is_message = self._is_message or self._has_ended or not self._has_begun

    def _run(self, part: Part, *, is_edge: bool) -> Iterator[Skipped]:
        """The words since the last message as one piece, where there are some that count."""
        counts = not (is_edge and self._bits) or self._is_message or self._much > _MUCH
        self._is_told = self._start >= 0 and counts
        if self._is_told:
            yield Skipped(place=Place(self._start, self._end, part.name), why=STRAY)
        self._in, self._start, self._much, self._is_message = "", -1, 0, False
