"""One mail as Outlook saves it (.msg), read by python-oxmsg.

Its bytes lie scattered over the file, so the place of a mail is the whole file, and that of what it carries the path
of the stream inside it. A mail inside a mail is not taken apart, and words that are only there as RTF are not read:
both are said, and saving the mail as .eml gives both.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING, BinaryIO

from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.mail.head import Head
from daybook.intake.mail.html import words_of_html
from daybook.intake.mail.names import harmless
from daybook.intake.message import Given, Message, Place, Skipped

if TYPE_CHECKING:
    from oxmsg.message import Message as Outlook
    from oxmsg.storage import Storage

ORDER = 61
MOST_BYTES = 64 << 20
"""A longer file is not taken apart: the library holds all of it in memory."""
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
_HEADERS, _SENDER_NAME, _SHORT_NAME, _RTF, _HTML = 0x007D, 0x0C1A, 0x3704, 0x1009, 0x1013
_SUBMITTED, _DELIVERED, _SENDER_SMTP, _SENDER_ADDRESS = 0x0039, 0x0E06, 0x5D01, 0x0C1F
"""Numbers of MAPI properties ([MS-OXPROPS])."""
_INNER = "A mail inside this one was not taken apart. Open it in Outlook and save it as a file to bring it in too."
_ONLY_RTF = "The words of this mail are in a form that is not read here. Save it from Outlook as .eml or as text."


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
    from olefile import OleFileIO  # noqa: PLC0415  loaded when such a mail is met
    from oxmsg.message import Message as Outlook  # noqa: PLC0415
    from oxmsg.storage import Storage  # noqa: PLC0415

    with OleFileIO(io.BytesIO(plain)) as opened:  # type: ignore[no-untyped-call]  # the library has no types
        storage = Storage.from_ole(opened)
    mail = Outlook(storage)
    text_of = mail.properties.str_prop_value
    head = Head((text_of(_HEADERS) or "").encode("utf-8", "replace"))
    body, html = mail.body or "", _html(mail)
    text = body.replace("\r\n", "\n") if body.strip() or not html else words_of_html(html)
    address = text_of(_SENDER_SMTP) or text_of(_SENDER_ADDRESS) or ""
    files, skipped = _files(storage)
    sent = mail.properties.date_prop_value(_SUBMITTED) or mail.properties.date_prop_value(_DELIVERED)
    place = Place(0, len(plain))
    yield Message(
        sent=sent.astimezone(UTC).isoformat() if sent else head.sent,
        sent_as_written=head.value("date"),
        sender=", ".join(head.people("from")) or _whole(text_of(_SENDER_NAME) or "", address),
        text=_clean(text),
        place=place,
        kind="mail",
        attachments=tuple(files),
        to=head.people("to") + head.people("cc")
        or tuple(_whole(one.name, one.email_address) for one in mail.recipients),
        chat=_clean(mail.subject),
        headers=tuple(head.pairs()),
    )
    yield from (Skipped(place=one, why=_INNER) for one in skipped)
    if not text.strip() and mail.properties.binary_prop_value(_RTF):
        yield Skipped(place=place, why=_ONLY_RTF)
    for why in dict.fromkeys(head.defects):
        yield Skipped(place=place, why=why)


def _html(mail: Outlook) -> str:
    """The page of a mail that has one, as far as its alphabet is known."""
    try:
        return mail.html_body or ""
    except (LookupError, ValueError):
        page = mail.properties.binary_prop_value(_HTML) or b""
        return page.decode("utf-8", "replace")


def _files(storage: Storage) -> tuple[list[Given], list[Place]]:
    """What it carries, and the places of mails inside it."""
    from oxmsg.attachment import Attachment  # noqa: PLC0415

    files: list[Given] = []
    inside: list[Place] = []
    for folder in storage.iter_attachment_storages():
        one = Attachment(folder)
        plain = one.file_bytes
        if plain is None:
            inside.append(Place(0, 0, folder.path))
            continue
        name = harmless(_clean(one.file_name or one.properties.str_prop_value(_SHORT_NAME) or ""))
        part = f"{folder.path}/__substg1.0_37010102"
        files.append(Given(name=name, media=_clean(one.mime_type or ""), part=part, end=len(plain)))
    return files, inside


def _whole(name: str, address: str) -> str:
    """Name and address as one; Outlook's own addresses without an @ are left as they stand."""
    name, address = _clean(name).strip(), _clean(address).strip()
    if not name or not address or name == address or "<" in address:
        return address or name
    return f"{name} <{address}>"


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text.rstrip("\0")


format = Msg()  # noqa: A001  the contract's name
