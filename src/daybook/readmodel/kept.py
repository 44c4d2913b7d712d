"""One message as a book holds it, and where it stands among all."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Where a message stands among all: by time, then by file, then by its number in it."""

    at: str
    source: str
    number: int


class Kept(NamedTuple):
    """One message as it lies in a book."""

    source: str
    number: int
    at: str
    sent: str
    written: str
    sender: str
    chat: str
    kind: str
    text: str
    start: int
    end: int
    part: str
    more: bytes | None

    @property
    def key(self) -> Key:
        """Where it stands."""
        return Key(self.at, self.source, self.number)
