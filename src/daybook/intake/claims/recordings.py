"""What a film, a voice note or another recording says of itself, read by MediaInfo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.claims.claim import Claim, Says, claim
from daybook.intake.claims.moment import length, moment, place
from daybook.intake.format import CannotReadError

MOST_READ = 64 << 20
"""Bytes that are looked at, wherever they lie; what a file says of itself is far shorter."""
_BLOCK = 1 << 16
_FIELDS: tuple[tuple[Says, str, str], ...] = (
    ("taken", "comapplequicktimecreationdate", "QuickTime creationdate"),
    ("taken", "recorded_date", "recorded date"),
    ("taken", "encoded_date", "creation time of the container"),
    ("changed", "tagged_date", "modification time of the container"),
    ("place", "comapplequicktimelocationiso6709", "QuickTime location.ISO6709"),
    ("place", "xyz", "©xyz"),
    ("place", "recorded_location", "recorded location"),
    ("software", "comapplequicktimesoftware", "QuickTime software"),
    ("software", "comandroidversion", "com.android.version"),
    ("software", "encoded_application", "writing application"),
    ("belongs-to", "performer", "performer"),
    ("describes", "title", "title"),
    ("describes", "comment", "comment"),
    ("describes", "description", "description"),
)
_MAKERS = (
    ("comapplequicktimemake", "comapplequicktimemodel"),
    ("comandroidmanufacturer", "comandroidmodel"),
    ("make", "model"),
)


class _Sparing(io.RawIOBase):
    """The file, as long as no more than MOST_READ bytes of it are asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = MOST_READ

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1, /) -> bytes:
        self._left -= _BLOCK
        return self._file.read(_BLOCK if size < 0 else min(size, _BLOCK)) if self._left >= 0 else b""


def claims_of_recording(file: BinaryIO) -> Iterator[Claim]:
    """Its claims. Raises CannotReadError where the library gives up."""
    from pymediainfo import MediaInfo  # noqa: PLC0415  a library of some megabytes, loaded when a recording is met

    try:
        tracks = MediaInfo.parse(_Sparing(file), buffer_size=_BLOCK).tracks
        said = next((track.to_data() for track in tracks if track.track_type == "General"), {})
    except Exception:  # noqa: BLE001  hostile bytes: the library's answer may be anything
        raise CannotReadError from None
    for name, field, where in _FIELDS:
        written = str(said.get(field) or "")
        iso = place(written) if name == "place" else moment(written) if name in ("taken", "changed") else ""
        yield from claim(name, written, where, iso)
    for maker, model in _MAKERS:
        yield from claim("device", f"{said.get(maker) or ''} {said.get(model) or ''}", "make and model")
    try:
        yield from claim("lasts", f"{float(said['duration']):g} ms", "duration", length(float(said["duration"])))
    except (KeyError, ValueError, TypeError):
        return
