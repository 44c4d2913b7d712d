"""Finds the signs of acts and places in a text, by whose doing they are: what she did herself is not counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from daybook.domain.breach.bound import DAYS, FIRST, SMALL, Bound
from daybook.domain.breach.happening import Teller
from daybook.domain.breach.reader import Reader, turning
from daybook.domain.breach.signs import ACTS, CHILDREN, NOT_SIGNS, PLACES, Phrase, phrases
from daybook.domain.breach.words import folded, is_mark, split

Seen = Mapping[str, str]
"""By act or place: the words that were read, as they stand. "call another" is a call to somebody else."""

TO_SOMEBODY = frozenset({"call", "text", "message"})
"""What is done to somebody who is named right after it."""
THROUGH_OTHERS = frozenset({"call", "text", "message", "mail", "social", "came", "third", "fetch"})
_NO_PLACE = frozenset({"", "violence", "threat", "harass", "property", "fetch", "times", "third"})


class Scanner:
    """Reads texts for the signs of acts and places, and for names that are its own. Linear in the length of a text."""

    def __init__(self, bound: Bound, own: Mapping[str, Iterable[str]]) -> None:
        """`own` holds, by what it stands for, names of places and people as she writes them."""
        self._bound = bound
        self._acts: dict[Phrase, list[str]] = {}
        for act, words in ACTS.items():
            self._add(act, phrases(words))
        for place, words in PLACES.items():
            self._add(f"place {place}", phrases(words))
        self._add("children", phrases(CHILDREN))
        self._add("", phrases(NOT_SIGNS))
        for stands_for, names in own.items():
            self._add(stands_for, (name_phrase(name) for name in names))
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in sorted(self._acts, key=len, reverse=True):
            self._by_first.setdefault(phrase[0], []).append(phrase)
        self._telling = frozenset(max(phrase, key=len) for phrase in self._acts)
        self._turning = turning(bound)
        self._matters = self._turning | self._by_first.keys()

    def _add(self, stands_for: str, found: Iterable[Phrase]) -> None:
        for phrase in found:
            if phrase:
                self._acts.setdefault(phrase, []).append(stands_for)

    def read(self, text: str, teller: Teller = "me") -> Seen:
        """What the words of an account or a message are signs of."""
        words = folded(text)
        if self._telling.isdisjoint(words):
            return {}
        reader, written, found, free = Reader(words, teller, self._bound), split(text), dict[str, str](), 0
        for index, word in enumerate(words):
            if word not in self._matters or index < free:
                continue
            if word in self._turning:
                reader.turn(index)
            if phrase := self._phrase(words, index):
                free = index + len(phrase)
                another = self._is_to_another(written, words, free)
                for stands_for in self._acts[phrase]:
                    name = _counted(reader, stands_for, index, another=another)
                    if name:
                        found.setdefault(name, " ".join(written[index:free]))
                    if _is_act(stands_for):
                        reader.sign = free
        return found

    def where(self, text: str) -> Seen:
        """What the words of "where were you?" are signs of: nobody's doing, only a place or a way."""
        words = folded(text)
        if self._telling.isdisjoint(words):
            return {}
        written, found, free = split(text), dict[str, str](), 0
        for index in range(len(words)):
            if index >= free and (phrase := self._phrase(words, index)):
                free = index + len(phrase)
                for stands_for in self._acts[phrase]:
                    if stands_for not in _NO_PLACE:
                        found.setdefault(stands_for, " ".join(written[index:free]))
        return found

    def _phrase(self, words: list[str], index: int) -> Phrase:
        for phrase in self._by_first.get(words[index], ()):
            if len(phrase) == 1 or tuple(words[index : index + len(phrase)]) == phrase:
                return phrase
        return ()

    def _is_to_another(self, written: list[str], words: list[str], index: int) -> bool:
        """Whether what follows a call or a message is somebody else: a name, or somebody whose job it is."""
        while index < len(words) and words[index] in SMALL:
            index += 1
        if index >= len(words) or is_mark(words[index]):
            return False
        named = written[index].istitle() and words[index] not in DAYS | FIRST
        return words[index] in self._bound.others or (named and words[index] not in self._bound.subjects)


def _is_act(stands_for: str) -> bool:
    return stands_for in ACTS


def _counted(reader: Reader, stands_for: str, index: int, *, another: bool) -> str:
    """What a sign here counts as; "" where it is denied, or her own doing, or somebody else's."""
    if stands_for == "threat":
        return "violence" if reader.is_theirs(index) else ""
    if not _is_act(stands_for):
        is_place = stands_for.startswith(("place ", "own "))
        return stands_for if not is_place or reader.there or not reader.who else ""
    if reader.denies(index) or reader.who in ("me", "other"):
        return ""
    if reader.who == "kin" and stands_for in THROUGH_OTHERS:
        return "third"
    return f"{stands_for} another" if another and stands_for in TO_SOMEBODY else stands_for


def name_phrase(name: str) -> Phrase:
    """A name of hers as it is looked for: without "the", "my" or "our" at its beginning."""
    words = [word for word in folded(name) if not is_mark(word)]
    while len(words) > 1 and words[0] in SMALL:
        words.pop(0)
    return tuple(words)
