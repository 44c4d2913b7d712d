"""What the first lines of a chat tell of how all of it is written: the shape of heads, and what ends a line."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from daybook.intake.western import WESTERN
from daybook.intake.whatsapp.letters import encoding_of
from daybook.intake.whatsapp.named import head_in, named_head_of
from daybook.intake.whatsapp.shape import Head, Shape, digits_after_the_hour, head_of

_BYTES = ("utf-8", WESTERN)
_LINES, _FAR_MORE = 4000, 20


class Sample(NamedTuple):
    """The shape of heads, how many heads have another, whether minutes can have one digit, and what ends a line."""

    shape: Shape | None
    others: int = 0
    loose: bool = False
    feed: str = "\n"


def sample_of(head: bytes) -> Sample:
    """What this beginning of a file tells.

    The first head of a file is never inside a message, so its shape counts; unless it is hardly ever seen again, or
    it was itself pasted into the beginning of a file that goes on otherwise.
    """
    text = head.decode(encoding_of(head), "replace")
    found, feed = heads_in(text)
    digits = [digits_after_the_hour(one.clock) for one in found]
    filled = {one.shape for one, (_, nought) in zip(found, digits, strict=True) if nought}
    short = {one.shape for one, (is_short, _) in zip(found, digits, strict=True) if is_short}
    shapes = Counter(
        one.shape for one, (is_short, _) in zip(found, digits, strict=True) if not is_short or one.shape not in filled
    )
    if not shapes:
        return Sample(None)
    first, (most, times) = next(iter(shapes)), shapes.most_common(1)[0]
    chosen = most if times >= _FAR_MORE and times > _FAR_MORE * shapes[first] else first
    return Sample(chosen, shapes.total() - shapes[chosen], chosen in short - filled, feed)


def shape_of(head: bytes) -> tuple[Shape | None, int]:
    """The shape of the heads in this beginning of a file, and how many heads have another."""
    return sample_of(head)[:2]


def heads_in(text: str, lines: int = _LINES) -> tuple[list[Head], str]:
    """The heads in the first lines of a text, and what ends its lines: a line feed, or a CR as on the oldest Macs.

    A message can hold a CR, even one with a head behind it: so only where hardly a head stands after a line feed.
    """
    found = _heads(text, "\n", lines)
    if (
        not found
        and len(named := [one for line in text.split("\n", lines)[:lines] if (one := named_head_of(line))]) > 1
    ):
        return named, "\n"
    if len(found) > 1 or "\r" not in text or "\r\n" in text:
        return found, "\n"
    more = _heads(text, "\r", lines)
    if len(more) > len(found) and (not found or more[0].shape == more[1].shape):
        return more, "\r"
    return found, "\n"


def _heads(text: str, feed: str, lines: int) -> list[Head]:
    """The heads; none whose clock fills up its minutes and not its seconds, as no phone writes it."""
    each = (head_of(line, loose=True) for line in text.split(feed, lines)[:lines])
    return [head for head in each if head is not None and not all(digits_after_the_hour(head.clock))]


def line_ends(head: bytes, sample: Sample, encoding: str) -> tuple[bool, bool]:
    """Whether lines end with CR LF, and whether only that can end a message while a bare LF is inside one."""
    if encoding not in _BYTES:
        return b"\r\0\n" in head or b"\r\n" in head, False
    lines = head.split(b"\n")
    ends: Counter[tuple[bool, bool]] = Counter()
    for before, line in pairwise(lines):
        if line:
            found = head_in(line[:700].decode(encoding, "replace"), sample.shape, loose=sample.loose)
            ends[before.endswith(b"\r"), found is not None and found.shape == sample.shape] += 1
    heads, others = ends[True, True] > ends[False, True], ends[True, False] > ends[False, False]
    only = ends[True, True] >= 3 and ends[False, False] > 0 and not ends[True, False]  # noqa: PLR2004
    return heads or (others and not ends[False, True]), only
