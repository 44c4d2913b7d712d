"""Whose doing a sign is where the sentence is turned round: "I was punched", "I got a text from him"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from daybook.domain.breach.bound import ANYBODY, BLIND, FIRST, KIN, PEOPLE, PRONOUNS, SMALL, SOME, Bound, as_set
from daybook.domain.breach.words import is_mark

Who = Literal["them", "me", "other", "kin", ""]
"""Whose doing something is: the person bound, the teller, others, those around the person bound; "" is not said."""

HARMS = frozenset({"violence", "sexual", "kept", "threat", "harass", "property"})
REACHES = frozenset({"call", "text", "message", "mail", "third", "social"})
_IS = as_set("was were been being be got get gets getting am is are i'm we're wasn't weren't")
_IRREGULAR = as_set(
    "hit hurt beat bit held burnt cut struck shook spat rung told sent kept torn slit shot thrown bent caught "
    "left given stuck split flung"
)
_BETWEEN = as_set("then just also all so almost never not always often even once twice physically both")
_TELLING = as_set("called phoned rung texted messaged emailed dm'd whatsapped told sent")
_COMING = as_set("followed approached chased tailed watched")
_GOT = as_set(
    "got get gets getting had have having received receive found opened seen saw i've we've i'd with noticed "
    "there was were"
)
NOBODY_SAID = as_set("silent withheld private unknown blocked hidden prank")
"""What a call or a number is called that nobody gave a name to."""
_FROM, _BY = frozenset({"from", "off", "by"}), frozenset({"by", "off"})
_LOOK = 8
"""So many words on, "by" and "from" are looked for."""
_BACK = 6


def is_done_to(words: Sequence[str], index: int, act: str) -> bool:
    """Whether what stands here was done to whom the sentence is about: "was punched", "got badly beaten"."""
    word = words[index]
    if not (word.endswith(("ed", "en", "'d")) or word in _IRREGULAR):
        return False
    if act not in HARMS and word not in _TELLING | _COMING:
        return False
    at = index - 1
    while at >= max(0, index - 3) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at -= 1
    return at >= 0 and words[at] in _IS


def by_whom(words: Sequence[str], index: int, bound: Bound) -> Who:
    """Who did what was done to somebody here, where it is said."""
    return _named_after(words, index, _BY, bound)


def from_whom(words: Sequence[str], index: int, bound: Bound) -> Who:
    """Who something that came is from, where it is said."""
    return _named_after(words, index, _FROM, bound)


def was_received(words: Sequence[str], index: int) -> bool:
    """Whether she got, had or found what stands here."""
    return not _GOT.isdisjoint(words[max(0, index - _BACK) : index])


def _named_after(words: Sequence[str], index: int, before: frozenset[str], bound: Bound) -> Who:
    for at in range(index, min(index + _LOOK, len(words) - 1)):
        word = words[at]
        if is_mark(word) or (at > index and (word in FIRST or word in _SUBJECTS)):
            return ""
        if word in before and (who := _who(words, at + 1, bound)):
            return who
    return ""


_SUBJECTS = frozenset(word for subjects, _whose in PRONOUNS.values() for word in subjects)


def _who(words: Sequence[str], at: int, bound: Bound) -> Who:
    """Who the words from here name: he, somebody around him, somebody else, herself; "" for what is nobody."""
    first = words[at]
    if first in bound.objects:
        return "them"
    if first in ("me", "myself"):
        return "me"
    if first in bound.whose:
        rest = words[at + 1 : at + 3]
        if not KIN.isdisjoint(rest):
            return "kin"
        return "them" if not (PEOPLE | BLIND | _NUMBERS).isdisjoint(rest) else ""
    if first in ("himself", "herself", "her", "him", "them"):
        return "other"
    return _noun(words, at, bound)


_NUMBERS = as_set("number phone account mobile email address new old work car van dog dogs mate")


def _noun(words: Sequence[str], at: int, bound: Bound) -> Who:
    for place in range(at, min(at + 4, len(words))):
        word = words[place]
        if is_mark(word):
            return ""
        if word in bound.partners:
            mine = words[place - 1] in SMALL | {"ex"} or place == at
            return "them" if mine else "other"
        if word in bound.others or word in PEOPLE or word in BLIND or word in KIN:
            return "other"
        if word in ANYBODY and not SOME.isdisjoint(words[at:place]):
            return "other"
        if word in ("unknown", "withheld", "new", "blocked", "hidden", "private"):
            return "them"
    return ""
