"""Words that would say what a card is for: a disguised card never holds one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ANYWHERE = (
    "abuse",
    "daybook",
    "helpline",
    "hotline",
    "police",
    "refuge",
    "samaritan",
    "solicitor",
    "surviv",
    "violen",
)
"""Never inside a word either."""
AT_THE_START = (
    "999",
    "abus",
    "advocate",
    "barnardo",
    "childline",
    "counsel",
    "crisis",
    "domestic",
    "emergenc",
    "escap",
    "galop",
    "harass",
    "help",
    "hourglass",
    "injunction",
    "lawyer",
    "legal",
    "nirvana",
    "nspcc",
    "paladin",
    "rescue",
    "safe",
    "shelter",
    "social",
    "stalk",
    "support",
    "victim",
)
"""Never at the beginning of a word. Some dull names are refused with them ("Safeway"): another dull name is easy."""
ALONE = ("101", "112", "aid", "court", "flee", "idva", "law", "marac", "rape")
"""Never as a word of their own."""
_TITLES_OF_PEOPLE = ("dr", "miss", "mr", "mrs", "ms", "sir")
_SMALL = ("a", "an", "and", "at", "by", "for", "from", "i", "in", "it", "line", "me", "my", "of", "on", "or", "our")
_SMALL_TOO = ("s", "the", "to", "uk", "with", "you", "your")
_EVERYDAY = frozenset({*_TITLES_OF_PEOPLE, *_SMALL, *_SMALL_TOO})
"""Words of a name that say nothing by themselves."""
_FEWEST = 4
_WORD = re.compile(r"\w+")


def same(text: str) -> str:
    """The text as it is compared: case, width, accents and invisible signs make no difference."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parted if unicodedata.category(sign) not in ("Cf", "Mn"))
    return " ".join(plain.casefold().split())


def telling_word(text: str) -> str:
    """The first word in the text that says what a card is for; "" where there is none (X23)."""
    plain = same(text)
    words: list[str] = _WORD.findall(plain)
    for word in (*words, "".join(words)):
        if any(part in word for part in ANYWHERE):
            return word
    return next((word for word in words if word.startswith(AT_THE_START) or word in ALONE), "")


def true_name_in(text: str, true_names: Iterable[str]) -> str:
    """The first part of a true name that stands in the text; "" where there is none.

    A word of a name counts where a word of the text begins with it ("Ann" in "Ann's", "Anna" in "Annabel"); words like
    "Mrs" or "the" only as part of the whole name.
    """
    plain = same(text)
    words: list[str] = _WORD.findall(plain)
    for name in true_names:
        true = same(name)
        if true and re.search(rf"(?<!\w){re.escape(true)}(?!\w)", plain):
            return name
        parts: list[str] = _WORD.findall(true)
        for part in parts:
            if part not in _EVERYDAY and any(_is_in(part, word) for word in words):
                return part
    return ""


def _is_in(part: str, word: str) -> bool:
    return word == part or (len(part) >= _FEWEST and word.startswith(part))
