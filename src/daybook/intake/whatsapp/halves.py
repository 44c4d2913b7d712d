"""Words for before and after noon, and for the parts of a day, in every language of Unicode's CLDR.

`halves.json` holds them as they stand in CLDR, each with the hours it can mean as bits; a test compares it with Babel.
`halves_older.json` holds words for before and after noon that earlier editions had, and older phones still write.
A few words are before noon in one language and after noon in another: "m" with "f" beside it in the same chat is
Scottish Gaelic and before noon. `halves_by_pair.json` holds those, each with the word for the other half.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from daybook.intake.whatsapp.marks import plain

_IGNORED = str.maketrans("", "", " .")
_HALF = {"before": 0x000FFF, "after": 0xFFF000}
_ALL = 0xFFFFFF
_BESIDE, _FAR = 1, 5


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


@cache
def by_pair() -> dict[str, dict[str, str]]:
    """Words that are either half, and by the word for the other half which: "before" or "after"."""
    return _read("halves_by_pair.json")


def told_together(words: Iterable[str]) -> dict[str, int]:
    """What the words of one chat, `folded`, tell of each other: the hours of those that alone could be either half."""
    seen = set(words)
    told = {
        word: {half for other, half in by_pair()[word].items() if other in seen} for word in seen & by_pair().keys()
    }
    return {word: _HALF[found.pop()] for word, found in told.items() if len(found) == 1}


def not_told(word: str, told: Mapping[str, int]) -> bool:
    """Whether this word, `folded`, tells no half of the day: it is not known, or it is both somewhere."""
    return word not in told and halves().get(word, _ALL) == _ALL


def half(answer: str) -> int:
    """The hours of "before" or "after" noon."""
    return _HALF[answer]


def hour_of(hour: int, word: str, told: Mapping[str, int] | None = None) -> int | None:
    """The hour of twenty-four that `hour` is by this word; None where the word is not known or leaves it open.

    `told` are hours of words that are known for this chat alone.
    """
    word = folded(word)
    hours = (told or {}).get(word) or halves().get(word)
    if hours is None:
        return None
    if hour > 12:  # noqa: PLR2004 - a clock of twenty-four hours needs no word
        return hour if hour < 24 else None  # noqa: PLR2004
    both = (hour % 12, hour % 12 + 12)
    fitting = [one for one in both if hours >> one & 1] or _nearly(hours, both)
    return fitting[0] if len(fitting) == 1 else None


def _nearly(hours: int, both: tuple[int, int]) -> list[int]:
    """Where neither hour is of these: that which lies right beside them, if the other is far from them.

    Where a part of the day begins is not the same for every phone: some write "vormittags" from nine, some from ten.
    """
    of_word = [at for at in range(24) if hours >> at & 1]
    apart = [min(min((one - at) % 24, (at - one) % 24) for at in of_word) for one in both]
    return [one for one, far, other in zip(both, apart, apart[::-1], strict=True) if far <= _BESIDE and other >= _FAR]
