"""Finds the signs of acts and places in a text, by whose doing they are: what she did herself is not counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from daybook.domain.breach.bound import ANY_PLACE, ANYBODY, CHILD, DAYS, EVERYDAY, FIRST, KIN, PEOPLE, SMALL, Bound
from daybook.domain.breach.counted import SIGNS, TO_SOMEBODY, counted
from daybook.domain.breach.doing import HARMS
from daybook.domain.breach.forms import Phrase, phrases
from daybook.domain.breach.happening import Teller
from daybook.domain.breach.reader import Reader, turning
from daybook.domain.breach.signs import ACTS, CHILDREN, NOT_SIGNS, PLACES, SAW, TOLD
from daybook.domain.breach.two_part import TWO_PARTS, TwoPart
from daybook.domain.breach.words import folded, is_mark, split

Seen = Mapping[str, str]
"""By act or place: the words that were read, as they stand. "call another" is a call to somebody else."""

_A_WAY = frozenset({"call", "text", "message", "mail", "social", "came"})
"""The acts that "where were you?" can tell of."""


@dataclass(slots=True)
class _Head:
    """What can begin with a word: a sign that is this word alone, longer ones by their second word, another doer."""

    alone: Phrase = ()
    longer: dict[str, list[Phrase]] = field(default_factory=dict)
    two_parts: list[TwoPart] = field(default_factory=list)
    turns: bool = False
    is_noun: bool = False

    def phrase(self, words: list[str], index: int) -> Phrase:
        """The longest phrase that stands here, or none."""
        if self.longer and index + 1 < len(words):
            for phrase in self.longer.get(words[index + 1], ()):
                if tuple(words[index : index + len(phrase)]) == phrase:
                    return phrase
        return self.alone


class Scanner:
    """Reads texts for the signs of acts and places, and for names that are its own. Linear in the length of a text.

    What stands only where somebody tells of it is not looked for in messages of others.
    """

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
        self._add("saw", ((verb, whom) for verb in SAW for whom in bound.objects))
        for stands_for, names in own.items():
            self._add(stands_for, (phrase for name in names for phrase in own_phrases(name)))
        in_messages = self._looked_for(())
        for act, words in TOLD.items():
            self._add(act, phrases(words))
        self._told = self._looked_for(TWO_PARTS)
        self._by_teller = {"me": self._told, "them": in_messages, "other": in_messages}

    def _looked_for(self, two_parts: Sequence[TwoPart]) -> tuple[frozenset[str], dict[str, _Head]]:
        """The words of which a text holds at least one if it is read, and what begins with a word.

        A phrase is a sign of the harm that its own beginning is a sign of, too: the longest one there is read.
        """
        for phrase in [phrase for phrase, acts in self._acts.items() if any(acts)]:
            begun = (self._acts.get(phrase[:end], ()) for end in range(1, len(phrase)))
            self._add_all(phrase, (act for acts in begun for act in acts if act in HARMS))
        telling = frozenset(max(phrase, key=_rare) for phrase, acts in self._acts.items() if any(acts))
        return telling.union(*(two.telling for two in two_parts)), self._by_first_word(two_parts)

    def _by_first_word(self, two_parts: Sequence[TwoPart]) -> dict[str, _Head]:
        nouns = self._bound.others | KIN | PEOPLE | ANYBODY
        heads: dict[str, _Head] = {}
        for phrase in sorted(self._acts, key=len, reverse=True):
            head = heads.setdefault(phrase[0], _Head())
            if len(phrase) == 1:
                head.alone = phrase
            else:
                head.longer.setdefault(phrase[1], []).append(phrase)
        for two in two_parts:
            for word in two.first:
                heads.setdefault(word, _Head()).two_parts.append(two)
        for word in turning(self._bound):
            head = heads.setdefault(word, _Head())
            head.turns, head.is_noun = True, word in nouns
        return heads

    def _add(self, stands_for: str, found: Iterable[Phrase]) -> None:
        for phrase in found:
            if phrase:
                self._add_all(phrase, (stands_for,))
                if stands_for in ACTS and not CHILD.isdisjoint(phrase):
                    self._acts[phrase].append("children")

    def _add_all(self, phrase: Phrase, acts: Iterable[str]) -> None:
        known = self._acts.setdefault(phrase, [])
        known += [act for act in dict.fromkeys(acts) if act not in known]

    def read(self, text: str, teller: Teller = "me") -> Seen:
        """What the words of an account or a message are signs of."""
        words, (telling, heads) = folded(text), self._by_teller[teller]
        if telling.isdisjoint(words):
            return {}
        reader, free = Reader(words, teller, self._bound), 0
        found, parted = dict[str, tuple[int, int]](), dict[str, tuple[int, int]]()
        for index, word in enumerate(words):
            head = heads.get(word)
            if head is None or index < free:
                continue
            phrase = head.phrase(words, index)
            denied = reader.at(index, turns=head.turns and not (head.is_noun and len(phrase) > 1))
            for two in () if denied else head.two_parts:
                if (end := two.end(words, index)) and (name := counted(reader, two.act, words, index)):
                    parted.setdefault(name, (index, end))
            if phrase:
                free = index + len(phrase)
                for name in self._counted(reader, phrase, (text, words), index, denied=denied):
                    found.setdefault(name, (index, free))
                if reader.sign != free:
                    self._pass(reader, words, index + 1, free)
        if not (found or parted):
            return {}
        written = split(text)
        return {name: " ".join(written[start:end]) for name, (start, end) in {**parted, **found}.items()}

    def _pass(self, reader: Reader, words: list[str], begin: int, end: int) -> None:
        """Take in who is named in the name of a place: "my manager"."""
        for index in range(begin, end):
            if (head := self._told[1].get(words[index])) and head.is_noun:
                reader.turn(index)

    def _counted(
        self, reader: Reader, phrase: Phrase, texts: tuple[str, list[str]], index: int, *, denied: bool
    ) -> Iterator[str]:
        """By what names a phrase that stands here is counted."""
        text, words = texts
        end = index + len(phrase)
        for stands_for in self._acts[phrase]:
            is_sign = stands_for in SIGNS
            if is_sign and (denied or (stands_for in HARMS and self._is_by_name(text, words, index, end))):
                name = ""
            else:
                another = stands_for in TO_SOMEBODY and self._is_to_another(text, words, end)
                name = counted(reader, stands_for, words, index, another=another)
            if is_sign:
                reader.sign = end
            if name:
                yield name

    def _is_by_name(self, text: str, words: list[str], index: int, end: int) -> bool:
        """Whether it is what somebody else did to somebody else, both by name: "Ruth hit Leo"."""
        doer = index - 1
        if not self._bound.named or not 0 < index < end < len(words) or not (doer == 0 or is_mark(words[doer - 1])):
            return False
        if words[doer] in self._told[1] or words[doer].endswith(("ly", "ed", "ing")):
            return False
        written = split(text)
        named = written[doer].istitle() and written[end].istitle()
        return named and words[end] not in self._bound.subjects | FIRST

    def where(self, text: str) -> Seen:
        """What the words of "where were you?" are signs of: nobody's doing, only a place or a way."""
        words, (telling, heads) = folded(text), self._told
        if telling.isdisjoint(words):
            return {}
        written, found, free = split(text), dict[str, str](), 0
        for index in range(len(words)):
            if index >= free and (head := heads.get(words[index])) and (phrase := head.phrase(words, index)):
                free = index + len(phrase)
                for stands_for in self._acts[phrase]:
                    if stands_for and (stands_for not in SIGNS or stands_for in _A_WAY):
                        found.setdefault(stands_for, " ".join(written[index:free]))
        return found

    def _is_to_another(self, text: str, words: list[str], index: int) -> bool:
        """Whether what follows a call or a message is somebody else: a name, or somebody whose job it is."""
        while index < len(words) and words[index] in SMALL:
            index += 1
        if index >= len(words) or is_mark(words[index]):
            return False
        if words[index] in self._bound.others:
            return True
        return words[index] not in DAYS | FIRST | self._bound.subjects and split(text)[index].istitle()


def _rare(word: str) -> tuple[bool, int]:
    """How seldom a word is likely to be: the longer of those that do not stand in every other sentence."""
    return word not in EVERYDAY, len(word)


def own_phrases(name: str) -> Iterator[Phrase]:
    """A place or a person of hers as it is looked for; "our road" is that road and no other."""
    phrase = name_phrase(name)
    if len(phrase) == 1 and phrase[0] in ANY_PLACE:
        yield from ((whose, *phrase) for whose in ("our", "my", "your"))
    else:
        yield phrase


def name_phrase(name: str) -> Phrase:
    """A name of hers as it is looked for: without "the", "my" or "our" at its beginning."""
    words = [word for word in folded(name) if not is_mark(word)]
    while len(words) > 1 and words[0] in SMALL:
        words.pop(0)
    return tuple(words)
