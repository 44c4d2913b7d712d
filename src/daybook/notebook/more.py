"""What a book keeps of a message beyond its columns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from daybook.domain.said import Said
from daybook.intake.message import Flag, Given, Message

if TYPE_CHECKING:
    from daybook.readmodel.kept import Kept


class More(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """What a message has beyond the columns of a book."""

    flags: tuple[Flag, ...] = ()
    attachments: tuple[Given, ...] = ()
    to: tuple[str, ...] = ()
    seconds: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


MACHINE = Said("read by the machine from a screenshot and checked against it").words
"""What is said wherever words of such a message are quoted."""
PUT_RIGHT = Said("read by the machine from a screenshot, checked against it, and put right later").words
"""The same of one she changed after it was kept."""


def more_of(packed: bytes | None) -> More:
    """What a book keeps of a message beyond its columns."""
    return msgspec.msgpack.decode(packed, type=More) if packed else More()


def how_read(more: bytes | None) -> str:
    """What is to be said of a message whose words were read out of a picture; "" for any other."""
    flags = more_of(more).flags
    if "machine-read" not in flags:
        return ""
    return PUT_RIGHT if "put-right" in flags else MACHINE


def time_of(kept: Kept) -> str:
    """Its time as its file writes it; where that was read by the machine, the time she checked, if it is whole."""
    if kept.sent and how_read(kept.more):
        at = datetime.fromisoformat(kept.sent)
        return f"{at.day} {at:%B %Y %H:%M}"
    return kept.written or kept.sent


_encode = msgspec.msgpack.Encoder().encode
_NOTHING_MORE = ((), (), (), None, ())


def packed(one: Message) -> bytes | None:
    """What this message has beyond the columns, as bytes; None for nothing, which is the case nearly always."""
    more = (one.flags, one.attachments, one.to, one.seconds, one.headers)
    return None if more == _NOTHING_MORE else _encode(More(*more))


def repacked(more: More) -> bytes:
    """What was unpacked and changed, as bytes again."""
    return _encode(more)
