"""The words of a page of HTML, as a reader would see them, by a parser that forgives what browsers forgive."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import HTMLParser, LxmlError

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg", "math"})
_LINES = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"}
    | {"li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile("[ \t\r\n\f]+")
_PIECE = 1 << 16


class _Words:
    """Collects what is seen; a line ends where a browser would end one, and never twice for two ends in a row."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._hidden = 0
        self._kept = 0
        self._fresh = True
        self._space = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag == "br":
            self._put("\n")
            self._fresh, self._space = True, False
        elif tag == "img":
            self.data(attributes.get("alt", ""))  # a drawn smile is often a picture with the smile as its words
        elif tag in _LINES:
            self._end_line()
        if tag == "pre":
            self._kept += 1

    def end(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _LINES:
            self._end_line()
        elif tag in _CELLS:
            self._put("\t")
            self._space = False
        if tag == "pre":
            self._kept = max(0, self._kept - 1)

    def data(self, text: str) -> None:
        if self._hidden or not text:
            return
        if self._kept:
            self._put(text)
            self._fresh = text.endswith("\n")
            return
        words = _SPACE.sub(" ", text)
        if words[0] == " " and (self._fresh or self._space):
            words = words[1:]
        if words:
            self._put(words)
            self._fresh, self._space = False, words[-1] == " "

    def close(self) -> str:
        return "".join(self.pieces).strip(" \n\t")

    def _put(self, text: str) -> None:
        if not self._hidden:
            self.pieces.append(text)

    def _end_line(self) -> None:
        if not self._fresh:
            self._put("\n")
            self._fresh, self._space = True, False


def words_of_html(page: str) -> str:
    """What can be read on this page; "" for none. Every input is a page to the parser; time grows with the length."""
    words = _Words()
    parser = HTMLParser(target=words, encoding="utf-8", huge_tree=True, no_network=True)
    given = page.replace("\0", "").encode("utf-8", "replace")
    try:
        for start in range(0, len(given), _PIECE):
            parser.feed(given[start : start + _PIECE])
        if given:
            parser.close()
    except LxmlError:
        pass  # it stops at what it cannot go on from; what was seen before is given
    return words.close()
