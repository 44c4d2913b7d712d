"""How frames hang together: each is bound to its place and to everything before it."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daybook.crypto.seal import CHAIN_TAG_BYTES, NONCE_BYTES, UnsealError, chain_tag, fresh_nonce, same
from daybook.journal.errors import DamagedError, PageDamagedError, PagesLostError
from daybook.journal.header import FORMAT
from daybook.journal.keys import Keys
from daybook.journal.padding import PaddingError, padded, unpadded
from daybook.journal.store import Frame

_CONTEXT = struct.Struct(">H16sHQ32s")  # format, notebook, volume, place, tag of the frame before


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal ends: how many frames there are, and the tag of the last one (zeros before the first).

    The only thing that can show that frames were cut off the end, so it travels in every backup and export.
    """

    count: int = 0
    tag: bytes = bytes(CHAIN_TAG_BYTES)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a damaged journal: its head, the places of damaged frames, and how many are gone before it."""

    head: Head = Head()
    damaged: frozenset[int] = frozenset()
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """Seals and checks the frames of one volume of one notebook.

    A frame that was edited, moved, put in the place of another, taken out of the middle or brought from
    another notebook does not fit. Frames missing from the end cannot be noticed here: see Head.
    """

    keys: Keys
    notebook: bytes

    def context(self, before: Head) -> bytes:
        """What the frame after `before` is bound to; every part has a fixed width."""
        return _CONTEXT.pack(FORMAT, self.notebook, self.keys.volume, before.count, before.tag)

    def seal(self, plain: bytes, before: Head) -> Frame:
        """The frame that follows `before` and holds `plain`. Raises PageTooLongError."""
        nonce, context = fresh_nonce(), self.context(before)
        sealed = self.keys.pages.seal(padded(plain), nonce=nonce, context=context)
        return Frame(before.count, nonce, sealed, chain_tag(self.keys.chain, context, nonce, sealed))

    def follow(self, frame: Frame, before: Head) -> Head:
        """The head after `frame`, once it is shown to follow `before`. Raises PageDamagedError."""
        fits = frame.place == before.count and len(frame.nonce) == NONCE_BYTES
        tag = chain_tag(self.keys.chain, self.context(before), frame.nonce, frame.sealed)
        if not fits or not same(tag, frame.tag):
            raise PageDamagedError(page_name(before.count))
        return Head(before.count + 1, tag)

    def walk(self, frames: Iterable[Frame], *, known: Head | None = None) -> Head:
        """The head after all of `frames`, from the first on; nothing is unsealed.

        Raises DamagedError where a frame does not follow, or is not the one that was there when `known` was
        the head; PagesLostError when there are fewer frames than `known` counts.
        """
        head = Head()
        for frame in frames:
            head = self.follow(frame, head)
            if known is not None and head.count == known.count and head != known:
                raise DamagedError(page_name(frame.place))
        if known is not None and head.count < known.count:
            raise PagesLostError(known=known.count, found=head.count)
        return head

    def walk_what_is_left(self, frames: Iterable[Frame]) -> Left:
        """What there is when a frame that does not follow is passed over; nothing is unsealed.

        A frame is bound to the tag of the one before, and each carries its own: after a damaged frame the next one
        can be followed again. After a frame that is gone altogether, the next one is lost with it.
        """
        head, damaged, gone = Head(), set(), 0
        for frame in frames:
            gone += frame.place - head.count
            before = head if frame.place == head.count else Head(frame.place)
            try:
                head = self.follow(frame, before)
            except PageDamagedError:
                damaged.add(frame.place)
                head = Head(frame.place + 1, frame.tag)
        return Left(head, frozenset(damaged), gone)

    def read(self, frames: Iterable[Frame], *, without: frozenset[int] = frozenset()) -> Iterator[tuple[int, bytes]]:
        """Place and plain content of each frame but those at the places `without`, checked before it is given out.

        Raises PageDamagedError.
        """
        head = Head()
        for frame in frames:
            if frame.place in without:
                head = Head(frame.place + 1, frame.tag)
                continue
            after = self.follow(frame, head)
            context = self.context(head)
            try:
                plain = unpadded(self.keys.pages.unseal(frame.sealed, nonce=frame.nonce, context=context))
            except (UnsealError, PaddingError):
                raise PageDamagedError(page_name(head.count)) from None
            yield head.count, plain
            head = after


def page_name(place: int) -> str:
    """How a place is named to her: pages count from 1."""
    return f"page {place + 1}"
