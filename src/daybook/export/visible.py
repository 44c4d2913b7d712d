"""Her text made fit for paper without losing a sign of it: what cannot be drawn is shown by its number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_LONG = re.compile(r"[^\s\u200b]{31,}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}[.,;)]?")
"""A SHA-256 fits on a line of A4; with a place to break in it, it would not be the same when copied from the file."""
_BREAK_EVERY = 15
_MAY_BREAK_HERE = "\u200b"
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_NO_SIGN = ("Cc", "Cn", "Co", "Cs")
_TURNS_TEXT_AROUND = "\u202d\u202e\ufeff"
_PLAIN = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u017f\u200b\u2010-\u2015\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+"
)
_JOINER = "\u200d"


def visible(text: str) -> str:
    """The text with every sign that paper cannot carry shown as its number: U+0007 in angle quotes.

    Control characters, unassigned and private code points, lone surrogates, and the marks that would silently turn
    the order of letters around. Line ends become one kind, a tab becomes four spaces. Nothing is dropped.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text
    return "".join(_numbered(sign) if _has_no_sign(sign) else sign for sign in text)


def paragraphs(text: str) -> list[str]:
    """Her paragraphs, parted where she left an empty line; a single line end stays inside. Empty text has none."""
    return [part for part in _NEW_PARAGRAPH.split(visible(text).strip("\n")) if part.strip()]


def breakable(text: str) -> str:
    """The text with places to break inside words longer than a line, so that none runs off the paper.

    A fingerprint stays whole: who copies it from the paper compares it.
    """
    return _LONG.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    return word[0] if _FINGERPRINT.fullmatch(word[0]) else _MAY_BREAK_HERE.join(_pieces(word[0]))


def on_paper(text: str) -> str:
    """The text with every sign visible and no word longer than a line: fit to be printed."""
    return breakable(visible(text))


def directed(text: str) -> dict[str, str | bool]:
    """The same, and whether it reads from right to left: a template sets it in its own direction."""
    return {"text": on_paper(text), "rtl": reads_right_to_left(text)}


def first_words(text: str, longest: int = 60) -> str:
    """The beginning of a text on one line, cut between words, with an ellipsis where there is more."""
    line = " ".join(visible(text[: longest * 8]).split())
    if len(line) <= longest:
        return line
    return (line[:longest].rsplit(" ", 1)[0] if " " in line[:longest] else line[:longest]) + " …"


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is one of a right-to-left script."""
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def unusual(text: str) -> set[str]:
    """The letters, each with the marks on it, that the paper's own typeface may not have."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return set()
    return {cluster for cluster in _clusters(text) if not _PLAIN.fullmatch(cluster)}


def numbered(text: str, missing: Iterable[str]) -> str:
    """The text with each of the missing letters shown as its number."""
    if text.isascii() or not missing:
        return text
    found = re.compile("|".join(sorted(map(re.escape, missing), key=len, reverse=True)))
    return found.sub(lambda cluster: "".join(_as_it_is_or_numbered(sign) for sign in cluster[0]), text)


def _clusters(text: str) -> Iterator[str]:
    """The text letter by letter, a letter with all that is drawn on it or joined to it."""
    cluster = text[:1]
    for sign in text[1:]:
        if _joins(sign) or cluster[-1] == _JOINER:
            cluster += sign
        else:
            yield cluster
            cluster = sign
    yield cluster


def _joins(sign: str) -> bool:
    """Whether it is drawn on the sign before it: a mark, a joiner, a skin tone, a tag."""
    if sign < "\u0300":
        return False
    is_tone_or_tag = "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0020" <= sign <= "\U000e007f"
    return unicodedata.category(sign)[0] == "M" or sign in "\u200c\u200d" or is_tone_or_tag


def _pieces(word: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    while start < len(word):
        end = start + _BREAK_EVERY
        while end < len(word) and (_joins(word[end]) or word[end - 1] == _JOINER):
            end += 1
        pieces.append(word[start:end])
        start = end
    return pieces


def _as_it_is_or_numbered(sign: str) -> str:
    return sign if sign.isascii() else _numbered(sign)


def _has_no_sign(sign: str) -> bool:
    return sign != "\n" and (unicodedata.category(sign) in _NO_SIGN or sign in _TURNS_TEXT_AROUND)


def _numbered(sign: str) -> str:
    return f"\u2039U+{ord(sign):04X}\u203a"
