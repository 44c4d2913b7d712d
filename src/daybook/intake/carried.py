"""The bytes of a file that is carried inside a text: a mail's attachment, a picture in XML."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.message import Given

BLOCK = 1 << 18
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_ENDS = re.compile(rb"=+")


def carried(file: BinaryIO, given: Given) -> Iterator[bytes]:
    """The file itself, piece by piece, out of bytes `start` to `end` of the original; holds two blocks at most.

    What does not belong into its coding is left out, and what is not coded at all comes as it stands.
    """
    blocks = _blocks(file, given.start, given.end)
    match given.encoding:
        case "base64":
            yield from _of_base64(blocks)
        case "quoted-printable":
            yield from (quopri.decodestring(piece) for piece in _whole_lines(blocks))
        case "uuencode":
            yield from _of_uu(blocks)
        case _:
            yield from blocks


def _blocks(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    at = start
    while at < end:
        file.seek(at)
        block = file.read(min(BLOCK, end - at))
        if not block:
            return
        at += len(block)
        yield block


def _of_base64(blocks: Iterator[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *ended, open_run = _ENDS.split(rest + _NOT_BASE64.sub(b"", block))
        for run in ended:
            yield _letters(run)
        whole = len(open_run) // 4 * 4
        yield _letters(open_run[:whole])
        rest = open_run[whole:]
    yield _letters(rest)


def _letters(run: bytes) -> bytes:
    """One run of letters decoded; a last one alone is six bits and no byte."""
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _whole_lines(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces that end with a line, so that no coded letter is cut; a line longer than a block is cut before a sign."""
    rest = b""
    for block in blocks:
        held = rest + block
        cut = held.rfind(b"\n") + 1
        if not cut and len(held) > BLOCK:
            sign = held.rfind(b"=", len(held) - 3)
            cut = sign if sign >= 0 else len(held)
        yield held[:cut]
        rest = held[cut:]
    yield rest


def _of_uu(blocks: Iterator[bytes]) -> Iterator[bytes]:
    begun = False
    for piece in _whole_lines(blocks):
        for line in piece.splitlines():
            if line.startswith(b"begin ") and not begun:
                begun = True
            elif line == b"end":
                return
            elif begun:
                try:
                    yield binascii.a2b_uu(line)
                except binascii.Error:
                    continue
