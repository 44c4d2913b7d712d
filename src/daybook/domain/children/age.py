"""How old a child is, from what she typed, and which words fit."""

from __future__ import annotations

import re
from typing import Literal

from daybook.domain.records.child import Child

Words = Literal["others", "first", "young", "older", "teen"]
"""Which words a card uses; "others" is no card, but words for the grown-ups around."""

_YEARS = re.compile(r"(\d{1,2})\s*(?:y|yrs?|years?)?(?:\s*old)?\.?", re.IGNORECASE)
_MONTHS = re.compile(r"(\d{1,2})\s*(?:m|mths?|months?)(?:\s*old)?\.?", re.IGNORECASE)
GROWN = 18
_FROM: tuple[tuple[int, Words], ...] = ((16, "teen"), (11, "older"), (7, "young"), (4, "first"), (0, "others"))
_CHOSEN: dict[str, Words] = {words: words for _first, words in _FROM}


def years(child: Child) -> int | None:
    """The age in whole years where a plain number was typed ("7", "7 years", "18 months"); None for anything else.

    "Nearly 8" is no number: which side of it fits is hers to say.
    """
    typed = child.age.strip()
    if found := _YEARS.fullmatch(typed):
        return int(found[1])
    if found := _MONTHS.fullmatch(typed):
        return int(found[1]) // 12
    return None


def words_by_age(age: int) -> Words:
    """The words that fit most children of this age (W4, X24): below four a child mostly cannot make the call."""
    return next(words for first, words in _FROM if age >= first)


def words_of(child: Child) -> Words | None:
    """Which words fit this child: those she chose, else those by age; None while neither is known."""
    chosen = _CHOSEN.get(child.words)
    if chosen:
        return chosen
    age = years(child)
    return None if age is None else words_by_age(age)


def not_named(ages: tuple[int, ...], children: list[Child]) -> list[int]:
    """The ages she told that no child of hers has yet; never more than there are children told and not added.

    A child whose age was changed or is no number still counts as one of those told.
    """
    left = [age for age in ages if age < GROWN]
    room = len(left) - len(children)
    for child in children:
        age = years(child)
        if age in left:
            left.remove(age)
    return left[: max(0, room)]
