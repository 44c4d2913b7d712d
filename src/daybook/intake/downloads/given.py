"""The files that went with messages, found again among the parts of a download."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from daybook.intake.downloads.parts import Part
from daybook.intake.message import Flag, Given

_MEDIA = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp",
    ".heic": "image/heic", ".mp4": "video/mp4", ".mov": "video/quicktime", ".3gp": "video/3gpp", ".webm": "video/webm",
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".aac": "audio/aac", ".ogg": "audio/ogg", ".oga": "audio/ogg",
    ".opus": "audio/ogg", ".wav": "audio/wav", ".amr": "audio/amr", ".pdf": "application/pdf", ".vcf": "text/vcard",
}  # fmt: skip


class Shelf:
    """The parts of a download by name; `left` are those nothing has pointed to yet."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.left = {part.name: part for part in parts if part.name}
        self._by_last: dict[str, list[str]] = {}
        self._by_stem: dict[str, list[str]] = {}
        for name in self.left:
            self._by_last.setdefault(posixpath.basename(name), []).append(name)
            self._by_stem.setdefault(posixpath.splitext(name)[0], []).append(name)

    def given(self, uri: str, *, beside: str, name: str = "", media: str = "") -> Given:
        """The file at `uri`, which is written from the top of the download or from the folder of `beside`.

        Services move the top from year to year, so a path that ends alike will do where there is only one of it.
        What is not there, or points outside, has no `part`.
        """
        part = self._find(uri.replace("\\", "/"), posixpath.dirname(beside))
        if part:
            self.left.pop(part, None)
        end = posixpath.splitext(part or uri)[1].lower()
        return Given(name=name or posixpath.basename(uri) or uri, part=part, media=media or _MEDIA.get(end, ""))

    def given_without_ending(self, uri: str, *, beside: str) -> Given:
        """As `given`, for a service that leaves the ending of a file's name out."""
        names = self._by_stem.get(posixpath.join(posixpath.dirname(beside), uri), ())
        return self.given(posixpath.basename(names[0]) if len(names) == 1 else uri, beside=beside)

    def _find(self, uri: str, folder: str) -> str:
        if ".." in uri.split("/"):
            return ""
        uri = posixpath.normpath(uri).lstrip("/") if uri else ""
        names = self._by_last.get(posixpath.basename(uri), ())
        near = posixpath.join(folder, uri) if folder else uri
        if near in names:
            return near
        ends = [one for one in names if one == uri or one.endswith("/" + uri)]
        return ends[0] if len(ends) == 1 else ""


def missing(given: Iterable[Given]) -> tuple[Flag, ...]:
    """The flag for a message whose files are not all there."""
    return ("not-in-export",) if any(not one.part for one in given) else ()


def mended(text: str) -> tuple[Flag, ...]:
    """The flag for a message with bytes or marks in it that are no text."""
    return ("mended",) if "\N{REPLACEMENT CHARACTER}" in text else ()
