"""What changed between two texts, word by word, so that it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 3000
"""Above this many changed words on one side, comparing takes too long and reads badly: it is all taken as changed."""
AROUND = 12
"""Unchanged words shown on each side of a change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed, went or came. `gap` stands for words that stayed and are left out here."""

    how: Literal["same", "gone", "new", "gap"]
    text: str = ""


def difference(before: str, after: str) -> list[Piece]:
    """The pieces that lead from one text to another, long unchanged stretches shortened to a gap.

    Without the gaps, "same" and "gone" together are `before`, "same" and "new" together are `after`.
    """
    old, new = _words(before), _words(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    changed_old, changed_new = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [Piece("same", "".join(old[:start])), *_changed(changed_old, changed_new)]
    pieces.append(Piece("same", "".join(old[len(old) - end :])))
    return list(_shortened([piece for piece in pieces if piece.text]))


def _changed(old: list[str], new: list[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > MOST_WORDS:
        yield from (Piece("gone", "".join(old)), Piece("new", "".join(new)))
        return
    for how, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(old[old_from:old_to]))
        else:
            yield from (Piece("gone", "".join(old[old_from:old_to])), Piece("new", "".join(new[new_from:new_to])))


def _shortened(pieces: list[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        words = _words(piece.text)
        if piece.how != "same" or len(words) <= 3 * AROUND:
            yield piece
            continue
        if number > 0:
            yield Piece("same", "".join(words[:AROUND]))
        yield Piece("gap")
        if number < len(pieces) - 1:
            yield Piece("same", "".join(words[-AROUND:]))


def _words(text: str) -> list[str]:
    """Words with the white space before them, so that joining them gives the text again."""
    return re.findall(r"\s*\S+|\s+", text)


def _alike(old: list[str], new: list[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
