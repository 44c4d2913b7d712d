"""Other ways to write what is looked for: a phone number grouped otherwise, "CAD1234" as two words, "sister's".

And what no index of words holds: emoji, and scripts that put no space between words. Their letters are looked for one
by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

_NUMBER = re.compile(r"(?<![\w.,:/-])(?:\+|00)?\(?\d(?:[ ().-]{0,3}\d){9,14}(?![\w/:])")
"""Ten to fifteen digits and only what stands inside phone numbers: a date or a time has fewer."""
_HOME = "44"
_LETTERS_AND_NUMBER = re.compile(r"([^\W\d_]{2,})(\d+)")
_HERS = re.compile(r"['’]s?$")  # noqa: RUF001  (a phone types its own apostrophe)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f]+"
)
"""Thai, Lao, Burmese, Khmer, kana and the characters of Chinese and Japanese."""
_TONES = frozenset("\ufe0e\ufe0f\u200d\u20e3") | {chr(tone) for tone in range(0x1F3FB, 0x1F400)}
"""What only dresses an emoji: its form as text or picture, what joins two, the colour of a skin."""
_PICTURED = "So"
_SHORTEST, _SHORTEST_FIRST = 3, 2
_PARTS = 3


def numbers_in(typed: str) -> tuple[str, list[tuple[str, ...]]]:
    """What is typed without the phone numbers in it, and each of these in all the ways it may be written."""
    found = [tuple(dict.fromkeys(_written(number))) for number in _NUMBER.findall(typed)]
    return _NUMBER.sub(" ", typed), found


def ways_of(word: str) -> tuple[str, ...]:
    """The ways one word may be written, the first as it is typed."""
    parts = _LETTERS_AND_NUMBER.fullmatch(word)
    return (word, f"{parts[1]} {parts[2]}") if parts else (word,)


def without_ending(word: str) -> str:
    """A word without the "'s" of whose it is."""
    return _HERS.sub("", word) or word


def letters_in(typed: str) -> tuple[str, list[str]]:
    """What is typed without emoji and words of scripts without spaces, and these, to be looked for letter by letter."""
    letters = _UNSPACED.findall(typed)
    rest = _UNSPACED.sub(" ", typed)
    pictured = "".join(one if _is_pictured(one) else " " for one in rest)
    letters += pictured.split()
    return "".join(" " if one in _TONES or _is_pictured(one) else one for one in rest), list(dict.fromkeys(letters))


def _is_pictured(one: str) -> bool:
    return ord(one) > 0x7F and one not in _TONES and unicodedata.category(one) == _PICTURED  # noqa: PLR2004  (ASCII)


def _written(number: str) -> Iterator[str]:
    """A number as one word, in groups as people write them, with and without the code of the country."""
    digits = "".join(one for one in number if one.isdecimal())
    yield digits
    yield " ".join(re.findall(r"\d+", number))
    abroad = digits.removeprefix("00") if number.startswith("00") else digits if number.startswith("+") else ""
    yield abroad or digits
    inner = abroad.removeprefix(_HOME).removeprefix("0") if abroad.startswith(_HOME) else ""
    inner = inner or (digits[1:] if digits.startswith("0") and not abroad else "")
    if not inner:
        return
    for groups in _grouped("0" + inner, _SHORTEST):
        yield " ".join(groups)
    for groups in _grouped(inner, _SHORTEST_FIRST):
        said = " ".join(groups)
        yield from (f"{_HOME}{said}", f"{_HOME} {said}", f"{_HOME} 0 {said}", f"00{_HOME}{said}", f"00{_HOME} {said}")


def _grouped(digits: str, first: int) -> Iterator[list[str]]:
    """The digits in up to `_PARTS` groups, the first of at least `first`."""
    for parts in range(_PARTS):
        for cuts in combinations(range(first, len(digits) - _SHORTEST + 1), parts):
            ends = (*cuts, len(digits))
            groups = [digits[start:end] for start, end in zip((0, *cuts), ends, strict=True)]
            if all(len(group) >= _SHORTEST for group in groups[1:]):
                yield groups
