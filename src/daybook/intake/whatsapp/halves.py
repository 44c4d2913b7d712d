"""Words for before and after noon, and for the parts of a day, in every language of Unicode's CLDR.

`halves.json` holds them as they stand in CLDR, each with the hours it can mean as bits; a test compares it with Babel.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from daybook.intake.whatsapp.marks import plain

_IGNORED = str.maketrans("", "", " .")


def folded(word: str) -> str:
    """A word without case, marks, spaces and full stops: "P. M." is "pm"."""
    return plain(word).casefold().translate(_IGNORED)


@cache
def halves() -> dict[str, int]:
    """The hours each word can mean: bit 13 stands for one in the afternoon."""
    text = resources.files(__package__).joinpath("halves.json").read_text(encoding="utf-8")
    found: dict[str, int] = json.loads(text)
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
