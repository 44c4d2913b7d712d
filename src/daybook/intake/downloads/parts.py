"""A download opened: a file by itself, or every file inside a zip, never unpacked to disk and never trusted in size.

Bounds: the list of a zip is read up to 24 MiB (some 150,000 files); all parts read together may be no more than 200
times the bytes of the zip plus 64 MiB, which real messages stay far below (they pack 5 to 30 times) and a bomb does
not.
"""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sized
from typing import BinaryIO

from daybook.intake.format import CannotReadError, TooBigInsideError
from daybook.intake.mac_dust import dust, is_dust
from daybook.intake.message import Place, Skipped

LIST_LIMIT = 24 << 20
PACKED_LIMIT = 200
FREE = 64 << 20
LOCKED = "This file inside the zip is locked with a password, so it could not be read."
_END = 66_000
_KNOWN_PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
    IndexError, OverflowError,
)  # fmt: skip


class DamagedPartError(CannotReadError):
    """A file inside this download is damaged and could not be read to its end. The rest can still be read."""


class Stream:
    """The bytes of one part, in one direction. Raises DamagedPartError.

    `at` is where to read in a file that others read as well; -1 for one that is this stream's own.
    """

    def __init__(self, file: BinaryIO, at: int = -1) -> None:
        self._file, self._at = file, at

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, b"" at the end."""
        try:
            if self._at >= 0 and self._file.tell() != self._at:
                self._file.seek(self._at)
            block = self._file.read(size)
        except _DAMAGE as error:
            raise DamagedPartError from error
        self._at += len(block) if self._at >= 0 else 0
        return block

    def skip(self, size: int) -> None:
        """Go `size` bytes on, without keeping them."""
        while size > 0 and (block := self.read(min(size, 1 << 20))):
            size -= len(block)


class Part:
    """One file of a download: `name` is its path inside ("" where the download is the file itself)."""

    def __init__(self, download: Download, name: str, size: int, info: zipfile.ZipInfo | None = None) -> None:
        self.name, self.size = name, size
        self._download, self._info = download, info

    def open(self, start: int = 0) -> Stream:
        """The bytes from `start` on. Raises TooBigInsideError, DamagedPartError."""
        if self.size > FREE and self.is_bomb:
            raise TooBigInsideError(TooBigInsideError.__doc__)
        return self._download.stream(self._info, start)

    @property
    def is_bomb(self) -> bool:
        """Whether it unpacks to many more bytes than messages do, packed as they are."""
        return self._info is not None and self.size > PACKED_LIMIT * max(self._info.compress_size, 1)

    def head(self, size: int) -> bytes:
        """The first bytes, as many as can be read; b"" for a damaged part."""
        try:
            return self._download.stream(self._info, 0).read(size)
        except CannotReadError:
            return b""

    @property
    def whole(self) -> Place:
        """The place of all of it."""
        return Place(0, self.size, self.name)


class Download:
    """A file opened: its `parts` in the order of the zip, and `refused` for those that are not touched and why.

    Raises CannotReadError for a zip whose list cannot be read, TooBigInsideError for one too long.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)
        self.is_zip = file.read(4) in {b"PK\3\4", b"PK\5\6"}
        self.bytes = file.seek(0, os.SEEK_END)
        self.refused: list[Skipped] = []
        self._zip: zipfile.ZipFile | None = None
        self._read = 0
        if not self.is_zip:
            self.parts = [Part(self, "", self.bytes)]
            return
        self._refuse_long_lists()
        try:
            self._zip = zipfile.ZipFile(file)
        except (*_DAMAGE, NotImplementedError) as error:
            raise CannotReadError(
                "This zip file is damaged, so nothing in it could be read. It can be kept as it is."
            ) from error
        self.parts = list(self._listed(self._zip))

    def stream(self, info: zipfile.ZipInfo | None, start: int) -> Stream:
        """What `Part.open` gives."""
        if self._zip is None or info is None:
            return Stream(self._file, start)
        try:
            stream = Stream(self._zip.open(info))  # type: ignore[arg-type]
        except (*_DAMAGE, NotImplementedError) as error:
            raise DamagedPartError from error
        stream.skip(start)
        return stream

    def count(self, part: Part) -> None:
        """Note that this part is about to be read whole. Raises TooBigInsideError once all of them are a bomb."""
        self._read += part.size
        if self.is_zip and self._read > FREE + PACKED_LIMIT * self.bytes:
            raise TooBigInsideError(TooBigInsideError.__doc__)

    def _refuse_long_lists(self) -> None:
        """The list of a zip is held in memory, so its length is looked at first, where its end record gives it."""
        self._file.seek(max(0, self.bytes - _END))
        tail = self._file.read(_END)
        at, far = tail.rfind(b"PK\5\6"), tail.rfind(b"PK\6\6")
        sizes = [int.from_bytes(tail[at + 12 : at + 16], "little")] if at >= 0 else []
        if sizes == [0xFFFFFFFF]:
            sizes = [int.from_bytes(tail[far + 40 : far + 48], "little")] if far >= 0 else []
        if sizes and sizes[0] > LIST_LIMIT:
            raise TooBigInsideError(TooBigInsideError.__doc__)

    def _listed(self, opened: zipfile.ZipFile) -> Iterator[Part]:
        last = {info.filename: info for info in opened.infolist()}
        self.refused += dust([name for name in last if is_dust(name) and not name.endswith("/")])
        for info in opened.infolist():
            why = _refusal(info, is_last=last[info.filename] is info)
            if why:
                size = info.file_size if info.filename else 0  # a part without a name has no bytes to point at
                self.refused.append(Skipped(place=Place(0, size, info.filename), why=why))
            elif not info.is_dir() and not is_dust(info.filename):
                yield Part(self, info.filename, info.file_size, info)


def _refusal(info: zipfile.ZipInfo, *, is_last: bool) -> str:
    name = info.filename.replace("\\", "/")
    if not name:
        return "This file inside the zip has no name, so it was not opened."
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "The name of this file inside the zip points outside of it, so it was not opened."
    if not is_last:
        return "There are two files of this name inside the zip; the later one was read, not this one."
    if info.flag_bits & 1:
        return LOCKED
    if info.compress_type not in _KNOWN_PACKING:
        return "This file inside the zip is packed in a way nothing here can unpack."
    return ""


def holds_any(file: BinaryIO, find: Callable[[Download], Sized]) -> bool:
    """Whether `find` finds something in this file; nothing is in a zip that cannot be unpacked."""
    try:
        return len(find(Download(file))) > 0
    except CannotReadError:
        return False
