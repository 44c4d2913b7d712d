"""Small backups for the tests, and reading them whole."""

from __future__ import annotations

import io

from daybook.intake.formats.sms_backup import format as backup
from daybook.intake.message import Message, Skipped

DATE = "1710450309000"
SENT = "2024-03-14T21:05:09+00:00"


def whole(inside: str | bytes, count: int | str = 1, root: str = "smses") -> bytes:
    body = inside.encode() if isinstance(inside, str) else inside
    head = f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<{root} count=\"{count}\">\n"
    return head.encode() + body + f"\n</{root}>".encode()


def text(body: str | bytes, more: str = "", kind: str = "1", address: str = "07700900123") -> bytes:
    inside = body.encode() if isinstance(body, str) else body
    return f'<sms address="{address}" date="{DATE}" type="{kind}" {more} body="'.encode() + inside + b'" />'


def mms(parts: str, people: str = "", box: str = "1", address: str = "07700900123", more: str = "") -> str:
    head = f'<mms date="{DATE}" msg_box="{box}" address="{address}" {more}>'
    return f"{head}<parts>{parts}</parts><addrs>{people}</addrs></mms>"


def read(data: bytes) -> list[Message | Skipped]:
    return list(backup.read(io.BytesIO(data), "sms.xml", {}))


def messages(data: bytes) -> list[Message]:
    return [one for one in read(data) if isinstance(one, Message)]


def skipped(data: bytes) -> list[Skipped]:
    return [one for one in read(data) if isinstance(one, Skipped)]


def only(data: bytes) -> Message:
    found = read(data)
    assert len(found) == 1
    assert isinstance(found[0], Message)
    return found[0]


def original(data: bytes, one: Message | Skipped) -> bytes:
    return data[one.place.start : one.place.end]
