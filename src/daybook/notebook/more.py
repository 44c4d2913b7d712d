"""What a book keeps of a message beyond its columns."""

from __future__ import annotations

import msgspec

from daybook.intake.message import Flag, Given, Message


class More(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """What a message has beyond the columns of a book."""

    flags: tuple[Flag, ...] = ()
    attachments: tuple[Given, ...] = ()
    to: tuple[str, ...] = ()
    seconds: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_NOTHING_MORE = ((), (), (), None, ())


def packed(one: Message) -> bytes | None:
    """What this message has beyond the columns, as bytes; None for nothing, which is the case nearly always."""
    more = (one.flags, one.attachments, one.to, one.seconds, one.headers)
    return None if more == _NOTHING_MORE else _encode(More(*more))
