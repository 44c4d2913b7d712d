"""What a sign counts as, by whose doing it is: nothing where it is denied, or her own doing, or somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.domain.breach.bound import BODY
from daybook.domain.breach.doing import (
    HARMS,
    NOBODY_SAID,
    REACHES,
    Who,
    by_whom,
    from_whom,
    is_done_to,
    was_received,
)
from daybook.domain.breach.reader import Reader
from daybook.domain.breach.signs import ACTS, TOLD

TO_SOMEBODY = frozenset({"call", "text", "message"})
"""What is done to somebody who is named right after it."""
THROUGH_OTHERS = frozenset({"call", "text", "message", "mail", "social", "came", "third", "fetch"})
SAW, SUFFERED, THREAT = "saw", "suffered", "threat"
SIGNS = ACTS.keys() | TOLD.keys() | {SAW}
"""What tells of an act, and not of a place or a person."""
_OF_THINGS = frozenset(
    {"broke", "breaks", "broken", "cut", "cuts", "cracked", "burnt", "burned", "scratched", "damaged", "ripped"}
)


def counted(reader: Reader, stands_for: str, words: Sequence[str], index: int, *, another: bool = False) -> str:
    """By what name this sign is counted, "" for not at all. `another` is whether it is to somebody who is named."""
    if stands_for not in SIGNS:
        is_place = stands_for.startswith(("place ", "own "))
        return stands_for if not is_place or reader.there or not reader.who else ""
    if stands_for in _OF_HERS:
        return _OF_HERS[stands_for](reader, words, index)
    who = _doer(reader, stands_for, words, index)
    if who in ("me", "other") or (stands_for == "property" and _is_a_body(words, index)):
        return ""
    if who == "kin" and stands_for in THROUGH_OTHERS:
        return "third"
    return f"{stands_for} another" if another and stands_for in TO_SOMEBODY else stands_for


def _saw(reader: Reader, _words: Sequence[str], _index: int) -> str:
    """She saw him: he was there."""
    return "came" if reader.who in ("me", "") and reader.tells_herself else ""


def _suffered(reader: Reader, words: Sequence[str], index: int) -> str:
    """What she felt, where he did something in the same sentence, or gave it to her."""
    return "violence" if reader.theirs or _giver(reader, words, index) == "them" else ""


def _threat(reader: Reader, words: Sequence[str], index: int) -> str:
    """A threat, where he says it, whoever it is about; or does it."""
    return THREAT if reader.is_theirs() or _doer(reader, THREAT, words, index) == "them" else ""


_OF_HERS = {SAW: _saw, SUFFERED: _suffered, THREAT: _threat}
"""What counts by other rules than whose doing it is."""


def _is_a_body(words: Sequence[str], index: int) -> bool:
    """Whether what was broken or cut is somebody, and no thing."""
    return words[index] in _OF_THINGS and not BODY.isdisjoint(words[index + 1 : index + 4])


def _doer(reader: Reader, act: str, words: Sequence[str], index: int) -> Who:
    """Whose doing it is: of "I was punched by Sam" Sam's, of "he was hit by a car" not his."""
    if is_done_to(words, index, act):
        by = by_whom(words, index, reader.bound)
        if reader.who not in ("me", ""):
            return by if reader.who != "them" and by in ("them", "kin") else "other"
        reader.done = by
        return by
    if reader.who == "me" and reader.done is not None and act in HARMS:
        return reader.done
    if act in REACHES and reader.who == "":
        return _giver(reader, words, index)
    return _giver(reader, words, index) if reader.who == "me" and act in REACHES | HARMS else reader.who


def _giver(reader: Reader, words: Sequence[str], index: int) -> Who:
    """Who something she got came from; whose doing it is by the sentence, where that is not said."""
    giver = from_whom(words, index, reader.bound)
    if reader.who != "me":
        return giver
    if not was_received(words, index):
        return "me"
    if words[index] in NOBODY_SAID and giver == "":
        return giver
    return giver if giver in ("them", "kin") else "me"
