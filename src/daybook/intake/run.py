"""Many messages at once, for formats that can give them faster together than one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, runtime_checkable

from daybook.intake.format import Answers, Format
from daybook.intake.message import Message, Place, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Messages one after the other, as columns of equal length: the same as giving out each of `messages`.

    `odd` holds by its index each message that is more than time, sender and words; the columns hold what it says of
    these, too. All others are of the kind "message".
    """

    sent: Sequence[str]
    written: Sequence[str]
    sender: Sequence[str]
    text: Sequence[str]
    start: Sequence[int]
    end: Sequence[int]
    odd: dict[int, Message]
    part: str = ""
    chat: str = ""

    def __len__(self) -> int:
        """How many messages."""
        return len(self.sent)

    def part_of(self, first: int, last: int) -> Run:
        """Those from the index `first` up to `last`."""
        if first <= 0 and last >= len(self):
            return self
        return Run(
            sent=self.sent[first:last],
            written=self.written[first:last],
            sender=self.sender[first:last],
            text=self.text[first:last],
            start=self.start[first:last],
            end=self.end[first:last],
            odd={number - first: one for number, one in self.odd.items() if first <= number < last},
            part=self.part,
            chat=self.chat,
        )

    def messages(self) -> Iterator[Message]:
        """Each of them, in their order."""
        odd, part, chat = self.odd, self.part, self.chat
        columns = zip(self.sent, self.written, self.sender, self.text, self.start, self.end, strict=True)
        for number, (sent, written, sender, text, start, end) in enumerate(columns):
            if number in odd:
                yield odd[number]
                continue
            yield Message(
                sent=sent, sent_as_written=written, sender=sender, text=text, place=Place(start, end, part), chat=chat
            )


@runtime_checkable
class ReadsInRuns(Protocol):
    """A format that can give many messages at once."""

    def runs(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped | Run]:
        """The same as `Format.read` where each run stands for its messages. Raises CannotReadError."""


def runs_of(one: Format, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped | Run]:
    """Everything in a file as `Format.read` gives it, in runs where the format can do that."""
    if isinstance(one, ReadsInRuns):
        return one.runs(file, name, answers)
    return iter(one.read(file, name, answers))


def one_by_one(found: Iterator[Message | Skipped | Run]) -> Iterator[Message | Skipped]:
    """The same without runs."""
    for one in found:
        if isinstance(one, Run):
            yield from one.messages()
        else:
            yield one
