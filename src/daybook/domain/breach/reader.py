"""Where a reader is in a text: whose doing it is, who is being quoted, and what is denied."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.domain.breach.bound import (
    ANYBODY,
    BEFORE_A_PLACE,
    CHILD,
    FIRST,
    KIN,
    NOT,
    PEOPLE,
    PRONOUNS,
    SAYS,
    SMALL,
    SOME,
    STARTS,
    YOU,
    Bound,
    as_set,
)
from daybook.domain.breach.doing import Who
from daybook.domain.breach.happening import Teller

_ENDS = frozenset(".!?;\n")
_OPENS, _EITHER = "\u201c", '"'
_QUOTES = frozenset({_OPENS, "\u201d", _EITHER})
_STOPS = frozenset({"stop", "stops", "stopped", "stopping", "only", "just", "leave"})
_THERE = as_set("left leaving out arrived got reached finished was am were saw seen met found him her them with near")
_PRONOUNS = frozenset(word for subjects, _whose in PRONOUNS.values() for word in subjects)
_REACH = 4
"""A "not" reaches this many words on."""
MARKS = _ENDS | _QUOTES | {":"}


def turning(bound: Bound) -> frozenset[str]:
    """The words that change whose doing something is, or deny it. All others are passed by."""
    found = MARKS | FIRST | YOU | KIN | NOT | _STOPS | _THERE | bound.subjects | bound.others
    return found | PEOPLE | ANYBODY | SAYS | bound.partners | bound.parents


class Reader:
    """Goes through the words of one text from left to right.

    `who` is whose doing it is from here on, `there` whether a place that is named now is theirs, `sign` where the last
    sign ended. `done` is who did what was done to her in this part of a sentence, None where nothing was; `theirs`
    whether anything in this sentence was their doing.
    """

    __slots__ = (
        "_denied", "_quoted", "_speaker", "_teller", "_told", "_words",
        "bound", "done", "sign", "theirs", "there", "who",
    )  # fmt: skip

    def __init__(self, words: Sequence[str], teller: Teller, bound: Bound) -> None:
        self._words, self._teller, self.bound = words, teller, bound
        self._denied, self._quoted, self._speaker = -1, False, ""
        self.who: Who = ""
        self.done: Who | None = None
        self.theirs = self._told = False
        self.there = True
        self.sign = -1

    def at(self, index: int, *, turns: bool) -> bool:
        """Take in the word here, where it is one of those; and whether what begins here is denied.

        A "not" does not deny the sign that begins with it: "never see the children".
        """
        denied = self.denies(index)
        if not turns:
            return denied
        self.turn(index)
        return denied if self._words[index] in NOT else self.denies(index)

    def turn(self, index: int) -> None:
        """Take in one of the words that matter, or a mark."""
        word = self._words[index]
        if word in MARKS:
            self._mark(word)
            return
        if who := self._doer(word, index):
            self.who, self.there, self._denied, self.done = who, who in ("them", "kin"), -1, None
            self.theirs = self.theirs or who == "them"
        if word in SAYS:
            self._told = self.who == "them" and not self.denies(index)
        if word in NOT and not (index and self._words[index - 1] in SAYS):
            self._denied = index + _REACH
        elif word in _STOPS:
            self._denied = -1
        if word in _THERE or word in self.bound.subjects:
            self.there = True

    def denies(self, index: int) -> bool:
        """Whether a word that stands here is denied: "did not come"."""
        return index <= self._denied

    def is_theirs(self) -> bool:
        """Whether the words here are said by the person bound, or told as theirs, whoever they are about."""
        if self._quoted or self._teller == "them":
            return self._first() == "them"
        return self.who == "them" or self._told

    @property
    def tells_herself(self) -> bool:
        """Whether these are her own words, not quoted ones."""
        return self._teller == "me" and not self._quoted

    def _mark(self, sign: str) -> None:
        if sign in _QUOTES:
            self._quoted = not self._quoted if sign == _EITHER else sign == _OPENS
            if self._quoted:
                self._speaker, self.who = self.who, ""
            else:
                self.who, self._speaker = self._as_who(self._speaker), ""
        elif sign in _ENDS:
            self.who, self.theirs, self._told, self.done = "", False, False, None
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
        if word in _PRONOUNS and word in self.bound.subjects:
            return theirs
        return self._named(word, index, theirs)

    def _named(self, word: str, index: int, theirs: Who) -> Who:
        """Who a noun or a name makes the doer: nobody after "to" or "at", nor as the one something is done to."""
        before, place = self._before(index)
        if word in KIN and before in self.bound.whose and self._teller == "me":
            return "kin"
        if before in BEFORE_A_PLACE or place == self.sign:
            return ""
        if word in self.bound.subjects:
            return theirs
        if self.tells_herself and (who := self._of_the_family(word, index)):
            return who
        return self._of_people(word, index, before, theirs)

    def _of_people(self, word: str, index: int, before: str, theirs: Who) -> Who:
        """Who a noun for somebody, or an animal, makes the doer."""
        if word in PEOPLE and before in self.bound.whose:
            return theirs
        if word in ANYBODY:
            return "other" if index and self._words[index - 1] in SOME else ""
        begins = self.who != "them" or not before or before in STARTS | MARKS
        return "other" if word in self.bound.others or (word in PEOPLE and begins) else ""

    def _of_the_family(self, word: str, index: int) -> Who:
        """Who "my ex" or "the kids' dad" is: the person bound, unless it is somebody else's or a new one."""
        if word not in self.bound.partners and word not in self.bound.parents:
            return ""
        last = self._words[index - 1] if index else ""
        if word in self.bound.parents:
            named = last.endswith("'s") and last[:-2] not in KIN | PEOPLE | self.bound.others
            ours = last in CHILD or last[:-2] in CHILD or (named and last not in self.bound.whose)
            return "them" if ours or last == "their" or (word == "daddy" and last != "my") else ""
        if last.endswith("'s") or last in ("his", "her", "their", "new", "a", "another"):
            return "other"
        return "them"

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
