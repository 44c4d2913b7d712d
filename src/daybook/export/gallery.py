"""The photos and files of a paper: each gets one number, its caption, and the fingerprint of the original."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

from PIL import Image

from daybook.domain.attachment import Attachment
from daybook.export.visible import on_paper, reads_right_to_left, visible
from daybook.export.words import PaperWords

WIDEST = 400.0
TALLEST = 330.0
_PIXEL = 0.75
"""Points a pixel, at 96 to the inch: a small picture is not blown up."""


class Gone:
    """Stands for a file whose bytes are not in the notebook any more, or are damaged."""


class Gallery:
    """Numbers the attachments of one paper in the order they are met; the same file keeps its number.

    `picture` gives JPEG bytes for an attachment, None where it cannot be shown, or Gone. `gone` counts the last.
    """

    def __init__(self, words: PaperWords, picture: Callable[[Attachment], bytes | Gone | None]) -> None:
        self._words = words
        self._picture = picture
        self._labels: dict[str, str] = {}
        self._photos = 0
        self._files = 0
        self._gone: set[str] = set()

    @property
    def gone(self) -> int:
        """How many of the files shown so far are gone or damaged."""
        return len(self._gone)

    def label(self, attachment: Attachment) -> str:
        """What the paper calls it ("Photo 3"): never the name of her file, which can say more than the paper should."""
        if attachment.blob not in self._labels:
            if attachment.is_picture:
                self._photos += 1
                self._labels[attachment.blob] = self._words.photo.format(number=self._photos)
            else:
                self._files += 1
                self._labels[attachment.blob] = self._words.file.format(number=self._files)
        return self._labels[attachment.blob]

    def line(self, attachment: Attachment) -> str:
        """One attachment in a few words: its label, her caption if there is one, and its fingerprint."""
        label = self.label(attachment)
        named = f"{label}: {visible(attachment.caption)}" if attachment.caption.strip() else label
        return f"{named}\n{self._words.fingerprint}: {visible(attachment.sha256)}"

    def shown(self, attachment: Attachment) -> dict[str, Any]:
        """What the template prints for one attachment: words, fingerprint and, for a picture, the picture."""
        words = self._words
        kind, size = words.media_name(attachment.media), words.size(attachment.size)
        found = self._picture(attachment)
        jpeg = found if isinstance(found, bytes) and attachment.is_picture else None
        note = words.cannot_show if attachment.is_picture and jpeg is None else ""
        if isinstance(found, Gone):
            self._gone.add(attachment.blob)
            note = words.gone
        caption = on_paper(" ".join(attachment.caption.split()))
        return {
            "label": self.label(attachment),
            "caption": caption,
            "rtl": reads_right_to_left(caption),
            "about": words.original.format(kind=kind, size=size),
            "note": note,
            "sha256": visible(attachment.sha256),
            "alt": caption or self.label(attachment),
            "picture": _wrapped(jpeg) if jpeg is not None else None,
        }


def _wrapped(jpeg: bytes) -> dict[str, Any]:
    """A picture as text: the typesetter takes only text from memory, so the JPEG rides inside an SVG, unchanged."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        width, height = image.size
    scale = min(WIDEST / width, TALLEST / height, _PIXEL)
    href = base64.b64encode(jpeg).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{href}"/></svg>'
    )
    return {"svg": svg, "width": round(width * scale, 2), "height": round(height * scale, 2)}
