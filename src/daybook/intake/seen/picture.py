"""A picture or a scanned paper as something that can be read: messages where it looks like a chat, else its lines.

It is not among the formats that are tried on any file, because reading takes seconds and what was read is never kept
as messages until she checked it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from daybook.domain.seen import Bubble, Chat, Seen
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Flag, Message, Place, Skipped
from daybook.intake.seen.pixels import pages, pixels
from daybook.intake.seen.when import sent_of

_NOTE = "This was read by the machine and may be wrong. Compare it with the picture."
_PDF = b"%PDF-"


def look_at(file: BinaryIO) -> tuple[tuple[Seen, ...], Chat]:
    """What stands in a picture, or on each page of a PDF; and the chat, if it is a screenshot of one.

    Takes seconds. Raises CannotSeeError.
    """
    from daybook.intake.seen import eye  # noqa: PLC0415  (its library takes two seconds to load)
    from daybook.intake.seen.bubbles import chat_of  # noqa: PLC0415

    file.seek(0)
    if _PDF in file.read(1024):
        return tuple(eye.read(page) for page in pages(file)), Chat()
    image = pixels(file)
    seen = eye.read(image)
    return (seen,), chat_of(image, seen)


def message_of(bubble: Bubble, chat: str, place: Place, *, checked: bool = False) -> Message:
    """One bubble as a message: what is on the right was sent from this phone, and whose that is nobody says."""
    flags: list[Flag] = ["machine-read"]
    flags += ["checked"] if checked else []
    flags += ["edited"] if bubble.edited else []
    middle, mine = bubble.side == "middle", bubble.side == "right"
    if not middle:
        flags.append("sent" if mine else "received")
    return Message(
        sent=sent_of(bubble.day, bubble.clock),
        sent_as_written=" ".join(part for part in (bubble.day, bubble.clock) if part),
        sender="" if middle or mine else bubble.name or chat,
        to=(chat,) if mine and chat else (),
        text=bubble.text,
        chat=chat,
        kind="system" if middle else "message",
        place=place,
        flags=tuple(flags),
    )


class Picture:
    """As a `Format` of intake: for `daybook read`."""

    id = "picture"
    name = "A picture"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """Whether it is a picture or a PDF, by its first bytes."""
        from daybook.intake.seen.pixels import is_picture  # noqa: PLC0415

        return is_picture(file)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        if not file.seek(0, io.SEEK_END):
            raise CannotReadError
        return Found(format=self.id, name=self.name, notes=(_NOTE,))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """Messages of a chat, else one message for each page: its lines, with `machine-read` among the flags."""
        whole = file.seek(0, io.SEEK_END)
        seen, chat = look_at(file)
        for bubble in chat.bubbles:
            box = bubble.box
            part = f"{box.left},{box.top},{box.right},{box.bottom}"
            yield message_of(bubble, chat.name, Place(0, whole, part))
        if chat.bubbles:
            return
        for number, page in enumerate(seen, 1):
            part = f"page {number}" if len(seen) > 1 else ""
            if page.text:
                flags: tuple[Flag, ...] = ("machine-read",)
                yield Message(
                    sent="", sent_as_written="", sender="", text=page.text, place=Place(0, whole, part), flags=flags
                )
            else:
                yield Skipped(place=Place(0, whole, part), why="No words were found here.")


picture = Picture()
