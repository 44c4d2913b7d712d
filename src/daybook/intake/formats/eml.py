"""One mail in a file of its own (.eml), as mail programs save it; also as Apple's mail program keeps it (.emlx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.format import HEAD, Answers, Found
from daybook.intake.mail.compose import composed
from daybook.intake.mail.lines import lines
from daybook.intake.mail.recognise import begins_like_mail
from daybook.intake.mail.split import Splitter
from daybook.intake.message import Message, Place, Skipped

ORDER = 60
_COUNTED = re.compile(rb"([0-9]{1,12})[ \t]*\r?\n")
_ABOVE = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*")


class Eml:
    """A mail in a file of its own. Bytes are counted from the beginning of the file."""

    id = "eml"
    name = "A mail"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002  the content decides
        """Whether it begins with the head of a mail."""
        head = file.read(HEAD)
        return begins_like_mail(head[_span(head)[0] :])

    def look(self, file: BinaryIO, name: str) -> Found:
        """Who it is from and to, as far as the head says."""
        people: list[str] = []
        for one in self.read(file, name, {}):
            if isinstance(one, Message):
                people += [person for person in (one.sender, *one.to) if person]
        return Found(format=self.id, name=self.name, people=tuple(dict.fromkeys(people)))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """The mail, what is broken in it, and the mails inside it."""
        file.seek(0)
        start, end = _span(file.read(HEAD))
        splitter = Splitter(start)
        for line in lines(file, start, end):
            splitter.add(line)
        whole = splitter.finish()
        yield from composed(whole)
        size = file.seek(0, 2)
        if end is not None and size > end:
            yield Skipped(
                place=Place(end, size), why="After the mail stand notes of the mail program. They are no words."
            )
        elif end is not None and size < end:
            yield Skipped(place=Place(size, size), why="This mail is shorter than it says: its end is missing.")


def _span(head: bytes) -> tuple[int, int | None]:
    """Where the mail begins, and where it ends if the file says so in its first line."""
    if (counted := _COUNTED.match(head)) and begins_like_mail(head[counted.end() :]):
        return counted.end(), counted.end() + int(counted[1])
    above = _ABOVE.match(head)
    return (above.end() if above else 0), None


format = Eml()  # noqa: A001  the contract's name
