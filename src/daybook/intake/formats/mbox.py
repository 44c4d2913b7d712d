"""A mailbox: many mails in one file, each below a line that begins with "From " (RFC 4155 and its older relatives)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from daybook.intake.format import HEAD, Answers, Found
from daybook.intake.mail.compose import composed
from daybook.intake.mail.mailbox import FIRST, mails
from daybook.intake.mail.recognise import begins_like_mail
from daybook.intake.message import Message, Skipped

ORDER = 59
LOOKED_AT = 200
"""Mails looked at for the names in them."""


class Mbox:
    """A mailbox, one mail at a time: no more of it is ever held than `daybook.intake.mail.limits` allows for one."""

    id = "mbox"
    name = "A mailbox"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002  the content decides
        """Whether it begins with such a line and the head of a mail."""
        head = file.read(HEAD)
        first = FIRST.match(head)
        return first is not None and begins_like_mail(head[first.end() :])

    def look(self, file: BinaryIO, name: str) -> Found:
        """Who wrote and who was written to, in the first mails."""
        people: dict[str, None] = {}
        read = (one for one in self.read(file, name, {}) if isinstance(one, Message))
        for one in islice(read, LOOKED_AT):
            people.update(dict.fromkeys(person for person in (one.sender, *one.to) if person))
        note = (
            "Some mailboxes put a > before a line of words that begins with From. "
            "Nobody can tell it from one that was typed, so it is left as it stands."
        )
        return Found(format=self.id, name=self.name, people=tuple(people), notes=(note,))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """Every mail in the order of the file; its place is that of the mail without the line above it."""
        for whole, above, flags in mails(file):
            yield from composed(whole, flags=flags, above=above)


format = Mbox()  # noqa: A001  the contract's name
