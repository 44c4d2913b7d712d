"""What she types to find messages, as the full-text index understands it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
_SHORTEST = 4
"""Shorter words have too many neighbours for a slip of a finger to be forgiven."""
_LONGEST = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are all wanted (or their stems), and phrases that are wanted exactly as they stand in quotes.

    A word that ends in "*" is a beginning.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def match(self) -> str:
        """The query of the index; "" where nothing is asked for."""
        return " ".join([*map(_word, self.words), *map(_quoted, self.phrases)])

    @property
    def forgiving(self) -> str:
        """The query that also finds each word with one letter wrong, missing, too many or swapped; "" for none."""
        if not any(_is_long_enough(word) for word in self.words):
            return ""
        ways = [
            " OR ".join(map(_quoted, (word, *_slips(word)))) if _is_long_enough(word) else _word(word)
            for word in self.words
        ]
        return " AND ".join(f"({way})" for way in (*ways, *map(_quoted, self.phrases)))

    def holds(self, text: str) -> bool:
        """Whether a text that the index found holds the phrases exactly: the index only knows stems."""
        folded = " ".join(text.casefold().split()) if self.phrases else ""
        return all(" ".join(phrase.casefold().split()) in folded for phrase in self.phrases)


NOTHING = Asked()


def asked(typed: str) -> Asked:
    """What is typed, taken apart. What holds no letter and no digit is passed over: it finds nothing."""
    words: list[str] = []
    phrases: list[str] = []
    for phrase, word in _PIECE.findall(typed):
        said = phrase or word.replace('"', "")
        if any(letter.isalnum() for letter in said):
            (phrases if phrase else words).append(said)
    return Asked(tuple(words), tuple(phrases))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', " ").replace("\0", " ") + '"'


def _word(word: str) -> str:
    return _quoted(word.rstrip("*")) + "*" if word.endswith("*") else _quoted(word)


def _is_long_enough(word: str) -> bool:
    return word.isalpha() and _SHORTEST <= len(word) <= _LONGEST


def _slips(word: str) -> list[str]:
    """Every word one slip away from this one."""
    word = word.lower()
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = sorted({*_LETTERS, *word})
    found = {start + end[1:] for start, end in halves if end}
    found |= {start + end[1] + end[0] + end[2:] for start, end in halves if len(end) > 1}
    found |= {start + letter + end[1:] for start, end in halves if end for letter in letters}
    found |= {start + letter + end for start, end in halves for letter in letters}
    return sorted(found - {word})
