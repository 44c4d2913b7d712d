"""Text messages and calls of an Android phone, as "SMS Backup & Restore" and those like it write them.

The app can also put its files into a zip; every backup in it is then read, and what else is there is said.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from daybook.intake.coding import Coding
from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.leftover import left_over
from daybook.intake.downloads.parts import DamagedPartError, Download, Part, holds_any
from daybook.intake.downloads.unpacked import Unpacked
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.format import HEAD, Answers, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.sms.backup import Backup, NotABackupError

ORDER = 20
_LOOKED_AT = 5_000
_TAIL = 4_096
_ROOT = re.compile(rb"<(?:!DOCTYPE\s+)?(?:smses|calls|allsms|alllogs)[\s/>]", re.IGNORECASE)


class SmsBackup:
    """Backups of text messages and call logs in XML. Memory: two blocks of 1 MiB and one message, pictures not held."""

    id = "sms-backup"
    name = "Text messages or calls from an Android phone"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether its first tag is that of such a backup; also with a DOCTYPE, which `look` refuses in words."""
        del name
        return holds_any(file, _backups)

    def look(self, file: BinaryIO, name: str) -> Found:
        """The people of its first messages and what its head and end say. There is nothing to ask."""
        del name
        people: dict[str, None] = {}
        notes: dict[str, None] = {}
        roots = set()
        for part in _found(Download(file)):
            backup = Backup(opened := _opened(part, file))
            only_null = False
            for one in itertools.islice(backup, _LOOKED_AT):
                if isinstance(one, Message):
                    people.update(dict.fromkeys(who for who in (one.sender, *one.to) if who))
                    only_null = only_null or one.text == "null"
            roots.add(backup.root)
            notes.update(dict.fromkeys(self._notes(opened, backup, only_null=only_null)))
        is_calls = roots <= {"calls", "alllogs"}
        return Found(
            format=self.id,
            name="Calls from an Android phone" if is_calls else "Text messages from an Android phone",
            people=tuple(people),
            notes=tuple(notes),
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every message and call in the order of the file; at the end, whether its own count agrees."""
        del name, answers
        download = Download(file)
        if not download.is_zip:
            yield from Backup(file)
            return
        found = _found(download)
        for part in found:
            download.count(part)
            yield from _of_part(part)
        yield from left_over(download, Shelf(download.parts), found)

    def _notes(self, file: BinaryIO, backup: Backup, *, only_null: bool) -> Iterator[str]:
        told = backup.says.get("count", "")
        if told.isascii() and told.isdigit() and len(told) < 12:  # noqa: PLR2004
            yield f"The file says that it holds {int(told):,}."
        file.seek(max(0, file.seek(0, 2) - _TAIL))
        if f"</{backup.root}".encode() not in file.read(_TAIL).replace(b"\0", b""):
            yield "The end of this file is missing, as if a copy had been broken off. What is there can be read."
        if backup.root in {"smses", "allsms"}:
            yield "Newer chat messages (RCS) are often not in such a backup. Look on the phone for what is missing."
        if only_null:
            yield "Some messages hold only the word “null”. It may have been sent, or stand for an empty message."


def _begins(head: bytes) -> bool:
    begins = next(Coding(head).blocks(io.BytesIO(head)), b"")[:HEAD].lstrip()
    return begins.startswith(b"<") and _ROOT.search(begins) is not None


def _backups(download: Download) -> list[Part]:
    parts = [part for part in download.parts if not download.is_zip or part.name.lower().endswith(".xml")]
    return [part for part in parts if _begins(part.head(HEAD))]


def _found(download: Download) -> list[Part]:
    found = _backups(download)
    if not found:
        raise NotABackupError
    return found


def _opened(part: Part, file: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", Unpacked(part)) if part.name else file


def _of_part(part: Part) -> Iterator[Message | Skipped]:
    """Everything in one backup inside a zip, with the path of it in every place."""
    at = 0
    try:
        for one in Backup(cast("BinaryIO", Unpacked(part))):
            at = one.place.end
            place = Place(one.place.start, at, part.name)
            if isinstance(one, Message):
                given = (
                    msgspec.structs.replace(each, part=part.name if each.encoding else "") for each in one.attachments
                )
                yield msgspec.structs.replace(one, place=place, attachments=tuple(given))
            else:
                yield Skipped(place=place, why=one.why)
    except DamagedPartError:
        yield Skipped(place=Place(at, max(at, part.size), part.name), why=DAMAGED)


format = SmsBackup()  # noqa: A001
