"""One mail as Outlook saves it (.msg), with the mails inside it; `mail.outlook` takes it apart."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.mail.outlook import mails_of
from daybook.intake.message import Message, Skipped

ORDER = 61
MOST_BYTES = 64 << 20
"""A longer file is not taken apart: the library holds all of it in memory."""
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")


class BrokenMsgError(CannotReadError):
    """This mail from Outlook is damaged or too long to be taken apart. It can be kept; saved as .eml it can be read."""


class Msg:
    """A mail as Outlook saves it."""

    id = "msg"
    name = "A mail from Outlook"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether it is a compound file with the streams of a mail; the name decides for a very long one."""
        if file.read(len(_MAGIC)) != _MAGIC:
            return False
        file.seek(0)
        head = file.read(MOST_BYTES + 1)
        return _PROPERTIES in head or (len(head) > MOST_BYTES and name.lower().endswith(".msg"))

    def look(self, file: BinaryIO, name: str) -> Found:
        """Who it is from and to."""
        people: list[str] = []
        for one in self.read(file, name, {}):
            if isinstance(one, Message):
                people += [person for person in (one.sender, *one.to) if person]
        return Found(format=self.id, name=self.name, people=tuple(dict.fromkeys(people)))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """The mail, and what of it could not be read. Raises BrokenMsgError."""
        file.seek(0)
        plain = file.read(MOST_BYTES + 1)
        if len(plain) > MOST_BYTES:
            raise BrokenMsgError
        try:
            found = list(_read(plain))
        except Exception:  # noqa: BLE001  hostile bytes: the library may raise anything, and nothing of it may be shown
            raise BrokenMsgError from None
        yield from found


def _read(plain: bytes) -> Iterator[Message | Skipped]:
    from olefile import STGTY_STREAM, OleFileIO  # noqa: PLC0415  loaded when such a mail is met
    from oxmsg.storage import Storage  # noqa: PLC0415

    with OleFileIO(io.BytesIO(plain)) as opened:  # type: ignore[no-untyped-call]  # the library has no types
        if sum(one.size for one in opened.direntries if one is not None and one.entry_type == STGTY_STREAM) > len(
            plain
        ):
            raise BrokenMsgError  # streams that share their bytes: read one by one they would fill the memory
        storage = Storage.from_ole(opened)
    yield from mails_of(storage, len(plain))


format = Msg()  # noqa: A001  the contract's name
