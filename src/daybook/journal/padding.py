"""Hide how long something is, up to a step."""

from __future__ import annotations

from daybook.journal.errors import PageTooLongError

LEAST_PAGE = 256
LONGEST_PAGE = 64 * 1024 * 1024
LEAST_FILE = 16 * 1024
_LENGTH_BYTES = 4


class PaddingError(ValueError):
    """These bytes do not say how long they are. They were not padded by Daybook."""


def padded(plain: bytes) -> bytes:
    """Length (4 bytes), `plain`, zeros: 256 bytes or the next doubling of it. Raises PageTooLongError over 64 MiB."""
    size = len(plain) + _LENGTH_BYTES
    if size > LONGEST_PAGE:
        raise PageTooLongError
    room = max(LEAST_PAGE, 1 << (size - 1).bit_length())
    return (len(plain).to_bytes(_LENGTH_BYTES, "big") + plain).ljust(room, b"\0")


def unpadded(filled: bytes) -> bytes:
    """What was padded. Raises PaddingError when it cannot have been."""
    end = _LENGTH_BYTES + int.from_bytes(filled[:_LENGTH_BYTES], "big")
    if end > len(filled) or any(filled[end:]):
        raise PaddingError
    return filled[_LENGTH_BYTES:end]


def padded_file_size(size: int) -> int:
    """How many bytes a file of `size` bytes is made to look like: Padmé, and at least 16 KiB.

    Padmé keeps the upper bits of the length that its own logarithm needs and fills up the rest, so that it
    costs at most 12 % and lets out only about log2(log2(size)) bits (Nikitin et al., "Reducing Metadata
    Leakage from Encrypted Files and Communication with PURBs", 2019).
    """
    if size <= LEAST_FILE:
        return LEAST_FILE
    exponent = size.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-size // step) * step
