"""Messages and calls held against an order, in words: how many, from whom, from when until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.records.message_day import MessageDay
from daybook.notebook.message_span import CALLS
from daybook.notebook.notebook import title_of
from daybook.notebook.police_messages import missed_and_longest
from daybook.web.dates import when_words
from daybook.web.i18n import _, ngettext
from daybook.web.message_words import sent_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daybook.domain.happened import Happened
    from daybook.domain.revision import Revision
    from daybook.readmodel.kept import Kept

_DAY = 10
_CLOCK = slice(11, 16)


def count_words(way: str, count: int) -> str:
    """How many: "41 messages", "1 call"."""
    if way == CALLS:
        return ngettext("%(num)s call", "%(num)s calls", count)
    return ngettext("%(num)s message", "%(num)s messages", count)


def from_words(way: str, count: int, sender: str) -> str:
    """How many, and from whom as the file has it."""
    return _("%(many)s from “%(sender)s”", many=count_words(way, count), sender=sender)


def ends_words(first: str, last: str) -> str:
    """From when until when, as the file has it: the day once where it is one day."""
    if not first or first == last:
        return sent_words(first)
    if first[:_DAY] == last[:_DAY] and first[_CLOCK] and first[16:] == last[16:]:
        whole = sent_words(first)
        return whole.replace(first[_CLOCK], _("%(from)s to %(to)s", **{"from": first[_CLOCK], "to": last[_CLOCK]}), 1)
    return _("%(from)s to %(to)s", **{"from": sent_words(first), "to": sent_words(last)})


def happening_words(happening: Revision, longest: int) -> str:
    """What a happening is called in a list: its first words, or how many messages from whom."""
    body = happening.body
    if isinstance(body, MessageDay):
        return from_words(body.way, body.count, body.sender)
    return title_of(happening, longest)


def happened_words(happening: Revision, happened: Happened) -> str:
    """When a happening was, in words; of messages from when until when, as their file has it."""
    body = happening.body
    return ends_words(body.first, body.last) if isinstance(body, MessageDay) else when_words(happened)


def calls_words(flags: Sequence[tuple[str, ...]], seconds: Sequence[int | None]) -> list[str]:
    """Of calls: how many were not taken, and how long those were that say it."""
    missed, longest = missed_and_longest(flags, seconds)
    found = []
    if missed:
        found.append(ngettext("%(num)s was not taken", "%(num)s were not taken", missed))
    if longest:
        found.append(_("The longest: %(minutes)s min %(seconds)s s", minutes=longest // 60, seconds=longest % 60))
    return found


def shown_in_page(messages: Sequence[Kept], first: int, most: int) -> tuple[Sequence[Kept], int, int]:
    """One page of them; where the page before and the one after begin (-1 for none)."""
    after = first + most if len(messages) > first + most else -1
    return messages[first : first + most], first - most if first else -1, after
