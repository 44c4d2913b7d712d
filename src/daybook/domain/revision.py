"""One saved version of a record: what it said, and when that was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


class NaiveTimeError(ValueError):
    """`written` needs a time zone: it is ours, exact, and in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A record as it was saved once. An amended record is a further revision; the earlier ones stay.

    `record` is the record's opaque id, `number` counts its revisions from 1, `written` is exact and in UTC.
    `key` is the form's own id, so that the same form sent twice is saved once.
    `place` is the frame that holds it, counted from 0 for the whole notebook.
    """

    record: str
    kind: str
    number: int
    written: datetime
    key: str
    body: Any
    place: int = -1

    def __post_init__(self) -> None:
        if self.written.tzinfo is None:
            raise NaiveTimeError
