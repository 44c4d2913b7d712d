"""Invisible marks and the many kinds of space that stand in the head of a line."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction, isolates and the byte order mark: never visible, so never part of a name or a time."""

SPACES = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_MANY_MARKS = rb"(?:\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c|\xef\xbb\xbf)*"
MARKS_IN_BYTES = (
    rb"(?:[\xe2\xd8\xef](?:(?<=\xe2)(?:\x80[\x8e\x8f\xaa-\xae]|\x81[\xa6-\xa9])|(?<=\xd8)\x9c|(?<=\xef)\xbb\xbf)"
    + _MANY_MARKS
    + rb"|)"
)
"""Any marks, or none. Written so that their absence, nearly always the case, is seen from one byte."""

SPACE_IN_BYTES = (
    rb"(?:[ \t]|[\xc2\xe2\xe3](?:(?<=\xc2)\xa0|(?<=\xe2)(?:\x80[\x80-\x8a\xaf]|\x81\x9f)|(?<=\xe3)\x80\x80))"
)

_PLAIN = {ord(mark): None for mark in MARKS} | {ord(space): " " for space in SPACES}


def plain(text: str) -> str:
    """The text without marks and with every kind of space as a space. Only for comparing, never for keeping."""
    return text.translate(_PLAIN)


def readable(text: str) -> str:
    """The text with what was no text in it replaced visibly, so that it can be shown and written down."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def in_bytes(text: str) -> bytes:
    """A pattern for UTF-8 that matches whatever is `plain` the same."""
    parts = [MARKS_IN_BYTES + (SPACE_IN_BYTES if one == " " else re.escape(one.encode())) for one in plain(text)]
    return b"".join(parts) + MARKS_IN_BYTES


@cache
def zero_of(digit: str) -> str:
    """The zero of the script this digit is written in."""
    return chr(ord(digit) - unicodedata.decimal(digit))


def digits_in_bytes(zero: str) -> bytes:
    """A pattern for one digit of this script in UTF-8."""
    if zero == "0":
        return b"[0-9]"
    return b"(?:" + b"|".join(re.escape(chr(ord(zero) + value).encode()) for value in range(10)) + b")"
