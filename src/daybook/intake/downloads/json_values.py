"""What stands in a piece of JSON, decoded without being changed, and what it says about a message."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import msgspec

from daybook.intake.downloads.mojibake import repaired

Fields = dict[str, object]
Headers = tuple[tuple[str, str], ...]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONE = re.compile("[\ud800-\udfff]")
_encoded = msgspec.json.Encoder().encode


def decoded(raw: bytes) -> tuple[object, bool] | None:
    """The value, and whether bytes or halves of a mark in it became U+FFFD; None where it is not JSON."""
    try:
        return msgspec.json.decode(raw), False
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    text = raw.decode("utf-8", "replace")
    try:
        value: object = json.loads(text, strict=False)
        mended = text.count("\ufffd") != raw.count("\ufffd".encode())
        clean, lone = _without_halves(value)
    except (ValueError, RecursionError):
        return None
    return clean, mended or lone


def _without_halves(value: object) -> tuple[object, bool]:
    """Half a character (a lone surrogate) cannot be written down again, so it is replaced visibly."""
    if isinstance(value, str):
        clean, count = _LONE.subn("\ufffd", value)
        return clean, count > 0
    if isinstance(value, list):
        pairs = [_without_halves(one) for one in value]
        return [one for one, _ in pairs], any(lone for _, lone in pairs)
    if isinstance(value, dict):
        items = [(_without_halves(key), _without_halves(one)) for key, one in value.items()]
        return {key: one for (key, _), (one, _) in items}, any(a or b for (_, a), (_, b) in items)
    return value, False


def fields(value: object) -> Fields:
    """An object as it is, and nothing for anything else."""
    return value if isinstance(value, dict) else {}


def each(value: object) -> list[Fields]:
    """The objects of a list; nothing for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """A text as it stands there; "" for nothing; anything else as JSON, so that it is not lost."""
    if isinstance(value, str):
        return value
    try:
        return "" if value is None else _encoded(value).decode()
    except (RecursionError, ValueError, TypeError):
        return "(nested too deeply to show)"


def whole(value: object) -> int | None:
    """A number without a fraction, also one written as text; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value) else None


def instant(milliseconds: object) -> str:
    """ISO 8601 in UTC of the milliseconds since 1970; "" where it is no such number, or the nought of "never set"."""
    count = whole(milliseconds)
    if not count:
        return ""
    try:
        moment = _EPOCH + timedelta(milliseconds=count)
    except OverflowError:
        return ""
    return moment.isoformat(timespec="milliseconds" if count % 1000 else "seconds")


def rest(of: Fields, known: Collection[str]) -> Headers:
    """What else the file says here, field by field, so that nothing is lost for having no place of its own."""
    return tuple(
        (key, repaired(words(value)))
        for key, value in of.items()
        if key not in known and value not in (None, "", [], {}, False)
    )
