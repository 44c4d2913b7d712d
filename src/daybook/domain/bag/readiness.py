"""What is left to get, in things and in errands. There is no share of a whole, and no full marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from daybook.domain.records.bag_item import BagItem

ERRANDS = ("office", "bank", "doctor", "online", "shop")
"""Where one gets what is not there; "home" is no errand. In the order they are said: what takes longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left of some things. `begun` is whether anything was said at all; `errands` are (where, how many)."""

    begun: bool
    things: int
    copies: int
    errands: tuple[tuple[str, int], ...]


def is_there(item: BagItem | None) -> bool:
    """Whether she has it, or something that stands in for it: a copy, or a photo in the notebook (X25)."""
    return item is not None and bool({"have", "copy"} & set(item.have) or item.pictures)


def is_only_a_copy(item: BagItem | None) -> bool:
    """Whether a copy or a photo is all there is."""
    return item is not None and is_there(item) and "have" not in item.have


def is_left(item: BagItem | None) -> bool:
    """Whether it is still to get: not there, and not left out. What nothing was said about is left."""
    return not is_there(item) and not (item and item.aside)


def left(things: Iterable[tuple[BagItem | None, str]]) -> Left:
    """What is left of these things, each with where one gets it (W7, W11, W18)."""
    known = list(things)
    errands = Counter(errand for item, errand in known if is_left(item))
    return Left(
        begun=any(item and (item.aside or item.have or item.pictures) for item, _errand in known),
        things=sum(errands.values()),
        copies=sum(is_only_a_copy(item) and not (item and item.aside) for item, _errand in known),
        errands=tuple((errand, errands[errand]) for errand in ERRANDS if errands[errand]),
    )
