"""Reading pictures in a process of its own, which can be ended at any moment.

A picture goes to it through a pipe and what was read comes back through one; nothing touches the disk. Ending it is
what locking does: no key is in it, and what it held goes with it. It steps back behind everything else on the machine,
gives its memory back when it is done, and a fault of a decoder ends nothing but it.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import struct
import subprocess
import sys
import threading
from typing import BinaryIO, cast

import msgspec

from daybook.domain.seen import Chat, Seen
from daybook.intake.seen import trouble
from daybook.intake.seen.trouble import CannotSeeError, StoppedReadingError, TooLargeToSeeError

_BEHIND = 10
"""So much nicer to others than the program itself, where the system knows of that."""
_LENGTH = struct.Struct(">Q")
_MOST = 128 << 20
_MODULE = "daybook.intake.seen.apart"


class Told(msgspec.Struct, frozen=True):
    """What comes back: what was read and by what, or the name of the trouble there was."""

    pages: tuple[Seen, ...] = ()
    chat: Chat = msgspec.field(default_factory=Chat)
    program: str = ""
    trouble: str = ""


class Reader:
    """Reads pictures, one at a time, in a process that is begun for the first and ended by `stop`."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def read(self, file: BinaryIO) -> Told:
        """What stands in a picture or paper. Takes seconds. Raises CannotSeeError, StoppedReadingError."""
        size = file.seek(0, io.SEEK_END)
        if size > _MOST:
            raise TooLargeToSeeError
        file.seek(0)
        process = self._begun()
        try:
            pipe = cast("BinaryIO", process.stdin)
            pipe.write(_LENGTH.pack(size))
            shutil.copyfileobj(file, pipe, 1 << 20)
            pipe.flush()
            told = msgspec.msgpack.decode(_taken(cast("BinaryIO", process.stdout)), type=Told)
        except (OSError, EOFError, ValueError):
            was_stopped = self._stopped
            self._end()
            if was_stopped:
                raise StoppedReadingError from None
            raise CannotSeeError from None  # whatever it was ended that process, and only that one
        except BaseException:
            self._end()  # the file could not be opened to its end: half of it is in the pipe
            raise
        if told.trouble:
            raise getattr(trouble, told.trouble, CannotSeeError)
        return told

    def rest(self) -> None:
        """Nothing is left to read: the process and its memory go."""
        self._end()

    def stop(self) -> None:
        """End it now, whatever it is doing; nothing is read after that. Returns at once."""
        self._stopped = True
        self._end()

    def _begun(self) -> subprocess.Popen[bytes]:
        with self._turn:
            if self._stopped:
                raise StoppedReadingError
            if self._process is None:
                self._process = subprocess.Popen(  # noqa: S603  (this program itself)
                    [sys.executable, "-P", "-m", _MODULE],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            return self._process

    def _end(self) -> None:
        with self._turn:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast("BinaryIO", pipe).close()


def _taken(pipe: BinaryIO) -> bytes:
    """One thing said through a pipe, whole. Raises EOFError."""
    head = pipe.read(_LENGTH.size)
    size = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
    plain = pipe.read(size)
    if not size or len(plain) < size:
        raise EOFError
    return plain


def serve(given: BinaryIO, back: BinaryIO) -> None:
    """Read what is given until nothing more comes: that is all this process does."""
    from daybook.intake.seen import eye, picture  # noqa: PLC0415  (its library takes two seconds to load)

    while len(head := given.read(_LENGTH.size)) == _LENGTH.size:
        plain = io.BytesIO(given.read(_LENGTH.unpack(head)[0]))
        try:
            pages, chat = picture.look_at(plain)
            told = Told(pages, chat, eye.program())
        except CannotSeeError as error:
            told = Told(trouble=type(error).__name__)
        answer = msgspec.msgpack.encode(told)
        back.write(_LENGTH.pack(len(answer)) + answer)
        back.flush()


def _main() -> None:
    back = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes where nobody reads it
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_BEHIND)
    serve(sys.stdin.buffer, back)


if __name__ == "__main__":
    _main()
