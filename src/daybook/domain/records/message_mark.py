"""What she says of one message: that it matters, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

TAGS = (
    ("abuse", "Abuse"),
    ("threat", "A threat"),
    ("breach", "May break an order"),
    ("apology", "An apology"),
    ("money", "About money"),
    ("children", "About the children"),
)


@record("mark.1", name="A message you marked", plural="Messages you marked", title_field="note", listed=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageMark:
    """Her mark on message number `message` of the file brought in as record `source`; without tag and note, none.

    `quoted` are the keys of the forms of incidents that were begun with it: what was saved from them quotes it.
    """

    source: str
    message: int
    tags: tuple[str, ...] = described("What is it?", FieldKind.CHOICES, options=TAGS)
    note: str = described("Your note", FieldKind.TEXT)
    quoted: tuple[str, ...] = ()
