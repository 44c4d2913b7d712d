"""Mails for the tests, all invented."""

from __future__ import annotations

import io

from daybook.intake.format import recognise
from daybook.intake.message import Message, Skipped

HEAD = (
    b"From: Alex Example <alex@example.org>\nTo: Sam <sam@example.com>\n"
    b"Date: Thu, 14 Mar 2024 21:05:09 +0100\nSubject: Hello\nMIME-Version: 1.0\n"
)


def read(raw: bytes, name: str = "x.eml") -> list[Message | Skipped]:
    file = io.BytesIO(raw)
    found = recognise(file, name)
    assert found is not None
    return list(found.read(file, name, {}))


def mails(raw: bytes) -> list[Message]:
    return [one for one in read(raw) if isinstance(one, Message)]


def one(raw: bytes) -> Message:
    (found,) = mails(raw)
    return found


def whys(raw: bytes) -> set[str]:
    return {one.why for one in read(raw) if isinstance(one, Skipped)}
