"""Passphrases: six words drawn at random, and an honest word about the strength of her own."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.notebook.six_words import offer, word_list
from daybook.web.i18n import N_

__all__ = ["ENOUGH", "SHORTEST", "Strength", "offer", "rate", "tidied", "word_list"]

SHORTEST = 15
_LONGEST_RATED = 72
_GUESSES_A_SECOND = 500 * 100
"""About 450 guesses a second on one graphics card (memory-hard), and somebody with a hundred of them."""
_DAY = 86_400
_YEAR = 365 * _DAY
_STEPS = (
    (_DAY, 0, N_("Easy to guess: somebody with good computers could do it within a day.")),
    (_YEAR, 1, N_("Not strong: somebody with good computers could guess it within a year.")),
    (100 * _YEAR, 2, N_("Fairly strong: guessing it would take many years.")),
)
_BEST = N_("Strong: guessing it would take longer than anybody can try.")
ENOUGH = 2
"""From this strength on a passphrase is taken without asking again."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: 0 to 3, and the sentence that says so."""

    step: int
    words: str


def tidied(typed: str) -> str:
    """What was typed, without spaces at its ends and with one between words: a phone's keyboard adds some."""
    return " ".join(typed.split())


def rate(passphrase: str) -> Strength:
    """Say how long guessing would take somebody who has a copy of the notebook.

    The estimate is zxcvbn's: it knows common words, names, dates and keyboard rows, and nothing about her.
    A name or a day that the person harming her knows is weaker than this says.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415  (its word lists are slow to load)

    found = zxcvbn(passphrase[:_LONGEST_RATED]) if passphrase else {"guesses": 0}  # type: ignore[no-untyped-call]
    guesses = float(found["guesses"])
    for limit, step, words in _STEPS:
        if guesses / _GUESSES_A_SECOND < limit:
            return Strength(step, words)
    return Strength(len(_STEPS), _BEST)
