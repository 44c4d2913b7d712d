"""Where a reader is in a text: whose doing it is, who is being quoted, and what is denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from daybook.domain.breach.bound import BEFORE_A_PLACE, FIRST, KIN, PRONOUNS, SMALL, YOU, Bound, as_set
from daybook.domain.breach.happening import Teller

Who = Literal["them", "me", "other", "kin", ""]

_ENDS = frozenset(".!?;\n")
_OPENS, _EITHER = "\u201c", '"'
_QUOTES = frozenset({_OPENS, "\u201d", _EITHER})
_NOT = as_set(
    "not never no nobody nor without none don't didn't doesn't won't can't couldn't wouldn't isn't wasn't hasn't "
    "haven't hadn't aren't weren't"
)
_STOPS = frozenset({"stop", "stopped", "stopping", "only", "just", "leave"})
_THERE = as_set("left leaving out arrived got reached finished was am were saw seen met found him her them with near")
_PRONOUNS = frozenset(word for subjects, _whose in PRONOUNS.values() for word in subjects)
_REACH = 4
"""A "not" reaches this many words on."""
MARKS = _ENDS | _QUOTES | {":"}


def turning(bound: Bound) -> frozenset[str]:
    """The words that change whose doing something is, or deny it. All others are passed by."""
    return MARKS | FIRST | YOU | KIN | _NOT | _STOPS | _THERE | bound.subjects | bound.others


class Reader:
    """Goes through the words of one text from left to right.

    `who` is whose doing it is from here on, `there` whether a place that is named now is theirs, `sign` where the last
    sign ended.
    """

    __slots__ = ("_bound", "_denied", "_quoted", "_speaker", "_teller", "_words", "sign", "there", "who")

    def __init__(self, words: Sequence[str], teller: Teller, bound: Bound) -> None:
        self._words, self._teller, self._bound = words, teller, bound
        self._denied, self._quoted, self._speaker = -1, False, ""
        self.who: Who = ""
        self.there = True
        self.sign = -1

    def turn(self, index: int) -> None:
        """Take in one of the words that matter, or a mark."""
        word = self._words[index]
        if word in MARKS:
            self._mark(word)
            return
        if who := self._doer(word, index):
            self.who, self.there, self._denied = who, who in ("them", "kin"), -1
        if word in _NOT:
            self._denied = index + _REACH
        elif word in _STOPS:
            self._denied = -1
        if word in _THERE or word in self._bound.subjects:
            self.there = True

    def denies(self, index: int) -> bool:
        """Whether a word that stands here is denied: "did not come"."""
        return index <= self._denied

    def is_theirs(self, index: int) -> bool:
        """Whether the words here are said by the person bound, whoever they are about."""
        says = self._first() if self._quoted or self._teller == "them" else self.who
        return says == "them" and not self.denies(index)

    def _mark(self, sign: str) -> None:
        if sign in _QUOTES:
            self._quoted = not self._quoted if sign == _EITHER else sign == _OPENS
            if self._quoted:
                self._speaker, self.who = self.who, ""
            else:
                self.who, self._speaker = self._as_who(self._speaker), ""
        elif sign in _ENDS:
            self.who = ""
        self._denied, self.there = -1, self.who != "me"

    @staticmethod
    def _as_who(speaker: str) -> Who:
        return next((who for who in ("them", "me", "other", "kin") if who == speaker), "")

    def _doer(self, word: str, index: int) -> Who:
        if word in FIRST:
            return self._first()
        if word in YOU:
            return "them" if self._first() == "me" else "me"
        theirs: Who = "them" if self._teller != "them" else "other"
        if word in _PRONOUNS and word in self._bound.subjects:
            return theirs
        return self._named(word, index, theirs)

    def _named(self, word: str, index: int, theirs: Who) -> Who:
        """Who a noun or a name makes the doer: nobody after "to" or "at", nor as the one something is done to."""
        before, place = self._before(index)
        if word in KIN and before in self._bound.whose and self._teller == "me":
            return "kin"
        if before in BEFORE_A_PLACE or place == self.sign:
            return ""
        if word in self._bound.subjects:
            return theirs
        return "other" if word in self._bound.others else ""

    def _before(self, index: int) -> tuple[str, int]:
        """The word before, passing by "the" and "my"; and the place after it."""
        index -= 1
        while index >= 0 and self._words[index] in SMALL:
            index -= 1
        return (self._words[index] if index >= 0 else ""), index + 1

    def _first(self) -> Who:
        """Who "I" is here: the teller, or whoever is quoted."""
        if self._quoted:
            return self._as_who(self._speaker) or ("them" if self._teller == "me" else "other")
        return self._teller
