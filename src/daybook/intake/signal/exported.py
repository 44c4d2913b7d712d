"""signal-export's `data.json`: one message on each line, with a time of the computer's own clock and no zone.

Its writer takes back quotes out of all words and puts two spaces behind them, which are left out again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.json_values import Fields, Headers, decoded, each, fields, rest, words
from daybook.intake.downloads.leftover import also
from daybook.intake.downloads.lines import Line
from daybook.intake.message import Flag, Kind, Message, Place, Skipped

NO_RECORD = "This line is not a record in a shape that is known, so it was left as it is."
_NEEDED = {"date", "sender", "body", "reactions", "attachments"}
_KNOWN = {*_NEEDED, "deleted", "call"}
_OWNER, _ADDED, _NEVER = "Me", "  ", "1970-01-0"


def is_exported(head: bytes) -> bool:
    """Whether the first line is such a message."""
    told = decoded(head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0])
    return told is not None and fields(told[0]).keys() >= _NEEDED


def read_exported(found: Iterator[Line], part: str, chat: str, shelf: Shelf) -> Iterator[Message | Skipped]:
    """Every message of one chat. Its files are looked for beside `part`."""
    for start, end, raw in found:
        place = Place(start, end, part)
        value = decoded(raw.removeprefix(b"\xef\xbb\xbf") if start == 0 else raw) if raw else None
        told = fields(value[0]) if value else {}
        if value is not None and told.keys() >= _NEEDED:
            one = _message(told, place, chat, shelf)
            yield also(one, "mended") if value[1] else one
        elif raw is None or raw.strip():
            yield Skipped(place=place, why=NO_RECORD)


def _message(told: Fields, place: Place, chat: str, shelf: Shelf) -> Message:
    sender = words(told["sender"])
    given = tuple(
        shelf.given(words(one.get("path")).replace("%20", " "), beside=place.part, name=words(one.get("name")))
        for one in each(told["attachments"])
    )
    kind: Kind = "deleted" if told.get("deleted") is True else "call" if told.get("call") is True else "message"
    flags: list[Flag] = ["sent" if sender == _OWNER else "received", *missing(given)]
    if told.get("missed") is True:
        flags.append("missed")
    return Message(
        sent=_when(words(told["date"])),
        sent_as_written=words(told["date"]),
        sender="" if sender == "No-Sender" else sender,
        text=words(told["body"]).removesuffix(_ADDED),
        place=place,
        kind=kind,
        flags=tuple(flags),
        attachments=given,
        chat=chat,
        headers=_reactions(told["reactions"]) + rest(told, _KNOWN),
    )


def _reactions(listed: object) -> Headers:
    """Each is a pair of who and what."""
    pairs = [one for one in listed if isinstance(one, list)] if isinstance(listed, list) else []
    return tuple(("reaction", " ".join(map(words, reversed(pair)))) for pair in pairs)


def _when(written: str) -> str:
    """The clock on the wall; "" for the day its writer puts where Signal knew no time."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    if written.startswith((_NEVER, "1969-12-31")):
        return ""
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")
