"""What photos, recordings and papers say of themselves, as one more thing that reads strange bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from daybook.intake.claims import claims_of
from daybook.intake.format import Answers, Found, formats
from daybook.intake.message import Message, Skipped
from tests.campaign.fuzz.spoil import Kind, Seed


class Claims:
    """Claims behind the face of a format; `name` is what the bytes are said to be ("image/jpeg")."""

    id = name = "claims"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """That it is asked."""
        return True

    def look(self, file: BinaryIO, name: str) -> Found:
        """That there is something; all of it is in `read`."""
        return Found(format=self.id, name=self.name)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """All claims; there are no messages."""
        msgspec.json.encode(tuple(claims_of(file, name)))
        yield from ()


def seeds() -> Kind:
    """One file of each kind that says something of itself."""
    from tests.intake.test_claims import SEEDS  # noqa: PLC0415 - its libraries are loaded where they are asked for

    words = (
        b"\xff\xd9",
        b"\xff\xe1",
        b"Exif\0\0",
        b"moov",
        b"mvhd",
        b"udta",
        b"OggS",
        b"stream\n",
        b"/CreationDate",
        b"\0" * 8,
    )
    return Kind(tuple(Seed(media, raw) for raw, media in SEEDS), words)


READERS = (*formats(), Claims())
"""All that read what somebody brings."""
