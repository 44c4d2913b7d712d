"""A zip of a chat with its pictures and recordings: what may be read in it, and what is left alone."""

from __future__ import annotations

import lzma
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from daybook.intake.format import CannotReadError, TooBigInsideError
from daybook.intake.mac_dust import dust, is_dust
from daybook.intake.message import Place, Skipped
from daybook.intake.whatsapp.sample import shape_of

_LONGEST_LIST = 32 << 20
_MOST_TEXT, _MOST_RATIO, _SMALL = 4 << 30, 200, 16 << 20
_TEXTS_LOOKED_AT, _LOOKED_AT = 50, 1 << 16
_END = struct.Struct("<4s4H2LH")
DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
    IndexError, OverflowError, NotImplementedError,
)  # fmt: skip
"""What the library raises for a zip that is not whole."""
OUTSIDE = "The path of this part leads outside the file, so it was left alone."
TWICE = "Another part of the file has the same name, so this one was left alone."
UNNAMED = "No message names this file. It is still inside the original."


class DamagedZipError(CannotReadError):
    """This zip file is damaged, cut off or locked with a password. Exporting the chat once more often helps."""


@dataclass
class Packed:
    """What is in a zip: the chats, the other parts by name, and what was left alone."""

    zip: zipfile.ZipFile
    chats: list[str]
    parts: dict[str, str]
    skipped: list[Skipped]
    entries: dict[str, zipfile.ZipInfo]

    @contextmanager
    def text(self, part: str) -> Iterator[BinaryIO]:
        """One chat, unpacked as it is read. Raises DamagedZipError where it cannot be."""
        try:
            with self.zip.open(self.entries[part]) as opened:
                yield cast("BinaryIO", opened)
        except CannotReadError:
            raise
        except DAMAGE as error:
            raise DamagedZipError from error


def is_zip(file: BinaryIO) -> bool:
    """Whether the file begins as a zip does."""
    file.seek(0)
    return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def unpack(file: BinaryIO) -> Packed:
    """Look into a zip without unpacking it. Raises DamagedZipError, TooBigInsideError."""
    _refuse_long_lists(file)
    try:
        opened = zipfile.ZipFile(file)
        entries = opened.infolist()
    except DAMAGE as error:
        raise DamagedZipError from error
    packed = Packed(opened, [], {}, dust([one.filename for one in entries if _is_dust(one)]), {})
    texts: list[zipfile.ZipInfo] = []
    for entry in entries:
        if entry.filename.endswith("/") or _is_dust(entry):
            continue
        why = OUTSIDE if _leads_outside(entry.filename) else TWICE if entry.filename in packed.entries else ""
        if why:
            packed.skipped.append(Skipped(place=Place(0, 0, entry.filename), why=why))
            continue
        packed.entries[entry.filename] = entry
        name = PurePosixPath(entry.filename).name
        packed.parts.setdefault(unicodedata.normalize("NFC", name), entry.filename)
        packed.parts.setdefault(name, entry.filename)
        if name.casefold().endswith(".txt"):
            texts.append(entry)
    packed.chats = _chats(packed, texts)
    return packed


def _refuse_long_lists(file: BinaryIO) -> None:
    """Raise where the list of parts alone would fill the memory."""
    size = file.seek(0, 2)
    file.seek(max(size - _END.size - 65_535, 0))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise DamagedZipError
    if _END.unpack_from(tail, at)[5] > _LONGEST_LIST:
        raise TooBigInsideError
    file.seek(0)


def _is_dust(entry: zipfile.ZipInfo) -> bool:
    return is_dust(entry.filename) and not entry.filename.endswith("/")


def _leads_outside(name: str) -> bool:
    parts = re.split(r"[\\/]", name)
    return ".." in parts or not parts[0] or ":" in parts[0]


def _chats(packed: Packed, texts: list[zipfile.ZipInfo]) -> list[str]:
    """The parts that are chats: those named as exports are, or else the first text that reads like one."""
    found: list[str] = []
    for entry in sorted(texts, key=lambda one: not _is_usual(one.filename))[:_TEXTS_LOOKED_AT]:
        if found and not _is_usual(entry.filename):
            break
        try:
            with packed.text(entry.filename) as opened:
                is_chat = shape_of(opened.read(_LOOKED_AT))[0] is not None
        except DamagedZipError:
            continue
        if is_chat:
            _refuse_bombs(entry)
            found.append(entry.filename)
    return found


def _is_usual(path: str) -> bool:
    name = PurePosixPath(path).name.casefold()
    return name == "_chat.txt" or "whatsapp" in name


def _refuse_bombs(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > _MOST_TEXT or (
        entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)
    ):
        raise TooBigInsideError
