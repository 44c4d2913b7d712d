"""Which words a message can hold that a line may be about: only messages with one of them are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daybook.domain.breach.forms import phrases, plainest
from daybook.domain.breach.seen import name_phrase
from daybook.domain.breach.signs import ACTS, CHILDREN
from daybook.domain.records.order_term import OrderTerm

_READ = {
    "violence": ("sexual", "violence", "threat", "kept"),
    "harass": ("harass", "kept"),
    "mail": ("mail",),
    "third": ("third",),
    "social": ("social",),
    "near": ("came",),
    "home": ("came",),
    "school": ("came",),
    "work": ("came",),
    "place": ("came",),
    "property": ("property",),
}
"""By cover, the acts a message can tell of. That it is a message or a call itself is known without reading."""


def telling(terms: Iterable[OrderTerm]) -> list[str]:
    """The phrases to look for in messages, for these lines; empty where what they cover is known without reading."""
    found: dict[str, None] = {}
    for term in terms:
        for cover in term.covers:
            for act in _READ.get(cover, ()):
                found |= dict.fromkeys(" ".join(phrase) for phrase in plainest(ACTS.get(act, "")))
        about_others = "me" not in term.protects and (term.protects or term.people)
        if about_others or {"children", "times"} & set(term.covers):
            found |= dict.fromkeys(" ".join(phrase) for phrase in phrases(CHILDREN))
            found |= dict.fromkeys(" ".join(name_phrase(name)) for name in term.people)
    return [*_without_longer(found)]


def _without_longer(found: Iterable[str]) -> Iterator[str]:
    """The phrases that no other is a part of: whoever looks for "threw" finds "threw my", too."""
    every = [tuple(words.split()) for words in found if words]
    known = frozenset(every)
    for phrase in every:
        parts = (phrase[start:end] for start in range(len(phrase)) for end in range(start + 1, len(phrase) + 1))
        if not any(part in known and part != phrase for part in parts):
            yield " ".join(phrase)
