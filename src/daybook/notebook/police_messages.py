"""Messages and calls on the page for the police: how many, from whom, out of which file, and the words she chose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from daybook.domain.records.source import Source
from daybook.export.visible import first_words
from daybook.notebook.message_answers import calls_of, messages_of
from daybook.notebook.message_span import CALLS
from daybook.notebook.more import how_read, time_of
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from daybook.domain.records.message_day import MessageDay
    from daybook.notebook.notebook import Notebook

LONGEST = 300
"""Characters of one message that stand on the page; the whole of it stands in the file."""
_DAY = len("2026-03-04")
_NOT_TAKEN = frozenset({"missed", "rejected", "blocked", "voicemail"})

Speak = Callable[[str], str]


def message_time(body: MessageDay, day: Callable[[date], str], speak: Speak) -> str:
    """From when until when, as the file has it: the day once where it is one day. `day` puts a date into words."""
    if not body.first or not body.last:
        return speak("Date not known")
    (on, begin), (to, end) = _parted(body.first), _parted(body.last)
    first = ", ".join(part for part in (day(on), begin) if part)
    if (on, begin) == (to, end):
        return first
    last = end if on == to and begin and end else ", ".join(part for part in (day(to), end) if part)
    return speak("%(from)s to %(to)s") % {"from": first, "to": last}


def _parted(sent: str) -> tuple[date, str]:
    """The day, and the hour and minute, or "" where the file has only the day."""
    moment = datetime.fromisoformat(sent)
    return moment.date(), f"{moment:%H:%M}" if len(sent) > _DAY else ""


def message_words(notebook: Notebook, body: MessageDay, speak: Speak) -> str:
    """How many and from whom, then each message whose words she chose, with its time as it stands in the file."""
    if body.way == CALLS:
        many = speak("%(count)s calls from “%(sender)s”") if body.count > 1 else speak("1 call from “%(sender)s”")
        lines = [many % {"count": body.count, "sender": body.sender}, *_calls(notebook, body, speak)]
    else:
        many = speak("%(count)s messages from “%(sender)s”") if body.count > 1 else speak("1 message from “%(sender)s”")
        lines = [many % {"count": body.count, "sender": body.sender}]
    for kept in messages_of(notebook, body, body.quoted) if body.quoted else ():
        said = how_read(kept.more)
        machine = f" ({speak(said)})" if said else ""
        lines.append(f"{time_of(kept)}: “{first_words(kept.text, LONGEST)}”{machine}")
    return "\n\n".join(lines)


def _calls(notebook: Notebook, body: MessageDay, speak: Speak) -> list[str]:
    """How many were not taken, and how long the longest was, where the file says it."""
    missed, longest = missed_and_longest(*calls_of(messages_of(notebook, body)))
    found = [speak("Not taken: %(count)s") % {"count": missed}] if missed else []
    if longest:
        words = speak("The longest: %(minutes)s min %(seconds)s s")
        found.append(words % {"minutes": longest // 60, "seconds": longest % 60})
    return found


def missed_and_longest(flags: Iterable[Collection[str]], seconds: Iterable[int | None]) -> tuple[int, int]:
    """Of calls: how many were not taken, and the seconds of the longest; 0 where the file does not say it."""
    return sum(1 for each in flags if _NOT_TAKEN & {*each}), max((each for each in seconds if each), default=0)


def message_notes(notebook: Notebook, body: MessageDay, speak: Speak) -> list[str]:
    """The file they come from and its fingerprint, which shows that it was not changed; and what its times are."""
    try:
        source = notebook.latest(body.source).body
    except NoSuchRecordError:
        return []
    if not isinstance(source, Source):
        return []
    what = f" ({source.what})" if source.what else ""
    notes = [f"{speak('Out of the file')}: {source.name}{what}"]
    notes += [f"SHA-256 {original.sha256}" for original in source.original]
    if body.first.endswith(("Z", "+00:00")):
        notes.append(
            speak("The times of this file are in UTC: in the UK the clock shows the same, or in summer an hour more.")
        )
    return notes
