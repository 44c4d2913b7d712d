"""The part of a found text with the words in it, each word between two signs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from functools import cache

from daybook.readmodel.asked import TOKENS

BEGIN, END = "\x02", "\x03"
"""Around each found word of an excerpt: two signs that nobody writes."""
_WORDS = 40
_LENGTH = 300
_ONE_AT_A_TIME = threading.Lock()


@cache
def _shown() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"CREATE VIRTUAL TABLE shown USING fts5 (text, tokenize = '{TOKENS}')")
    return db


def excerpts(texts: Sequence[str], match: str, letters: Sequence[str] = ()) -> list[str]:
    """Of each text the part with most of the words that this query finds, or its beginning where there are none.

    Where only `letters` are looked for, it is the part around the first of them.

    The few texts of a page are made an index of their own, which is gone when this returns: the large one would read
    every place of every word again for each of them.
    """
    found = [_around(text, letters) for text in texts]
    if not match:
        return found
    query = f"SELECT rowid, snippet(shown, 0, ?, ?, ' … ', {_WORDS}) FROM shown WHERE shown MATCH ?"
    with _ONE_AT_A_TIME:
        db = _shown()
        db.execute("BEGIN")
        try:
            db.executemany("INSERT INTO shown (rowid, text) VALUES (?, ?)", enumerate(texts))
            for row, part in db.execute(query, (BEGIN, END, match)):
                found[row] = part
        finally:
            db.execute("ROLLBACK")
    return found


def _around(text: str, letters: Sequence[str]) -> str:
    """The text around the first of these letters, between the signs; its beginning where none is there."""
    at, one = min(((text.find(one), one) for one in letters if one in text), default=(-1, ""))
    if at < 0:
        return _beginning(text)
    start, end = max(0, at - _LENGTH // 2), at + len(one) + _LENGTH // 2
    before = ("… " if start else "") + text[start:at]
    return f"{before}{BEGIN}{one}{END}{text[at + len(one) : end]}" + (" …" if end < len(text) else "")


def _beginning(text: str) -> str:
    return text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
