"""A run of screenshots of one chat: put in order by what they have in common, each message once.

Two pictures overlap where the last messages of one are the first of the other. Letters may be read wrongly here and
there, and a message at the edge may be cut off; both are allowed for. What has nothing in common is put in order by
its times, else it stays where it was given, and the gap is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from daybook.domain.seen import Bubble
from daybook.intake.seen.when import clock_of, sent_of

_ALIKE = 84
"""From 0 to 100: so alike are two readings of one message. Another message of some length is under 70."""
_MIXED_UP = str.maketrans("01!|", "olll")
"""Letters and marks that are read for each other."""
_ENOUGH = 14
"""So many letters that two pictures share are no chance; fewer count only if the time is the same, too."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One message of a run, and where it stands: (picture, number there), the one it was taken from first."""

    bubble: Bubble
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Messages in order, the order of the pictures, how many were there twice, after which pictures there is a gap."""

    messages: tuple[Joined, ...]
    order: tuple[int, ...]
    twice: int
    gaps: tuple[int, ...]


def in_order(pictures: Sequence[Sequence[Bubble]]) -> Run:
    """Put the bubbles of some pictures in order, each once."""
    group = {number: number for number in range(len(pictures))}
    shift = dict.fromkeys(group, 0)
    for _letters, one, other, by in sorted(_overlaps(pictures), key=lambda found: -found[0]):
        if group[one] != group[other]:
            moved, by_all = group[other], shift[one] + by - shift[other]
            for number in [each for each in group if group[each] == moved]:
                group[number], shift[number] = group[one], shift[number] + by_all
    stretches = [
        sorted((n for n in group if group[n] == of), key=lambda n: (shift[n], n)) for of in set(group.values())
    ]
    begins = {stretch[0]: _begins(pictures, stretch) for stretch in stretches}
    stretches.sort(key=lambda stretch: (begins[stretch[0]] if all(begins.values()) else "", min(stretch)))
    messages: list[Joined] = []
    for stretch in stretches:
        messages += _merged(pictures, stretch, shift)
    order = tuple(number for stretch in stretches for number in stretch)
    given = sum(len(bubbles) for bubbles in pictures)
    gaps = tuple(stretch[-1] for stretch in stretches[:-1])
    return Run(tuple(messages), order, given - len(messages), gaps)


def same(one: Bubble, other: Bubble) -> bool:
    """Whether these can be two readings of one message."""
    if one.side != other.side or (one.clock and other.clock and clock_of(one.clock) != clock_of(other.clock)):
        return False
    a, b = _plain(one.text), _plain(other.text)
    if fuzz.ratio(a, b) >= _ALIKE:
        return True
    if one.cut_above or one.cut_below or other.cut_above or other.cut_below:
        shorter, longer = sorted((a, b), key=len)
        return len(shorter) >= _ENOUGH and fuzz.partial_ratio(shorter, longer) >= _ALIKE
    return False


def alike(one: str, other: str) -> float:
    """How alike two texts are, up to 100; 0 for two that are not readings of one message."""
    return float(fuzz.ratio(_plain(one), _plain(other), score_cutoff=_ALIKE))


def _plain(text: str) -> str:
    return " ".join(text.casefold().translate(_MIXED_UP).split())


def _overlaps(pictures: Sequence[Sequence[Bubble]]) -> list[tuple[int, int, int, int]]:
    """For every two pictures that share something: letters in common, both, and by how much the second is later."""
    found = []
    for one, other in combinations(range(len(pictures)), 2):
        shifts = range(-len(pictures[other]) + 1, len(pictures[one]))
        best = max(((_shared(pictures[one], pictures[other], by), by) for by in shifts), default=(0, 0))
        if best[0] >= _ENOUGH:
            found.append((best[0], one, other, best[1]))
    return found


def _shared(one: Sequence[Bubble], other: Sequence[Bubble], by: int) -> int:
    """How many letters they share if the second begins `by` messages later; 0 where anything contradicts."""
    letters = 0
    for number in range(max(0, by), min(len(one), by + len(other))):
        a, b = one[number], other[number - by]
        if not same(a, b):
            return 0
        letters += min(len(a.text), len(b.text)) + (_ENOUGH if a.clock and b.clock else 0)
    return letters


def _begins(pictures: Sequence[Sequence[Bubble]], stretch: Sequence[int]) -> str:
    """The first whole time of a stretch, "" for none. Where one has none, all stay as they were given."""
    times = (sent_of(bubble.day, bubble.clock) for number in stretch for bubble in pictures[number])
    return next((sent for sent in times if sent), "")


def _merged(pictures: Sequence[Sequence[Bubble]], stretch: Sequence[int], shift: dict[int, int]) -> list[Joined]:
    at: dict[int, list[tuple[int, int]]] = {}
    for picture in stretch:
        for number in range(len(pictures[picture])):
            at.setdefault(shift[picture] + number, []).append((picture, number))
    merged = []
    for position in sorted(at):
        places = sorted(at[position], key=lambda place: _worth(pictures[place[0]][place[1]]), reverse=True)
        bubbles = [pictures[picture][number] for picture, number in places]
        best = bubbles[0]
        day = next((one.day for one in bubbles if one.day), "")
        clock = next((one.clock for one in bubbles if one.clock), "")
        merged.append(Joined(replace(best, day=best.day or day, clock=best.clock or clock), tuple(places)))
    return _days_carried(merged)


def _worth(bubble: Bubble) -> tuple[bool, bool, float]:
    """Which of two readings is kept: one that is whole, with its time, the surer one."""
    return not (bubble.cut_above or bubble.cut_below), bool(bubble.clock), bubble.sure


def _days_carried(merged: list[Joined]) -> list[Joined]:
    """A day stands at the head of its messages: the pictures that follow do not say it again."""
    day, carried = "", []
    for one in merged:
        day = one.bubble.day or day
        carried.append(replace(one, bubble=replace(one.bubble, day=day)))
    return carried
