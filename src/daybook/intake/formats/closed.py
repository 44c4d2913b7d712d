"""Files that are known and that nothing here opens: locked, packed otherwise, or an app's own sealed backup.

Nothing is read from them. What each is, and how the same messages can be had so that they can be read, is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.downloads.parts import LOCKED, Download
from daybook.intake.format import HEAD, Answers, CannotReadError, Found, TooBigInsideError
from daybook.intake.message import Message, Skipped

ORDER = 90  # after all that can be read
_ZIP = (b"PK\3\4", b"PK\5\6")


class ClosedError(CannotReadError):
    """This file is closed to every program but the one that wrote it. It can be kept as it is."""


class _Kind(NamedTuple):
    begins: bytes
    holds: bytes
    named: str
    sentence: str


_KINDS = (
    _Kind(
        b"7z\xbc\xaf'\x1c", b"", "",
        "This is a 7z archive. It is not opened here: unpack it and bring what is inside.",
    ),
    _Kind(
        b"Rar!\x1a\x07", b"", "",
        "This is a RAR archive. It is not opened here: unpack it and bring what is inside.",
    ),
    _Kind(
        b"\x1f\x8b", b"", "",
        "This archive (.gz or .tgz) is not opened here. Unpack it; from Google, ask for the download as .zip.",
    ),
    _Kind(
        b"!BDN", b"", "",
        "This is a whole mailbox of Outlook (.pst). In Outlook, save the mails that matter as .msg or .eml files.",
    ),
    _Kind(
        b"ANDROID BACKUP\n", b"", "",
        "This is a backup of a whole Android phone. One made with the app SMS Backup & Restore can be read.",
    ),
    _Kind(
        b"SQLite format 3\0", b"CREATE TABLE Files (fileID", "",
        "This is the list of an iPhone backup. Its messages are in the file named 3d0d7e5f…: bring that one.",
    ),
    _Kind(
        b"SQLite format 3\0", b"message_ftsv2", "",
        "This is WhatsApp's own database. On the phone, open the chat, choose Export chat, and bring that.",
    ),
    _Kind(
        b"", b"", r"\.crypt\d{1,2}$",
        "This is WhatsApp's own sealed backup. On the phone, open the chat, choose Export chat, and bring that.",
    ),
    _Kind(
        b"", b"", r"^signal-[\d-]+\.backup$",
        "This is Signal's own sealed backup. Newer Signal can export messages as plain text: bring that.",
    ),
)  # fmt: skip
_BROKEN = (
    "The end of this zip file is missing, as if a copy had been broken off, so nothing in it was read. "
    "Copy it or export it once more, and bring the new one."
)
_LOCKED = (
    "This zip file is locked with a password, so nothing in it was read. "
    "Unlock it, or make it again without a password, and bring that one."
)
_ALL_REFUSED = (
    "Every file inside this zip has a name that leads out of it, or is packed in a way that is not known here, so "
    "nothing in it was read. Unpack it where it came from, and bring what is inside."
)
_ZIPS = "Inside this zip are only other zips, so nothing in it was read. Unpack it, and bring those."
_EMPTY = "There is nothing inside this zip. Look at it where it came from: perhaps it was not packed whole."
_BOMB = (
    "Unpacked, what is inside this zip would fill the memory, so it was not unpacked. It can be kept as it is; if you "
    "know what is inside, bring the files that matter by themselves."
)
_SMALL = 16 << 20


class Closed:
    """The format; see the module."""

    id = "closed"
    name = "A file that only its own program opens"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether it is one of these, by its first bytes; by its name only where they are sealed themselves."""
        return bool(_sentence(file, name))

    def look(self, file: BinaryIO, name: str) -> Found:
        """Raises ClosedError with what it is and what to do."""
        raise ClosedError(_sentence(file, name) or ClosedError.__doc__)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `look`."""
        self.look(file, name)
        yield from ()


def _sentence(file: BinaryIO, name: str) -> str:
    """What is to be said of it; "" for none of these."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(_ZIP):
        return _of_zip(file)
    for kind in _KINDS:
        if head.startswith(kind.begins) and kind.holds in head and re.search(kind.named, name, re.IGNORECASE):
            return kind.sentence
    return ""


def _of_zip(file: BinaryIO) -> str:
    """What is to be said of a zip that nothing is read from; "" for one that is simply not known."""
    try:
        return _of_parts(Download(file))
    except TooBigInsideError:
        return _BOMB
    except CannotReadError:
        return _BROKEN


def _of_parts(download: Download) -> str:
    if any(part.is_bomb and part.size > _SMALL for part in download.parts):
        return _BOMB
    if download.parts:
        return _ZIPS if all(part.name.lower().endswith(".zip") for part in download.parts) else ""
    if any(one.why == LOCKED for one in download.refused):
        return _LOCKED
    return _ALL_REFUSED if download.refused else _EMPTY


format = Closed()  # noqa: A001 - the name every format has
