"""A file she brought in: the original, what it is, where it comes from, and the sealed books made of its messages."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Some of the messages of a file, sealed as one searchable database: those from number `first` on.

    `messages` and `skipped` count what is in it, `start` and `end` are the first and last time in it ("" for none).
    """

    file: Attachment
    first: int
    messages: int
    skipped: int
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Another file that was brought in before and holds `messages` of the same messages."""

    source: str
    messages: int


@record("source.1", name="A file you brought in", plural="Files you brought in", title_field="name", listed=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file she brought in, kept exactly as it came, and what was read in it.

    `format` is the id of the format, "" for a file that nothing here can read; `answers` are hers to what it leaves
    open. `again` names the other files whose messages are shown instead of those of this one that say the same.
    `trouble` is the sentence for a file that could be read only so far.
    """

    name: str = described("What do you call it?", FieldKind.LINE)
    device: str = described(
        "From whose phone or account?",
        FieldKind.LINE,
        hint="Mine, my sister's, an old tablet. Leave it empty if you like.",
    )
    obtained: str = described(
        "How did you get it, and when?",
        FieldKind.TEXT,
        hint="I exported the chat from my phone on 3 May. Somebody sent it to me. A few words are enough.",
    )
    original: tuple[Attachment, ...] = described("The file", FieldKind.FILES)
    format: str = ""
    what: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    books: tuple[Book, ...] = ()
    again: tuple[Again, ...] = ()
    done: bool = False
    trouble: str = ""

    @property
    def messages(self) -> int:
        """How many messages were read so far."""
        return sum(book.messages for book in self.books)

    @property
    def skipped(self) -> int:
        """How many parts could not be read so far."""
        return sum(book.skipped for book in self.books)
