"""Words that stand only in an archived object, as Apple's programs write it: `attributedBody`, and earlier versions.

The first string of the archive (a "streamtyped" NSAttributedString) is the text; what follows says how it looks.
"""

from __future__ import annotations

import plistlib
from datetime import UTC, datetime, timedelta
from typing import Any

_STREAM, _STRING, _BEGINS = b"streamtyped", b"NSString", b"\x84\x01+"
_NEAR = 40
_TWO_BYTES, _FOUR_BYTES = 0x81, 0x82
_APPLE = datetime(2001, 1, 1, tzinfo=UTC)
_MOST_EARLIER = 100


def words_of(raw: object) -> str | None:
    """The text of an archived string; None where there is none that can be read."""
    if not isinstance(raw, bytes) or _STREAM not in raw[:32]:
        return None
    named = raw.find(_STRING)
    at = raw.find(_BEGINS, named, named + _NEAR) if named >= 0 else -1
    if at < 0:
        return None
    at += len(_BEGINS)
    size = raw[at : at + 1]
    width = {_TWO_BYTES: 2, _FOUR_BYTES: 4}.get(size[0] if size else -1, 0)
    length = int.from_bytes(raw[at + 1 : at + 1 + width], "little") if width else (size[0] if size else 0)
    begin = at + 1 + width
    if begin + length > len(raw):
        return None
    return raw[begin : begin + length].decode("utf-8", "replace")


def moment(value: object) -> str:
    """Apple's time as an instant: nanoseconds since 2001, or seconds in older rows; "" for none."""
    if not isinstance(value, int | float) or not value:
        return ""
    seconds = value / 1_000_000_000 if abs(value) > 100_000_000_000 else value  # noqa: PLR2004 - 5,000 years
    try:
        return (_APPLE + timedelta(seconds=int(seconds))).isoformat()
    except (OverflowError, ValueError):
        return ""


def earlier(raw: object) -> tuple[list[str], bool]:
    """What an edited message said before ("2024-03-14T21:05:09+00:00 words"), and whether a part was taken back."""
    try:
        summary: Any = plistlib.loads(raw, fmt=plistlib.FMT_BINARY) if isinstance(raw, bytes) else None
    except Exception:  # noqa: BLE001 - bytes of a stranger: the library raises whatever it meets
        return [], False
    if not isinstance(summary, dict):
        return [], False
    versions = summary.get("ec")
    parts = list(versions.values()) if isinstance(versions, dict) else []
    found = []
    for one in [entry for part in parts if isinstance(part, list) for entry in part][:_MOST_EARLIER]:
        text = words_of(one.get("t")) if isinstance(one, dict) else None
        if text is not None:
            found.append(f"{moment(one.get('d'))} {text}".strip())
    return found, bool(summary.get("rp"))
