"""Six words to open a notebook with, drawn at random."""

from __future__ import annotations

import secrets
from functools import cache
from importlib import resources

WORDS = 6
_COULD_HURT = """
ashamed backstab browbeat bruising captive captivity chokehold choking cruelly cruelness cruelty crying custodian
custody danger deport disobey divorcee endanger enslave entrap handgun harmful hurt husband imprison jackknife
jailbird jailbreak jailer jailhouse overkill penknife poison pregnancy pregnant prison punch punisher scared shame
slapping smasher smashing smashup spousal spouse strangle threaten trapped trapper trapping traps undying unsafe
widow wife wound
"""
NOT_OFFERED = frozenset(_COULD_HURT.split())
"""Words of the list that could be about what is done to her: she is asked to learn the six by heart."""


@cache
def word_list() -> tuple[str, ...]:
    """The long list of the Electronic Frontier Foundation but for NOT_OFFERED; six words of it make 77 bits."""
    text = resources.files("xkcdpass").joinpath("static", "eff-long").read_text("ascii")
    return tuple(word for word in text.split() if word not in NOT_OFFERED)


def offer() -> str:
    """Six words, each drawn from the whole list by the system's own randomness."""
    return " ".join(secrets.choice(word_list()) for _word in range(WORDS))
