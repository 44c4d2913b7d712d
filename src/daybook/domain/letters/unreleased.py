"""Confidential things that stand in a letter without having been released: written there by hand, or inside others.

Rests on W20 and W26: what is said by mistake is said. This warns in words and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from daybook.domain.letters.things import THINGS, Thing

_PARTS = re.compile(r"[\n,;/]|\band\b|\bor\b")
_ASIDE = re.compile(r"\([^()]*\)")
_FEWEST_DIGITS = 7
_A_POSTCODE = 5
_COUNTRY = re.compile(r"^(?:00)?44")


def unreleased(text: str, values: Mapping[str, str], released: Collection[str], *, ours: str = "") -> list[Thing]:
    """The things she did not release whose value, or a part of it, stands in the text, in the order of THINGS.

    A part that stands in `ours`, the words the letter began with, gives nothing away: "nursery", say.
    """
    read, began = _Read(text), _Read(ours)
    return [
        thing
        for thing in THINGS.values()
        if thing.id not in released and _stands(parts(values.get(thing.id, "")), read, began)
    ]


def _stands(given: Iterable[str], read: _Read, began: _Read) -> bool:
    return any(read.holds(part) and not began.holds(part) for part in given)


def parts(value: str) -> Iterator[str]:
    """The whole of a value, and what it is made of: each line, each name, each part of an address; no asides."""
    found = [value, *_PARTS.split(_ASIDE.sub(",", value))]
    yield from dict.fromkeys(part for part in map(_plain, found) if len(part.replace(" ", "")) > 1)


class _Read:
    """A text made ready to look things up in."""

    def __init__(self, text: str) -> None:
        self._words = f" {_plain(text)} "
        self._close = self._words.replace(" ", "")
        self._text = text

    def holds(self, part: str) -> bool:
        """Whether a part stands here: as whole words; with a digit in it also without its gaps; a number any way."""
        if f" {part} " in self._words:
            return True
        close = part.replace(" ", "")
        if sum(sign.isdigit() for sign in close) >= _FEWEST_DIGITS and _is_number(close):
            return self._number(close)
        return any(sign.isdigit() for sign in close) and len(close) >= _A_POSTCODE and close in self._close

    def _number(self, digits: str) -> bool:
        core = _COUNTRY.sub("", digits).lstrip("0")
        return re.search(r"[\s().\-]{0,3}".join(core), self._text) is not None


def _is_number(close: str) -> bool:
    return all(sign.isdigit() for sign in close)


def _plain(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
