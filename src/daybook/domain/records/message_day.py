"""Messages or calls of one sender on one day of a file, which she held against a line of an order."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.happened import Happened
from daybook.domain.kinds import record
from daybook.domain.sent_times import happened_between


@record(
    "message-day.1",
    name="Messages or calls of one day",
    plural="Messages and calls held against orders",
    title_field="sender",
    listed=False,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDay:
    """A span of one file: what her answer about a line (`breach.1`) is about.

    `since` and `until` bound it as the file's times stand there, `way` is "message" or "call". With `only` it is these
    numbers of the file and no others; `quoted` are the few whose words stand on the page for the police. `count`,
    `first` and `last` are what it was when she answered; `first` and `last` are times as the file has them.
    """

    source: str
    sender: str
    way: str
    since: str
    until: str
    term: str
    only: tuple[int, ...] = ()
    quoted: tuple[int, ...] = ()
    count: int = 0
    first: str = ""
    last: str = ""

    @property
    def happened(self) -> Happened:
        """When it was, on the clock of the file."""
        if not self.first or not self.last:
            return Happened()
        return happened_between(self.first, self.last)
