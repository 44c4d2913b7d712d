"""A whole backup: its root, every message and call in it, and what its own count says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.coding import Coding
from daybook.intake.format import HEAD, CannotReadError
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.sms.elements import Element, elements
from daybook.intake.sms.mms import Mms
from daybook.intake.sms.texts import call, sms

ROOTS = ("smses", "calls", "allsms", "alllogs")
"""The last two are those of "Super Backup", which writes the same with a few other names."""
_CALLS = {"call", "log"}
_PLAIN_ENDS = {"/sms", "/call", "/log"}
_UNKNOWN = "Something in the backup that is not known here."
_NEVER_ENDS = "A message with pictures here has no end, so it was not read: it could be missing a part."


class NotABackupError(CannotReadError):
    """This file is not a backup of text messages or calls as it should be. It can be kept as it is."""


class Backup:
    """One pass through a backup. `root` and `says` are its first tag, known once the first message was asked for."""

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        self._coding = Coding(file.read(HEAD))
        self._elements = elements(file, self._coding)
        self.root = ""
        self.says: dict[str, str] = {}
        self._root_place = Place(0, 0)
        self._ended = False
        self._open: Mms | None = None
        self._end = 0
        self._count = 0

    def __iter__(self) -> Iterator[Message | Skipped]:
        for element in self._elements:
            if isinstance(element, Skipped):
                self._end = max(self._end, element.place.end)
                yield element
                continue
            self._end = element.end
            if self._open is not None:
                yield from self._inside(element, self._open)
            elif not self.root:
                self._begin(element)
            else:
                yield from self._one(element)
        yield from self._last()

    def _begin(self, element: Element) -> None:
        if element.name not in ROOTS:
            raise NotABackupError
        self.root, self.says, self._ended = element.name, element.says, element.alone
        self._root_place = Place(element.start, element.end)

    def _one(self, element: Element) -> Iterator[Message | Skipped]:
        """A tag of the root's own."""
        name = element.name
        if name == "sms":
            self._count += 1
            yield sms(element)
        elif name in _CALLS:
            self._count += 1
            yield call(element)
        elif name == "mms":
            self._open = Mms(element)
            if element.alone:
                yield self._close(element)
        elif name == f"/{self.root}":
            self._ended = True
        elif name not in _PLAIN_ENDS:
            yield Skipped(place=Place(element.start, element.end), why=_UNKNOWN)

    def _inside(self, element: Element, mms: Mms) -> Iterator[Message | Skipped]:
        """A tag inside a message with pictures; one that cannot be there shows that its end is missing."""
        if element.name == "/mms":
            yield self._close(element)
        elif element.name in {"sms", "mms", *_CALLS, f"/{self.root}"}:
            self._open = None
            yield Skipped(place=Place(mms.start, element.start), why=_NEVER_ENDS)
            yield from self._one(element)
        elif not mms.add(element):
            yield Skipped(place=Place(element.start, element.end), why=_UNKNOWN)

    def _close(self, element: Element) -> Message:
        assert self._open is not None
        message, self._open = self._open.message(element.end), None
        self._count += 1
        return message

    def _last(self) -> Iterator[Skipped]:
        """What the end of the file shows: whether something is missing, by its shape and by its own count."""
        if not self.root:
            raise NotABackupError
        if self._open is not None:
            yield Skipped(place=Place(self._open.start, self._end), why=_NEVER_ENDS)
        if not self._ended:
            why = "The file stops before its end, as a copy does that was broken off. What comes after is not in it."
            yield Skipped(place=Place(self._end, self._end), why=why)
        told = self.says.get("count", "")
        if told.isascii() and told.isdigit() and len(told) < 12 and int(told) != self._count:  # noqa: PLR2004
            why = f"The file says that it holds {int(told):,}. {self._count:,} could be read."
            yield Skipped(place=self._root_place, why=why)
