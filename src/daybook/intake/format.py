"""What a format is: it says whether a file is one of its own, what it found, and reads it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO, Protocol

import msgspec

from daybook.intake.message import Message, Skipped

HEAD = 65_536
"""Bytes from the beginning that are enough to tell what a file is."""


class CannotReadError(ValueError):
    """This file could not be read. It can be kept as it is, with a word on what it shows."""


class TooBigInsideError(CannotReadError):
    """Unpacked, this file would fill the memory, so it was not unpacked. It can be kept as it is."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something only she can tell: what is asked, why, and the answers there are. `likely` is "" where nothing is."""

    id: str
    ask: str
    why: str
    options: tuple[tuple[str, str], ...]
    likely: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a file is, before anything is kept. `people` are the names in it, as far as it was looked at."""

    format: str
    name: str
    questions: tuple[Question, ...] = ()
    people: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


Answers = dict[str, str]
"""Her answers, by the id of the question."""


class Format(Protocol):
    """One kind of file. `id` never changes; `name` is what she calls it ("A WhatsApp chat")."""

    id: str
    name: str

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether this file is one, by its content; `name` is only a hint. Quick, never raises for bad content."""

    def look(self, file: BinaryIO, name: str) -> Found:
        """What is in it and what has to be asked. Raises CannotReadError."""

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Everything in it, in the order of the file, in little memory. Raises CannotReadError.

        A question without an answer is answered by what is most likely, or its part is Skipped.
        """


@cache
def formats() -> tuple[Format, ...]:
    """Every format there is, by the order in which they are tried."""
    package = importlib.import_module("daybook.intake.formats")
    modules = (
        importlib.import_module(f"{package.__name__}.{one.name}") for one in pkgutil.iter_modules(package.__path__)
    )
    found = [(getattr(module, "ORDER", 50), module.format) for module in modules if hasattr(module, "format")]
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def recognise(file: BinaryIO, name: str) -> Format | None:
    """The format of this file, told by its content; None for one nobody knows. The file is left at its beginning."""
    for one in formats():
        file.seek(0)
        if one.is_one(file, name):
            file.seek(0)
            return one
    file.seek(0)
    return None
