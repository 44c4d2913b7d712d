"""What this process does to leave nothing lying about: for itself, and for the files it makes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import traceback
from typing import NoReturn

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Make files readable for their owner only, switch core dumps off, and do not be traced by other programs.

    On Linux this also keeps the memory of the process from other programs of the same person (not from root).
    Elsewhere what is not there is left out: swap and hibernation can still hold what was in memory.
    """
    os.umask(0o077)
    quote_nobody()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def quote_nobody() -> None:
    """Say of an error nobody expected only its kind and its place in the program: its message may hold her words."""

    def say(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
        with contextlib.suppress(Exception):
            sys.stderr.write(f"{type(error).__name__} at {places}\n")

    sys.excepthook = lambda _kind, error, _places: say(error)
    sys.unraisablehook = lambda given: say(given.exc_value)
    threading.excepthook = lambda given: say(given.exc_value)


def end_on_signals() -> None:
    """Let a closed terminal and a polite kill end it as Ctrl-C does: locked and cleanly."""

    def end(_number: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # SIGINT too: a background job inherits deafness to it
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
