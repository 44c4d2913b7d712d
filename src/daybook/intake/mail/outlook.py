"""One mail as Outlook saves it, and those inside it, read by python-oxmsg.

Its bytes lie scattered over the file, so the place of a mail is the whole file, that of a mail inside it the path of
its folder, and that of a file it carries the path of the stream.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from daybook.intake.mail.head import Head
from daybook.intake.mail.html import words_of_html
from daybook.intake.mail.limits import MAILS_DEEP, PARTS
from daybook.intake.mail.names import harmless
from daybook.intake.mail.rtf import UnreadableRtfError, words_of_rtf
from daybook.intake.message import Flag, Given, Message, Place, Skipped

if TYPE_CHECKING:
    from oxmsg.message import Message as Outlook
    from oxmsg.storage import Storage

_HEADERS, _SENDER_NAME, _SHORT_NAME, _RTF, _HTML = 0x007D, 0x0C1A, 0x3704, 0x1009, 0x1013
_SUBMITTED, _DELIVERED, _SENDER_SMTP, _SENDER_ADDRESS = 0x0039, 0x0E06, 0x5D01, 0x0C1F
_METHOD, _OLE = 0x3705, 6
"""Numbers of MAPI properties ([MS-OXPROPS])."""
_PROPERTIES, _OBJECT, _DATA = "__properties_version1.0", "__substg1.0_3701000D", "__substg1.0_37010102"
_HEAD_INSIDE, _SHORTER = 24, 8
"""Bytes before the properties of a mail inside another, and how many more those of an outer one have ([MS-OXMSG])."""
_INNER = "A mail inside this one was not taken apart. Open it in Outlook and save it as a file to bring it in too."
_TOO_DEEP = "A mail inside too many other mails was not taken apart. It is in the original."
_NO_FILE = "Something another program set into this mail is not a file, so it was not taken out. It is in the original."
_ONLY_RTF = "The words of this mail are in a form that is not read here. Save it from Outlook as .eml or as text."

_Found = list[tuple["Storage | None", str, str]]
"""What lies in a mail and is no file: its folder where it is a mail, its path, and what is said where it is none."""


def mails_of(storage: Storage, size: int) -> Iterator[Message | Skipped]:
    """The mail of a whole file of `size` bytes, and then each mail inside it, likewise; at most `limits.PARTS`.

    Raises whatever the library does over an outer mail that is broken; one inside is said to be.
    """
    yield from (outer := _mail(storage, Place(0, size)))[0]
    waiting = [(*one, 1) for one in outer[1]]
    for number, (inside, path, why, depth) in enumerate(waiting):
        place = Place(0, 0, path)
        if inside is None or depth > MAILS_DEEP or number >= PARTS:
            yield Skipped(place=place, why=why if inside is None else _TOO_DEEP)
            continue
        try:
            found, more = _mail(inside, place)
        except Exception:  # noqa: BLE001  as with the outer one; what is around it can still be read
            yield Skipped(place=place, why=why)
            continue
        yield from found
        waiting += [(*one, depth + 1) for one in more]


def _mail(storage: Storage, place: Place) -> tuple[list[Message | Skipped], _Found]:
    """One mail with what of it could not be read, and what lies inside it."""
    from oxmsg.message import Message as Outlook  # noqa: PLC0415  loaded when such a mail is met

    mail = Outlook(storage)
    text_of = mail.properties.str_prop_value
    head = Head((text_of(_HEADERS) or "").encode("utf-8", "replace"))
    text, skipped = _words(mail, place)
    files, inside = _files(storage)
    address = text_of(_SENDER_SMTP) or text_of(_SENDER_ADDRESS) or ""
    sent = mail.properties.date_prop_value(_SUBMITTED) or mail.properties.date_prop_value(_DELIVERED)
    flags: tuple[Flag, ...] = ("mended",) if "\N{REPLACEMENT CHARACTER}" in text else ()
    message = Message(
        sent=sent.astimezone(UTC).isoformat() if sent else head.sent,
        sent_as_written=head.value("date"),
        sender=", ".join(head.people("from")) or _whole(text_of(_SENDER_NAME) or "", address),
        text=text,
        place=place,
        kind="mail",
        flags=flags,
        attachments=tuple(files),
        to=head.people("to") + head.people("cc")
        or tuple(_whole(one.name, one.email_address) for one in mail.recipients),
        chat=_clean(mail.subject),
        headers=tuple(head.pairs()),
    )
    skipped += [Skipped(place=place, why=why) for why in dict.fromkeys(head.defects)]
    return [message, *skipped], inside


def _words(mail: Outlook, place: Place) -> tuple[str, list[Skipped]]:
    """Its words: as text, else those of its page, else those of its RTF."""
    body = mail.body or ""
    if body.strip():
        return _clean(body.replace("\r\n", "\n")), []
    if (html := _html(mail)) and (words := words_of_html(html)).strip():
        return _clean(words), []
    packed = mail.properties.binary_prop_value(_RTF)
    if not packed:
        return _clean(body.replace("\r\n", "\n")), []
    try:
        return _clean(words_of_rtf(packed)), []
    except UnreadableRtfError:
        return "", [Skipped(place=place, why=_ONLY_RTF)]


def _html(mail: Outlook) -> str:
    """The page of a mail that has one, as far as its alphabet is known."""
    try:
        return mail.html_body or ""
    except (LookupError, ValueError):
        page = mail.properties.binary_prop_value(_HTML) or b""
        return page.decode("utf-8", "replace")


def _files(storage: Storage) -> tuple[list[Given], _Found]:
    """What it carries, and what lies inside it that is no file."""
    from oxmsg.attachment import Attachment  # noqa: PLC0415

    files: list[Given] = []
    inside: _Found = []
    for folder in storage.iter_attachment_storages():
        one = Attachment(folder)
        plain = one.file_bytes
        if plain is None:
            is_object = one.properties.int_prop_value(_METHOD) == _OLE
            inside.append((*_object(folder), _NO_FILE if is_object else _INNER))
            continue
        name = harmless(_clean(one.file_name or one.properties.str_prop_value(_SHORT_NAME) or ""))
        files.append(Given(name=name, media=_clean(one.mime_type or ""), part=f"{folder.path}/{_DATA}", end=len(plain)))
    return files, inside


def _object(folder: Storage) -> tuple[Storage | None, str]:
    """The mail in this folder, its properties put where those of an outer mail are; None where it holds no mail."""
    for inner in folder.storages:
        if inner.name == _OBJECT and any(one.name == _PROPERTIES for one in inner.streams):
            streams = tuple(
                dataclasses.replace(one, bytes_=one.bytes_[:_HEAD_INSIDE] + bytes(_SHORTER) + one.bytes_[_HEAD_INSIDE:])
                if one.name == _PROPERTIES
                else one
                for one in inner.streams
            )
            return dataclasses.replace(inner, streams=streams), inner.path
    return None, folder.path


def _whole(name: str, address: str) -> str:
    """Name and address as one; Outlook's own addresses without an @ are left as they stand."""
    name, address = _clean(name).strip(), _clean(address).strip()
    if not name or not address or name == address or "<" in address:
        return address or name
    return f"{name} <{address}>"


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text.rstrip("\0")
