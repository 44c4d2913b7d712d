"""Small downloads made for tests, and the reading of them: invented people only."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from daybook.intake.format import CannotReadError, Format
from daybook.intake.formats import (
    google_chat,
    google_voice,
    imessage,
    meta_chat,
    meta_html,
    signal_export,
    telegram,
    telegram_html,
)
from daybook.intake.message import Message, Skipped

FORMS: tuple[Format, ...] = tuple(
    one.format
    for one in sorted(
        (google_chat, google_voice, imessage, meta_chat, meta_html, signal_export, telegram, telegram_html),
        key=lambda one: one.ORDER,
    )
)


def zipped(parts: dict[str, Any], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts; what is not bytes or text is written as JSON."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packed) as made:
        for name, what in parts.items():
            made.writestr(name, what if isinstance(what, bytes | str) else json.dumps(what))
    return held.getvalue()


def read(raw: bytes, name: str = "file") -> tuple[list[Message], list[Skipped]]:
    """What the format that recognises the file reads from it."""
    file = io.BytesIO(raw)
    found = known_as(raw, name)
    assert found is not None, "no format knows it"
    return sort(list(found.read(file, name, {})))


def known_as(raw: bytes, name: str) -> Format | None:
    """The format of these, tried in their order, that says the file is its own."""
    return next((one for one in FORMS if one.is_one(io.BytesIO(raw), name)), None)


def read_as(form: Format, raw: bytes, name: str = "file") -> list[Message | Skipped] | None:
    """All of it, or None where the file was refused with a sentence; anything else leaves."""
    file = io.BytesIO(raw)
    try:
        if not form.is_one(file, name):
            return None
        form.look(file, name)
        return list(form.read(file, name, {}))
    except CannotReadError as error:
        if not (str(error) or type(error).__doc__):
            raise
        return None


def sort(everything: list[Message | Skipped]) -> tuple[list[Message], list[Skipped]]:
    """Messages, and what was skipped."""
    return (
        [one for one in everything if isinstance(one, Message)],
        [one for one in everything if isinstance(one, Skipped)],
    )


def bytes_at(raw: bytes, one: Message | Skipped) -> bytes:
    """What stands at the place of it in the original."""
    if one.place.part:
        with zipfile.ZipFile(io.BytesIO(raw)) as opened:
            raw = opened.read(one.place.part)
    return raw[one.place.start : one.place.end]
