"""Calendars (.ics): what was entered, once each; a rule that repeats is kept as a rule and never turned into dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import BinaryIO

from icalendar.prop import vDDDTypes

from daybook.intake.content_lines.entries import Entries, Entry
from daybook.intake.content_lines.properties import Property
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.formats.vcard import begins_with
from daybook.intake.message import Flag, Message, Skipped

ORDER = 30
_LOOKED_AT = 5_000
_KINDS = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_AROUND = frozenset({"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT"})
_SHOWN = frozenset({"SUMMARY", "DESCRIPTION", "DTSTART"})
_REPEATS = ("RRULE", "RDATE")


class NoDatesError(CannotReadError):
    """There is no entry in this calendar that could be read. It can be kept as it is."""


class Ics:
    """A calendar: `text` is what it says, `sender` who asked, `to` who was asked. An entry at a time."""

    id = "ics"
    name = "A calendar"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether it begins as a calendar does."""
        del name
        return begins_with(file, b"BEGIN:VCALENDAR")

    def look(self, file: BinaryIO, name: str) -> Found:
        """The people in it, and whether anything repeats. There is nothing to ask."""
        found = [one for one in islice(self.read(file, name, {}), _LOOKED_AT) if isinstance(one, Message)]
        if not found:
            raise NoDatesError
        people = dict.fromkeys(who for one in found for who in (one.sender, *one.to) if who)
        repeats = any(key in _REPEATS for one in found for key, _ in one.headers)
        notes = ("What repeats is shown once, on its first day, with its rule.",) if repeats else ()
        return Found(format=self.id, name=self.name, people=tuple(people), notes=notes)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every entry in the order of the file."""
        del name, answers
        for entry in Entries(file, _KINDS, _AROUND):
            yield _date(entry) if isinstance(entry, Entry) else entry


def _date(entry: Entry) -> Message:
    """An entry as it stands. A time of a known zone has its offset; without a zone it is the clock on a wall."""
    start = entry.first("DTSTART") or entry.first("DUE")
    sent, flags = _when(start) if start else ("", ())
    said = (entry.value("SUMMARY"), entry.value("DESCRIPTION"))
    marks: tuple[Flag, ...] = ("mended",) if entry.mended() else ()
    return Message(
        kind="date", sent=sent, sent_as_written=_as_written(start), sender=_who(entry.first("ORGANIZER")),
        to=tuple(who for one in entry.properties if one.name == "ATTENDEE" and (who := _who(one))),
        text="\n".join(part for part in said if part), place=entry.place, flags=(*flags, *marks),
        headers=tuple(_header(one) for one in entry.properties if one.value and one.name not in _SHOWN),
        attachments=entry.given(),
    )  # fmt: skip


def _when(start: Property) -> tuple[str, tuple[Flag, ...]]:
    """ISO 8601, and whether the clocks changed there; "" for what is no time."""
    try:
        zone = start.parameters.get("TZID")
        found: object = vDDDTypes.from_ical(start.value.strip(), zone)  # type: ignore[no-untyped-call]
        if not isinstance(found, datetime):
            return (found.isoformat(), ()) if isinstance(found, date) else ("", ())
        once, again = found.replace(fold=0).utcoffset(), found.replace(fold=1).utcoffset()
        written = found.isoformat()
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError, OSError):
        return "", ()
    if once is None or again is None or once == again:
        return written, ()
    return written, ("twice-an-hour",) if once > again else ("no-such-hour",)


def _as_written(start: Property | None) -> str:
    if start is None:
        return ""
    zone = start.parameters.get("TZID", "")
    return f"{start.value} ({zone})" if zone else start.value


def _who(one: Property | None) -> str:
    """The address of a person, or the name where no address is."""
    if one is None:
        return ""
    address = one.value.strip()
    return address[7:] if address.lower().startswith("mailto:") else address or one.parameters.get("CN", "")


def _header(one: Property) -> tuple[str, str]:
    """A property under its name; a person with the name beside the address."""
    called = one.parameters.get("CN", "")
    return one.name, f"{called} {one.value}" if called else one.value


format = Ics()  # noqa: A001
