"""One thing a file says of itself, as it is written there, and where."""

from __future__ import annotations

from typing import Literal

import msgspec

Says = Literal[
    "taken", "digitised", "changed", "satellite-time", "zone", "place", "height", "device", "serial", "software",
    "belongs-to", "describes", "lasts",
]  # fmt: skip
"""What it is about. "taken": when it was made. "digitised": when it was stored. "satellite-time": the time the
satellites gave with a place. "belongs-to": whose camera or paper it says it is. "lasts": how long it plays."""

LONGEST = 500
"""Letters of a claim that are given; what is longer is cut and ends in an ellipsis."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the file, never of hers: a clock may be wrong, and anybody can write what they want into a file.

    `written` is its own text, or its numbers as text. `iso` is the same as ISO 8601 (a moment, with an offset only
    where the file gives one; a length) or as ISO 6709 (a place, in degrees), "" where it is neither or no such thing.
    `where` is its name in the file, for somebody who looks with other tools: "EXIF DateTimeOriginal".
    """

    name: Says
    written: str
    iso: str = ""
    where: str


def claim(name: Says, written: object, where: str, iso: str = "") -> tuple[Claim, ...]:
    """The claim, or nothing where nothing is written. Bytes that are no text are marked with U+FFFD."""
    text = written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
    text = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    if not text:
        return ()
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return (Claim(name=name, written=shown, iso=iso, where=where),)
