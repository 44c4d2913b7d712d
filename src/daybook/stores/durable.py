"""Put bytes on a disk so that a power cut leaves all of them or none."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from daybook.journal.errors import DiskFaultError, DiskFullError, JournalError, ReadOnlyError

PART = ".part"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
# O_NOFOLLOW: somebody may have put a link where our file should be. O_BINARY: Windows would change line ends.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """Turn what the system says of a disk into DiskFullError, ReadOnlyError or DiskFaultError."""
    try:
        yield
    except OSError as error:
        raise _named(error) from error


def _named(error: OSError) -> JournalError:
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _FORBIDDEN:
        return ReadOnlyError()
    return DiskFaultError()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut. Windows does this itself and lets nobody ask."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class DurableFile:
    """A new file that appears under its name whole and durable, or not at all.

    It grows as `NAME.part` beside its place. On any error the part is removed, then the error is raised as a
    StoreError. Readable by its owner only.
    """

    def __init__(self, path: Path, *, replace: bool = False) -> None:
        self._path = path
        self._part = path.with_name(path.name + PART)
        with disk_errors():
            if replace:  # not emptied but removed: it could be somebody else's, or open to others
                self._part.unlink(missing_ok=True)
            self._descriptor = os.open(self._part, _FLAGS, 0o600)

    def write(self, sealed: bytes) -> None:
        """Write all of it. Raises DiskFullError, DiskFaultError."""
        with self._or_nothing():
            rest = memoryview(sealed)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]

    def commit(self) -> None:
        """Sync, close, rename, sync the folder: the order is what makes it all or nothing."""
        with self._or_nothing():
            os.fsync(self._descriptor)
            self._close()
            os.replace(self._part, self._path)  # noqa: PTH105  (one family of calls, all from `os`)
            sync_folder(self._path.parent)

    def abandon(self) -> None:
        """Remove the part. Does nothing once the file is kept, or a second time."""
        if self._descriptor >= 0:
            self._drop()

    @contextlib.contextmanager
    def _or_nothing(self) -> Iterator[None]:
        try:
            with disk_errors():
                yield
        except BaseException:
            self._drop()
            raise

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def _drop(self) -> None:
        with contextlib.suppress(OSError):
            self._close()
        with contextlib.suppress(OSError):
            os.unlink(self._part)  # noqa: PTH108  (as above)


def replace_durably(path: Path, sealed: bytes) -> None:
    """Put `sealed` in place of what is at `path`; a power cut leaves the old bytes or the new ones."""
    file = DurableFile(path, replace=True)
    file.write(sealed)
    file.commit()
