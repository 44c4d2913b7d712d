"""Which column of a call log is what, told by its heading in any order."""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple

from daybook.intake.call_log.rows import Row, rows
from daybook.intake.message import Place

_WORDS: dict[str, tuple[str, ...]] = {
    "number": (
        "number", "phone number", "phonenumber", "caller number", "call number", "contact number", "called number",
        "number called", "number dialled", "number dialed", "mobile number", "telephone number", "phone", "telephone",
        "other party", "formatted number", "raw number",
    ),
    "from": ("from", "calling number", "from number"),
    "to": ("to", "to number"),
    "name": ("name", "contact name", "contact", "caller name", "cached name", "display name", "caller", "caller id"),
    "date": (
        "date time", "datetime", "date and time", "call date time", "date", "call date", "date of call", "timestamp",
        "time stamp", "start date", "started", "start", "when", "start time", "time",
    ),
    "time": ("time", "call time", "time of call", "start time"),
    "kind": ("call type", "type", "calltype", "direction", "call direction", "type name", "in out", "kind"),
    "seconds": (
        "duration", "duration s", "duration sec", "duration secs", "duration seconds", "duration in seconds",
        "duration in sec", "call duration", "call duration seconds", "duration mm ss", "duration hh mm ss", "length",
        "call length", "talk time",
    ),
}  # fmt: skip
_NO_CALLS = frozenset({"body", "text", "message", "content", "message text", "sms"})
_DELIMITERS = (",", ";", "\t", "|")
_ROWS_BEFORE = 20


class Headings(NamedTuple):
    """What stands in which column; `names` are the headings as written, `place` is their row."""

    delimiter: str
    columns: dict[str, int]
    names: list[str]
    place: Place

    def cell(self, row: Row, what: str) -> str:
        """What a row says of this, "" where it says nothing."""
        at = self.columns.get(what, -1)
        return row.cells[at].strip() if 0 <= at < len(row.cells) else ""


def headings(file: BinaryIO) -> Headings | None:
    """The row of headings among the first rows, with the delimiter under which most of them are known; else None."""
    best: Headings | None = None
    for delimiter in _DELIMITERS:
        for seen, row in enumerate(rows(file, delimiter)):
            if seen >= _ROWS_BEFORE:
                break
            columns = _columns(row.cells) if isinstance(row, Row) else {}
            if isinstance(row, Row) and columns and (best is None or len(columns) > len(best.columns)):
                best = Headings(delimiter, columns, row.cells, row.place)
    return best


def _columns(cells: list[str]) -> dict[str, int]:
    """Which cell names what; empty where these are not the headings of a call log."""
    plain = [re.sub(r"[^a-z]+", " ", cell.lower()).strip() for cell in cells]
    if _NO_CALLS & set(plain):
        return {}
    found: dict[str, int] = {}
    for what, words in _WORDS.items():
        at = next(
            (plain.index(word) for word in words if word in plain and plain.index(word) not in found.values()), -1
        )
        if at >= 0:
            found[what] = at
    who = {"number", "from", "to", "name"} & set(found)
    return found if who and "date" in found and {"kind", "seconds"} & set(found) else {}
