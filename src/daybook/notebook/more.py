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


MACHINE = "read by the machine from a screenshot and checked against it"
"""What is said wherever words of such a message are quoted."""


def is_machine_read(more: bytes | None) -> bool:
    """Whether the words of a message, packed as below, were read out of a picture."""
    return more is not None and "machine-read" in msgspec.msgpack.decode(more, type=More).flags


_encode = msgspec.msgpack.Encoder().encode
_NOTHING_MORE = ((), (), (), None, ())


def packed(one: Message) -> bytes | None:
    """What this message has beyond the columns, as bytes; None for nothing, which is the case nearly always."""
    more = (one.flags, one.attachments, one.to, one.seconds, one.headers)
    return None if more == _NOTHING_MORE else _encode(More(*more))
