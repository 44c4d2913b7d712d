"""Text that is not UTF-8 but what an editor or a spreadsheet on Windows wrote, told only where nothing else fits."""

from __future__ import annotations

import re

WESTERN = "cp1252"
SAVED_AGAIN = (
    "This text was saved on a computer in an older way of writing letters. Look closely at names with accents; "
    "a file as it came from the phone has no such doubt."
)
_FEWEST, _SPARSE = 3, 6
_HIGH = re.compile(rb"[\x80-\xff]+")
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PLAUSIBLE = re.compile(
    rb"[\x80\x85\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e\x9f\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xba\xbb\xbd\xbf"
    rb"\xc0-\xcf\xd1-\xd6\xd8-\xdd\xdf-\xef\xf1-\xf6\xf8-\xfd]{1,3}"
)


def is_western(head: bytes) -> bool:
    """Whether a file that begins so is text in Windows-1252.

    A few bytes beyond ASCII, each a letter or sign that western languages use, and not one character of UTF-8. A lone
    broken byte is not enough: that is damage, and shown as such.
    """
    if head.isascii() or _MANY_BYTES.search(head):
        return False
    found = _HIGH.findall(head)
    count = sum(map(len, found))
    return _FEWEST <= count < len(head) // _SPARSE and all(map(_PLAUSIBLE.fullmatch, found))
