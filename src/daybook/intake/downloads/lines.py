"""Lines of bytes with their places; one that is longer than 8 MiB is passed by, not held."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.intake.downloads.window import BLOCK, Readable

LINE_LIMIT = 8 << 20
Line = tuple[int, int, bytes | None]
"""Where it begins, where it ends (its line break included), and its bytes; None for one that is too long."""


def lines(file: Readable) -> Iterator[Line]:
    """Every line, cut at LF only, so that no other mark inside a message can split it."""
    start = at = 0
    held: list[bytes] | None = []
    while block := file.read(BLOCK):
        for piece in block.splitlines(keepends=True) if b"\r" not in block else _cut(block):
            at += len(piece)
            if held is not None:
                held.append(piece)
            if piece.endswith(b"\n"):
                yield start, at, None if held is None else b"".join(held)
                start, held = at, []
            elif at - start > LINE_LIMIT:
                held = None
    if at > start:
        yield start, at, None if held is None else b"".join(held)


def _cut(block: bytes) -> Iterator[bytes]:
    """As `splitlines`, which would cut at a bare CR as well."""
    start = 0
    while (end := block.find(b"\n", start)) >= 0:
        yield block[start : end + 1]
        start = end + 1
    if start < len(block):
        yield block[start:]
