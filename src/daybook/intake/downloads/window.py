"""A moving window over a stream of bytes: what is being looked at, and where in the original it stands."""

from __future__ import annotations

from typing import Protocol

from daybook.intake.format import CannotReadError

BLOCK = 256 << 10


class BrokenOffError(CannotReadError):
    """From here on this file is not what it began as, or it is cut off."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


class Readable(Protocol):
    """Anything bytes can be read from, in one direction."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; b"" at the end."""


class Window:
    """`data` from byte `base` of the original on; `at` is the index being looked at.

    What is before `keep` (or before `at` where `keep` is -1) is let go of when more is read. `spoilt` counts the marks
    that were not whole.
    """

    def __init__(self, file: Readable, base: int = 0) -> None:
        self._file = file
        self.data, self.base, self.at, self.keep = b"", base, 0, -1
        self.spoilt = 0

    def more(self) -> bool:
        """Read a further block; False at the end of the stream."""
        block = self._file.read(BLOCK)
        if not block:
            return False
        cut = self.at if self.keep < 0 else self.keep
        self.data = self.data[cut:] + block
        self.base += cut
        self.at -= cut
        self.keep = min(self.keep, 0)
        return True

    @property
    def place(self) -> int:
        """Where `at` is in the original."""
        return self.base + self.at
