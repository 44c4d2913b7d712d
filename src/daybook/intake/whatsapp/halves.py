"""Words for before and after noon, and for the parts of a day, in every language of Unicode's CLDR.

`halves.json` holds them as they stand in CLDR, each with the hours it can mean as bits; a test compares it with Babel.
`halves_older.json` holds words for before and after noon that earlier editions had, and older phones still write.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from daybook.intake.whatsapp.marks import plain

_IGNORED = str.maketrans("", "", " .")
_HALF = {"before": 0x000FFF, "after": 0xFFF000}


def folded(word: str) -> str:
    """A word without case, marks, spaces and full stops: "P. M." is "pm"."""
    return plain(word).casefold().translate(_IGNORED)


@cache
def halves() -> dict[str, int]:
    """The hours each word can mean, today's words and earlier ones: bit 13 stands for one in the afternoon."""
    return cldr() | {folded(word): _HALF[half] for half, words in _read("halves_older.json").items() for word in words}


def cldr() -> dict[str, int]:
    """The words of today."""
    return _read("halves.json")


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return found


def hour_of(hour: int, word: str) -> int | None:
    """The hour of twenty-four that `hour` is by this word; None where the word is not known or leaves it open."""
    hours = halves().get(folded(word))
    if hours is None:
        return None
    if hour > 12:  # noqa: PLR2004 - a clock of twenty-four hours needs no word
        return hour if hour < 24 else None  # noqa: PLR2004
    fitting = [one for one in (hour % 12, hour % 12 + 12) if hours >> one & 1]
    return fitting[0] if len(fitting) == 1 else None
