"""A file she added: what it was called, how big it is, and the fingerprint of its bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept exactly as she gave it, sealed, and found again by `blob`.

    `sha256` is the hex digest of the plain bytes, `size` their number. `media` is what the bytes are,
    found by looking at them; the name is hers and is never used as a path.
    """

    blob: str
    name: str
    media: str
    size: int
    sha256: str
    caption: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.media.startswith("image/")


def attachments_of(body: object) -> Iterator[Attachment]:
    """Every file a record speaks of, wherever in it: also in a list, or in a part of its own."""
    if isinstance(body, Attachment):
        yield body
    elif isinstance(body, list | tuple):
        for part in body:
            yield from attachments_of(part)
    elif isinstance(body, Mapping):
        yield from attachments_of(list(body.values()))
    elif dataclasses.is_dataclass(body):
        for field in dataclasses.fields(body):
            yield from attachments_of(getattr(body, field.name))
