"""A span of messages or calls that may have broken a line, and the sender of a file it is from."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.records.sender import THEM, THROUGH

if TYPE_CHECKING:
    from daybook.domain.breach.happening import Teller
    from daybook.domain.breach.possibility import Possibility

MESSAGES, CALLS = "message", "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSpan:
    """Messages, or calls, of one sender of a file from `since` up to `until`, which may have broken one line.

    With `numbers` only these are meant, by what they say. `day` is the one it began on: a night belongs to the
    evening before. `in_utc` is whether the times of the file are.
    """

    source: str
    sender: str
    way: str
    since: str
    until: str
    day: dt.date
    count: int
    found: Possibility
    numbers: tuple[int, ...] = ()
    in_utc: bool = False

    @property
    def id(self) -> str:
        """Its name among all of one line, the same at every look."""
        parts = self.key[:-1]
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    @property
    def key(self) -> tuple[str, ...]:
        """What a record of hers about it names."""
        return self.source, self.sender, self.way, self.since, self.until, self.found.term


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A sender of a file: who she said it is, how what they send comes, and how early their times may be."""

    source: str
    sender: str
    who: str
    ways: Collection[str]
    in_utc: bool
    slack: dt.timedelta

    @property
    def teller(self) -> Teller:
        """Whose words their messages are."""
        return "them" if self.who == THEM else "other"

    def channels(self, way: str) -> frozenset[str]:
        """How it came: what somebody else writes for the person bound came through them."""
        if self.who == THROUGH:
            return frozenset({"third"})
        return frozenset({"call"} if way == CALLS else self.ways)


def iso(moment: dt.datetime) -> str:
    """A minute as times of files are compared with it; midnight is the day alone, so that bare days sort after it."""
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat(timespec="minutes")
