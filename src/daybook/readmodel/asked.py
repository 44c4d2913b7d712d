"""What she types to find something, as a full-text index understands it, and slips of the finger forgiven."""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from daybook.readmodel.spellings import letters_in, numbers_in, ways_of, without_ending

EXACT = "unicode61 remove_diacritics 2"
"""How text is taken apart into words without accents."""
TOKENS = f"porter {EXACT}"
"""How every index here takes text apart: into such words, and those into their stems."""
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4
"""Shorter words have too many neighbours for a slip of a finger to be forgiven."""
_LONGEST = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are all wanted (or their stems), and phrases that are wanted exactly as they stand in quotes.

    A word that ends in "*" is a beginning. Of each of the `spellings` one is wanted, and all of the `letters`, which no
    index knows.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    spellings: tuple[tuple[str, ...], ...] = ()
    letters: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.match or self.letters)

    @property
    def match(self) -> str:
        """The query of an index; "" where there is nothing that it knows."""
        return " AND ".join([*map(_word, self.words), *map(_quoted, self.phrases), *map(_any_of, self.spellings)])

    @property
    def is_closer(self) -> bool:
        """Whether an index finds too much, so that `holds` has to look at each."""
        return bool(self.phrases or self.letters)

    @property
    def exact(self) -> list[str]:
        """The words of the phrases as they stand: an index of such words finds each of them where it finds a phrase.

        Only of ASCII: of other letters that index and `holds` may think differently.
        """
        return [word for phrase in self.phrases if phrase.isascii() for word in plainly(phrase).split()]

    @property
    def is_exact(self) -> bool:
        """Whether nothing else is asked for: only single words in quotes."""
        single = all(phrase.isascii() and len(plainly(phrase).split()) == 1 for phrase in self.phrases)
        return bool(self.phrases) and single and not (self.words or self.spellings or self.letters)

    def forgiving(self, stems: Container[str]) -> str:
        """The query that also finds words one slip away, of those whose stems an index has; "" where it has none.

        A slip is one letter wrong, missing, too many, or swapped with the next.
        """
        near = {word: _there(word, stems) for word in self.words if _is_long_enough(word)}
        if not any(near.values()):
            return ""
        ways = [" OR ".join([_word(word), *map(_quoted, near.get(word, ()))]) for word in self.words]
        return " AND ".join(f"({way})" for way in (*ways, *map(_quoted, self.phrases), *map(_any_of, self.spellings)))

    def holds(self, text: str) -> bool:
        """Whether a text that an index found holds the letters, and the phrases word by word in no other form."""
        if not all(letters in text for letters in self.letters):
            return False
        if not self.phrases:
            return True
        said = f" {plainly(text)} "
        return all(f" {plainly(phrase)} " in said for phrase in self.phrases)

    def can_hold(self, column: str) -> tuple[str, list[str]]:
        """A quick look in SQL before `holds`, and its values: all letters are there, or some beyond ASCII.

        Such texts are those with more bytes than letters, which is told far sooner than by a pattern.
        """
        has = "".join(f" AND instr({column}, ?)" for _letters in self.letters)
        parts = [part for phrase in self.phrases for part in plainly(phrase).split() if part.isascii()]
        like = " AND ".join([f"{column} LIKE ?"] * len(parts)) or "1"
        quick = f"(({like}) OR length({column}) <> length(CAST({column} AS BLOB)))" if parts else "1"
        return f"{quick}{has}", [*(f"%{part}%" for part in parts), *self.letters]

    def closeness(self, text: str) -> tuple[int, int, int]:
        """How close a found text is to what was typed, the closest the greatest.

        First whether all words stand side by side as typed, then how many stand there in just that form, and how often.
        """
        typed = [plainly(word) for word in (*self.words, *self.phrases)]
        said = f" {plainly(text)} "
        counts = [said.count(f" {word} ") for word in typed]
        return f" {' '.join(typed)} " in said, sum(map(bool, counts)), sum(counts)


NOTHING = Asked()


def asked(typed: str) -> Asked:
    """What is typed, taken apart. What holds no letter, digit or emoji is passed over: it finds nothing."""
    words: list[str] = []
    typed, letters = letters_in(typed.translate(_STRAIGHT))
    quoted = _QUOTED.findall(typed)
    rest, spellings = numbers_in(_QUOTED.sub(" ", typed))
    phrases = [phrase for phrase in quoted if _says(phrase)]
    for word in filter(_says, rest.replace('"', "").split()):
        ways = ways_of(word)
        if len(ways) > 1:
            spellings.append(ways)
        else:
            words.append(without_ending(word))
    return Asked(tuple(words), tuple(phrases), tuple(spellings), tuple(letters))


def _says(words: str) -> bool:
    return any(letter.isalnum() for letter in words)


def plainly(text: str) -> str:
    """The words of a text in small letters without accents, one space between: what an exact phrase is compared by."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one))
    return " ".join(_WORD.findall(folded))


_STRAIGHT = {ord(mark): '"' for mark in "“”„«»"}
"""A phone types its own quotes."""


def _quoted(word: str) -> str:
    return '"' + word.replace('"', " ").replace("\0", " ") + '"'


def _word(word: str) -> str:
    return _quoted(word.rstrip("*")) + "*" if word.endswith("*") else _quoted(word)


def _any_of(ways: Sequence[str]) -> str:
    return f"({' OR '.join(map(_quoted, ways))})"


def _is_long_enough(word: str) -> bool:
    return word.isalpha() and _SHORTEST <= len(word) <= _LONGEST


def _there(word: str, stems: Container[str]) -> list[str]:
    """The words one slip away whose stem is there, one for each stem, but not its own."""
    slips = _slips(word)
    found: dict[str, str] = {}
    for slip, stem in zip(slips, stems_of((*slips, word)), strict=False):
        if stem in stems:
            found.setdefault(stem, slip)
    found.pop(stems_of((word,))[0], None)
    return sorted(found.values())


_ONE_AT_A_TIME = threading.Lock()


@cache
def _stemmer() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.execute(f"CREATE VIRTUAL TABLE one USING fts5 (word, tokenize = '{TOKENS}')")
    db.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (one, 'instance')")
    return db


def stems_of(words: Sequence[str]) -> list[str]:
    """The stem of each of these single words, by the index's own rules; "" for what is no word to it."""
    found = [""] * len(words)
    with _ONE_AT_A_TIME:
        db = _stemmer()
        db.execute("BEGIN")
        try:
            db.executemany("INSERT INTO one (rowid, word) VALUES (?, ?)", enumerate(words))
            for row, stem in db.execute("SELECT doc, term FROM stem WHERE offset = 0"):
                found[row] = stem
        finally:
            db.execute("ROLLBACK")  # nothing of what she looks for stays
    return found


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


def known_stems(db: sqlite3.Connection) -> list[str]:
    """Every stem that the index `words` of a database has, as far as a slip could lead to it."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.stem USING fts5vocab ('main', 'words', 'row')")
    # All in one step, and none with a digit: other threads go on meanwhile, and a stem has no space in it.
    said = "SELECT group_concat(term, ' ') FROM temp.stem WHERE length(term) > 1 AND term NOT GLOB '*[0-9]*'"
    return [stem for stem in (db.execute(said).fetchone()[0] or "").split(" ") if stem.isalpha()]
