"""A word for before or after noon beside a clock, in any language: read over, it makes a time twelve hours wrong."""

from __future__ import annotations

import re

from daybook.intake.whatsapp.halves import folded, halves

LETTERS = r"(?:(?!\d)(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d]))++"
"""A word, with the signs above, below and between its letters that some scripts write vowels with."""
_WORDS = rf"((?:{LETTERS}[.\u2019']*+\s*+){{1,6}})"
_BEHIND, _BEFORE = re.compile(rf"[\s.,]*{_WORDS}"), re.compile(rf"{_WORDS}\Z")

_DAYS = {
    "чт", "երկ", "mo", "mi", "sa", "ma", "to", "de", "po", "ut", "an", "pn", "tr", "sub", "min", "ot", "pk", "du",
}  # fmt: skip
"""Days of the week and little words of languages spoken here that are halves of days elsewhere."""
_HUNGARIAN = re.compile(r"[\d.][\s.,]*+(d[ue]\.)\s*\Z")
"""Behind a date and before the clock, with a full stop, these are no "of" and no day of the week."""
_GAELIC = re.compile(r"[mf](?!\w)")
"""Right behind the minutes, without a space."""
_LONG = 4


def half_beside(text: str, start: int, end: int) -> str:
    """The word right behind the clock at `start` to `end`, or right before it; "" for none. `text` has to be short."""
    behind, before = _BEHIND.match(text, end), _BEFORE.search(text, 0, start)
    words = behind[1].split() if behind else []
    first = before[1].split() if before else []
    nearest = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    nearest += [one for count in range(len(first), 0, -1) if _is_plain(one := " ".join(first[-count:]))]
    told = _HUNGARIAN.search(text, 0, start) or _GAELIC.match(text, end)
    return next((one for one in nearest if _is_half(folded(one))), told[told.lastindex or 0] if told else "")


def _is_half(word: str) -> bool:
    return len(word) > word.isascii() and word not in _DAYS and word in halves()


def _is_plain(word: str) -> bool:
    """Whether this cannot be a word that leads to a clock, as "alle" or "a" do: those are short, and in our letters."""
    initials = "." in word.strip(" .") or " " in word
    return initials or not word.isascii() or len(folded(word)) >= _LONG
