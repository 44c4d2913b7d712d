"""The files that went with messages, out of the original they came in: from a zip, from a mail, from a text."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, cast

from daybook.intake.carried import BLOCK, carried
from daybook.intake.downloads.parts import FREE, PACKED_LIMIT
from daybook.intake.format import CannotReadError, TooBigInsideError
from daybook.intake.message import Given

MOST = 2 << 30
"""Bytes of one file inside; what says it is longer is not unpacked."""
_LONGEST_LIST = 32 << 20
_MOST_OF_MAIL = 256 << 20
"""A file of a mail as Outlook saves it is read in one piece."""
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_TAIL = 66_000
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, NotImplementedError,
           OverflowError)  # fmt: skip


class NotInExportError(LookupError):
    """This file was not in the export. Perhaps it is still on the phone: export once more, with media."""


class TwiceInsideError(CannotReadError):
    """Two files in this export have the same name, so nobody can say which went with the message. Both are kept."""


class DamagedInsideError(CannotReadError):
    """This file is damaged inside the export, or locked there. The export is kept; exporting again may help."""


class Inside:
    """What lies inside one original, which has to be binary and seekable. Nothing is unpacked but what is asked for.

    Holds the list of a zip's parts (32 MiB at most) and one block of a file. Several threads may read
    from a zip at once; all else is for one at a time. Raises CannotReadError for a zip that
    cannot be opened, TooBigInsideError for one whose list is too long.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._zip: zipfile.ZipFile | None = None
        self._names: Counter[str] = Counter()
        file.seek(0)
        head = file.read(4)
        self._is_ole = head == _OLE
        if head[:2] == _ZIP:
            _refuse_long_lists(file)
            try:
                self._zip = zipfile.ZipFile(file)
            except (*_DAMAGE, ValueError) as error:
                raise DamagedInsideError from error
            self._names = Counter(info.filename for info in self._zip.infolist())

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip."""
        return self._zip is not None

    def size(self, given: Given) -> int | None:
        """How many bytes it has, as far as that is known without reading it; None for one that is not there."""
        if self._zip is not None and not given.encoding:
            return self._zip.getinfo(given.part).file_size if given.part in self._names else None
        if self._is_ole:
            return given.end if given.part else None
        length = given.end - given.start if self._zip is None or given.part in self._names else 0
        if length <= 0:
            return None
        return length * 3 // 4 if given.encoding == "base64" else length

    def pieces(self, given: Given) -> Iterator[bytes]:
        """The file, a block at a time. Raises NotInExportError, and CannotReadError.

        A bomb is refused by what its own list says of it, and never gives more than that.
        """
        if self._zip is not None:
            return self._unpacked(self._zip, given)
        if self._is_ole:
            return self._of_mail(given)
        if given.end <= given.start:
            raise NotInExportError
        return carried(self._file, given)

    def _unpacked(self, opened: zipfile.ZipFile, given: Given) -> Iterator[bytes]:
        if not given.part or given.part not in self._names:
            raise NotInExportError
        if self._names[given.part] > 1:
            raise TwiceInsideError
        info = opened.getinfo(given.part)
        is_bomb = info.file_size > FREE and info.file_size > PACKED_LIMIT * max(info.compress_size, 1)
        if is_bomb or info.file_size > MOST:
            raise TooBigInsideError
        return _blocks(opened, info, given)

    def _of_mail(self, given: Given) -> Iterator[bytes]:
        """From a mail as Outlook saves it; such a file is never packed, so nothing grows."""
        from olefile import OleFileIO  # noqa: PLC0415  (only where such a mail is met)

        if not given.part:
            raise NotInExportError
        if given.end > _MOST_OF_MAIL:
            raise TooBigInsideError
        try:
            self._file.seek(0)
            with OleFileIO(self._file) as opened:  # type: ignore[no-untyped-call]  # the library has no types
                plain = opened.openstream(given.part.strip("/")).read()
        except (OSError, ValueError, IndexError, struct.error) as error:
            raise DamagedInsideError from error
        return (plain[at : at + BLOCK] for at in range(0, len(plain), BLOCK))


def _blocks(opened: zipfile.ZipFile, info: zipfile.ZipInfo, given: Given) -> Iterator[bytes]:
    """A part; or what a text that is a part carries, where it says how that is coded."""
    try:
        with opened.open(info) as plain:
            if given.encoding:
                yield from carried(cast("BinaryIO", plain), given)
                return
            while block := plain.read(BLOCK):
                yield block
    except (*_DAMAGE, ValueError) as error:
        raise DamagedInsideError from error


def _refuse_long_lists(file: BinaryIO) -> None:
    """The list of a zip is held in memory, so its length is looked at first."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at, far = tail.rfind(b"PK\5\6"), tail.rfind(b"PK\6\6")
    length = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if length == 0xFFFFFFFF:  # noqa: PLR2004  (it stands in the longer record)
        length = int.from_bytes(tail[far + 40 : far + 48], "little") if far >= 0 else 0
    if length > _LONGEST_LIST:
        raise TooBigInsideError
    file.seek(0)
