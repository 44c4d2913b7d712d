"""Whether a place she typed is one that a service helps in: by the name of a town or the beginning of a postcode."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

_POSTCODE = re.compile(r"\b([a-z]{1,2})([0-9][0-9a-z]?)\s*(?:[0-9][a-z]{2})?\b")
_AREA = re.compile(r"[a-z]{1,2}([0-9][0-9a-z]?)?")
_FEWEST = 3
_CLOSE = 0.84


def is_near(typed: str, places: Collection[str]) -> bool:
    """Whether what she typed (a town, a postcode or its beginning, or both) stands for one of these places.

    "ZZ9 1AA" and "zz91aa" are in ZZ9 and in ZZ, "ZZ91 2BB" is not in ZZ9. A town may be misspelt by a letter or two.
    """
    wanted = _plain(typed)
    known = [_plain(place) for place in places]
    areas = {place for place in known if _AREA.fullmatch(place)}
    towns = [place for place in known if place not in areas]
    if areas & _areas(wanted):
        return True
    if any(_within(town, wanted) or _within(wanted, town) for town in towns):
        return True
    begins = len(wanted) >= _FEWEST and any(town.startswith(wanted) for town in towns)
    return begins or bool(get_close_matches(wanted, towns, n=1, cutoff=_CLOSE))


def _areas(wanted: str) -> set[str]:
    """Every beginning of a postcode that the words name: the part before the gap, and its letters alone."""
    found = {wanted} if _AREA.fullmatch(wanted) else set()
    for letters, district in _POSTCODE.findall(wanted):
        found |= {letters, letters + district}
    return found


def _within(words: str, text: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split())
