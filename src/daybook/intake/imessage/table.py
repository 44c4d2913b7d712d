"""iMazing's table of messages (CSV), also of WhatsApp chats it wrote: columns by their names, in any order.

The columns seen in public code are Chat Session, Message Date, Delivered Date, Read Date, Edited Date, Service, Type,
Sender ID, Sender Name, Status, Replying to, Subject, Text, Reactions, Attachment, Attachment type, parted by a comma,
semicolon or tab. What goes out has no sender name. The date is the clock of the computer unless it carries an offset.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from daybook.intake.call_log.calls import kind as way
from daybook.intake.call_log.times import Order, when
from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.lines import LINE_LIMIT, Line
from daybook.intake.message import Flag, Given, Kind, Message, Place, Skipped

NEEDED = {"chat session", "message date", "type", "text"}
_KNOWN = NEEDED | {"sender name", "attachment", "attachment type"}
_SPLITS = ",;\t"
_OTHER = "This row is not a message in a shape that is known, so it was left as it is."
_COLUMNS = "This row names the columns; it is not a message."


def split_by(head: bytes) -> str:
    """The mark between the columns, "" where the first row is not that of such a table."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return next((mark for mark in _SPLITS if set(_columns(first, mark)) >= NEEDED), "")


def _columns(first: str, mark: str) -> list[str]:
    """The names in the first row, [] where it is none."""
    try:
        return [one.strip().lower() for one in next(csv.reader([first], delimiter=mark), [])]
    except csv.Error:
        return []


class _Counted:
    """Lines of text for the csv reader, which takes just as many as a row needs: so a row's bytes are known."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self.at, self.mended, self.lost = 0, False, False

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> str:
        start, self.at, raw = next(self._lines)
        self.lost |= raw is None
        text = (raw or b"\n").decode("utf-8", "replace")
        self.mended |= "\ufffd" in text and raw is not None and "\ufffd".encode() not in raw
        return text.removeprefix("\ufeff") if start == 0 else text


def read_table(
    lines: Iterable[Line], part: str, mark: str, shelf: Shelf, order: Order = ""
) -> Iterator[Message | Skipped]:
    """Every row, in order; `order` is that of day and month where a date is written in numbers."""
    csv.field_size_limit(LINE_LIMIT)
    counted, columns, start = _Counted(lines), list[str](), 0
    rows = csv.reader(counted, delimiter=mark)
    while True:
        counted.mended = counted.lost = False
        try:
            row = next(rows, None)
        except csv.Error:
            row = []
        if row is None:
            return
        place, start = Place(start, counted.at, part), counted.at
        if not columns:
            columns = [one.strip().lower() for one in row]
            yield Skipped(place=place, why=_COLUMNS)
        elif not set(columns) >= NEEDED or len(row) != len(columns) or counted.lost:
            if row or place.end - place.start > len("\r\n"):
                yield Skipped(place=place, why=_OTHER)
        else:
            yield _message(dict(zip(columns, row, strict=True)), place, order, shelf, mended=counted.mended)


def _message(row: dict[str, str], place: Place, order: Order, shelf: Shelf, *, mended: bool) -> Message:
    sender, attachment = row.get("sender name", "") or row.get("sender id", ""), row.get("attachment", "")
    flags: list[Flag] = [*way(row["type"])]
    is_notice = row["type"].strip().lower() == "notification" or not (flags or sender)
    kind: Kind = "system" if is_notice else "message"
    flags += ["edited"] if row.get("edited date") else []
    flags += ["forwarded"] if row.get("forwarded") else []
    given = (_file(attachment, row.get("attachment type", ""), place.part, shelf),) if attachment else ()
    flags += missing(given)
    flags += ["mended"] if mended else []
    return Message(
        sent=_when(row["message date"].strip(), order),
        sent_as_written=row["message date"],
        sender=sender,
        text=row["text"],
        place=place,
        kind=kind,
        flags=tuple(flags),
        attachments=given,
        chat=row["chat session"],
        headers=tuple((key, value) for key, value in row.items() if value and key not in _KNOWN),
    )


def _file(name: str, kind: str, part: str, shelf: Shelf) -> Given:
    """The file that this column names, wherever in the same zip it lies."""
    found = shelf.given(name, beside=part, name=name, media=_media(kind))
    return found if found.part else Given(name=name, media=_media(kind))


def _media(written: str) -> str:
    return written if re.fullmatch(r"[a-z]+/[\w.+-]+", written) else ""


def _when(written: str, order: Order) -> str:
    """ISO 8601: a date that begins with its year is read as it stands, another by the order of its numbers."""
    if not re.match(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}", written):
        return when(written, "", order)
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return ""
