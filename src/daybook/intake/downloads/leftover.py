"""What is in a download and neither a message nor a file of one: said part by part, never passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.parts import Download, Part
from daybook.intake.message import Flag, Message, Skipped

OTHER = "This file inside the zip holds no messages in a shape that is known. It is kept with the zip."


def left_over(download: Download, shelf: Shelf, read: Iterable[Part]) -> Iterator[Skipped]:
    """A Skipped for every part that was not read and that no message pointed to, and for those that were refused."""
    done = {part.name for part in read}
    for name, part in shelf.left.items():
        if name not in done:
            yield Skipped(place=part.whole, why=OTHER)
    yield from download.refused


def also(one: Message, *flags: Flag) -> Message:
    """The message with these flags as well."""
    return msgspec.structs.replace(one, flags=(*one.flags, *flags))
