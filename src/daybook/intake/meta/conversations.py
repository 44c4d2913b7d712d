"""Which parts of a download make up which conversation.

A conversation is a folder of `message_1`, `message_2`, …, the first the newest; the folders above it change from year
to year and are not relied on. What was end-to-end encrypted comes by itself: one file for each conversation, named as
she names the chat, with other field names (`senderName`, `text`, `isUnsent`).
"""

from __future__ import annotations

import posixpath
import re
from typing import Literal

import msgspec

from daybook.intake.downloads.parts import Download, Part

HEAD = 64 << 10
_NUMBERED = re.compile(r"(?:^|/)message_(\d{1,6})\.(json|html)$")
_BEGINS = re.compile(rb"\s*\{")
_PAGE = re.compile(rb"""class=["'][^"']*(?:_a6-g\b|uiBoxWhite noborder)""")


class Conversation(msgspec.Struct, frozen=True):
    """The parts of one conversation, the highest number first, which are the oldest messages."""

    folder: str
    parts: list[Part]


def is_thread(head: bytes) -> bool:
    """Whether JSON that begins like this is a conversation, in either shape."""
    if not _BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")):
        return False
    classic = b'"sender_name"' in head and b'"timestamp_ms"' in head
    encrypted = b'"senderName"' in head and b'"timestamp"' in head
    empty = b'"participants"' in head and (b'"thread_path"' in head or b'"threadName"' in head)
    return classic or encrypted or empty


def is_page(head: bytes) -> bool:
    """Whether a page that begins like this is one of Meta's, in any of the three layouts seen since 2018."""
    return _PAGE.search(head) is not None


def conversations(download: Download, ending: Literal["json", "html"]) -> list[Conversation]:
    """Every conversation in the download, in its order."""
    if not download.is_zip:
        return [Conversation("", download.parts)]
    folders: dict[str, list[tuple[int, Part]]] = {}
    for part in download.parts:
        found = _NUMBERED.search(part.name)
        if found and found[2] == ending:
            folders.setdefault(posixpath.dirname(part.name), []).append((int(found[1]), part))
        elif ending == "json" and part.name.endswith(".json") and not found and _is_encrypted(part):
            folders[part.name] = [(1, part)]
    return [
        Conversation(folder, [part for _, part in sorted(parts, key=lambda pair: -pair[0])])
        for folder, parts in folders.items()
    ]


def _is_encrypted(part: Part) -> bool:
    head = part.head(HEAD)
    return is_thread(head) and b'"thread_path"' not in head
