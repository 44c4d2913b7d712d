"""HTML cut into marks, each with its bytes in the original.

No kept parser gives those (lxml knows a line, selectolax nothing, html.parser a column of characters and takes
quadratic time over hostile pages until its latest repairs), and a message needs its place. The pages read here are
written by programs that escape what people typed, so a `<` before a letter always begins a mark; entities are the
standard library's.

Bounds: linear time; one block of 256 KiB and one mark or text of up to 4 MiB.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from daybook.intake.downloads.window import BrokenOffError, Readable, Window

MARK_LIMIT = 4 << 20
_MARK = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(
    rb"([^\s\"'>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?",
)
_BEGINS = re.compile(rb"<(?=[a-zA-Z]|![-dD]|\?[xX]|/[a-zA-Z])")
"""A mark, a comment or what a page says of itself first; anything else after a `<` is text."""
_TEXT_AND_MARK = re.compile(rb"([^<]*+)" + _MARK.pattern)
_RAW = {"style", "script"}
_TO_ITS_END = re.compile(rb"<()([a-zA-Z][a-zA-Z0-9:-]*+)([^<>]*+)>")
_ANOTHER = re.compile(rb"</|<(?:a|abbr|br|cite|div|footer|h2|p|q|section|span|strong)\b")
_WORDS = re.compile(rb"</[^<>]*+>|<[^<>]++(?=<)")
SPOILT_MOST = 50
"""Marks of one page that may have lost a quote: each takes a look at `MARK_LIMIT` bytes."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A beginning or an end of an element (`name` in lower case), or a text, from byte `start` up to `end`."""

    kind: Literal["begin", "end", "text"]
    name: str
    start: int
    end: int
    raw: bytes

    def attributes(self) -> dict[str, str]:
        """What the mark says of its element, decoded."""
        return {
            key.decode("utf-8", "replace").lower(): unescaped(a or b or c)
            for key, a, b, c in _ATTRIBUTE.findall(self.raw)
        }


def unescaped(raw: bytes) -> str:
    """The text these bytes stand for."""
    text = raw.decode("utf-8", "replace")
    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of digits after "&#"
        return text


def marks(file: Readable, base: int = 0) -> Iterator[Mark]:
    """Every mark and text in order, without comments and declarations. Raises BrokenOffError for one without an end."""
    window = Window(file, base)
    while True:
        yield from _plain(window)
        begin = _seek(window)
        if begin > window.at:
            yield _text(window, begin)
        if window.at >= len(window.data) and not window.more():
            return
        if not _BEGINS.match(window.data, window.at):
            continue
        if window.data[window.at + 1 : window.at + 2] in {b"!", b"?"}:
            _past(window, b"-->" if _is_comment(window) else b">")
            continue
        mark = _mark(window)
        yield mark
        if mark.kind == "begin" and mark.name in _RAW:
            _past(window, b"</" + mark.name.encode())
            window.at -= len(mark.name) + 2


def _plain(window: Window) -> Iterator[Mark]:
    """What is as it is on almost all of a page: texts and marks that are whole in what is held."""
    data, base, at = window.data, window.base, window.at
    while found := _TEXT_AND_MARK.match(data, at):
        text, is_end, name, inside = found.groups()
        if text:
            start, at = at, found.end(1)
            window.at = at
            yield Mark("text", "", base + start, base + at, text)
        called = name.decode().lower()
        if called in _RAW or (inside and (is_end or b"<" in inside)):
            return
        start, at = at, found.end()
        window.at = at
        yield Mark("end" if is_end else "begin", called, base + start, base + at, inside)


def _seek(window: Window) -> int:
    """Index where the next mark begins; the end of what there is where none does, or the text is too long already."""
    seen = window.at
    while True:
        found = _BEGINS.search(window.data, seen)
        if found:
            return found.start()
        length = len(window.data) - window.at
        if length > MARK_LIMIT:
            return len(window.data) - 2
        if not window.more():
            return len(window.data)
        seen = window.at + max(0, length - 2)


def _text(window: Window, end: int) -> Mark:
    start = window.place
    raw = window.data[window.at : end]
    window.at = end
    return Mark("text", "", start, window.place, raw)


def _is_comment(window: Window) -> bool:
    while len(window.data) - window.at < 4 and window.more():  # noqa: PLR2004 - "<!--"
        pass
    return window.data.startswith(b"<!--", window.at)


def _past(window: Window, end: bytes) -> None:
    """Go behind the next `end`, keeping nothing on the way."""
    start = window.place
    while (found := window.data.find(end, window.at)) < 0:
        window.at = max(window.at, len(window.data) - len(end) + 1)
        if not window.more():
            raise BrokenOffError(start)
    window.at = found + len(end)


def _is_spoilt(is_end: bytes, inside: bytes) -> bool:
    """Whether a mark holds more than its own: another one, because a quote is lost, or words in one that ends."""
    return _ANOTHER.search(inside) is not None or bool(is_end and inside.strip())


def _mark(window: Window) -> Mark:
    """The next mark; a text where it is one only as far as the next."""
    start = window.place
    while not (found := _MARK.match(window.data, window.at)):
        if len(window.data) - window.at > MARK_LIMIT or not window.more():
            break
    if found and not _is_spoilt(found[1], found[3]):
        return _as_it_is(window, found)
    window.spoilt += 1
    found = _TO_ITS_END.match(window.data, window.at)
    text = _WORDS.match(window.data, window.at)
    if window.spoilt > SPOILT_MOST or not (found or text):
        raise BrokenOffError(start)
    if found:
        return _as_it_is(window, found)
    return _text(window, text.end() if text else 0)


def _as_it_is(window: Window, found: re.Match[bytes]) -> Mark:
    start = window.place
    window.at = found.end()
    return Mark("end" if found[1] else "begin", found[2].decode().lower(), start, window.place, found[3])
