"""One part of a mail: its head, where it lies, the parts inside it, and its words if it has any."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.intake.mail.head import Head

Span = tuple[int, int]
"""The first byte in the file, and the one after the last."""


@dataclass(slots=True)
class Part:
    """A part of a mail, or a whole one. Bytes are counted from the beginning of the file.

    `words` are the bytes of a part that is text, as they stand in the file; None where they are only counted.
    """

    start: int
    mails_deep: int = 0
    head: Head = field(default_factory=Head)
    body: int = 0
    end: int = 0
    words: bytearray | None = None
    inside: list[Part] = field(default_factory=list)

    @property
    def is_mail(self) -> bool:
        """Whether it holds another mail in it that was taken apart."""
        return bool(self.inside) and self.head.media in MAILS


@dataclass(slots=True)
class Whole:
    """A mail with all that was found wrong while it was taken apart. `open_ended`: a last boundary is missing."""

    part: Part
    wrong: list[tuple[Span, str]] = field(default_factory=list)
    open_ended: bool = False


MAILS = ("message/rfc822", "message/global")
