"""What a service wrote newest first, given oldest first, without holding it all.

The pieces' places are known from a first walk (16 bytes each); then blocks of up to 32 MiB are read from the end of the
part to its beginning. A part of a zip is unpacked anew for each block; almost every part is a single one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from daybook.intake.downloads.parts import Part

BLOCK = 32 << 20


class Places:
    """Where pieces begin and end, in the order of the part."""

    def __init__(self) -> None:
        self.starts, self.ends = array("q"), array("q")

    def add(self, start: int, end: int) -> None:
        """One more piece, after all others."""
        self.starts.append(start)
        self.ends.append(end)

    def take_last(self) -> tuple[int, int]:
        """The last piece, which is then none of them any more."""
        return self.starts.pop(), self.ends.pop()

    def __len__(self) -> int:
        return len(self.starts)


def read_pieces(part: Part, places: Places, *, turned: bool, limit: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Every piece with its bytes, from the last to the first where `turned`; None for one longer than `limit`."""
    blocks = list(_blocks(places))
    for first, last in reversed(blocks) if turned else blocks:
        start, end = places.starts[first], places.ends[last - 1]
        held = _bytes(part, start, end) if end - start <= max(BLOCK, limit) else b""
        for index in range(last - 1, first - 1, -1) if turned else range(first, last):
            at, to = places.starts[index], places.ends[index]
            yield at, to, held[at - start : to - start] if held and to - at <= limit else None


def _blocks(places: Places) -> Iterator[tuple[int, int]]:
    """Runs of pieces, each within 32 MiB, or a single piece."""
    first = 0
    for index in range(1, len(places)):
        if places.ends[index] - places.starts[first] > BLOCK:
            yield first, index
            first = index
    if len(places):
        yield first, len(places)


def _bytes(part: Part, start: int, end: int) -> bytes:
    stream, held, left = part.open(start), [], end - start
    while left > 0 and (block := stream.read(min(left, 1 << 20))):
        held.append(block)
        left -= len(block)
    return b"".join(held)
