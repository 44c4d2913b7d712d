"""Reads spoilt files in a process of its own, under limits: `python -m tests.campaign.fuzz.run FORMAT FIRST COUNT AT`.

Prints one line of JSON at the end: how many inputs were read, how long it took, and what failed. An input fails where
anything but `CannotReadError` leaves, where its CPU time passes two seconds, where memory passes the cap, or where
what was read cannot be written down or has no place in the original.
"""

from __future__ import annotations

import io
import json
import mmap
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from daybook.intake.format import CannotReadError, Format
from daybook.intake.message import Message, Skipped
from tests.campaign.fuzz.claims import READERS
from tests.campaign.fuzz.seeds import kinds
from tests.campaign.fuzz.spoil import Kind, spoilt

SECONDS, MEMORY, MOST_FAILURES = 2.0, 512 << 20, 10
LOOKED_AT = 4
"""Every input is recognised and read; one in so many is looked at as well, which for many formats is reading again."""
_encode = msgspec.json.Encoder().encode


class TooSlow(BaseException):
    """More than two seconds of CPU. Not an Exception, so that nothing on the way can catch it."""


class WrongAnswerError(AssertionError):
    """What was read is none of what may come."""


def examine(form: Format, name: str, raw: bytes, *, looks: bool = True) -> None:
    """Read one input as the program would. Raises whatever is a failure."""
    file = io.BytesIO(raw)
    form.is_one(file, name)
    file.seek(0)
    try:
        if looks:
            _encode(form.look(file, name))
            file.seek(0)
        for one in form.read(file, name, {}):
            _checked(one, len(raw))
    except CannotReadError as error:
        if not (str(error) or type(error).__doc__):
            raise WrongAnswerError("no sentence") from error


def _checked(one: Any, size: int) -> None:
    if not isinstance(one, Message | Skipped):
        raise WrongAnswerError("neither a message nor a part")
    place = one.place
    if not 0 <= place.start <= place.end or (not place.part and place.end > size):
        raise WrongAnswerError("no place in the original")
    _encode(one)


def failure(form: Format, name: str, raw: bytes, *, looks: bool = True) -> str:
    """What goes wrong with this input, in words that are the same for the same fault; "" for nothing."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        examine(form, name, raw, looks=looks)
    except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever leaves is what is looked for
        signal.setitimer(signal.ITIMER_PROF, 0)
        last = [one for one in traceback.extract_tb(error.__traceback__) if "daybook" in one.filename][-1:]
        return (
            f"{type(error).__name__} in {''.join(f'{Path(one.filename).name}:{one.name}:{one.lineno}' for one in last)}"
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def smaller(fails: Callable[[bytes], bool], raw: bytes) -> bytes:
    """The input with whatever can be left out and still fails so, as far as it is quick to find."""
    ends, size = time.monotonic() + 20, max(1, len(raw) // 2)
    while size and time.monotonic() < ends:
        at = 0
        while at < len(raw) and time.monotonic() < ends:
            less = raw[:at] + raw[at + size :]
            if fails(less):
                raw = less
            else:
                at += size
        size //= 2
    return raw


def _smallest(form: Format, name: str, raw: bytes, why: str) -> bytes:
    return raw if why.startswith("TooSlow") else smaller(lambda less: failure(form, name, less) == why, raw)


def run(form: Format, kind: Kind, first: int, count: int, progress: mmap.mmap | None = None) -> dict[str, Any]:
    """Read inputs `first` to `first + count`; stops early after ten different faults."""
    begun, found, number = time.monotonic(), {}, first - 1
    for number in range(first, first + count):
        if progress is not None:
            progress[:8] = number.to_bytes(8, "little")
        name, raw = spoilt(kind, form.id, number)
        why = failure(form, name, raw, looks=number % LOOKED_AT == 0)
        if why and why not in found:
            found[why] = {"number": number, "name": name, "hex": _smallest(form, name, raw, why).hex()}
        if len(found) >= MOST_FAILURES:
            break
    seconds = round(time.monotonic() - begun, 1)
    return {"format": form.id, "first": first, "read": number + 1 - first, "seconds": seconds, "failures": found}


def limit() -> None:
    """This process: half a gigabyte beyond what it holds now, and a signal where an input takes too long."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))


@contextmanager
def timed() -> Iterator[None]:
    """While this lasts, an input that takes too long is stopped; what was there before is put back."""
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


def _stop(*_: object) -> None:
    raise TooSlow


def main(format_id: str, first: str, count: str, at: str) -> None:
    """The child: reads, and prints what it found. Eight bytes at `at` say which input is being read, if it dies."""
    form, kind = next(one for one in READERS if one.id == format_id), kinds()[format_id]
    name, raw = kind.seeds[0][:2]
    warnings.simplefilter("ignore")  # a library that says of spoilt bytes that they are spoilt
    with timed(), Path(at).open("r+b") as file, mmap.mmap(file.fileno(), 8) as progress:
        failure(form, name, raw)  # what is loaded once is loaded before memory is capped
        limit()
        sys.stdout.write(json.dumps(run(form, kind, int(first), int(count), progress)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
