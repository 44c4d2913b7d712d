"""Signal: its own plaintext export (`main.jsonl`), the text form of sigtop, and the `data.json` of signal-export.

Each is read alone; the first and the last in a zip of their folder, too.

The shape of `main.jsonl` (Android 8.10, 2026) is that of libsignal's published `backup.proto` as JSON and of
importers in public code that read it. sigtop's and signal-export's are after their own writers. The Markdown beside
`data.json` is not read: it puts reactions and links into the words, so nobody could say what was written.

Bounds: one line of up to 8 MiB, and the names of people and chats.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.json_values import decoded, fields
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.lines import lines
from daybook.intake.downloads.parts import DamagedPartError, Download, Part, holds_any
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.format import Answers, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.signal.exported import NO_RECORD, is_exported, read_exported
from daybook.intake.signal.frames import KINDS, People, message
from daybook.intake.signal.sigtop import read_sigtop

ORDER = 6
HEAD = 64 << 10
_SIGTOP = re.compile(rb"\s*Conversation: [^\n]*\n\r?\n(?:From: [^\n]*\n)?Type: ")
_FILES = "Signal does not write which file in its folder belongs to which message, so photos are listed by name only."
_TOLD = "This line says something about the export, a person or a chat; it is not a message."
_QUOTES = "This was written by signal-export, which leaves every ` out of the words. Signal on the phone has them."
_NAMES = ("main.jsonl", "data.json")


class SignalExport:
    """The format; see the module."""

    id = "signal"
    name = "A Signal export"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        return holds_any(file, _parts)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        heads = [part.head(HEAD) for part in _parts(Download(file))]
        told = ((_FILES, any(map(_is_own, heads))), (_QUOTES, any(map(is_exported, heads))))
        return Found(format=self.id, name=self.name, notes=tuple(note for note, fits in told if fits))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`."""
        download = Download(file)
        found, shelf = _parts(download), Shelf(download.parts)
        for part in found:
            download.count(part)
            at = 0
            try:
                for one in _read(part, shelf):
                    at = one.place.end
                    yield one
            except DamagedPartError:
                yield Skipped(place=Place(at, part.size, part.name), why=DAMAGED)
        yield from left_over(download, shelf, found)


def _parts(download: Download) -> list[Part]:
    if not download.is_zip:
        head = download.parts[0].head(HEAD)
        sigtop = _SIGTOP.match(head.removeprefix(b"\xef\xbb\xbf"))
        return download.parts if sigtop or _is_own(head) or is_exported(head) else []
    named = ((one, one.head(HEAD)) for one in download.parts if posixpath.basename(one.name) in _NAMES)
    return [one for one, head in named if _is_own(head) or is_exported(head)]


def _is_own(head: bytes) -> bool:
    """Whether the first two lines are records with one of the known names."""
    found = head.split(b"\n")[:3]
    told = [decoded(one) for one in found[:-1]] if len(found) > 1 else [decoded(head)]
    records = [fields(one[0]) for one in told if one]
    known = [one for one in records if KINDS & one.keys()]
    is_signal = any(
        {"recipient", "account", "chatItem", "mediaRootBackupKey", "backupTimeMs"} & one.keys() for one in known
    )
    return bool(known) and len(known) == len(told) and is_signal


def _read(part: Part, shelf: Shelf) -> Iterator[Message | Skipped]:
    head = part.head(HEAD)
    if is_exported(head):
        chat = posixpath.basename(posixpath.dirname(part.name))
        yield from read_exported(lines(part.open()), part.name, chat, shelf)
        return
    if not _is_own(head):
        yield from read_sigtop(lines(part.open()), part.name)
        return
    people = People()
    for start, end, raw in lines(part.open()):
        place = Place(start, end, part.name)
        value = decoded(raw.removeprefix(b"\xef\xbb\xbf") if start == 0 else raw) if raw else None
        frame = fields(value[0]) if value else {}
        if value is None or not frame:
            if raw is None or raw.strip():
                yield Skipped(place=place, why=NO_RECORD)
        elif isinstance(frame.get("chatItem"), dict):
            one = message(fields(frame["chatItem"]), place, people)
            yield also(one, "mended") if value[1] else one
        else:
            people.note(frame)
            yield Skipped(place=place, why=_TOLD)


format = SignalExport()  # noqa: A001 - the name every format has
