"""The words for the person an order binds, and for others who can be the subject of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.breach.words import folded, is_mark


def as_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one line."""
    return frozenset(words.split())


PRONOUNS = {
    "he": (("he", "he's", "he'd", "he'll"), ("his",)),
    "she": (("she", "she's", "she'd", "she'll"), ("her",)),
    "they": (("they", "they're", "they'd", "they'll", "they've"), ("their",)),
}
"""Subject and possessive words, by what she chose."""

FIRST = frozenset({"i", "i'm", "i'd", "i've", "i'll", "we", "we're", "we'd", "we've", "we'll"})
YOU = frozenset({"you", "you're", "you've", "you'd", "you'll"})

OTHERS = as_set(
    "police officer officers nursery school teacher head doctor nurse gp surgery court solicitor "
    "neighbour neighbours manager worker helpline judge sergeant pc council landlord somebody someone mum "
    "mother dad father sister brother friend handler receptionist staff child children"
)
"""Nouns that can be who did something, where no word like "to" or "at" stands before them."""

KIN = as_set(
    "mother mum father dad brother sister friend friends cousin uncle aunt mate mates family parents "
    "girlfriend boyfriend partner son daughter nephew niece colleague stepfather stepmother gran granny"
)
BEFORE_A_PLACE = as_set(
    "to at of from outside near by in into about with for past on behind opposite through after before "
    "until towards around and"
)
DAYS = as_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter"
)
SMALL = frozenset({"the", "a", "an", "my", "our", "this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The person an order binds: words that stand for them as a subject, and as whose ("his", "Dan's")."""

    subjects: frozenset[str]
    whose: frozenset[str]
    others: frozenset[str]


def bound_by(pronouns: str = "", name: str = "", relation: str = "") -> Bound:
    """The words for them, from what she chose: "he", "she", "they", a name, a relation. Nothing is needed."""
    chosen = [pronouns] if pronouns in PRONOUNS else [*PRONOUNS]
    subjects = {word for each in chosen for word in PRONOUNS[each][0]}
    whose = {word for each in chosen for word in PRONOUNS[each][1]}
    for known in (name, relation):
        words = [word for word in folded(known) if not is_mark(word)]
        if words:
            subjects.add(words[-1])
            whose.add(f"{words[-1]}'s")
    elsewhere = {word for each in PRONOUNS if each not in chosen for word in PRONOUNS[each][0]}
    return Bound(subjects=frozenset(subjects), whose=frozenset(whose), others=(OTHERS | elsewhere) - subjects)
