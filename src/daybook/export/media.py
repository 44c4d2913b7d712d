"""What a file is, found by looking at its bytes."""

from __future__ import annotations

import re
from typing import Any

import filetype

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"
HEAD = 8192
"""How many of a file's first bytes `media_of` needs."""

_SAME_AS = {"audio/x-wav": "audio/wav", "image/apng": "image/png", "video/x-m4v": "video/mp4"}
_PHONE_FILM = re.compile(rb"....ftyp3g[0-9a-z]", re.DOTALL)
"""How older phones begin a film or a voice note; the library does not know it."""
_TEXT_CONTROLS = frozenset("\t\n\r\f")


def media_of(head: bytes, name: str) -> str:
    """Say what a file is from its first bytes (`HEAD` are enough): "image/jpeg", "text/plain" and so on.

    The bytes decide, never the name: a program called photo.jpg is a program. The name breaks one tie only:
    a recording and a film can begin alike, so a film that calls itself .m4a is a recording.
    Bytes that are nothing known, or none at all, are "application/octet-stream".
    """
    kind: Any = filetype.guess(head) if head else None  # type: ignore[no-untyped-call]  # it has no types
    media = str(kind.mime) if kind else ""
    media = _SAME_AS.get(media, media)
    if media == "video/mp4" and name.lower().endswith(".m4a"):
        return "audio/mp4"
    if not media and _PHONE_FILM.match(head):
        return "video/3gpp"
    return media or (TEXT if _is_text(head) else UNKNOWN)


def _is_text(head: bytes) -> bool:
    """Whether the bytes read as text: UTF-8, or UTF-16 that says so, without control characters."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    for cut in range(4):  # the head may end in the middle of a letter
        try:
            words = head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return bool(words) and all(letter >= " " or letter in _TEXT_CONTROLS for letter in words)
    return False
