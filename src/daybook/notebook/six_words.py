"""Six words to open a notebook with, drawn at random."""

from __future__ import annotations

import secrets
from functools import cache
from importlib import resources

WORDS = 6


@cache
def word_list() -> tuple[str, ...]:
    """The long list of the Electronic Frontier Foundation: 7,776 words, so that six of them make 77 bits."""
    text = resources.files("xkcdpass").joinpath("static", "eff-long").read_text("ascii")
    return tuple(text.split())


def offer() -> str:
    """Six words, each drawn from the whole list by the system's own randomness."""
    return " ".join(secrets.choice(word_list()) for _word in range(WORDS))
