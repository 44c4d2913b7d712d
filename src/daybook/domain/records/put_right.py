"""A message that was read in a picture, as she says it is: put right after she had kept it."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.seen import Side


@record(
    "put-right.1",
    name="A message from a picture, put right",
    plural="Messages from pictures, put right",
    title_field="text",
    listed=False,
    serves=("R12", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PutRight:
    """How message number `message` of the file brought in as record `source` reads, in place of how it was kept.

    The book it lies in is never changed; how it read before is there and in the history of this. `side` is where it
    stands in the picture: on the right is whoever held the phone. `day` is an ISO date, `clock` "HH:MM"; "" for not
    known.
    """

    source: str
    message: int
    text: str = described("What it says", FieldKind.TEXT)
    sender: str = described("From whom", FieldKind.LINE)
    side: Side = "left"
    day: str = described("Day", FieldKind.LINE)
    clock: str = described("Time", FieldKind.LINE)

    @property
    def sent(self) -> str:
        """Its time as a book sorts by it: whole, or ""."""
        return f"{self.day}T{self.clock}:00" if self.day and self.clock else ""
