"""The forms a phrase is written in: "slap~ @" is "slap me", "slaps us", "slapped you", "slaping me"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

Phrase = tuple[str, ...]

WHOM = ("me", "us", "you")
"""Whom a phrase with "@" is about: her, as she writes it, or as the other person writes to her."""
_OFTEN = frozenset(
    (
        "touch",
        "finish",
        "end",
        "for",
        "after",
        "shake",
        "shook",
        "push",
        "kick",
        "knock",
        "throw",
        "poke",
        "trip",
        "harm",
    )
)
"""Words that are used for much else."""
_VOWELS = frozenset("aeiou")
_SINGLE = 6
"""A longer verb that ends on one consonant is seldom written with two: "pestered"."""


def phrases(words: str) -> Iterator[Phrase]:
    """The phrases of a list parted by bars, each in every form, each as its words.

    A regular verb with "~" behind it stands for all its forms, also where one consonant is left out or one is too many.
    """
    for phrase in words.split("|"):
        if parts := phrase.split():
            yield from product(*(_written(part) for part in parts))


def plainest(words: str) -> Iterator[Phrase]:
    """The phrases with one form of each, for an index that knows a word by its stem; "@" is whom somebody writes to.

    A verb that is seldom used for anything else is looked for alone: that is many times faster than two words.
    """
    for phrase in words.split("|"):
        parts = [part.removesuffix("~") for part in phrase.split()]
        if parts[-1:] == ["@"] and not _OFTEN & set(parts):
            parts.pop()
        if parts:
            yield tuple("you" if part == "@" else part for part in parts)


def forms(verb: str) -> tuple[str, ...]:
    """A regular verb in all its forms, with the slips that are common."""
    if verb.endswith("e"):
        stem = verb[:-1]
        return (verb, f"{verb}s", f"{verb}d", f"{stem}ing", f"{verb}ing")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        stem = verb[:-1]
        return (verb, f"{stem}ies", f"{stem}ied", f"{verb}ing")
    many = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    found = (verb, many, f"{verb}ed", f"{verb}ing", f"{verb}d")
    return (*found, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing") if _doubles(verb) else found


def _written(part: str) -> tuple[str, ...]:
    if part == "@":
        return WHOM
    if part.endswith("n't"):
        return (part, part.replace("'", ""))
    return forms(part[:-1]) if part.endswith("~") else (part,)


def _doubles(verb: str) -> bool:
    """Whether its last letter is doubled: "slap", "grab", and not "kick", "drown", "threaten"."""
    return (
        len(verb) < _SINGLE and verb[-1] not in _VOWELS | {"w", "x", "y"} and verb[-2] in _VOWELS
        and (verb[-3:-2] not in _VOWELS)
    )  # fmt: skip
