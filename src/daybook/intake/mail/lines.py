"""Lines of a file with the byte at which each begins, whatever their length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.mail.limits import BLOCK, LINE

Line = tuple[int, bytes, bool]
"""Its first byte in the file; its bytes with their line end; whether it begins a line or goes on with a long one."""

_LINE = re.compile(rb"(?:[A-Za-z0-9+/=]{60,78}\r?\n){2,%d}|[^\n]{0,%d}\n|[^\n]{%d}" % (LINE // 80, LINE - 1, LINE))
"""A run of lines of base64 comes as one: no head, boundary, empty line or line between two mails can be among them."""


def lines(file: BinaryIO, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Every line from byte `start` up to `end`; only a line feed ends one. Holds two blocks at most.

    The file may be read elsewhere between two lines: each block is sought for before it is read.
    """
    at, rest, begins = start, b"", True
    seen = start
    while True:
        file.seek(seen)
        block = file.read(BLOCK if end is None else min(BLOCK, end - seen))
        if not block:
            break
        seen += len(block)
        held = rest + block
        done = 0
        while found := _LINE.match(held, done):
            line = found[0]
            yield at + done, line, begins
            begins = line.endswith(b"\n")
            done = found.end()
        at, rest = at + done, held[done:]
    if rest:
        yield at, rest, begins
